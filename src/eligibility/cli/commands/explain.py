"""`eligibility explain`: why, and why not, for a citizen, a clerk or an auditor."""

from typing import Annotated, Any

import typer

from eligibility.answer.answer import Answer
from eligibility.answer.contract import edition_json, reason_json
from eligibility.answer.contract_parts import cite_json, in_words, text_json, value_json
from eligibility.answer.given_back import named
from eligibility.answer.in_short import NO_LIST, NO_PAPERS
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import options_text
from eligibility.answer.provenance import receipt
from eligibility.answer.readers import Reader
from eligibility.answer.short_form import name_of, value_named
from eligibility.answer.telling.heading import tell_heading
from eligibility.answer.why import said
from eligibility.cli.framework import supplied
from eligibility.cli.gathering import Asked, asked
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.layout import lay_out
from eligibility.cli.options import (
    DOCUMENT,
    AsIfOption,
    JsonOption,
    ReaderOption,
    reader_named,
    reasoner,
)
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.law.condition import written_value
from eligibility.reasoning.decision import Decision, EntryStatus
from eligibility.reasoning.derivation import Reason, plan_of, rule_of
from eligibility.reasoning.whynot import Change, Turn, smallest_turn
from eligibility.words.catalogue import in_both
from eligibility.words.joining import clauses
from eligibility.words.text import N_, Text

STATUS_WORDS = {
    "required": N_("required"),
    "not-required": N_("not required"),
    "undetermined": N_("not determined"),
}
OBTAINED = N_("the office obtains it itself")
FOR_INFORMATION = N_("for information")
NOT_IN_THE_ACT = N_("for information (not {in_act})")


@supplied("about", asked)
@supplied("engine", reasoner)
def explain(
    *,
    about: Asked,
    document: Annotated[
        str | None, typer.Option("--document", metavar=DOCUMENT, help=say(N_("One document, by its id; all by default.")))
    ] = None,
    reader: ReaderOption = "citizen",
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    engine: Engine,
) -> None:
    reader = reader_named(reader)
    answer = engine.answer(about.gathered(), as_if)
    lines = _chosen(answer, document) if answer.answered else []
    if as_json:
        print_json(_json(engine, answer, lines))
        return
    lay_out(tell_heading(answer, commands=True))
    if answer.answered and not lines:
        put()
        put(say(NO_PAPERS if answer.edition.no_papers else NO_LIST), "bad")
    for line in lines:
        put()
        _print(engine, answer, line, reader)
    if reader == "auditor":
        put()
        print(engine.pack.digest)


def _chosen(answer: Answer, document: str | None) -> list[AnswerLine]:
    found = [line for line in answer.lines if document in (None, line.document)]
    if not found and document is not None:
        raise refused("unknown-document", "--document", **misspelt(document, (line.document for line in answer.lines)))
    return found


def _print(engine: Engine, answer: Answer, line: AnswerLine, reader: Reader) -> None:
    """A clerk's sentence says itself whether it is required; a citizen's may begin with the rule."""
    name, status = (line.plain_name if reader == "citizen" else line.name)[language()], _standing(answer, line)
    if reader == "auditor" or (reader == "citizen" and not line.obtained):
        status = status or say(OBTAINED if line.obtained else STATUS_WORDS[line.status])
    put(f"{name}: {status}" if status else name, "head")
    if reader == "auditor":
        _print_reason(answer.decision, line.reason, 2)
        put(line.place[language()], "dim", indent=2)
        return
    put(line.why("clerk" if reader == "clerk" else "citizen")[language()], indent=2)
    options = options_text(line.plain_options if reader == "citizen" else line.options)
    if options and line.status != "not-required":
        put(options[language()], indent=2)
    if reader == "clerk":
        for _, question, told in line.answers_behind:
            put(f"{question[language()]} – {told[language()]}", indent=4, hang=2)
    turn = _turn(engine, answer, line)
    if turn:
        put(turn_text(answer.decision, turn, line.status)[language()], "dim", indent=2)


def _standing(answer: Answer, line: AnswerLine) -> str | None:
    """What no law here demands is never headed «required»."""
    if line.known is None:
        return None
    return say(FOR_INFORMATION) if answer.known_only else say(NOT_IN_THE_ACT, in_act=answer.decision.act.kind.in_)


def _turn(engine: Engine, answer: Answer, line: AnswerLine) -> Turn | None:
    """Of what the office obtains itself nobody has to be told how it would be spared."""
    if line.obtained:
        return None
    return smallest_turn(answer.decision, line.line, lambda case: engine.decide(case, True))


def turn_text(decision: Decision, turn: Turn, now: EntryStatus) -> Text:
    """Answers that would turn the line around: the first of several that would."""
    answers = clauses(_change_text(decision, change) for change in turn.changes)
    fixed = any(not change.possible for change in turn.changes)
    if now == "undetermined":
        message = N_("It will be required, for example, with these answers: {answers}.")
    elif turn.status == "required":
        message = N_("It would be required, for example, with these answers: {answers}.")
    elif fixed:
        message = N_("It would not be required, for example, of a person of whom these answers are true: {answers}.")
    else:
        message = N_("It would not be required, for example, with these answers: {answers}.")
    return in_both(message, answers=answers)


def _change_text(decision: Decision, change: Change) -> Text:
    plan, to = plan_of(decision), decision.case.addressee
    return named(name_of(plan, change.fact, to), value_named(plan.facts[change.fact], change.then, to))


def _print_reason(decision: Decision, reason: Reason, indent: int) -> None:
    parts = [f"[{ {True: '1', False: '0', None: '?'}[reason.truth] }] {reason.name}"]
    value, rule, words = decision.facts.get(reason.name), rule_of(decision, reason), said(decision, reason)
    if value is not None:
        parts.append(f"= {written_value(value)}")
    if rule:
        parts.append(f"⇐ {rule}")
    if words:
        parts.append(f"· {words[language()]}")
    put(" ".join(parts), indent=indent, hang=2)
    for below in reason.because:
        _print_reason(decision, below, indent + 2)


def _json(engine: Engine, answer: Answer, lines: list[AnswerLine]) -> dict[str, Any]:
    return {
        "edition": in_words(edition_json(answer)),
        "lines": [_line_json(engine, answer, line) for line in lines],
        "receipt": receipt(answer.decision, answer.pack.digest),
    }


def _line_json(engine: Engine, answer: Answer, line: AnswerLine) -> dict[str, Any]:
    turn = _turn(engine, answer, line)
    return {
        "document": line.document,
        "status": line.status,
        "citizen": text_json(line.why("citizen")),
        "clerk": {id: {"ask": text_json(ask), "answer": text_json(told)} for id, ask, told in line.answers_behind},
        "auditor": reason_json(answer.decision, line.reason),
        "cite": cite_json(answer.decision, line.requirement.cite),
        "smallest_change": _turn_json(answer.decision, turn, line.status) if turn else None,
    }


def _turn_json(decision: Decision, turn: Turn, status: EntryStatus) -> dict[str, Any]:
    changes = [
        {"fact": one.fact, "now": value_json(one.now), "then": value_json(one.then), "possible": one.possible}
        for one in turn.changes
    ]
    return {"status": turn.status, "changes": changes, "text": text_json(turn_text(decision, turn, status))}

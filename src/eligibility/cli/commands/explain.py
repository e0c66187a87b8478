"""`eligibility explain`: why, and why not, for a citizen, a clerk or an auditor."""

import json
from typing import Annotated, Any

import typer

from eligibility.answer.contract import edition_json
from eligibility.answer.contract_parts import cite_json, text_json
from eligibility.answer.provenance import receipt
from eligibility.cli.checklist import NO_LIST
from eligibility.cli.commands.check import gather
from eligibility.cli.heading import print_heading
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.naming import document_name
from eligibility.cli.options import (
    DOCUMENT,
    ActOption,
    AsIfOption,
    CaseArgument,
    DayOption,
    EngineOption,
    FactsOption,
    JsonOption,
    LanguageOption,
    PublishedOption,
    RegionOption,
    RulesOption,
    ServiceOption,
    engine_of,
)
from eligibility.cli.output import put
from eligibility.diagnostics.meant import chosen, misnamed
from eligibility.diagnostics.refused import refused
from eligibility.engine import Engine
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.explanation import Reason, derivation, facts_behind, reason_json, rule_of, said, why
from eligibility.reasoning.whynot import Change, Turn, smallest_turn
from eligibility.reasoning.wording import cite_text, value_text
from eligibility.words.text import N_, Text

READERS = ("citizen", "clerk", "auditor")
STATUS_WORDS = {
    "required": N_("required"),
    "not-required": N_("not required"),
    "undetermined": N_("not determined"),
}


def explain(
    case: CaseArgument = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar=DOCUMENT, help=say(N_("One document, by its id; all by default.")))
    ] = None,
    reader: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="citizen|clerk|auditor",
            help=say(N_("Who reads: the applicant, the desk, or whoever checks the program.")),
        ),
    ] = "citizen",
    service: ServiceOption = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    facts: FactsOption = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    published: PublishedOption = None,
    engine: EngineOption = None,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    chosen(reader, READERS, "--for")
    ready = engine_of(rules, engine, lang, published)
    data = gather(case, service=service, act=act, region=region, on=on, facts=facts, submitted=None)
    decision = ready.decide(data, as_if)
    lines = _chosen(decision, document) if decision.answered else []
    if as_json:
        print(json.dumps(_json(ready, decision, lines), ensure_ascii=False))
        return
    if print_heading(ready, decision) and not lines:
        put()
        put(say(NO_LIST), "bad")
    for line in lines:
        put()
        _print(ready, decision, line, reader)
    if reader == "auditor":
        put()
        print(ready.pack.digest)


def _chosen(decision: Decision, document: str | None) -> list[Line]:
    found = [line for line in decision.lines if document in (None, line.entry.document)]
    if not found and document is not None:
        raise refused("unknown-document", "--document", **misnamed(document, (line.entry.document for line in decision.lines)))
    return found


def _print(engine: Engine, decision: Decision, line: Line, reader: str) -> None:
    put(f"{document_name(line, engine)[language()]}: {say(STATUS_WORDS[line.status])}", "head")
    if reader == "auditor":
        _print_reason(decision, derivation(decision, line.entry.due), 2)
        put(cite_text(decision.edition.annex, line.entry.requirement.cite)[language()], "dim", indent=2)
        return
    put(why(decision, line)[language()], indent=2)
    if reader == "clerk":
        for id, question, answer in facts_behind(decision, line.entry.due):
            put(f"{id}: {question[language()]} – {answer[language()]}", indent=4, hang=2)
    turn = smallest_turn(decision, line, lambda case: engine.decide(case, True))
    if turn:
        put(turn_text(engine, turn)[language()], "dim", indent=2)


def turn_text(engine: Engine, turn: Turn) -> Text:
    """What would have to be different, said as the answers that would be."""
    from eligibility.reasoning.wording import clauses
    from eligibility.words.catalogue import in_both

    answers = clauses(_change_text(engine, change) for change in turn.changes)
    fixed = any(not change.possible for change in turn.changes)
    if turn.status == "required":
        message = N_("It would be required only if the answers were different: {answers}.")
    elif fixed:
        message = N_("It would not be required only for a person of whom another answer is true: {answers}.")
    else:
        message = N_("It would not be required if the answers were different: {answers}.")
    return in_both(message, answers=answers)


def _change_text(engine: Engine, change: Change) -> Text:
    fact = engine.pack.facts[change.fact]
    then = value_text(fact, change.then)
    return Text(f"{fact.ask.kk} – {then.kk}", f"{fact.ask.ru} – {then.ru}")


def _print_reason(decision: Decision, reason: Reason, indent: int) -> None:
    parts = [f"[{ {True: '1', False: '0', None: '?'}[reason.truth] }] {reason.name}"]
    value, rule, words = decision.case.facts.get(reason.name), rule_of(decision, reason), said(decision, reason)
    if value is not None:
        parts.append(f"= {str(value).lower()}")
    if rule:
        parts.append(f"⇐ {rule}")
    if words:
        parts.append(f"· {words[language()]}")
    put(" ".join(parts), indent=indent, hang=2)
    for below in reason.because:
        _print_reason(decision, below, indent + 2)


def _json(engine: Engine, decision: Decision, lines: list[Line]) -> dict[str, Any]:
    return {
        "edition": edition_json(decision),
        "lines": [_line_json(engine, decision, line) for line in lines],
        "receipt": receipt(decision, engine.pack.digest),
    }


def _line_json(engine: Engine, decision: Decision, line: Line) -> dict[str, Any]:
    turn = smallest_turn(decision, line, lambda case: engine.decide(case, True))
    return {
        "document": line.entry.document,
        "status": line.status,
        "citizen": text_json(why(decision, line)),
        "clerk": {
            id: {"ask": text_json(ask), "answer": text_json(answer)}
            for id, ask, answer in facts_behind(decision, line.entry.due)
        },
        "auditor": reason_json(decision, derivation(decision, line.entry.due)),
        "cite": cite_json(decision, line.entry.requirement.cite),
        "smallest_change": _turn_json(engine, turn) if turn else None,
    }


def _turn_json(engine: Engine, turn: Turn) -> dict[str, Any]:
    changes = [{"fact": one.fact, "now": one.now, "then": one.then, "possible": one.possible} for one in turn.changes]
    return {"status": turn.status, "changes": changes, "text": text_json(turn_text(engine, turn))}

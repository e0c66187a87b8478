"""`eligibility show`: what an edition says about a service, readable."""

from collections.abc import Iterator
from typing import Annotated

import typer

from eligibility.answer.absent import NoEdition
from eligibility.answer.amounts import term_text
from eligibility.answer.answer import Answer
from eligibility.answer.appeals import appeal_sentences
from eligibility.answer.clauses import condition_text
from eligibility.answer.in_short import NO_PAPERS
from eligibility.answer.names import ANY_OF, FEES, copies_text, together, validity_text
from eligibility.answer.places import cite_text
from eligibility.answer.telling.checklist import with_use
from eligibility.answer.telling.heading import tell_heading
from eligibility.answer.telling.known import tell_known
from eligibility.answer.telling.teller import AnswerTeller
from eligibility.answer.totals import TOTAL_OF_STANDARD
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.layout import lay_out
from eligibility.cli.options import (
    SERVICE,
    ActOption,
    DayOption,
    JsonOption,
    RegionOption,
    day_of,
    reader,
)
from eligibility.cli.output import print_json, put
from eligibility.cli.showing import show_any
from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.law.condition import UNSAID, parsed
from eligibility.law.edition import Alternative, Appeal, Edition, Pause, Result
from eligibility.law.filing_facts import CHANNEL, FILED_BY, REQUEST
from eligibility.law.vocabulary import Cite
from eligibility.reasoning.decision import Decision, Ruled
from eligibility.reasoning.derivation import plan_of
from eligibility.reasoning.wording import facts_of
from eligibility.review.comparison import COMPARED
from eligibility.review.difference_words import SUBJECTS
from eligibility.words.closed import form_text
from eligibility.words.joining import clauses, joined, of_somebody
from eligibility.words.text import N_, Text


@supplied("engine", reader)
def show(
    *,
    service: Annotated[str, typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id.")))],
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    named = {"service": service, "act": act, "region": region, "on": day_of(on)}
    case = {key: value for key, value in named.items() if value is not None}
    answer = engine.any_answer(case, as_if_in_force=True)
    if isinstance(answer, NoEdition):
        show_any(answer, as_json)
        return
    if as_json:
        from eligibility.answer.contract import edition_json
        from eligibility.answer.contract_parts import in_words
        from eligibility.plain.records import plain

        print_json(in_words(edition_json(answer)) | {"content": plain(answer.own_edition)})
        return
    _print(engine, answer)


def _print(engine: Engine, answer: Answer) -> None:
    decision, edition = answer.decision, answer.own_edition
    lay_out(tell_heading(answer, commands=True))
    if answer.known_only:
        lay_out(tell_known(AnswerTeller(answer, "auditor", answer.remarks(), commands=True)))
        return
    if answer.provider:
        put(say(N_("Provider: {name}"), name=answer.provider), hang=2)
    if edition.text == "partial":
        put(say(N_("Only a part of the text is at hand: what is not here may be said in the rest of it.")), "dim")
    if edition.for_whom:
        put(edition.for_whom.text[language()])
    for title, rows in _sections(engine, decision, edition):
        found = list(rows)
        if found:
            put()
            put(say(title), "head")
        for text, when, cite in found:
            _row(decision, text, when, cite)


def _row(decision: Decision, text: str, when: str | None, cite: Cite) -> None:
    put(f"• {text}", indent=1, hang=2)
    if when:
        put(_condition(decision, when), "dim", indent=3, hang=2)
    put(cite_text(decision.home, cite)[language()], "dim", indent=3)


def _condition(decision: Decision, when: str) -> str:
    if parsed(when) == UNSAID:
        return say(N_("Whether this holds, the text does not say."))
    return say(N_("When: {condition}"), condition=condition_text(plan_of(decision), when))


Row = tuple[str, str | None, Cite]


def _sections(engine: Engine, decision: Decision, edition: Edition) -> Iterator[tuple[str, Iterator[Row]]]:
    pack, tongue = engine.pack, language()
    facts = facts_of(pack, edition, decision.act)
    channels, applicants = facts[CHANNEL].values or {}, facts[FILED_BY].values or {}
    requests = facts[REQUEST].values or {} if edition.requests else {}
    variants = ((requests[one.request].called("desk"), one.cite) for one in edition.requests)
    filed_by = ((applicants[one.filed_by].called("desk"), one) for one in edition.applicants)
    ways = ((channels[one.channel].called("desk"), one) for one in edition.channels)
    yield N_("Form of the service"), ((say(SUBJECTS[one.form]), None, one.cite) for one in edition.form)
    yield (
        N_("Variants of the service"),
        ((label[tongue], None, cite) for label, cite in variants),
    )
    yield (
        N_("Who may file"),
        ((label[tongue], one.when, one.cite) for label, one in filed_by),
    )
    yield (
        N_("Where to file"),
        ((with_use(label, one)[tongue], one.when, one.cite) for label, one in ways),
    )
    yield (
        N_("Fee"),
        ((one.text[tongue] if one.text else say(FEES[one.fee]), one.when, one.cite) for one in edition.fee),
    )
    yield N_("Results"), ((_result(one), one.when, one.cite) for one in edition.results)
    yield N_("Papers handed out on acceptance"), _receipts(engine, edition)
    yield N_("Documents"), _documents(engine, edition)
    yield (
        N_("Grounds to refuse to accept the documents"),
        ((one.text[tongue], one.when, one.cite) for one in edition.refuse_to_accept),
    )
    yield N_("Grounds to refuse the service"), ((one.text[tongue], one.when, one.cite) for one in edition.refuse_service)
    yield N_("Appeal"), (_appeal(one) for one in edition.appeal)
    yield N_("Extension and suspension"), ((_pause(one), one.when, one.cite) for one in edition.pauses)
    yield N_("Total term"), _total_terms(engine, edition)
    yield N_("Working hours"), ((one.text[tongue], None, one.cite) for one in edition.hours)
    yield N_("Steps"), _steps(engine, edition)
    yield N_("What the text leaves open or says oddly"), ((one.text[tongue], one.when, one.cite) for one in edition.flags)


def _total_terms(engine: Engine, edition: Edition) -> Iterator[Row]:
    for one in edition.stated_terms:
        yield f"{one.text[language()]}: {term_text(one.duration)[language()]}{_from(engine, one.from_)}", one.when, one.cite
    for reference in edition.terms_from:
        act = engine.pack.acts[reference.act].cited
        yield say(TOTAL_OF_STANDARD, para=reference.para, act=act), reference.when, reference.cite


def _result(result: Result) -> str:
    text = result.text[language()]
    if result.valid is None:
        return text
    valid = say(N_("valid: {term}"), term=term_text(result.valid))
    return f"{text} ({valid})"


def _pause(pause: Pause) -> str:
    parts = [pause.text[language()]]
    if pause.duration:
        parts.append(say(N_("Its length: {term}."), term=term_text(pause.duration)))
    if pause.notice:
        parts.append(say(N_("The recipient is told: {term}."), term=term_text(pause.notice)))
    return " ".join(parts)


def _receipts(engine: Engine, edition: Edition) -> Iterator[Row]:
    for one in edition.receipts:
        fields = joined(", ", (engine.pack.receipt_fields[field].name for field in one.shows))[language()]
        yield say(SUBJECTS[one.receipt]) + (f": {fields}" if fields else ""), one.when, one.cite


def _documents(engine: Engine, edition: Edition) -> Iterator[Row]:
    catalogue = engine.pack.documents
    for reference in edition.documents_from:
        text = say(
            N_(
                "The documents are those of paragraph {para} of the Standard, whose text is not at hand. "
                "The Standard was approved by: {act}."
            ),
            para=reference.para,
            act=engine.pack.acts[reference.act].cited,
        )
        yield text, reference.when, reference.cite
    if edition.no_papers:
        yield say(NO_PAPERS), None, edition.no_papers.cite
    for one in edition.requirements:
        names = [one.name] if one.name else [catalogue[id].name for id in one.all_of or (one.document,) if id]
        text = "; ".join(name[language()] for name in names)
        how = [part[language()] for part in (form_text(one.form), one.copies and copies_text(one.copies)) if part]
        text += f" ({', '.join(how)})" if how else ""
        if one.any_of:
            options = clauses(_option(engine, part) for part in one.any_of)
            text += ". " + say(ANY_OF, names=options)
        if not one.of_applicant:
            text += ". " + say(N_("The office obtains it itself from state systems."))
        if one.valid:
            text += ". " + validity_text(one.valid)[language()]
        places = citations(one.valid.cite) if one.valid and one.valid.cite else ()
        yield text, one.when, (*citations(one.cite), *places)
    if edition.comparison:
        yield say(SUBJECTS[COMPARED]), None, edition.comparison.cite


def _appeal(one: Appeal) -> Row:
    said = joined(" ", appeal_sentences(Ruled(one, True, 0)))
    return said[language()], one.when, one.cite


def _option(engine: Engine, part: str | Alternative) -> Text:
    named = (part,) if isinstance(part, str) else part.documents
    names = [engine.pack.documents[id].name for id in named]
    return together(names) if len(names) > 1 else names[0]


def _from(engine: Engine, event: str | None) -> str:
    """What a term counts from, where that is not the filing or the step before."""
    return "; " + say(N_("it counts from: {event}"), event=engine.pack.events[event]) if event else ""


def _steps(engine: Engine, edition: Edition) -> Iterator[Row]:
    for step in edition.steps:
        said = of_somebody(engine.pack.actors[step.actor], step.action)[language()]
        duration = f" ({term_text(step.duration)[language()]}{_from(engine, step.from_)})" if step.duration else ""
        yield f"{step.step}. {said}{duration}", step.when, step.cite

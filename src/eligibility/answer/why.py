"""Why a line of the checklist is what it is, in plain sentences."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eligibility.answer.clauses import clause, several_clause
from eligibility.answer.given_back import Quoted, answer_given, reason_given
from eligibility.answer.places import cite_in_act, cite_text
from eligibility.answer.readers import Reader
from eligibility.answer.short_form import value_text
from eligibility.answer.sources import source_text
from eligibility.law.logic import Several
from eligibility.law.vocabulary import Known
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.derivation import Reason, derivation, facts_behind, plan_of
from eligibility.reasoning.listing import ListRow
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Fixed, Lit
from eligibility.reasoning.questions import unknown_parameters, waits_for
from eligibility.words.catalogue import in_both
from eligibility.words.joining import conjoined, joined
from eligibility.words.text import N_, Text

BY_REFERENCE = N_(
    "For the documents the text points to paragraph {para} of the Standard, whose text is not at hand. "
    "The Standard was approved by: {act}. Basis: {place}."
)
DATED = N_("For orientation only, as known from: {source}.")
INDICATIVE = N_("For orientation only, as known from: {source}; {as_of}.")
UNKNOWN_AMOUNT = N_(
    "It is not known whether it is required: its amount on the day of filing is not at hand: {amounts}. Basis: {place}."
)


class _Words(NamedTuple):
    everybody: str
    required: str
    not_required: str
    undetermined: str
    unsaid: str
    certain: str


OF_THE_ACT = _Words(
    N_("Required of everybody. Basis: {place}."),
    N_("Required because {reasons}. Basis: {place}."),
    N_("Not required because {reasons}. Basis: {place}."),
    N_("Not determined yet. To be answered: {questions} Basis: {place}."),
    N_("The text does not say whether it is required here. Basis: {place}."),
    N_("Required whatever the answers that are still open. Basis: {place}."),
)
OF_A_SOURCE = _Words(
    N_("By this source everybody presents it. Reference to the Standard: {place}."),
    N_("By this source it is presented, because {reasons}. Reference to the Standard: {place}."),
    N_("By this source it is not presented, because {reasons}. Reference to the Standard: {place}."),
    N_(
        "Whether it is needed by this source is not determined yet. To be answered: {questions} "
        "Reference to the Standard: {place}."
    ),
    N_("This source does not say whether it is needed here. Reference to the Standard: {place}."),
    N_("By this source it is presented whatever the answers that are still open. Reference to the Standard: {place}."),
)
"""what is only known from elsewhere is no demand of the act"""
OF_WHAT_IS_KNOWN = _Words(
    N_("By this source everybody presents it."),
    N_("By this source it is presented, because {reasons}."),
    N_("By this source it is not presented, because {reasons}."),
    N_("Whether it is needed by this source is not determined yet. To be answered: {questions}"),
    N_("Whether it is needed here depends on the condition named in this line."),
    N_("By this source it is presented whatever the answers that are still open."),
)
"""of an act whose text is not at hand, so that no place in it can be named"""
OF_THE_OFFICE = _Words(
    N_("The office obtains it itself from state systems. Basis: {place}."),
    N_("The office obtains it itself from state systems, because {reasons}. Basis: {place}."),
    OF_THE_ACT.not_required,
    N_("If it is needed here, the office obtains it itself from state systems. Basis: {place}."),
    N_("The text does not say whether it is required here; if it is, the office obtains it itself. Basis: {place}."),
    N_("The office obtains it itself from state systems. Basis: {place}."),
)
"""asks nobody anything"""
OF_THE_OFFICE_AS_KNOWN = _Words(
    N_("By this source the office obtains it itself from state systems."),
    N_("By this source the office obtains it itself from state systems, because {reasons}."),
    OF_WHAT_IS_KNOWN.not_required,
    N_("By this source the office obtains it itself from state systems, if it is needed."),
    OF_WHAT_IS_KNOWN.unsaid,
    N_("By this source the office obtains it itself from state systems."),
)
OF_THE_OFFICE_BY_A_SOURCE = _Words(
    N_("By this source the office obtains it itself from state systems. Reference to the Standard: {place}."),
    N_(
        "By this source the office obtains it itself from state systems, because {reasons}. Reference to the Standard: {place}."
    ),
    OF_A_SOURCE.not_required,
    N_("By this source the office obtains it itself from state systems, if it is needed. Reference to the Standard: {place}."),
    OF_A_SOURCE.unsaid,
    N_("By this source the office obtains it itself from state systems. Reference to the Standard: {place}."),
)


def why(decision: Decision, line: Line, reader: Reader, quoted: Quoted = answer_given) -> Text:
    """One to three plain sentences: how far the line is law here, and what decides it."""
    source, text = source_of(line.entry.row), what_decides(decision, line, reader, quoted=quoted)
    return joined(" ", (source, text)) if source else text


def source_of(row: ListRow) -> Text | None:
    """Where what is no law here is known from."""
    if row.known is None:
        return None
    return _known_from(row.known) if row.reference or row.source else source_text(row.known)


def _known_from(known: Known) -> Text:
    """The source of a list that the text points to."""
    message = DATED if known.as_of.ru in known.source.ru else INDICATIVE
    return in_both(message, source=known.source, as_of=known.as_of)


def line_place(decision: Decision, line: Line) -> Text:
    """Where the line stands, in its own act or in the one that lists it."""
    home, cite = line.entry.row.home, line.entry.requirement.cite
    return cite_in_act(home, cite) if home else cite_text(decision.home, cite)


def what_decides(decision: Decision, line: Line, reader: Reader, on_paper: bool = False, quoted: Quoted = answer_given) -> Text:
    """Without the source, for lines told together under it: a citizen by the answers he gave, others by clauses about him and
    by where that stands. On paper that others may see some answers are not repeated."""
    own = reason_given(decision, line, on_paper, quoted) if reader == "citizen" else None
    return own or _by_clauses(decision, line)


def _by_clauses(decision: Decision, line: Line) -> Text:
    plan, row = plan_of(decision), line.entry.row
    place = line_place(decision, line)
    if row.standing == "by-reference" and row.reference:
        return in_both(
            BY_REFERENCE, para=row.reference.para, act=plan.acts[row.reference.act], place=place, of=decision.act.kind.name
        )
    return _what_decides(decision, line, plan, place)


def _what_decides(decision: Decision, line: Line, plan: Plan, place: Text) -> Text:
    words = _words(line)
    if line.status == "undetermined":
        facts = waits_for(decision, line.entry.due)
        if not facts:
            return _left_open(decision, line, words, place)
        asked = joined(" ", (plan.facts[fact].asked("desk") for fact in facts))
        return in_both(words.undetermined, questions=asked, place=place)
    if decision.slots[line.entry.due] is None:
        return in_both(words.certain, place=place)
    if isinstance(plan.tree(line.entry.due), Fixed):
        return in_both(words.everybody, place=place)
    reasons = conjoined(_said(decision, derivation(decision, line.entry.due).because))
    return in_both(words.required if line.status == "required" else words.not_required, reasons=reasons, place=place)


def _words(line: Line) -> _Words:
    row = line.entry.row
    if row.known is None:
        return OF_THE_ACT if line.of_applicant else OF_THE_OFFICE
    if row.reference:
        return OF_A_SOURCE if line.of_applicant else OF_THE_OFFICE_BY_A_SOURCE
    return OF_WHAT_IS_KNOWN if line.of_applicant else OF_THE_OFFICE_AS_KNOWN


def _left_open(decision: Decision, line: Line, words: _Words, place: Text) -> Text:
    """No answer settles it: an amount of the day is not at hand, or the text itself does not say."""
    unknown = unknown_parameters(decision, line.entry.due)
    if not unknown:
        return in_both(words.unsaid, place=place)
    names = joined(", ", (plan_of(decision).parameters[id].name for id in unknown))
    return in_both(UNKNOWN_AMOUNT, amounts=names, place=place)


def _said(decision: Decision, reasons: Iterable[Reason]) -> Iterator[Text]:
    for reason in dict.fromkeys(reasons):
        words = said(decision, reason)
        if words is not None:
            yield words
        else:
            yield from _said(decision, reason.because)


def said(decision: Decision, reason: Reason) -> Text | None:
    """A conclusion as a clause about the person; nothing for what is no fact or category."""
    plan, known = plan_of(decision), decision.facts
    if reason.truth is not None:
        return clause(plan, Lit(reason.slot, reason.truth), known)
    value = known.get(reason.name)
    return several_clause(plan, reason.name, value) if isinstance(value, Several) else None


def answers_behind(decision: Decision, slot: int) -> Iterator[tuple[str, Text, Text]]:
    """For a clerk: every fact a conclusion was read from, its question and its answer."""
    facts = plan_of(decision).facts
    for id in facts_behind(decision, slot):
        yield id, facts[id].asked("desk"), value_text(facts[id], decision.facts.get(id))

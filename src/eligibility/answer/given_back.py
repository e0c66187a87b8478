"""Why a line of the checklist is what it is, as a citizen is told it: by the answers he gave himself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from eligibility.answer.clauses import measured
from eligibility.answer.short_form import name_of, value_named
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.derivation import Reason, derivation, plan_of
from eligibility.reasoning.program import Atom, Compared, Fixed, Lit
from eligibility.reasoning.questions import unknown_parameters, waits_for
from eligibility.words.catalogue import in_both
from eligibility.words.joining import clauses, joined
from eligibility.words.text import LANGS, N_, Text


class _Sentences(NamedTuple):
    everybody: str
    required: str
    not_required: str
    unsaid: str
    certain: str


OF_THE_ACT = _Sentences(
    N_("Required of everybody."),
    N_("Required."),
    N_("Not required."),
    N_("Whether it is needed is not said {in_act}."),
    N_("Required whatever the answers that are still open."),
)
OF_A_SOURCE = _Sentences(
    N_("By this source everybody presents it."),
    N_("By this source it is presented."),
    N_("By this source it is not presented."),
    N_("Whether it is needed here depends on the condition named in this line."),
    N_("By this source it is presented whatever the answers that are still open."),
)
"""what is only known from elsewhere is no demand of the act"""
OF_AN_EDITION = OF_A_SOURCE._replace(unsaid=N_("The source does not say whether it is needed."))
"""of another act's text: it is the text that leaves it open, and no condition is named in the line"""
LIST_ELSEWHERE = N_(
    "The list of these documents stands in paragraph {para} of the Standard, which is not at hand here: "
    "ask the institution which documents are needed. The Standard was approved by: {act}."
)
BY_OFFICE = N_("The institution gets it itself from state systems.")
PERHAPS_BY_OFFICE = N_("If it is needed, the office obtains it itself from state systems.")
NOT_ANSWERED = N_("Not answered yet: {names}.")
AMOUNT_UNKNOWN = N_("It is not known whether it is needed: its amount on the day of filing is not at hand: {amounts}.")

OF_THESE = N_("Required of these: {category}.")
OF_THESE_ALONE = N_("Required of these alone: {category}.")
OF_ALL_BUT_THESE = N_("Required of all but these: {category}.")
"""the rule goes first where the answer alone would not explain it"""

YOUR_ANSWER = N_("Your answer: {given}.")
YOUR_ANSWERS = N_("Your answers: {given}.")
STATED = N_("As stated: {given}.")
BY_BIRTH_DATE = N_("By the date of birth: {given}.")
BY_YOUR_ANSWER = N_("By your answer.")
BY_WHAT_IS_STATED = N_("By what is stated.")
"""of what others need not read"""
BLANK = "\ue0fe", "\ue0ff"
"""signs that no text has; a long text without the first is told at once, as neither of its bytes is one of Cyrillic's"""


Quoted = Callable[[Decision, str], Text]
"""how the answer about a fact is given back"""


def answer_given(decision: Decision, id: str) -> Text:
    return value_named(plan_of(decision).facts[id], decision.facts[id], decision.case.addressee)


def blank(decision: Decision, id: str) -> Text:
    """A blank for a number or a day, so that the sentence is the same for all of which the edition says the same."""
    if id not in plan_of(decision).cells:
        return answer_given(decision, id)
    return Text(*(f"{BLANK[0]}{id}.{lang}{BLANK[1]}" for lang in LANGS))


def filled(decision: Decision, text: str, spelt: Callable[[str], str]) -> str:
    """With what was answered in the place of the blanks, spelt as the text needs it."""
    if BLANK[0] not in text:
        return text
    begin, *rest = text.split(BLANK[0])
    parts = [begin]
    for part in rest:
        blank_of, _, further = part.partition(BLANK[1])
        id, _, lang = blank_of.rpartition(".")
        answer = answer_given(decision, id)
        parts += (spelt(answer.kk if lang == "kk" else answer.ru), further)
    return "".join(parts)


def reason_given(decision: Decision, line: Line, on_paper: bool = False, quoted: Quoted = answer_given) -> Text | None:
    """The reason in the citizen's own answers; nothing where none of his answers decides it."""
    plan, due, row = plan_of(decision), line.entry.due, line.entry.row
    if row.standing == "by-reference" and row.reference:
        return in_both(LIST_ELSEWHERE, para=row.reference.para, act=plan.acts[row.reference.act])
    words = OF_THE_ACT if row.known is None else OF_AN_EDITION if row.source else OF_A_SOURCE
    if not line.of_applicant and line.status != "not-required":
        certain = line.status == "required"
        return in_both(BY_OFFICE if certain else PERHAPS_BY_OFFICE)
    if line.status == "undetermined":
        return _open(decision, line, words)
    if decision.slots[due] is None:
        return in_both(words.certain)
    if isinstance(plan.tree(due), Fixed):
        return in_both(words.everybody)
    reasons = tuple(dict.fromkeys(derivation(decision, due).because))
    facts = _facts_of(decision, reasons)
    if not facts:
        return None
    head = in_both(words.required if line.status == "required" else words.not_required)
    if on_paper and any(plan.facts[id].sensitive for id in facts):
        return joined(" ", (head, in_both(BY_WHAT_IS_STATED if decision.case.filing_for is None else BY_YOUR_ANSWER)))
    rule = _rule(decision, line, reasons) if row.known is None else None
    return joined(" ", (rule or head, *_given_back(decision, dict.fromkeys(facts) if rule else facts, quoted)))


def _open(decision: Decision, line: Line, words: _Sentences) -> Text:
    plan, due = plan_of(decision), line.entry.due
    if facts := waits_for(decision, due):
        to = decision.case.addressee
        return in_both(NOT_ANSWERED, names=clauses(name_of(plan, fact, to) for fact in facts))
    if unknown := unknown_parameters(decision, due):
        return in_both(AMOUNT_UNKNOWN, amounts=joined(", ", (plan.parameters[id].name for id in unknown)))
    return in_both(words.unsaid, in_act=decision.act.kind.in_)


def _rule(decision: Decision, line: Line, reasons: tuple[Reason, ...]) -> Text | None:
    """Whom the act asks for it, where that one category decides."""
    if len(reasons) > 1:
        return None
    [reason] = reasons
    category = plan_of(decision).named_categories.get(reason.name)
    if category is None or category.name is None:
        return None
    required = line.status == "required"
    if required and reason.truth is False:
        # Of a rule with more conditions than this one the exception is not all there is to it.
        alone = isinstance(plan_of(decision).tree(line.entry.due), Lit)
        return in_both(OF_ALL_BUT_THESE, category=category.name) if alone else None
    if required:
        return in_both(OF_THESE, category=category.name)
    return in_both(OF_THESE_ALONE, category=category.name) if reason.truth is False else None


def answers_behind_all(decision: Decision, lines: Iterable[Line]) -> Text | None:
    """The answers that together decide several lines, each given back once."""
    facts: dict[str, Text | None] = {}
    for line in lines:
        facts |= dict.fromkeys(_facts_of(decision, derivation(decision, line.entry.due).because))
    return joined(" ", _given_back(decision, facts, answer_given)) if facts else None


def _facts_of(decision: Decision, reasons: Iterable[Reason]) -> dict[str, Text | None]:
    return dict(fact for reason in reasons for leaf in reason.leaves for fact in _facts(decision, leaf))


def _facts(decision: Decision, leaf: Reason) -> Iterator[tuple[str, Text | None]]:
    """The known facts that a conclusion rests on, each with what it is measured by."""
    plan, known = plan_of(decision), decision.facts
    atom = plan.program.atoms[leaf.slot] if leaf.slot < len(plan.program.atoms) else None
    if not isinstance(atom, (Atom, Compared)):
        return
    asked = [id for id in atom.facts if id in plan.facts]
    measure = None if leaf.truth is None else measured(plan, atom, leaf.truth, known)
    yield from ((id, measure if id == atom.facts[0] else None) for id in asked if id in known)
    for id in asked:
        if id not in known:  # what is beside it leaves it no other value
            yield from ((one, None) for one in sorted(plan.beside.get(id, ())) if one in known and one in plan.facts)


def _given_back(decision: Decision, facts: Mapping[str, Text | None], quoted: Quoted) -> Iterator[Text]:
    """The answers, or what is stated in their place; apart from them what was counted from a date."""
    counted = decision.case.counted
    answered = [_pair(decision, id, measure, quoted) for id, measure in facts.items() if id not in counted]
    if answered:
        yours = YOUR_ANSWER if len(answered) == 1 else YOUR_ANSWERS
        yield in_both(STATED if decision.case.filing_for is None else yours, given=clauses(answered))
    born = [_pair(decision, id, measure, quoted) for id, measure in facts.items() if id in counted]
    if born:
        yield in_both(BY_BIRTH_DATE, given=clauses(born))


def _pair(decision: Decision, id: str, measure: Text | None, quoted: Quoted) -> Text:
    found = named(name_of(plan_of(decision), id, decision.case.addressee), quoted(decision, id))
    return Text(f"{found.kk} ({measure.kk})", f"{found.ru} ({measure.ru})") if measure else found


def named(name: Text, answer: Text) -> Text:
    """An answer given back: «мүгедектік – бірінші топ»."""
    return Text(f"{name.kk} – {answer.kk}", f"{name.ru} – {answer.ru}")

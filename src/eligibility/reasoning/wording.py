"""Conclusions said in words: facts, categories and citations as clauses in Kazakh and Russian."""

from collections.abc import Iterable, Mapping
from functools import cache

from eligibility.law.citation import citations, parse_citation
from eligibility.law.condition import All, Compare, Condition, Constant, Either, Name, Not, OneOf, Value, parsed
from eligibility.law.vocabulary import Bound, Cite, Duration, Fact, Phrase, Unit
from eligibility.reasoning.plan import INCOMPLETE, Plan
from eligibility.reasoning.program import Atom, Lit
from eligibility.words.catalogue import catalogue, in_both
from eligibility.words.text import LANGS, N_, NN_, Text


def clause(plan: Plan, literal: Lit, known: Mapping[str, Value]) -> Text | None:
    """What a slot's truth says about the person; nothing for slots that are no fact or category."""
    slot, holds = literal
    if slot >= len(plan.program.atoms):
        category = plan.named_categories.get(plan.program.nodes[slot - len(plan.program.atoms)].name)
        return None if category is None else category.says.holds if holds else category.says.fails
    atom = plan.program.atoms[slot]
    return fact_clause(plan.facts[atom.fact], atom, holds, known.get(atom.fact)) if isinstance(atom, Atom) else None


def fact_clause(fact: Fact, atom: Atom, holds: bool, value: Value | None) -> Text:
    if atom.at_least is not None:
        phrase = _says(fact).fails if holds else _says(fact).holds
        return Text(phrase.kk.format(n=atom.at_least), phrase.ru.format(n=atom.at_least))
    if fact.values is None:
        true = holds is (atom.values == (True,))
        return _says(fact).holds if true else _says(fact).fails
    if len(atom.values) == 1:
        choice = fact.values[str(atom.values[0])]
        return choice.holds if holds else choice.fails
    if value is not None:
        return fact.values[str(value)].holds
    if holds:
        return alternatives(fact.values[str(one)].holds for one in atom.values)
    return clauses(fact.values[str(one)].fails for one in atom.values)


def value_text(fact: Fact, value: Value | None) -> Text:
    """An answer as the question's menu shows it."""
    if value is None:
        return in_both(N_("not known"))
    if fact.values is not None:
        return fact.values[str(value)].label
    if isinstance(value, bool):
        return in_both(N_("yes")) if value else in_both(N_("no"))
    return Text(str(value), str(value))


def clauses(texts: Iterable[Text]) -> Text:
    return joined("; ", texts)


def alternatives(texts: Iterable[Text]) -> Text:
    found = list(texts)
    word = in_both(N_(" or "))
    return Text(word.kk.join(one.kk for one in found), word.ru.join(one.ru for one in found))


def joined(between: str, texts: Iterable[Text]) -> Text:
    found = list(texts)
    return Text(between.join(one.kk for one in found), between.join(one.ru for one in found))


@cache
def cite_text(annex: int, cite: Cite) -> Text:
    """Where a rule stands, as both languages' legal style names places."""
    first, *others = citations(cite)
    return joined("; ", [_one_cite(first, annex), *(_one_cite(one) for one in others)])


def _one_cite(text: str, annex: int | None = None) -> Text:
    """The annex is named once; further places are in the same one."""
    cite = parse_citation(text)
    if cite is None:
        raise ValueError(f"not a citation: {text!r}")
    if cite.body:
        parts = [in_both(N_("the decree"))]
    else:
        parts = [in_both(N_("annex {n}"), n=annex)] if annex is not None else []
    for message, number in (
        (N_("paragraph {n}"), cite.para),
        (N_("subparagraph {n})"), cite.sub),
        (N_("list {n}"), cite.list),
        (N_("line {n}"), cite.item),
        (N_("appendix {n} to the regulation"), cite.app),
        (N_("column {n}"), cite.col),
    ):
        if number is not None:
            parts.append(in_both(message, n=number))
    return joined(", ", parts)


def _says(fact: Fact) -> Phrase:
    if fact.says is None:
        raise ValueError("lint lets no such fact pass")
    return fact.says


def condition_text(plan: Plan, when: str) -> Text:
    """A rule's condition in words, whoever it is about."""
    return _condition(plan, parsed(when), True, outer=True)


def _condition(plan: Plan, tree: Condition, holds: bool, outer: bool = False) -> Text:
    match tree:
        case Not(part):
            return _condition(plan, part, not holds, outer)
        case All(parts) | Either(parts):
            said = [_condition(plan, part, holds) for part in parts]
            both = isinstance(tree, All) is holds
            text = _conjoined(said) if both else alternatives(said)
            return text if outer else Text(f"({text.kk})", f"({text.ru})")
        case Name(id) if id in plan.named_categories:
            says = plan.named_categories[id].says
            return says.holds if holds else says.fails
        case Name(id) if id == INCOMPLETE:
            return in_both(N_("the file is not complete")) if holds else in_both(N_("the file is complete"))
        case Name(id):
            return fact_clause(plan.facts[id], Atom(id, (True,)), holds, None)
        case OneOf(fact, values):
            return fact_clause(plan.facts[fact], Atom(fact, values), holds, None)
        case Compare(fact, op, value):
            return _comparison(plan.facts[fact], fact, op, value, holds)
        case Constant(None):
            return in_both(N_("the text does not say when"))
        case Constant():
            return in_both(N_("always"))


def _comparison(fact: Fact, id: str, op: str, value: Value, holds: bool) -> Text:
    if op in ("==", "!="):
        return fact_clause(fact, Atom(id, (value,)), holds is (op == "=="), None)
    bound = int(value) + (op in (">", "<="))
    return fact_clause(fact, Atom(id, at_least=bound), holds is op.startswith(">"), None)


def _conjoined(texts: Iterable[Text]) -> Text:
    found = list(texts)
    word = in_both(N_(" and "))
    return Text(word.kk.join(one.kk for one in found), word.ru.join(one.ru for one in found))


UNITS: dict[Unit, tuple[str, str]] = {
    "minutes": NN_("{n} minute", "{n} minutes"),
    "hours": NN_("{n} hour", "{n} hours"),
    "working-hours": NN_("{n} working hour", "{n} working hours"),
    "working-days": NN_("{n} working day", "{n} working days"),
    "calendar-days": NN_("{n} calendar day", "{n} calendar days"),
    "months": NN_("{n} month", "{n} months"),
}
"""as they stand after the words of a bound"""
BARE: dict[Unit, tuple[str, str]] = {
    "minutes": NN_("{n} minute long", "{n} minutes long"),
    "hours": NN_("{n} hour long", "{n} hours long"),
    "working-hours": NN_("{n} working hour long", "{n} working hours long"),
    "working-days": NN_("{n} working day long", "{n} working days long"),
    "calendar-days": NN_("{n} calendar day long", "{n} calendar days long"),
    "months": NN_("{n} month long", "{n} months long"),
}
BOUNDS: dict[Bound | None, str] = {
    None: N_("a term of {amount}"),
    "within": N_("within {amount}"),
    "at-most": N_("no more than {amount}"),
    "exactly": N_("{amount} exactly"),
    "not-before": N_("no sooner than {amount}"),
    "at-least": N_("no less than {amount}"),
}
ONCE_A_DAY = NN_("{n} time a day", "{n} times a day")
TIMES_A_DAY: dict[Bound | None, tuple[str, str]] = {
    "at-most": NN_("no more than {n} time a day", "no more than {n} times a day"),
    "at-least": NN_("no less than {n} time a day", "no less than {n} times a day"),
}


def duration_text(duration: Duration) -> Text:
    if duration.unit == "within-working-day":
        same = duration.bound == "exactly"
        return in_both(N_("on the same working day")) if same else in_both(N_("within the working day"))
    if duration.value is None or duration.unit == "unstated":
        return in_both(N_("the term is not stated"))
    if duration.unit == "times-per-day":
        return _counted(TIMES_A_DAY.get(duration.bound, ONCE_A_DAY), duration.value)
    units = UNITS if duration.bound else BARE
    amount = _counted(units[duration.unit], duration.value)
    if duration.plus is not None:
        amount = _conjoined([amount, _counted(units[duration.plus.unit], duration.plus.value)])
    return in_both(BOUNDS[duration.bound], amount=amount)


def _counted(messages: tuple[str, str], n: int) -> Text:
    return Text(*(catalogue(lang).plural(*messages, n).format(n=n) for lang in LANGS))

"""The short form in which answers are given back, for what has no clauses of its own: «{name}: {answer}»."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from eligibility.law.address import Addressee
from eligibility.law.condition import Compare, Other, Value, Window
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.logic import Facts, meant
from eligibility.law.ordered import DECIMALS, STEP, Number, Ordered, exact
from eligibility.law.vocabulary import Fact, FactType
from eligibility.reasoning.plan import Plan
from eligibility.words.catalogue import in_both
from eligibility.words.closed import yes_or_no
from eligibility.words.days import day_text, month_day_text
from eligibility.words.joining import alternatives, conjoined, joined
from eligibility.words.numerals import number_text
from eligibility.words.text import N_, Text

UNITS: dict[FactType, str] = {"years": N_("years"), "months": N_("months")}
NUMBERS: dict[str, str] = {
    ">=": N_("at least {bound}"),
    "<": N_("less than {bound}"),
    ">": N_("more than {bound}"),
    "<=": N_("at most {bound}"),
    "==": N_("equal to {bound}"),
    "!=": N_("other than {bound}"),
}
DAYS: dict[str, str] = {
    ">=": N_("{bound} or later"),
    "<": N_("before {bound}"),
    "==": N_("on {bound}"),
    "!=": N_("not on {bound}"),
}
OTHER_DAYS: dict[str, str] = {
    ">=": N_("not before this day: {bound}"),
    "<": N_("before this day: {bound}"),
    ">": N_("after this day: {bound}"),
    "<=": N_("not after this day: {bound}"),
    "==": N_("the same day: {bound}"),
    "!=": N_("another day than this: {bound}"),
}
OPPOSITE: dict[str, str] = {">=": "<", "<": ">=", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}


def told(named: Text, answer: Text) -> Text:
    """A name and what is said of it."""
    return Text(f"{named.kk}: {answer.kk}", f"{named.ru}: {answer.ru}")


def name_of(plan: Plan, id: str, to: Addressee = "desk") -> Text:
    """What a fact, a parameter or the day of filing is called; a fact without a name by its question."""
    if id == FILING_DAY:
        return in_both(N_("day of filing"))
    if id in plan.parameters:
        return plan.parameters[id].name
    fact = plan.facts[id]
    ask = fact.asked(to)
    return fact.name or Text(f"«{ask.kk}»", f"«{ask.ru}»")


def value_text(fact: Fact, value: Value | None, to: Addressee = "desk") -> Text:
    """An answer as it stands behind its question."""
    if isinstance(value, bool):
        return yes_or_no(value)
    return value_named(fact, value, to)


def value_named(fact: Fact, value: Value | None, to: Addressee = "desk") -> Text:
    """An answer as it stands behind the name of its fact."""
    if value is None:
        return in_both(N_("not known"))
    if isinstance(value, tuple):
        labels = [label_of(fact, one, to) for one in value]
        return joined(", ", labels) if labels else none_of_these()
    if fact.values is not None:
        return label_of(fact, value, to)
    if isinstance(value, bool):
        return (fact.answers.yes if value else fact.answers.no) if fact.answers else yes_or_no(value)
    return amount(value, fact.unit) if not isinstance(value, str) else Text(value, value)


def none_of_these() -> Text:
    return in_both(N_("none of these"))


def label_of(fact: Fact, value: Value, to: Addressee = "desk") -> Text:
    return (fact.values or {})[str(value)].called(to)


def amount(value: Ordered, unit: Text | None) -> Text:
    """A number with its unit, or a day."""
    if isinstance(value, date):
        return day_text(value)
    number = number_text(value)
    return Text(f"{number} {unit.kk}", f"{number} {unit.ru}") if unit else Text(number, number)


def chosen(fact: Fact, values: Sequence[Value], holds: bool, value: Value | None) -> Text:
    """That it is one of these values, or none of them; where the answer is known, the answer itself."""
    if value is not None:
        return value_named(fact, value)
    said = [value_named(fact, one) for one in values]
    return alternatives(said) if holds else conjoined(in_both(N_("not {answer}"), answer=one) for one in said)


def ordered(plan: Plan, id: str, op: str, bound: Ordered, holds: bool) -> Text:
    """How a number or a day compares with a fixed one."""
    words = DAYS if isinstance(bound, date) else NUMBERS
    return in_both(words[op if holds else OPPOSITE[op]], bound=amount(bound, unit_of(plan, id)))


def at_least(plan: Plan, id: str, bound: Ordered, holds: bool) -> Text:
    """The finest number there is above another stands for «more than» that one."""
    if isinstance(bound, date) or not is_finest(bound):
        return ordered(plan, id, ">=", bound, holds)
    return ordered(plan, id, ">", exact(bound - STEP), holds)


def is_finest(number: Number) -> bool:
    exponent = number.as_tuple().exponent if not isinstance(number, int) else 0
    return exponent == -DECIMALS


def unit_of(plan: Plan, id: str) -> Text | None:
    if id in plan.parameters:
        return plan.parameters[id].unit
    fact = plan.facts.get(id)
    if fact is None or fact.unit is not None:
        return fact.unit if fact else None
    return in_both(UNITS[fact.type]) if fact.type in UNITS else None


def compared(plan: Plan, tree: Compare | Window, holds: bool, known: Facts) -> Text:
    """How a fact compares with another, with a parameter or with a part of the year."""
    if isinstance(tree, Window):
        period = joined(" – ", map(month_day_text, (tree.first, tree.last)))
        return in_both(N_("within {period}") if holds else N_("not within {period}"), period=period)
    op, said = tree.op if holds else OPPOSITE[tree.op], tree.value
    if not isinstance(said, Other):
        raise TypeError(f"{tree} is compared with a fixed value")
    if said.id in plan.parameters:
        return in_both(NUMBERS[op], bound=_of_parameter(plan, said, known))
    day: Any = known.get(said.id)
    named = name_of(plan, said.id)
    return in_both(OTHER_DAYS[op], bound=named if day is None else _with_value(named, day_text(day)))


def _of_parameter(plan: Plan, said: Other, known: Facts) -> Text:
    """«40 × АЕК (147 680 теңге)»"""
    named, value = plan.parameters[said.id].name, meant(said, known)
    if said.times is not None:
        times = number_text(said.times)
        named = Text(f"{times} × {named.kk}", f"{times} × {named.ru}")
    return named if value is None else _with_value(named, amount(_ordered(value), plan.parameters[said.id].unit))


def _ordered(value: Any) -> Ordered:
    return value  # type: ignore[no-any-return]


def _with_value(named: Text, value: Text) -> Text:
    return Text(f"{named.kk} ({value.kk})", f"{named.ru} ({value.ru})")

"""What a fact is compared with must be of its kind: its values, numbers, days, parameters, other dates."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.condition import Compare, OneOf, Other, Value, Window, written_value
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import FactType
from eligibility.rulefiles.lint.conditions_at import ConditionAt
from eligibility.rulefiles.lint.defined import defined

COUNTED: tuple[FactType, ...] = ("years", "months", "number")
WHOLE: tuple[FactType, ...] = ("years", "months")


def compared(part: Compare | OneOf | Window, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    fact = part.fact
    kind = _kind(fact, pack)
    if kind is None:
        yield from defined("undefined-fact", fact, (*pack.facts, *pack.parameters, FILING_DAY), rule.place)
        return
    match part:
        case Window():
            if kind != "date":
                yield Diagnostic("window-of-no-day", rule.place, fact=fact, type=kind)
        case OneOf(_, values):
            for value in values:
                yield from _value(fact, kind, value, rule, pack)
        case Compare(_, _, Other() as other):
            yield from _other(fact, kind, other, rule, pack)
        case Compare(_, op, value):
            if op in ("==", "!=") or kind in (*COUNTED, "date"):
                yield from _value(fact, kind, value, rule, pack)
            else:
                yield _wrong(fact, kind, value, rule)


def _kind(fact: str, pack: Pack) -> FactType | None:
    if fact == FILING_DAY:
        return "date"
    if fact in pack.parameters:
        return "number"
    return pack.facts[fact].type if fact in pack.facts else None


def _wrong(fact: str, kind: FactType, value: Value | Other, rule: ConditionAt) -> Diagnostic:
    return Diagnostic("wrong-comparison", rule.place, fact=fact, type=kind, value=written_value(value))


def _value(fact: str, kind: FactType, value: Value | Other, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    said = {"fact": fact, "type": kind, "value": written_value(value)}
    match value:
        case str() if kind == "choice":
            yield from _choice(fact, value, rule, pack)
        case date() if kind != "date":
            yield Diagnostic("compared-with-a-day", rule.place, **said)
        case Decimal() if kind in WHOLE:
            yield Diagnostic("compared-with-a-fraction", rule.place, **said)
        case _ if not _fits(kind, value):
            yield Diagnostic("wrong-comparison", rule.place, **said)
        case _:
            pass


def _fits(kind: FactType, value: object) -> bool:
    match value:
        case bool():
            return kind == "bool"
        case date():
            return kind == "date"
        case int() | Decimal():
            return kind in COUNTED
        case _:
            return False


def _choice(fact: str, value: str, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    choices = pack.facts[fact].values or {}
    yield from defined("undefined-value", value, choices, rule.place)
    if value in choices and choices[value].stands_for:
        yield Diagnostic("inexact-value", rule.place, value=value, exact=", ".join(choices[value].stands_for))


def _other(fact: str, kind: FactType, other: Other, rule: ConditionAt, pack: Pack) -> Iterator[Diagnostic]:
    """A date beside another date, a number beside a parameter."""
    if kind == "date" and other.times is None:
        if _kind(other.id, pack) not in ("date", None):
            yield _wrong(fact, kind, other, rule)
        dates = (*(id for id, one in pack.facts.items() if one.type == "date"), FILING_DAY)
        if _kind(other.id, pack) is None:
            yield from defined("undefined-fact", other.id, dates, rule.place)
    elif kind in COUNTED and (other.times is not None or _kind(other.id, pack) is None):
        yield from defined("undefined-parameter", other.id, pack.parameters, rule.place)
    elif kind not in COUNTED or other.id not in pack.parameters:
        yield _wrong(fact, kind, other, rule)

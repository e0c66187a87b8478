"""What a rule of an edition is called and what it says, in the words of that edition."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eligibility.answer.amounts import term_text
from eligibility.answer.clauses import condition_text
from eligibility.answer.places import cite_in_act, cite_text
from eligibility.answer.short_form import name_of, told, value_named
from eligibility.answer.sources import CONFIDENCE
from eligibility.law.condition import Value
from eligibility.law.edition import Alternative, AsIn, RefusalReceipt
from eligibility.law.filing_facts import CHANNEL, FILED_BY, FILING_DAY, REQUEST
from eligibility.law.logic import facts_read
from eligibility.law.pack import Pack
from eligibility.law.validity import Validity
from eligibility.law.vocabulary import Duration, Home, Known
from eligibility.plain.records import key_of
from eligibility.reasoning.plan import Plan
from eligibility.review.comparison import RouteSum
from eligibility.review.difference_words import ABSENT, NOT_STATED, alternative_text, sum_text
from eligibility.review.placed_rules import PlacedRule
from eligibility.review.review_words import CLOSED, KEYS, TITLES
from eligibility.words.catalogue import in_both
from eligibility.words.closed import FORMS, yes_or_no
from eligibility.words.days import day_text
from eligibility.words.joining import alternatives, joined
from eligibility.words.text import N_, Text

CHOSEN: Mapping[str, str] = {"requests": REQUEST, "applicants": FILED_BY, "channels": CHANNEL}
"""sections whose rules are known by a value of a fact"""


class RuleWords:
    """Says what rules of one edition say."""

    def __init__(self, plan: Plan, pack: Pack) -> None:
        self._plan, self._pack = plan, pack

    def subject(self, one: PlacedRule) -> Text:
        """What tells the rule from the others of its section."""
        rule, section = one.rule, one.section
        named: Text | None = None
        match section:
            case "requests" | "applicants" | "channels":
                named = value_named(self._plan.facts[CHOSEN[section]], one.id)
            case "requirements":
                named = rule.name or self._pack.documents[one.id].name
            case "steps":
                named = joined(": ", (in_both(N_("step {n}"), n=rule.step), self._pack.actors[rule.actor]))
            case "results" | "refuse_to_accept" | "refuse_service":
                named = rule.text
            case "documents_from" | "terms_from":
                named = self._plan.acts[one.id]
            case "form" | "fee" | "receipts" | "pauses":
                named = in_both(CLOSED[one.id])
            case "flags":
                named = _same(one.id)
            case _:
                pass
        return named or in_both(TITLES[section])

    def place(self, one: PlacedRule) -> Text:
        """Where it stands; of a rule of another act with that act."""
        elsewhere = one.home.act != self._plan.home.act
        return cite_in_act(one.home, one.cite) if elsewhere else cite_text(one.home, one.cite)

    def label(self, one: PlacedRule, name: str) -> Text:
        held, old = one.section == "head" and name == "text", isinstance(getattr(one.rule, name, None), Validity)
        return in_both(KEYS["text_held" if held else "issued" if old else key_of(name)])

    def value(self, one: PlacedRule, name: str, value: Any) -> Text:
        """What it says under a key; that it says nothing there."""
        if name == "cite":
            return self.place(one)
        if value in (None, ()):
            return in_both(ABSENT.get(name, NOT_STATED))
        return _by_itself(value) or self._in_edition(one, name, value)

    def _in_edition(self, one: PlacedRule, name: str, value: Any) -> Text:
        match value:
            case Validity():
                return self._validity(one.home, value)
            case AsIn():
                return joined("; ", (self._plan.acts[value.act], _source(value.known)))
            case RefusalReceipt():
                return self._receipt(value)
            case tuple():
                return self._several(one, name, value)
            case _:
                return self._word(one, name, str(value))

    def condition(self, when: str) -> Text:
        return condition_text(self._plan, when)

    def accepted(self, one: Alternative) -> Text:
        return alternative_text(self._pack, self.condition, one)

    def total(self, one: RouteSum | None) -> Text:
        return in_both(NOT_STATED) if one is None else sum_text(self.condition, one)

    def route(self, route: str) -> Text:
        """A way of filing, and a variant of the service where the steps hang on it."""
        named = ((fact, id) for id in route.split("/") for fact in (CHANNEL, REQUEST))
        found = [value_named(self._plan.facts[fact], id) for fact, id in named if id in (self._plan.facts[fact].values or {})]
        return joined(", ", found) if found else in_both(N_("any way"))

    def hangs_on_day(self, slot: int) -> bool:
        """Whether a conclusion reads the day of filing, or what that day gives."""
        read = facts_read(self._plan.conditions[slot], self._plan.categories)
        return any(id == FILING_DAY or id in self._plan.parameters for id in read)

    def fact(self, id: str, value: Value) -> Text | None:
        """What is known of a person; nothing of what is no fact here."""
        fact = self._plan.facts.get(id)
        return told(name_of(self._plan, id), value_named(fact, value)) if fact else None

    def _several(self, one: PlacedRule, name: str, values: tuple[Any, ...]) -> Text:
        if name == "any_of":
            return alternatives(self.accepted(each) for each in values)
        if name == "shows":
            return joined(", ", (self._pack.receipt_fields[each].name for each in values))
        if name == "flags":
            return _same(", ".join(values))
        if name == "holds":
            return joined(", ", (in_both(TITLES[each]) for each in values))
        return joined(", ", (self._word(one, name, each) for each in values))

    def _word(self, one: PlacedRule, name: str, value: str) -> Text:
        match name:
            case "when":
                return self.condition(value)
            case "form" if one.section == "requirements" and value in FORMS:
                return in_both(FORMS[value])
            case "provider":
                return (self._pack.acts[self._plan.home.act].providers or {})[value]
            case "actor":
                return self._pack.actors[value]
            case "act":
                return self._plan.acts[value]
            case "from_":
                return self._pack.events[value]
            case "para":
                return _same(value)
            case _:
                return in_both(CLOSED[value])

    def _validity(self, home: Home, valid: Validity) -> Text:
        term = term_text(Duration(valid.unit, valid.value))
        return joined("; ", (term, cite_text(home, valid.cite))) if valid.cite else term

    def _receipt(self, receipt: RefusalReceipt) -> Text:
        parts = [in_both(N_("annex {n}"), n=receipt.annex), self._pack.actors[receipt.issued_by]]
        return joined(", ", [*parts, in_both(CLOSED[receipt.form])] if receipt.form else parts)


def _by_itself(value: Any) -> Text | None:
    """Of what says the same in every edition."""
    match value:
        case Text():
            return value
        case bool():
            return yes_or_no(value)
        case int():
            return _same(str(value))
        case date():
            return day_text(value)
        case Duration():
            return term_text(value)
        case Known():
            return _source(value)
        case _:
            return None


def _source(known: Known) -> Text:
    return joined("; ", (known.source, known.as_of, in_both(CONFIDENCE[known.confidence])))


def _same(text: str) -> Text:
    """An id or a number, which is the same in every language."""
    return Text(text, text)

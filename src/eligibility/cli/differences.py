"""The words of a comparison: sections, subjects and terms as people read them."""

from collections.abc import Iterable

from eligibility.answer.amounts import term_text
from eligibility.answer.clauses import condition_text
from eligibility.answer.places import cite_text
from eligibility.cli.language import lang, say
from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.law.edition import Alternative
from eligibility.law.filing_facts import CHANNEL, FILED_BY, REQUEST
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Duration, Home
from eligibility.review.comparison import Difference, Differences, RouteSum, Said, Section, Term
from eligibility.review.difference_words import (
    ABSENT,
    LABELS,
    NOT_STATED,
    SECTION_TITLES,
    SUBJECTS,
    VALUES,
    alternative_text,
    sum_text,
)
from eligibility.words.catalogue import in_both
from eligibility.words.closed import FORMS
from eligibility.words.joining import alternatives, joined
from eligibility.words.text import N_, Text


class Teller:
    """Says the parts of one comparison."""

    def __init__(self, engine: Engine, found: Differences) -> None:
        self._pack = engine.pack
        self.a, self.b = found.a, found.b
        self._ready = {key: engine.plan(key)[0] for key in (found.a, found.b)}
        numbers = {key: engine.acts[key.act].number for key in self._ready}
        alike = len(set(numbers.values())) < len(numbers)
        self._acts = {key: key.act if alike or number is None else f"№ {number}" for key, number in numbers.items()}

    def home(self, key: EditionKey) -> Home:
        return self._ready[key].home

    def act(self, key: EditionKey) -> str:
        """The short name that tells an edition's act from the other one."""
        return self._acts[key]

    def condition(self, when: str) -> Text:
        return condition_text(self._ready[self.a], when)

    def places(self, key: EditionKey, rules: Iterable[Said]) -> str:
        cites = dict.fromkeys(cite for rule in rules for cite in citations(rule.cite or ()))
        return cite_text(self.home(key), tuple(cites))[lang()] if cites else ""

    def subject(self, section: Section, one: Difference) -> Text:
        pack, id = self._pack, one.subject
        text = next((rule.text for rule in (*one.a, *one.b) if rule.text), None)
        match section:
            case "applicants":
                return self._choice(FILED_BY, id)
            case "requests" | "channels" | "route_sums":
                return joined(", ", (self._route(part) for part in id.split("/")))
            case "documents":
                return pack.documents[id].name
            case "results":
                outcome = pack.outcomes[id].text
                return outcome if text in (None, outcome) else joined(": ", (outcome, text or outcome))
            case "actor_terms":
                return pack.actors[id]
            case "documents_given" if id not in SUBJECTS:
                standard, para = id.rsplit("/", 1)
                act = pack.acts[standard]
                if act.number is None:
                    message = N_("reference to a Standard (approved by: {act}; its paragraph: {para})")
                else:
                    message = N_("reference to a Standard (approved by № {number}; its paragraph: {para})")
                return in_both(message, number=act.number, act=act.cited, para=para)
            case _:
                return in_both(SUBJECTS[id]) if id in SUBJECTS else text or in_both(SECTION_TITLES[section])

    def _route(self, id: str) -> Text:
        return self._choice(CHANNEL if id in (self._pack.facts[CHANNEL].values or {}) else REQUEST, id)

    def _choice(self, fact: str, id: str) -> Text:
        values = self._pack.facts[fact].values or {}
        return values[id].called("desk") if id in values else in_both(N_("any way"))

    def label(self, name: str) -> str:
        return say(LABELS[name])

    def rule(self, rule: Said, said: tuple[str, ...] = ()) -> str:
        """The terms of a rule, without those said already and those that go without saying."""
        told = (
            self.term(name, value) if name in ("sum", "duration") else f"{self.label(name)}: {self.term(name, value)}"
            for name, value in rule.terms.items()
            if name not in said and value != "listed"
        )
        return ", ".join(told)

    def term(self, name: str, value: Term | None) -> str:
        return self._term(name, value)[lang()]

    def _term(self, name: str, value: Term | None) -> Text:
        match value:
            case None:
                return in_both(ABSENT.get(name, NOT_STATED))
            case Text():
                return value
            case Duration():
                return term_text(value)
            case RouteSum():
                return sum_text(self.condition, value)
            case str():
                return self._word(name, value)
            case _:
                return self._several(name, value)

    def _several(self, name: str, values: tuple[str, ...] | tuple[Alternative, ...]) -> Text:
        options = [alternative_text(self._pack, self.condition, one) for one in values if isinstance(one, Alternative)]
        fields = (self._pack.receipt_fields[one].name for one in values if isinstance(one, str))
        return alternatives(options) if name == "any_of" else joined(", ", fields)

    def _word(self, name: str, value: str) -> Text:
        match name:
            case "when":
                return self.condition(value)
            case "form":
                return in_both(FORMS[value])
            case "issued_by":
                return self._pack.actors[value]
            case "standard":
                act = self._pack.acts[value]
                return Text(f"№ {act.number}", f"№ {act.number}") if act.number else act.cited
            case _:
                return in_both(VALUES[value]) if value in VALUES else Text(value, value)

"""The words of a comparison: sections, subjects and terms as people read them."""

from collections.abc import Iterable

from eligibility.answer.amounts import SUMS, term_text
from eligibility.answer.clauses import condition_text
from eligibility.answer.names import together
from eligibility.answer.places import cite_text
from eligibility.cli.language import lang, say
from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.law.edition import Alternative
from eligibility.law.filing_facts import CHANNEL, FILED_BY, REQUEST
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Duration, Home
from eligibility.review.comparison import (
    COMPARED,
    LISTED,
    NONE_NEEDED,
    Difference,
    Differences,
    RouteSum,
    Said,
    Section,
    Term,
)
from eligibility.words.catalogue import in_both
from eligibility.words.closed import FORMS
from eligibility.words.joining import alternatives, joined
from eligibility.words.text import N_, Text

SECTION_TITLES: dict[Section, str] = {
    "requests": N_("Variants of the service"),
    "applicants": N_("Who may file"),
    "for_whom": N_("For whom"),
    "form": N_("Form of the service"),
    "channels": N_("Where to file"),
    "fee": N_("Fee"),
    "documents_given": N_("How the documents are given"),
    "documents": N_("Documents"),
    "receipts": N_("Papers handed out on acceptance"),
    "results": N_("Results"),
    "stated_terms": N_("Total term stated in the text"),
    "route_sums": N_("Sum of the steps' terms by way of filing"),
    "actor_terms": N_("Terms of the steps by who acts"),
    "pauses": N_("Extension and suspension"),
    "refuse_to_accept": N_("Grounds to refuse to accept the documents"),
    "refuse_service": N_("Grounds to refuse the service"),
    "appeal": N_("Appeal"),
}
SUBJECTS: dict[str, str] = {
    "paper": N_("on paper"),
    "electronic": N_("electronic"),
    "electronic-partial": N_("electronic (partly automated)"),
    "electronic-full": N_("electronic (fully automated)"),
    "non-automated": N_("not automated"),
    "free": N_("free of charge"),
    "paid": N_("for a fee"),
    "talon": N_("talon"),
    "acceptance": N_("receipt of acceptance"),
    "referral": N_("referral"),
    "extension": N_("extension"),
    "suspension": N_("suspension"),
    LISTED: N_("the act itself lists documents"),
    NONE_NEEDED: N_("no papers are needed"),
    COMPARED: N_("originals and copies are shown for comparison, the originals are given back"),
}
NAMED: frozenset[Section] = frozenset({"requests", "applicants", "channels", "documents", "results", "actor_terms"})
"""sections whose subjects the rules themselves name"""

LABELS: dict[str, str] = {
    "any_of": N_("any one of"),
    "brought_by": N_("who brings it"),
    "copies": N_("how many copies"),
    "duration": N_("term"),
    "form": N_("in what form"),
    "inside": N_("runs inside another step's term"),
    "issued": N_("issued before the filing by no more than"),
    "issued_by": N_("who issues the receipt"),
    "name": N_("as the text names it"),
    "notice": N_("notice is given"),
    "only": N_("only for"),
    "para": N_("paragraph of the Standard"),
    "receipt_annex": N_("annex of the Standard with the receipt"),
    "shows": N_("what it shows"),
    "standard": N_("Standard"),
    "standing": N_("where it is from"),
    "sum": N_("sum"),
    "valid": N_("valid"),
    "when": N_("condition"),
}
VALUES: dict[str, str] = {
    "listed": N_("named in the act itself"),
    "by-reference": N_("by reference to the Standard"),
    "indicative": N_("for orientation only, known from elsewhere"),
    "filing": N_("filing the application"),
    "result": N_("receiving the result"),
    "inside-another-step": N_("yes"),
    "office": N_("the office obtains it itself"),
}
ABSENT: dict[str, str] = {"when": N_("always"), "inside": N_("no"), "brought_by": N_("the applicant")}
"""what it means that a rule has no such term; of the others it means that the text does not state it"""
NOT_STATED = N_("not stated")


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
                return self._sum(value)
            case str():
                return self._word(name, value)
            case _:
                return self._several(name, value)

    def _several(self, name: str, values: tuple[str, ...] | tuple[Alternative, ...]) -> Text:
        options = [self._alternative(one) for one in values if isinstance(one, Alternative)]
        fields = (self._pack.receipt_fields[one].name for one in values if isinstance(one, str))
        return alternatives(options) if name == "any_of" else joined(", ", fields)

    def _alternative(self, one: Alternative) -> Text:
        names = [self._pack.documents[id].name for id in one.documents]
        name = together(names) if len(names) > 1 else names[0]
        if one.when is None:
            return name
        return in_both(N_("{what} (condition: {condition})"), what=name, condition=self.condition(one.when))

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

    def _sum(self, total: RouteSum) -> Text:
        parts = [in_both(SUMS[one.unit], n=one.value) for one in total.sums]
        parts += [term_text(one) for one in total.apart]
        parts += [
            in_both(N_("{what} (condition: {condition})"), what=term_text(one.duration), condition=self.condition(one.when))
            for one in total.under
        ]
        if total.untimed:
            parts.append(in_both(N_("steps without a term: {n}"), n=total.untimed))
        return joined("; ", parts) if parts else in_both(N_("the term is not stated"))

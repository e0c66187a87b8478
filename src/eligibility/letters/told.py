"""What a decision tells, in one language: the same for everybody whose deciding facts are the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.catalogue import catalogue
from eligibility.contract import FORMS, Json
from eligibility.law.edition import ByReference
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Bound, Cite, Duration
from eligibility.law.words import Lang
from eligibility.letters.numbers import amount, term
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.explanation import known_from, ready, what_decides
from eligibility.reasoning.shown import lines_to_read
from eligibility.reasoning.wording import cite_text
from eligibility.standing import banner, status_reason
from eligibility.terms.ledger import Ledger, Row

View = Mapping[str, Any]

NAMED: tuple[Bound | None, ...] = (None, "exactly", "within", "at-most")
"""bounds that the name of a place says already"""


class Told:
    def __init__(self, decision: Decision, pack: Pack, answer: Json, ledger: Ledger, lang: Lang) -> None:
        self._decision, self._pack, self._answer, self._ledger, self._lang = decision, pack, answer, ledger, lang
        self.whole: View = self._whole()
        """as the templates read it"""

    def _whole(self) -> View:
        decision, lang = self._decision, self._lang
        return {
            "lang": lang,
            **self._standing(),
            "service": self._pack.title(decision.edition)[lang],
            "provider": decision.act.providers[decision.edition.provider][lang],
            "act": self._act(),
            "documents": self._documents(),
            "points": bool(decision.edition.documents_from),
            "comparison": self._comparison(),
            "places": list(self._places()),
            "hours": [{"text": one.text[lang], "place": self.place(one.cite)} for one in decision.edition.hours],
            "fee": self._fee(),
            "circle": self._circle(),
            "steps": [self._step(row) for row in self._ledger.rows],
            "stated_terms": list(self._stated_terms()),
            "terms_from": [self._pointer(one) for one in decision.edition.terms_from],
            "sums": self._sums(),
            "unsummed": self._ledger.unsummed,
            "end": self._ledger.end,
            "results": [one["text"][lang] for one in self._answer["results"]],
            "flags": [flag.text[lang] for flag in decision.flags() if flag.kind != "misprint"],
        }

    def _standing(self) -> View:
        life, act = self._decision.life, self._decision.act
        outside = not life.answers
        doubt = life.status != "in-force" and not outside
        return {
            "banner": banner(life, act)[self._lang] if outside else "",
            "caution": status_reason(life, act)[self._lang] if doubt else "",
        }

    def _act(self) -> View:
        act, edition = self._decision.act, self._decision.edition
        return {
            "cited": act.cited[self._lang],
            "annex": edition.annex,
            "amended": [one for one in act.amendments if edition.annex in one.annexes],
            "added": [one for one in act.amendments if edition.annex in one.adds],
        }

    def _documents(self) -> View:
        """Lines of the act itself, and apart from them what is only known from elsewhere."""
        groups: dict[str, list[View]] = {"required": [], "undetermined": [], "not_required": []}
        for line in lines_to_read(self._decision):
            if line.entry.row.known is None:
                groups[line.status.replace("-", "_")].append(self.line(line))
        return {**groups, "indicative": list(self._indicative())}

    def _indicative(self) -> Iterator[View]:
        known = [(line.entry.row.known, line) for line in lines_to_read(self._decision) if line.entry.row.known]
        for source in dict.fromkeys(source for source, _ in known):
            lines = [line for its_source, line in known if its_source == source]
            yield {
                "source": known_from(source)[self._lang],
                "presented": [self.line(line) for line in lines if line.status != "not-required"],
                "not_presented": [self.line(line) for line in lines if line.status == "not-required"],
            }

    def line(self, line: Line) -> View:
        form = FORMS[line.entry.requirement.form]
        names = [self._pack.documents[one].name[self._lang] for one in line.accepted]
        return {
            "name": self._name(line),
            "form": self.say(form) if form else "",
            "any_of": names if line.status != "not-required" else [],
            "why": what_decides(self._decision, line)[self._lang],
        }

    def _places(self) -> Iterator[View]:
        labels = ready(self._decision).facts["channel"].values or {}
        for channel in self._answer["channels"]:
            if channel["status"] != "closed":
                name = labels[channel["channel"]].label[self._lang]
                yield {"name": name, "open": channel["status"] == "open", "only": channel["only"] or ""}

    def _fee(self) -> View | None:
        fee = self._answer["fee"]
        return fee and {"status": fee["status"], "text": fee["text"][self._lang] if fee["text"] else ""}

    def _circle(self) -> View | None:
        circle = self._answer["for_whom"]
        return circle and {"status": circle["status"], "text": circle["text"][self._lang]}

    def _step(self, row: Row) -> View:
        return {
            "actor": self._pack.actors[row.step.actor][self._lang],
            "action": row.step.action[self._lang],
            "term": self.term(row.step.duration),
            "due": row.due,
            "open": row.alternative,
        }

    def term(self, duration: Duration | None) -> str:
        found = term(duration)
        return found[self._lang] if found else ""

    def length(self, duration: Duration | None) -> str:
        """A term for a place that is named a term itself."""
        if duration and duration.value and duration.bound in NAMED:
            return amount(duration.value, duration.unit)[self._lang]
        return self.term(duration)

    def _stated_terms(self) -> Iterator[View]:
        for one in self._ledger.stated:
            yield {
                "text": one.term.text[self._lang],
                "term": self.term(one.term.duration),
                "due": one.due if one.holds else None,
                "place": self.place(one.term.cite),
            }

    def _pointer(self, one: ByReference) -> View:
        return {
            "para": one.para,
            "standard": self._pack.standards[one.standard].cited[self._lang],
            "place": self.place(one.cite),
        }

    def _sums(self) -> list[str]:
        """Amounts of the steps added up; none while one of them is open."""
        sums = self._ledger.largest_first
        if any(one.value is None for one in sums):
            return []
        return [amount(one.value, one.unit)[self._lang] for one in sums if one.value is not None]

    def place(self, cite: Cite) -> str:
        return cite_text(self._decision.edition.annex, cite)[self._lang]

    def _comparison(self) -> str:
        """Where the text wants originals shown beside the copies; empty where it does not."""
        found = self._decision.edition.comparison
        return self.place(found.cite) if found else ""

    def _name(self, line: Line) -> str:
        requirement = line.entry.requirement
        own = requirement.name if not requirement.all_of else None
        return (own or self._pack.documents[line.entry.document].name)[self._lang]

    def say(self, message: str) -> str:
        return catalogue(self._lang)(message)

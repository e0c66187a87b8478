"""What a decision tells, in one language: the same for everybody whose deciding facts are the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from eligibility.answer.contract import FORMS
from eligibility.answer.contract_parts import Json
from eligibility.answer.in_force import banner, status_reason
from eligibility.law.edition import ByReference, Flag
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Bound, Cite, Duration
from eligibility.letters.numbers import amount, amounts, term
from eligibility.reasoning.decision import Decision, Line, closed_way
from eligibility.reasoning.explanation import known_from, ready, what_decides
from eligibility.reasoning.questions import is_unsaid
from eligibility.reasoning.remarks import Remarks, of_source
from eligibility.reasoning.shown import lines_to_read
from eligibility.reasoning.verdict import unsaid
from eligibility.reasoning.wording import cite_text
from eligibility.terms.course import Days
from eligibility.terms.ledger import Ledger, StepRow
from eligibility.words.catalogue import catalogue
from eligibility.words.text import Lang

View = Mapping[str, Any]

NAMED: tuple[Bound | None, ...] = (None, "exactly", "within", "at-most")
"""bounds that the name of a place says already"""


def due_view(days: Days | None, name: str = "due") -> View:
    """A last day where there is one, else the earliest and the latest possible one."""
    between = days.between if days else None
    return {name: days.one if days else None, f"{name}_between": list(between) if between else []}


class Told:
    def __init__(self, decision: Decision, pack: Pack, answer: Json, ledger: Ledger, lang: Lang) -> None:
        self._decision, self._pack, self._answer, self._ledger, self._lang = decision, pack, answer, ledger, lang
        self._remarks = Remarks(decision)
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
            **self._ways(),
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
            **due_view(self._ledger.end, "end"),
            "end_because": self._ledger.because[lang] if self._ledger.because else "",
            "results": [one["text"][lang] for one in self._answer["results"]],
            "refusal_unsaid": unsaid(decision) is not False,
            "flags": self._texts(self._remarks.rest()),
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
            "amended": [one for one in act.amendments if edition.annex in one.annexes and edition.annex not in one.inferred],
            "added": [one for one in act.amendments if edition.annex in one.adds],
        }

    def _documents(self) -> View:
        """Lines of the act itself, and apart from them what is only known from elsewhere."""
        groups: dict[str, list[View]] = {"required": [], "undetermined": [], "not_required": []}
        for line in lines_to_read(self._decision):
            if line.entry.row.known is None:
                named = line.entry.requirement.flags if line.status != "not-required" else ()
                groups[line.status.replace("-", "_")].append(self.line(line, self._remarks.of(named)))
        return {**groups, "indicative": list(self._indicative())}

    def _indicative(self) -> Iterator[View]:
        known = [(line.entry.row.known, line) for line in lines_to_read(self._decision) if line.entry.row.known]
        for source in dict.fromkeys(source for source, _ in known):
            lines = [line for its_source, line in known if its_source == source]
            yield {
                "source": known_from(source)[self._lang],
                "presented": [self.line(line, flags) for line, flags in self._of_source(lines)],
                "not_presented": [self.line(line) for line in lines if line.status == "not-required"],
            }

    def _of_source(self, lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[Flag, ...]]]:
        """Each remark of the source once."""
        told: set[Flag] = set()
        for line in lines:
            if line.status != "not-required":
                flags = tuple(flag for flag in of_source(self._decision, line) if flag not in told)
                told.update(flags)
                yield line, flags

    def _texts(self, flags: Iterable[Flag]) -> list[str]:
        return [flag.text[self._lang] for flag in flags]

    def _ways(self) -> View:
        """The way chosen where nothing can be filed by it, and those by which it can."""
        way, names = closed_way(self._decision), ready(self._decision).facts[CHANNEL].values or {}
        channels = self._decision.channels() if way else ()
        open_ways = [id for id, opened, one in channels if opened and not (one and one.only == "result")]
        return {
            "closed_way": names[way].label[self._lang] if way else "",
            "open_ways": [names[id].label[self._lang] for id in dict.fromkeys(open_ways)],
        }

    def line(self, line: Line, flags: Iterable[Flag] = ()) -> View:
        form = FORMS[line.entry.requirement.form]
        names = [self._pack.documents[one].name[self._lang] for one in line.accepted]
        return {
            "name": self._name(line),
            "form": self.say(form) if form else "",
            "any_of": names if line.status != "not-required" else [],
            "why": what_decides(self._decision, line)[self._lang],
            "flags": self._texts(flags),
        }

    def _places(self) -> Iterator[View]:
        labels = ready(self._decision).facts[CHANNEL].values or {}
        count = len(self._decision.edition.channels)
        for at, channel in enumerate(self._answer["channels"]):
            if channel["status"] != "closed":
                name = labels[channel["channel"]].label[self._lang]
                found = {"name": name, "open": channel["status"] == "open", "only": channel["only"] or ""}
                silent = at < count and is_unsaid(self._decision, "channel", at)
                yield {**found, "unsaid": silent, "flags": self._texts(self._remarks.of(channel["flags"]))}

    def _fee(self) -> View | None:
        fee = self._answer["fee"]
        if not fee:
            return None
        text = fee["text"][self._lang] if fee["text"] else ""
        open_fees = [at for at in range(len(self._decision.edition.fee)) if self._decision.truth("fee", at) is None]
        silent = bool(open_fees) and all(is_unsaid(self._decision, "fee", at) for at in open_fees)
        found = {"status": fee["status"], "text": text, "unsaid": fee["status"] == "undetermined" and silent}
        return {**found, "flags": self._texts(self._remarks.of(fee["flags"]))}

    def _circle(self) -> View | None:
        circle = self._answer["for_whom"]
        if not circle:
            return None
        text, flags = circle["text"][self._lang], self._texts(self._remarks.of(circle["flags"]))
        return {"status": circle["status"], "text": text, "unsaid": is_unsaid(self._decision, "circle", 0), "flags": flags}

    def _step(self, row: StepRow) -> View:
        return {
            "actor": self._pack.actors[row.step.actor][self._lang],
            "action": row.step.action[self._lang],
            "term": self.term(row.step.duration),
            "from_event": self._event(row.step.from_),
            **due_view(row.dues),
            "open": row.alternative,
            "flags": self._texts(self._remarks.of(row.step.flags)),
        }

    def _event(self, event: str | None) -> str:
        """What a term counts from, where that is not the filing."""
        return self._pack.events[event][self._lang] if event else ""

    def term(self, duration: Duration | None) -> str:
        found = term(duration)
        return found[self._lang] if found else ""

    def length(self, duration: Duration | None) -> str:
        """A term for a place that is named a term itself."""
        if duration and duration.value and duration.bound in NAMED:
            return amounts(duration.value, duration)[self._lang]
        return self.term(duration)

    def _stated_terms(self) -> Iterator[View]:
        for one in self._ledger.stated:
            yield {
                "text": one.term.text[self._lang],
                "term": self.term(one.term.duration),
                "from_event": self._event(one.term.from_),
                **due_view(one.dues if one.holds else None),
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

"""A decision as one letter's template reads it: a plain mapping, every text in the letter's language and in the nominative."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from eligibility.catalogue import catalogue
from eligibility.contract import FORMS
from eligibility.engine import Engine
from eligibility.intake.verdict import REMARKS
from eligibility.law.edition import Ground, Pause
from eligibility.law.vocabulary import Cite, Duration
from eligibility.law.words import Lang
from eligibility.letters.answer import answer_of
from eligibility.letters.kinds import Basis
from eligibility.letters.numbers import amount, term
from eligibility.letters.stated import Office, Statement
from eligibility.reasoning.case import Person, Presented
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.explanation import Reason, derivation, ready, said, why
from eligibility.reasoning.wording import cite_text
from eligibility.standing import banner, status_reason
from eligibility.terms.ledger import Row

SOLE = "sole"
"""a Standard's only annex, which has no number"""

View = Mapping[str, Any]


class Facts:
    """A decision about one person, with what it says."""

    def __init__(self, decision: Decision, engine: Engine) -> None:
        self.decision = decision
        self.engine = engine
        self.answer = answer_of(decision, engine)


def view(facts: Facts, basis: Basis, statement: Statement, office: Office, lang: Lang) -> View:
    return _View(facts, basis, statement, office, lang).whole()


class _View:
    def __init__(self, facts: Facts, basis: Basis, statement: Statement, office: Office, lang: Lang) -> None:
        self._facts, self._basis, self._statement, self._office, self._lang = facts, basis, statement, office, lang
        self._decision, self._pack = facts.decision, facts.engine.pack

    def whole(self) -> View:
        decision, lang = self._decision, self._lang
        return {
            "lang": lang,
            "kind": self._basis.kind,
            **self._standing(),
            "office": {key: getattr(self._office, key)[lang] for key in Office.__dataclass_fields__},
            "number": self._statement.number,
            "accepted_on": self._accepted_on(),
            "provided": self._statement.term[lang],
            "service": self._pack.services[decision.edition.service].title[lang],
            "provider": decision.act.providers[decision.edition.provider][lang],
            "act": self._act(),
            "person": _person(decision.case.person),
            "documents": self._documents(),
            "places": list(self._places()),
            "fee": self._fee(),
            "circle": self._circle(),
            "steps": [self._step(row) for row in self._facts.answer.ledger.rows],
            "stated_terms": list(self._stated_terms()),
            "sums": self._sums(),
            "end": self._facts.answer.ledger.end,
            "results": [one["text"][lang] for one in self._facts.answer.json["results"]],
            "receipt": self._receipt(),
            "presented": [self._presented(one) for one in decision.case.submitted or ()],
            "missing": [self._missing(line) for line in self._basis.missing],
            "stated_missing": [one.text[lang] for one in self._statement.missing],
            "grounds": [self._ground(at, ground) for at, ground in self._basis.grounds],
            "stated_ground": self._statement.ground[lang] if self._basis.stated else "",
            "result": self._result(),
            "pause": self._pause(self._basis.pause) if self._basis.pause else None,
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

    def _accepted_on(self) -> date:
        return self._statement.accepted_on or self._decision.case.on

    def _act(self) -> View:
        act, edition = self._decision.act, self._decision.edition
        return {
            "issuer": act.issuer[self._lang],
            "number": act.number,
            "title": act.title[self._lang],
            "adopted": act.adopted,
            "annex": edition.annex,
        }

    def _place(self, cite: Cite) -> str:
        return cite_text(self._decision.edition.annex, cite)[self._lang]

    def _name(self, line: Line) -> str:
        requirement = line.entry.requirement
        own = requirement.name if not requirement.all_of else None
        return (own or self._pack.documents[line.entry.document].name)[self._lang]

    def _say(self, message: str) -> str:
        return catalogue(self._lang)(message)

    def _documents(self) -> View:
        """Lines of the act itself, and apart from them what is only known from elsewhere."""
        groups: dict[str, list[View]] = {"required": [], "undetermined": [], "not_required": [], "indicative": []}
        for line in self._decision.lines:
            status = line.status.replace("-", "_")
            group = "indicative" if line.standing == "indicative" and status != "not_required" else status
            groups[group].append(self._line(line))
        return groups

    def _line(self, line: Line) -> View:
        form = FORMS[line.entry.requirement.form]
        names = [self._pack.documents[one].name[self._lang] for one in line.accepted]
        return {
            "name": self._name(line),
            "form": self._say(form) if form else "",
            "any_of": names if line.status != "not-required" else [],
            "why": why(self._decision, line)[self._lang],
        }

    def _places(self) -> Iterator[View]:
        labels = ready(self._decision).facts["channel"].values or {}
        for channel in self._facts.answer.json["channels"]:
            if channel["status"] != "closed":
                name = labels[channel["channel"]].label[self._lang]
                yield {"name": name, "open": channel["status"] == "open", "only": channel["only"] or ""}

    def _fee(self) -> View | None:
        fee = self._facts.answer.json["fee"]
        return fee and {"status": fee["status"], "text": fee["text"][self._lang] if fee["text"] else ""}

    def _circle(self) -> View | None:
        circle = self._facts.answer.json["for_whom"]
        return circle and {"status": circle["status"], "text": circle["text"][self._lang]}

    def _step(self, row: Row) -> View:
        return {
            "actor": self._pack.actors[row.step.actor][self._lang],
            "action": row.step.action[self._lang],
            "term": self._term(row.step.duration),
            "due": row.due,
            "open": row.alternative,
        }

    def _term(self, duration: Duration | None) -> str:
        found = term(duration)
        return found[self._lang] if found else ""

    def _stated_terms(self) -> Iterator[View]:
        for one in self._facts.answer.ledger.stated:
            yield {
                "text": one.term.text[self._lang],
                "term": self._term(one.term.duration),
                "due": one.due if one.holds else None,
                "place": self._place(one.term.cite),
            }

    def _sums(self) -> list[str]:
        """Amounts of the steps added up; none while one of them is open."""
        sums = self._facts.answer.ledger.largest_first
        if any(one.value is None for one in sums):
            return []
        return [amount(one.value, one.unit)[self._lang] for one in sums if one.value is not None]

    def _receipt(self) -> View | None:
        receipt = self._basis.receipt
        if receipt is None:
            return None
        rows = [
            {"name": self._pack.receipt_fields[field][self._lang], "field": field, "value": self._filled(field)}
            for field in receipt.shows
        ]
        return {"rows": rows, "place": self._place(receipt.cite)}

    def _filled(self, field: str) -> str | date:
        """A receipt's field, empty where nobody supplied it."""
        values: dict[str, str | date | None] = {
            "registration-date": self._accepted_on(),
            "application-date": self._accepted_on(),
            "result-date": self._result_day(),
            "application-number": self._statement.number,
            "service-kind": self._pack.services[self._decision.edition.service].title[self._lang],
            "accepted-by": self._office.clerk[self._lang],
            "inspector": self._office.clerk[self._lang],
        }
        return values.get(field) or ""

    def _result_day(self) -> date | None:
        """Only of terms counted from the day of the case itself."""
        if self._accepted_on() != self._decision.case.on:
            return None
        stated = {one.due for one in self._facts.answer.ledger.stated if one.holds}
        return stated.pop() if len(stated) == 1 else None if stated else self._facts.answer.ledger.end

    def _presented(self, one: Presented) -> View:
        form = one.form if one.form in FORMS else ""
        return {
            "name": self._pack.documents[one.document].name[self._lang],
            "form": self._say(FORMS[form]) if form else "",
            "electronic": one.form == "electronic",
        }

    def _missing(self, line: Line) -> View:
        remarks = line.brought.remarks if line.brought else ()
        return {**self._line(line), "remarks": [self._say(REMARKS[remark]) for remark in remarks]}

    def _ground(self, at: int, ground: Ground) -> View:
        standard = self._pack.standards[ground.standard] if ground.standard else None
        annex = ground.receipt.annex if ground.receipt else ""
        return {
            "text": ground.text[self._lang],
            "place": self._place(ground.cite),
            "facts": list(self._facts_of(at)),
            "standard": standard.title[self._lang] if standard else "",
            "standard_number": standard.number if standard else "",
            "standard_day": standard.adopted if standard else None,
            "standard_by": standard.approved_by[self._lang] if standard else "",
            "para": ground.para or "",
            "annex": "" if annex == SOLE else annex,
            "sole_annex": annex == SOLE,
            "issued_by": self._pack.actors[ground.receipt.issued_by][self._lang] if ground.receipt else "",
        }

    def _facts_of(self, at: int) -> Iterable[str]:
        """What the ground was read from, as clauses about the person."""
        name = "refusal-ground" if self._basis.kind == "refusal" else "accept-ground"
        reason = derivation(self._decision, ready(self._decision).slots[f"{name}:{at}"])
        found = [clause[self._lang] for one in _leaves(reason) if (clause := said(self._decision, one)) is not None]
        return dict.fromkeys(found)

    def _result(self) -> View | None:
        result = self._basis.result
        return {"text": result.text[self._lang], "place": self._place(result.cite)} if result else None

    def _pause(self, pause: Pause) -> View:
        return {
            "text": pause.text[self._lang],
            "length": self._term(pause.duration),
            "notice": self._term(pause.notice),
            "place": self._place(pause.cite),
        }


def _leaves(reason: Reason) -> Iterator[Reason]:
    if not reason.because:
        yield reason
    for below in reason.because:
        yield from _leaves(below)


def _person(person: Person | None) -> View:
    found = person or Person()
    names = (found.surname, found.name, found.patronymic)
    return {
        "name": " ".join(name for name in names if name),
        "iin": found.iin or "",
        "address": found.address or "",
        "phone": found.phone or "",
    }

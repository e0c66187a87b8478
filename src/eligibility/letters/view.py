"""A decision as one letter's template reads it: a plain mapping, every text in the letter's language and in the nominative."""

from datetime import date

from eligibility.answer.line import AnswerLine
from eligibility.law.citation import citations
from eligibility.law.edition import Ground, Pause
from eligibility.law.vocabulary import Cite, Filling
from eligibility.letters.decision_view import OnPaper, View, due_view
from eligibility.letters.kinds import Basis
from eligibility.letters.numbers import count_words
from eligibility.letters.statement import OF_OFFICE, Office, Statement
from eligibility.reasoning.case import Person, Presented
from eligibility.reasoning.decision import Ruled
from eligibility.terms.course import Days
from eligibility.words.closed import form_text
from eligibility.words.days import day_text
from eligibility.words.text import Lang

SOLE = "sole"
"""a Standard's only annex, which has no number"""


def view(told: OnPaper, basis: Basis, statement: Statement, office: Office, person: Person | None, lang: Lang) -> View:
    return _View(told, basis, statement, office, person, lang).whole()


class _View:
    def __init__(
        self, told: OnPaper, basis: Basis, statement: Statement, office: Office, person: Person | None, lang: Lang
    ) -> None:
        self._basis, self._statement, self._office, self._person, self._lang = basis, statement, office, person, lang
        self._answer, self._decision, self._pack = told.answer, told.answer.decision, told.answer.pack
        self._told = told.view(lang)
        self._remarks = self._answer.remarks("citizen")

    def whole(self) -> View:
        decision, lang = self._decision, self._lang
        return {
            **self._told.whole,
            "office": {**{key: getattr(self._office, key)[lang] for key in OF_OFFICE}, "logo": self._office.logo is not None},
            "number": self._statement.number,
            "on": decision.case.on,
            "accepted_on": self._accepted_on(),
            "provided": self._statement.term[lang],
            "person": _person(self._person),
            "receipt": self._receipt(),
            **due_view(self._result_days(), "result_day"),
            "presented": [self._presented(one) for one in decision.case.submitted or ()],
            "missing": [self._missing(line) for line in self._basis.missing],
            "unclear": [self._missing(line) for line in self._basis.unclear],
            "perhaps_missing": [self._told.line(line) for line in self._answer.lines if _perhaps_missing(line)],
            "stated_missing": [one.text[lang] for one in self._statement.missing],
            "grounds": list(map(self._ground, self._basis.grounds)),
            "stated_ground": self._statement.ground[lang] if self._basis.stated else "",
            "stated_basis": self._statement.basis[lang],
            "circumstances": self._statement.circumstances[lang],
            "electronic": self._electronic(),
            "issued_as": self._issued_as(),
            "result": self._result(),
            "pause": self._pause(self._basis.pause) if self._basis.pause else None,
        }

    def _electronic(self) -> bool:
        """Whether the text wants the paper itself issued as an electronic document, so that a print is none."""
        receipts = [one.rule.receipt for one in self._basis.grounds if one.rule.receipt]
        refused = self._basis.kind == "refuse-acceptance" and any(one.form == "electronic" for one in receipts)
        rule = self._basis.receipt or self._basis.result
        return refused or (rule is not None and rule.form == "electronic")

    def _issued_as(self) -> str:
        result = self._basis.result
        return result.issued_as[self._lang] if result and result.issued_as else ""

    def _accepted_on(self) -> date:
        return self._statement.accepted_on or self._decision.case.on

    def _receipt(self) -> View | None:
        receipt = self._basis.receipt
        if receipt is None:
            return None
        return {"rows": [self._row(field) for field in receipt.shows], "place": self._told.place(_outermost(receipt.cite))}

    def _row(self, id: str) -> View:
        field = self._pack.receipt_fields[id]
        value = self._filled(field.fills) if field.fills else ""
        return {"name": field.name[self._lang], "field": id, "fills": field.fills or "", "value": value}

    def _filled(self, filling: Filling) -> str:
        """What stands in a receipt's field, empty where nobody supplied it."""
        match filling:
            case "accepted-on":
                return day_text(self._accepted_on())[self._lang]
            case "result-day":
                days = self._result_days()
                return day_text(days.one)[self._lang] if days and days.one else ""
            case "number":
                return self._statement.number
            case "documents":
                return count_words(len(self._decision.case.submitted or ()), self._lang)
            case "service":
                return self._answer.title[self._lang]
            case "clerk":
                return self._office.clerk[self._lang]

    def _result_days(self) -> Days | None:
        """Only of terms counted from the day of the case itself."""
        return self._answer.result_days if self._accepted_on() == self._decision.case.on else None

    def _presented(self, one: Presented) -> View:
        form = form_text(one.form)
        return {
            "name": self._pack.documents[one.document].name[self._lang],
            "form": form[self._lang] if form else "",
            "electronic": one.form == "electronic",
            "copies": one.copies,
        }

    def _missing(self, line: AnswerLine) -> View:
        told = dict(zip(line.brought.remarks, line.brought_remarks, strict=True)) if line.brought else {}
        original = told.pop("original-not-shown", None) is not None
        remarks = [remark[self._lang] for remark in told.values()]
        view = self._told.line(line, self._remarks.of(line.requirement.flags))
        return {**view, "remarks": remarks, "original_lacking": original}

    def _ground(self, one: Ruled[Ground]) -> View:
        ground = one.rule
        standard = self._pack.acts[ground.act] if ground.act else None
        annex = ground.receipt.annex if ground.receipt else ""
        return {
            "text": ground.text[self._lang],
            "place": self._answer.place_of(ground.cite, self._decision.home_of(one.slot))[self._lang],
            "standard": (standard.title and getattr(standard.title, self._lang)) or "" if standard else "",
            "standard_cited": standard.cited[self._lang] if standard else "",
            "para": ground.para or "",
            "annex": "" if annex == SOLE else annex,
            "sole_annex": annex == SOLE,
            "issued_by": self._pack.actors[ground.receipt.issued_by][self._lang] if ground.receipt else "",
        }

    def _result(self) -> View | None:
        result = self._basis.result
        if result is None:
            return None
        with_term = result.notice == "with-term" or bool(self._statement.term[self._lang])
        # Of a text that says no more than «notice», the office writes what it tells.
        bare = result.text == self._pack.outcomes[result.outcome].text
        text = "" if bare else result.text[self._lang]
        told = result.told[self._lang] if result.told else ""
        return {"text": text, "told": told, "place": self._told.place(result.cite), "with_term": with_term}

    def _pause(self, pause: Pause) -> View:
        return {
            "text": pause.text[self._lang],
            "length": self._told.length(pause.duration),
            "limit": pause.duration is not None and pause.duration.bound == "at-most",
            "notice": self._told.length(pause.notice),
            "place": self._told.place(pause.cite),
        }


def _outermost(cite: Cite) -> Cite:
    """Without the places that lie within another one that is named."""
    found = citations(cite)
    return tuple(one for one in found if not any(one.startswith((f"{other} ", f"{other}(")) for other in found))


def _perhaps_missing(line: AnswerLine) -> bool:
    return (
        line.status == "undetermined"
        and line.of_applicant
        and line.standing != "indicative"
        and not (line.brought and line.brought.counts is True)
    )


def _person(person: Person | None) -> View:
    found = person or Person()
    names = (found.surname, found.name, found.patronymic)
    return {
        "name": " ".join(name for name in names if name),
        "iin": found.iin or "",
        "address": found.address or "",
        "phone": found.phone or "",
    }

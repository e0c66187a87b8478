"""What an answer tells on paper, in one language: the same for everybody whose deciding facts are the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Any

from eligibility.answer.answer import Answer
from eligibility.answer.in_short import no_day_because
from eligibility.answer.line import AnswerLine
from eligibility.answer.places import cite_text
from eligibility.answer.remarks import remark_text
from eligibility.answer.sources import source_text
from eligibility.answer.term_reasons import end_because, moved_filing
from eligibility.law.edition import Appeal, ByReference, EditionSection, Flag
from eligibility.law.life import touching
from eligibility.law.vocabulary import ActKind, Amendment, Bound, Cite, Contact, Duration, Known
from eligibility.letters.fingerprints import fingerprints
from eligibility.letters.numbers import amount, amounts, figure, term
from eligibility.reasoning.decision import Ruled
from eligibility.reasoning.verdict import unsaid
from eligibility.terms.course import Days
from eligibility.terms.ledger import StepRow
from eligibility.words.text import Lang, Text

View = Mapping[str, Any]

NAMED: tuple[Bound | None, ...] = (None, "exactly", "within", "at-most")
"""bounds that the name of a place says already"""
TOLD_ABSENT: tuple[EditionSection, ...] = (
    "channels",
    "fee",
    "for_whom",
    "stated_terms",
    "requirements",
    "refuse_to_accept",
    "appeal",
)
"""what a paper tells apart where it is not there: not said, or not at hand"""
KIND_FORMS = {"name": "name", "of": "of", "by": "by", "in": "in_"}
"""the words of an act's kind, as templates name them"""
BELONGING = {True: "yes", False: "no", None: "undetermined"}


def due_view(days: Days | None, name: str = "due") -> View:
    """A last day where there is one, else the earliest and the latest possible one."""
    between = days.between if days else None
    return {name: days.one if days else None, f"{name}_between": list(between) if between else []}


class LateView(Mapping[str, Any]):
    """A view of which some parts are made for the papers that print them alone: reasons, and what hangs on them."""

    def __init__(self, found: View, late: Mapping[str, Callable[[], Any]]) -> None:
        self._found, self._late = found, late

    def __getitem__(self, key: str) -> Any:
        return self._late[key]() if key in self._late else self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter((*self._found, *self._late))

    def __len__(self) -> int:
        return len(self._found) + len(self._late)


class OnPaper:
    """An answer made ready for papers: what they tell is made once for everybody it is the same for."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self._views: dict[Lang, AnswerView] = {}

    def view(self, lang: Lang) -> "AnswerView":
        if lang not in self._views:
            self._views[lang] = AnswerView(self.answer, lang)
        return self._views[lang]

    @cached_property
    def fingerprints(self) -> str:
        return fingerprints(self.answer)


class AnswerView:
    """The answer in one language, as the templates read it."""

    def __init__(self, answer: Answer, lang: Lang) -> None:
        self._answer, self._lang = answer, lang
        self._remarks = answer.remarks("citizen")
        self.whole: View = self._whole()
        """as the templates read it"""

    def _whole(self) -> View:
        answer, edition, lang = self._answer, self._answer.edition, self._lang
        ledger, because, moved = answer.ledger, end_because(answer.ledger), moved_filing(answer.ledger.filing)
        no_day = no_day_because(answer)
        return {
            "lang": lang,
            "danger": self._texts(self._remarks.about("danger")),
            **self._in_force(),
            "service": answer.title[lang],
            "provider": answer.provider[lang] if answer.provider else "",
            "act": self._act(),
            **self._ways(),
            "documents": self._documents(),
            "no_papers": self._no_papers(),
            "points": bool(answer.points_elsewhere),
            "known_only": answer.known_only,
            "today": self._today(),
            "held": {section: edition.at_hand(section) for section in TOLD_ABSENT},
            "contacts": [self._contact(one) for one in answer.today.contacts],
            "comparison": self._comparison(),
            "places": list(self._places()),
            "hours": [{"text": one.text[lang], "place": self.place(one.cite)} for one in edition.hours],
            "fee": self._fee(),
            "money": self._texts(self._remarks.about("money")),
            "circle": self._circle(),
            "steps": [self._step(row) for row in ledger.rows],
            "stated_terms": list(self._stated_terms()),
            "terms_from": [self._pointer(one) for one in edition.terms_from],
            "sums": self._sums(),
            "unsummed": ledger.unsummed,
            **due_view(ledger.end, "end"),
            "end_because": because[lang] if because else "",
            "moved_filing": moved[lang] if moved else "",
            **due_view(answer.result_days, "result_day"),
            "no_day_because": no_day[lang] if no_day else "",
            "may_take_longer": [one[lang] for one in answer.may_take_longer],
            "hands_out": [one.rule.receipt for one in answer.receipts if one.truth is True],
            "results": [one[lang] for one in answer.ends],
            "appeal": [self._appeal(one) for one in answer.appeals],
            "names_appeal": bool(edition.appeal),
            "refusal_unsaid": unsaid(answer.decision) is not False,
            "flags": self._texts(self._remarks.general()),
        }

    def _contact(self, one: Contact) -> View:
        return {"number": one.number, "name": one.name[self._lang], "hours": one.hours[self._lang] if one.hours else ""}

    def _no_papers(self) -> View | None:
        found = self._answer.edition.no_papers
        if found is None:
            return None
        source = source_text(found.known)[self._lang] if found.known else ""
        place = "" if found.known else self.place(found.cite)
        return {"place": place, "source": source, "flags": self._texts(self._remarks.of(found.flags))}

    def _in_force(self) -> View:
        warning = self._answer.warning[self._lang] if self._answer.warning else ""
        outside = not self._answer.decision.life.answers
        return {"banner": warning if outside else "", "caution": "" if outside else warning}

    def _act(self) -> View:
        act, edition = self._answer.decision.act, self._answer.edition
        return {
            "cited": act.cited[self._lang],
            "kind": self._kind(act.kind),
            "recipient": act.recipient[self._lang] if act.recipient else "",
            "provider_called": act.provider_called[self._lang] if act.provider_called else "",
            "whole": edition.text == "whole",
            "annex": edition.annex,
            "amended": self._changes(one for one in self._made() if edition.annex not in one.inferred),
            "added": self._changes(one for one in act.amendments if edition.annex in one.adds),
        }

    def _made(self) -> Iterator[Amendment]:
        """The amendments that gave the annex the wording in hand."""
        act, edition, wording = self._answer.decision.act, self._answer.edition, self._answer.decision.life.wording
        return takewhile(lambda one: one.id != wording, touching(act, edition.annex))

    def _changes(self, amendments: Iterable[Amendment]) -> list[View]:
        act = self._answer.decision.act
        return [{"kind": self._kind(one.kind or act.kind), "number": one.number, "adopted": one.adopted} for one in amendments]

    def _kind(self, kind: ActKind) -> View:
        return {form: getattr(kind, name)[self._lang] for form, name in KIND_FORMS.items()}

    def _today(self) -> View | None:
        """What the service is called today, and what else is to be known of it, where today's act is asked of."""
        told = self._answer.today
        if told.known is None or all(one.id != self._answer.decision.act_id for one in told.acts):
            return None
        names = told.known.names
        both = Text(names.kk, names.ru) if names and names.kk and names.ru else None
        return {"name": both[self._lang] if both else "", "note": told.known.note[self._lang] if told.known.note else ""}

    def _documents(self) -> View:
        """Lines of the act itself, and apart from them what is only known from elsewhere."""
        groups: dict[str, list[View]] = {"required": [], "undetermined": [], "not_required": [], "obtained": []}
        for line in self._answer.lines_to_read:
            if line.known is None:
                named = line.requirement.flags if line.status != "not-required" else ()
                group = "obtained" if line.obtained else line.status.replace("-", "_")
                groups[group].append(self.line(line, self._remarks.of(named)))
        found = {**groups, "indicative": list(self._indicative())}
        return LateView(found, {"hanging": lambda: list(_by_reason(groups["undetermined"]))})

    def _indicative(self) -> Iterator[View]:
        found = [line for line in self._answer.lines_to_read if line.known]
        for source in dict.fromkeys(line.source_text for line in found):
            lines = [line for line in found if line.source_text == source]
            asked = list(self._of_source(lines))
            yield {
                "source": source[self._lang] if source else "",
                "presented": [self.line(line, flags) for line, flags in asked if not line.obtained],
                "obtained": [self.line(line, flags) for line, flags in asked if line.obtained],
                "not_presented": [self.line(line) for line in lines if line.status == "not-required"],
            }

    def _of_source(self, lines: Iterable[AnswerLine]) -> Iterator[tuple[AnswerLine, tuple[Flag, ...]]]:
        """Each remark of the source once."""
        seen: set[Flag] = set()
        for line in lines:
            if line.status != "not-required":
                flags = tuple(flag for flag in line.source_flags if flag not in seen)
                seen.update(flags)
                yield line, flags

    def _texts(self, flags: Iterable[Flag]) -> list[str]:
        return [remark_text(flag, "citizen")[self._lang] for flag in flags if flag.for_ == "citizen"]

    def _ways(self) -> View:
        """The way chosen where nothing can be filed by it, and those by which it can."""
        answer, way = self._answer, self._answer.closed_way
        return {
            "closed_way": answer.way_name(way)[self._lang] if way else "",
            "open_ways": [answer.way_name(id)[self._lang] for id in answer.open_ways] if way else [],
        }

    def line(self, line: AnswerLine, flags: Iterable[Flag] = ()) -> View:
        found = {
            "name": line.name[self._lang],
            "plain": line.plain_name[self._lang],
            "form": line.form_text[self._lang] if line.form_text else "",
            "copies": line.requirement.copies,
            "valid": self._validity(line),
            "any_of": self._any_of(line, line.options),
            "plain_any_of": self._any_of(line, line.plain_options),
            "place": line.place[self._lang],
            "required": line.status == "required",
            "flags": self._texts(flags),
        }
        late = {
            "why": lambda: line.what_decides("citizen", on_paper=True)[self._lang],
            "everybody": lambda: line.of_everybody,
        }
        return LateView(found, late)

    def _any_of(self, line: AnswerLine, options: Iterable[Text]) -> list[str]:
        return [one[self._lang] for one in options] if line.status != "not-required" else []

    def _validity(self, line: AnswerLine) -> str:
        valid = line.requirement.valid
        found = line.validity_in(figure(valid.value)) if valid else None
        return found[self._lang] if found else ""

    def _places(self) -> Iterator[View]:
        for way in self._answer.channels:
            if way.open is not False:
                only, flags = (way.rule.only, way.rule.flags) if way.rule else (None, ())
                yield {
                    "name": self._answer.way_name(way.channel)[self._lang],
                    "open": way.open is True,
                    "only": only or "",
                    "unsaid": way.unsaid,
                    "flags": self._texts(self._remarks.of(flags)),
                }

    def _fee(self) -> View | None:
        fee = self._answer.fee
        if fee is None:
            return None
        return {
            "status": fee.status,
            "text": fee.rule.text[self._lang] if fee.rule.text else "",
            "source": self._source(fee.rule.known),
            "unsaid": fee.unsaid,
            "flags": self._texts(self._remarks.of(fee.rule.flags)),
        }

    def _circle(self) -> View | None:
        circle = self._answer.circle
        if circle is None:
            return None
        return {
            "status": BELONGING[circle.belongs],
            "text": circle.rule.text[self._lang],
            "unsaid": circle.unsaid,
            "flags": self._texts(self._remarks.of(circle.rule.flags)),
        }

    def _step(self, row: StepRow) -> View:
        return {
            "actor": self._answer.pack.actors[row.step.actor][self._lang],
            "action": row.step.action[self._lang],
            "term": self.term(row.step.duration),
            "from_event": self._event(row.step.from_),
            **due_view(row.dues),
            "open": row.alternative,
            "flags": self._texts(self._remarks.of(row.step.flags)),
        }

    def _event(self, event: str | None) -> str:
        """What a term counts from, where that is not the filing."""
        return self._answer.pack.events[event][self._lang] if event else ""

    def term(self, duration: Duration | None) -> str:
        found = term(duration)
        return found[self._lang] if found else ""

    def length(self, duration: Duration | None) -> str:
        """A term for a place that is named a term itself."""
        if duration and duration.value and duration.bound in NAMED:
            return amounts(duration.value, duration)[self._lang]
        return self.term(duration)

    def _stated_terms(self) -> Iterator[View]:
        for one in self._answer.ledger.stated:
            yield {
                "text": one.term.text[self._lang],
                "term": self.term(one.term.duration),
                "length": self.length(one.term.duration),
                "from_event": self._event(one.term.from_),
                **due_view(one.dues if one.holds else None),
                "place": self.place(one.term.cite) if one.term.cite else "",
                "source": self._source(one.term.known),
            }

    def _source(self, known: Known | None) -> str:
        """Where what no text at hand holds is known from."""
        return source_text(known)[self._lang] if known else ""

    def _appeal(self, ruled: Ruled[Appeal]) -> View:
        rule = ruled.rule
        return {
            "to": rule.to[self._lang],
            "within": self.length(rule.within),
            "since": rule.since[self._lang] if rule.since else "",
            "open": ruled.truth is None,
            "place": self.place(rule.cite),
        }

    def _pointer(self, one: ByReference) -> View:
        return {
            "para": one.para,
            "standard": self._answer.pack.acts[one.act].cited[self._lang],
            "place": self.place(one.cite),
        }

    def _sums(self) -> list[str]:
        """Amounts of the steps added up; none while one of them is open."""
        sums = self._answer.ledger.largest_first
        if any(one.value is None for one in sums):
            return []
        return [amount(one.value, one.unit)[self._lang] for one in sums if one.value is not None]

    def place(self, cite: Cite) -> str:
        return cite_text(self._answer.decision.home, cite)[self._lang]

    def _comparison(self) -> str:
        """Where the text wants originals shown beside the copies; empty where it does not."""
        found = self._answer.edition.comparison
        return self.place(found.cite) if found else ""


def _by_reason(lines: Iterable[View]) -> Iterator[View]:
    """Papers under what they hang by, those of one name once."""
    found: dict[str, dict[str, list[View]]] = {}
    for line in lines:
        found.setdefault(line["why"], {}).setdefault(line["plain"], []).append(line)
    for why, named in found.items():
        yield {"why": why, "lines": [_with_all_flags(alike) for alike in named.values()]}


def _with_all_flags(alike: Sequence[View]) -> View:
    return {**alike[0], "flags": list(dict.fromkeys(flag for line in alike for flag in line["flags"]))}

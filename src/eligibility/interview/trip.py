"""Several services asked for on one trip: one list of papers, each paper once, with the services that want it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.in_short import ToKnow, in_short
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import plain_name
from eligibility.interview.conversation import Conversation
from eligibility.interview.suited import dangers
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Form
from eligibility.reasoning.decision import EntryStatus
from eligibility.words.catalogue import in_both
from eligibility.words.closed import form_text
from eligibility.words.text import N_, Text

COPIES_IN_ALL = N_("copies in all: {n}")
A_COPY_FOR_EACH = N_("a copy for each service")
ONE_FOR_EACH = N_("its own for each service")
MERGED = "required", "undetermined"


class Want(NamedTuple):
    """A service that asks for a paper, or may."""

    service: str
    line: AnswerLine
    one_of: bool = False
    """it accepts the paper as one of several that will do"""


@dataclass(frozen=True, eq=False)
class TripPaper:
    """A paper of the trip, or several of which any will do, with the services that want it."""

    pack: Pack
    wants: tuple[Want, ...]

    @property
    def _first(self) -> AnswerLine:
        return self.wants[0].line

    @property
    def document(self) -> str:
        return self._first.document

    @cached_property
    def by_service(self) -> dict[str, list[Want]]:
        """A service that lists the paper in several places still wants it once."""
        found: dict[str, list[Want]] = {}
        for one in self.wants:
            found.setdefault(one.service, []).append(one)
        return found

    @property
    def status(self) -> EntryStatus:
        """Required where one of the services certainly asks for it."""
        return "required" if any(one.line.status == "required" for one in self.wants) else "undetermined"

    @cached_property
    def name(self) -> Text:
        """In plain words; as the services word it, where they agree, else as the catalogue does."""
        names = {one.line.plain_name for one in self.wants if not one.one_of}
        return names.pop() if len(names) == 1 else plain_name(self.pack, self.document)

    @cached_property
    def options(self) -> tuple[Text, ...]:
        """Of several of which any will do, each."""
        return self._first.plain_options

    @property
    def form(self) -> Form | None:
        """The one form that satisfies all the services; none where no form does, or one of them names none."""
        forms = {one.line.form for one in self.wants}
        if len(forms) == 1:
            return forms.pop()
        return "both" if forms <= {"original", "copy", "both"} else None

    @property
    def for_each(self) -> bool:
        """Whether every service wants its own."""
        return len(self.by_service) > 1 and self.pack.documents[self.document].for_one_service

    @property
    def copies(self) -> int | None:
        """How many copies are wanted in all, where each act that asks for copies says a number."""
        asked = [[one.line.requirement.copies or 0 for one in wants] for wants in self._copied]
        return sum(map(max, asked)) if asked and all(map(all, asked)) else None

    @property
    def _copied(self) -> list[list[Want]]:
        """Of every service that wants a copy, where it does."""
        copied = ([one for one in wants if one.line.form in ("copy", "both")] for wants in self.by_service.values())
        return [wants for wants in copied if wants]

    @cached_property
    def how(self) -> tuple[Text, ...]:
        """In which form it is taken along, how many of it; what differs between services is told with each."""
        found = [form_text(self.form)] if self.form else []
        if self.for_each:
            found.append(in_both(ONE_FOR_EACH))
        if self.copies:
            found.append(in_both(COPIES_IN_ALL, n=self.copies))
        elif len(self._copied) > 1:
            found.append(in_both(A_COPY_FOR_EACH))
        return tuple(one for one in found if one)

    @property
    def same_form(self) -> bool:
        """Whether all the services want it in the same form."""
        return len({(one.line.form, one.line.requirement.copies) for one in self.wants}) == 1

    @property
    def validities(self) -> tuple[Text, ...]:
        """How old it may be."""
        return tuple(dict.fromkeys(one.line.validity for one in self.wants if one.line.validity))

    @property
    def sources(self) -> tuple[Text, ...]:
        """Of a paper known from elsewhere, from where."""
        return tuple(dict.fromkeys(one.line.source_text for one in self.wants if one.line.source_text))


@dataclass(frozen=True, eq=False)
class TripStop:
    """A service of the trip: where to go, how long it takes, what it costs."""

    service: str
    answer: Answer | NoEdition

    @property
    def name(self) -> Text:
        return self.answer.title

    @property
    def dangers(self) -> tuple[Text, ...]:
        return dangers(self.answer)

    @property
    def answered(self) -> Answer | None:
        return self.answer if isinstance(self.answer, Answer) and self.answer.answered else None

    @property
    def reason(self) -> Text | None:
        """Why there is nothing to tell, where there is nothing."""
        if isinstance(self.answer, NoEdition):
            return self.answer.reason
        return self.answer.warning

    @cached_property
    def rows(self) -> tuple[ToKnow, ...]:
        """Who renders it, where to file, how long it takes, what it costs."""
        return in_short(self.answered) if self.answered else ()


@dataclass(frozen=True)
class Trip(Conversation):
    """What a person brings who asks for several services, by the same answers."""

    @cached_property
    def papers(self) -> tuple[TripPaper, ...]:
        """Those that the acts ask for, or may; the certain ones first."""
        return tuple(self._papers(known=False))

    @cached_property
    def of_sources(self) -> tuple[TripPaper, ...]:
        """Papers that are only known from elsewhere to be asked for."""
        return tuple(self._papers(known=True))

    @cached_property
    def stops(self) -> tuple[TripStop, ...]:
        return tuple(TripStop(id, answer) for id, answer in self.answers.items())

    @cached_property
    def obtained(self) -> tuple[Text, ...]:
        """What the offices obtain themselves, so that nobody brings it."""
        return tuple(dict.fromkeys(line.plain_name for _, line in self._lines() if line.obtained))

    @cached_property
    def alike(self) -> tuple[ToKnow, ...]:
        """What is the same for all the services, where there are several."""
        told = [stop.rows for stop in self.stops if stop.answered]
        return tuple(row for row in told[0] if all(row in rows for rows in told)) if len(told) > 1 else ()

    @property
    def lists_missing(self) -> tuple[TripStop, ...]:
        """Services of which no list is at hand, so that this one is not whole."""
        return tuple(one for one in self.stops if one.answered is None or not one.answered.lines)

    def _lines(self) -> Iterator[tuple[str, AnswerLine]]:
        for id, answer in self.answers.items():
            if isinstance(answer, Answer):
                yield from ((id, line) for line in answer.lines_to_read)

    def _papers(self, known: bool) -> Iterable[TripPaper]:
        """Each paper once; a group that accepts a paper which is brought anyhow is satisfied by it."""
        wanted = [(id, line) for id, line in self._lines() if line.status in MERGED and line.of_applicant]
        wanted = [(id, line) for id, line in wanted if (line.known is not None) is known]
        found: dict[object, list[Want]] = {}
        for id, line in wanted:
            if not line.options:
                found.setdefault(line.document, []).append(Want(id, line))
        brought = {key for key, wants in found.items() if any(one.line.status == "required" for one in wants)}
        for id, line in wanted:
            if line.options:
                key = next((one for one in line.line.accepted if one in brought), None)
                group = (line.document, line.line.accepted, line.line.sets)
                found.setdefault(key or group, []).append(Want(id, line, one_of=key is not None))
        papers = [TripPaper(self.engine.pack, tuple(wants)) for wants in found.values()]
        return sorted(papers, key=lambda paper: paper.status != "required")

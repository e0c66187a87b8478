"""One line of the checklist with everything that can be told of it."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from eligibility.answer.given_back import Quoted, answer_given
from eligibility.answer.names import copies_text, document_name, plain_name, remarks_of, together, validity_text
from eligibility.answer.places import cite_text
from eligibility.answer.readers import Reader
from eligibility.answer.remarks import of_source
from eligibility.answer.why import answers_behind, line_place, source_of, what_decides, why
from eligibility.law.edition import ByReference, Flag, Requirement, Standing
from eligibility.law.lookups import home_of
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Form, Home, Known
from eligibility.reasoning.decision import Decision, EntryStatus, Line
from eligibility.reasoning.derivation import Reason, derivation
from eligibility.reasoning.matching import Match
from eligibility.reasoning.questions import depends_on
from eligibility.words.catalogue import in_both
from eligibility.words.closed import form_text
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text


class NamedDocument(NamedTuple):
    """A document of the catalogue with its name."""

    document: str
    name: Text


@dataclass(frozen=True, eq=False)
class AnswerLine:
    """Of a document, or of a group any of which will do. Words are made when they are asked for, and once."""

    decision: Decision
    pack: Pack
    line: Line

    @property
    def document(self) -> str:
        return self.line.entry.document

    @property
    def requirement(self) -> Requirement:
        return self.line.entry.requirement

    @property
    def status(self) -> EntryStatus:
        return self.line.status

    @property
    def form(self) -> Form:
        return self.requirement.form

    @property
    def standing(self) -> Standing:
        return self.line.standing

    @property
    def of_applicant(self) -> bool:
        """Whether it is the person who brings it; else the office obtains it itself."""
        return self.line.of_applicant

    @property
    def obtained(self) -> bool:
        """Whether the office obtains it itself, or may have to."""
        return not self.of_applicant and self.status != "not-required"

    @property
    def reference(self) -> ByReference | None:
        """Where the edition points to, of a line it does not list itself."""
        return self.line.entry.row.reference

    @property
    def known(self) -> Known | None:
        """The source of an indicative line."""
        return self.line.entry.row.known

    @property
    def brought(self) -> Match | None:
        return self.line.brought

    @cached_property
    def name(self) -> Text:
        return document_name(self.pack, self.line)

    @property
    def plain_name(self) -> Text:
        """The name without terms of art, for citizens."""
        return self.pack.documents[self.document].plain or self.name

    @cached_property
    def form_text(self) -> Text | None:
        return form_text(self.form)

    @cached_property
    def how(self) -> Text | None:
        """In which form it is asked for, and how many of it, in a few words; nothing where the text does not say."""
        copies = self.requirement.copies
        found = [one for one in (self.form_text, copies_text(copies) if copies else None) if one]
        return joined(", ", found) if found else None

    @cached_property
    def validity(self) -> Text | None:
        """How old it may be, where the text says."""
        return self.validity_in()

    def validity_in(self, figure: Text | None = None) -> Text | None:
        """The same, its figure written as it is given."""
        valid = self.requirement.valid
        if valid is None:
            return None
        said = validity_text(valid, figure)
        if valid.cite is None:
            return said
        place = cite_text(self.home, valid.cite)
        return in_both(N_("{text} Basis: {place}."), text=said, place=place)

    @cached_property
    def brought_remarks(self) -> tuple[Text, ...]:
        """What keeps what was brought from counting, or may."""
        return tuple(text for _, text in remarks_of(self.line, self.decision.case.on))

    @cached_property
    def accepts(self) -> tuple[NamedDocument, ...]:
        """Of a group, the documents any of which will do."""
        return tuple(NamedDocument(one, self.pack.documents[one].name) for one in self.line.accepted)

    @cached_property
    def options(self) -> tuple[Text, ...]:
        """Of a group, each way to satisfy it: one document, or several together."""
        return tuple(self._options(lambda id: self.pack.documents[id].name))

    @cached_property
    def plain_options(self) -> tuple[Text, ...]:
        """The same for citizens."""
        return tuple(self._options(partial(plain_name, self.pack)))

    def _options(self, named: Callable[[str], Text]) -> Iterator[Text]:
        yield from map(named, self.line.accepted)
        for documents in self.line.sets:
            yield together(map(named, documents))

    @cached_property
    def waits_for(self) -> tuple[str, ...]:
        """The facts an undetermined line waits for."""
        return depends_on(self.decision, self.line)

    @property
    def home(self) -> Home:
        """Whose line it is."""
        return self.line.entry.row.home or self.decision.home

    @cached_property
    def place(self) -> Text:
        return line_place(self.decision, self.line)

    @cached_property
    def place_within(self) -> Text:
        """The same where the annex has been named."""
        return self.place if self.line.entry.row.home else cite_text(self.home._replace(annex=None), self.requirement.cite)

    @cached_property
    def source_text(self) -> Text | None:
        return source_of(self.line.entry.row)

    @cached_property
    def source_flags(self) -> tuple[Flag, ...]:
        """What the edition that an indicative line is known from remarks on it."""
        return of_source(self.decision, self.line)

    @property
    def source_home(self) -> Home | None:
        """Whose the remarks on the source are."""
        row = self.line.entry.row
        return home_of(self.pack, row.source) if row.source else row.home

    def why(self, reader: Reader, quoted: Quoted = answer_given) -> Text:
        """How far the line is law here, and what decides it, as the reader is told it."""
        return self._once(("why", reader, quoted), lambda: why(self.decision, self.line, reader, quoted))

    def what_decides(self, reader: Reader, on_paper: bool = False) -> Text:
        """The same without the source, for lines told together under it; on paper without answers that others need not read."""
        return self._once(("what decides", reader, on_paper), lambda: what_decides(self.decision, self.line, reader, on_paper))

    def _once(self, key: Hashable, make: Callable[[], Text]) -> Text:
        """A reason is asked for in each language, and is made in both."""
        if key not in self._reasons:
            self._reasons[key] = make()
        return self._reasons[key]

    @cached_property
    def _reasons(self) -> dict[Hashable, Text]:
        return {}

    @property
    def of_everybody(self) -> bool:
        """Whether it is asked for whatever is answered, so that there is no reason to tell."""
        return self.status == "required" and self.reason.because == ()

    @cached_property
    def reason(self) -> Reason:
        return derivation(self.decision, self.line.entry.due)

    @cached_property
    def answers_behind(self) -> tuple[tuple[str, Text, Text], ...]:
        """For a clerk: every fact the status was read from, its question and its answer."""
        return tuple(answers_behind(self.decision, self.line.entry.due))

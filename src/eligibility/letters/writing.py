"""A letter made: decision and what the office states in, content in one or both languages out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import refused
from eligibility.letters.code import letter_code, payload
from eligibility.letters.content import Code, Letter
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.kinds import COPIES, Basis, LetterKind, basis
from eligibility.letters.statement import Office, Statement
from eligibility.letters.templates import write
from eligibility.letters.view import view
from eligibility.reasoning.case import Person
from eligibility.words.text import LANGS, Lang

Language = Literal["kk", "ru", "both"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Format = Literal["html", "txt", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
MAX_COPIES = 20
UNKNOWN = Office()
UNSTATED = Statement()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letter is asked for, and how it is to look."""

    kind: LetterKind
    lang: Language
    office: Office = UNKNOWN
    statement: Statement = UNSTATED
    copies: int | None = None
    templates: Path | None = None
    with_case: bool = True
    large_print: bool = False
    with_route: bool = False
    """a checklist tells the office's own procedure too"""


def language_named(name: str) -> Language:
    return chosen(name, LANGUAGES, "--lang")


def format_named(name: str) -> Format:
    return chosen(name, FORMATS, "--format")


def checked_copies(copies: int) -> int:
    if not 1 <= copies <= MAX_COPIES:
        raise refused("out-of-range", "--copies", id=copies, low=1, high=MAX_COPIES)
    return copies


class Made(NamedTuple):
    """A letter in its languages, with its code, not yet of any format."""

    parts: tuple[Letter, ...]
    """a part a language, Kazakh first"""
    code: Code
    copies: int

    @property
    def printed(self) -> Iterator[tuple[Letter, str]]:
        """Every part of every copy, with the words that tell the copies apart."""
        for copy in range(1, self.copies + 1):
            for part in self.parts:
                words = part.copy.replace("{copy}", str(copy)).replace("{copies}", str(self.copies))
                yield part, words if self.copies > 1 else ""


def make(told: OnPaper, wanted: Wanted, person: Person | None) -> Made:
    """The letter wanted about a person; refuses one that the edition has no basis for."""
    found = basis(wanted.kind, told.answer, wanted.statement)
    check_accepted(wanted.statement.accepted_on, told.answer.decision.case.on)
    copies = COPIES.get(wanted.kind, 1) if wanted.copies is None else checked_copies(wanted.copies)
    code = letter_code(payload(told, found, wanted.statement, wanted.lang), wanted.with_case)
    parts = tuple(_part(told, found, wanted, person, lang, code, copies) for lang in langs_of(wanted.lang))
    return Made(parts, code, copies)


def check_accepted(accepted: date | None, filed: date) -> None:
    if accepted and accepted < filed:
        raise refused("accepted-before-filing", "--accepted-on", id=accepted)


def _part(told: OnPaper, found: Basis, wanted: Wanted, person: Person | None, lang: Lang, code: Code, copies: int) -> Letter:
    seen = view(told, found, wanted.statement, wanted.office, person, lang)
    looks = {"copies": copies, "large_print": wanted.large_print, "with_route": wanted.with_route}
    return write({**seen, **looks}, wanted.kind, lang, code, wanted.templates, wanted.office.logo)


def langs_of(language: Language) -> tuple[Lang, ...]:
    return LANGS if language == "both" else (language,)

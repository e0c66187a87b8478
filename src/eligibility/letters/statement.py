"""What the office itself adds to a letter: its letterhead, the number and day, and what only the clerk can state."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Refused, masked, mistyped
from eligibility.law.pack import Pack
from eligibility.reasoning.case import MAX_TEXT, is_plain_text, iso_date
from eligibility.words.text import LANGS, N_, Text

MAX_MISSING = 50
BETWEEN = "||"
"""divides the Kazakh from the Russian words of one text"""

OPTION = "--"
"""before the name of an option of the command line"""

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as its letters name it, printed as given; what is left out is a line to be filled in by hand."""

    name: Text = NOTHING
    address: Text = NOTHING
    phone: Text = NOTHING
    head: Text = NOTHING
    clerk: Text = NOTHING
    complaints: Text = NOTHING
    """where a complaint goes; no decree at hand says"""


class Missing(NamedTuple):
    """A document the clerk names as missing: one of the catalogue, or in words of the clerk's own."""

    document: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class Statement:
    """What an office states of one letter beyond the case."""

    number: str = ""
    accepted_on: date | None = None
    term: Text = NOTHING
    """when the service is given, as the office states it"""
    ground: Text = NOTHING
    basis: Text = NOTHING
    """what the office rests a refusal to accept on beyond the act at hand"""
    missing: tuple[Missing, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As it is kept in a letter's code; only what was stated."""
        missing = [one.document or list(_pair(one.text)) for one in self.missing]
        found = {
            "number": self.number,
            "accepted_on": self.accepted_on.isoformat() if self.accepted_on else "",
            "term": list(_pair(self.term)) if self.term != NOTHING else "",
            "ground": list(_pair(self.ground)) if self.ground != NOTHING else "",
            "basis": list(_pair(self.basis)) if self.basis != NOTHING else "",
            "missing": missing,
        }
        return {key: value for key, value in found.items() if value}


def _pair(text: Text) -> tuple[str, str]:
    return text.kk, text.ru


class Refusing:
    """Collects every mistake before refusing."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def report(self, code: str, text: str, where: str, hint: str, **values: object) -> None:
        self.found.append(Diagnostic(code, text, where, hint, values))

    def check(self) -> None:
        if self.found:
            raise Refused(self.found)


def read_office(data: Any, where: str = "--office") -> Office:
    """An office out of plain data; refuses what is not one, with every mistake found."""
    refusing = Refusing()
    known = [one.name for one in fields(Office)]
    texts: dict[str, Text] = {}
    for key, value in _mapping(data, where, refusing).items():
        if key not in known:
            _unknown(str(key), where, known, refusing)
        else:
            texts[key] = _text(value, f"{where}: {key}", refusing)
    refusing.check()
    return Office(**texts)


STATED = tuple(one.name for one in fields(Statement))
WHICH = ("kind", "lang")
"""what else a row says of its letter"""


def read_statement(data: Any, pack: Pack, where: str = "letter.") -> Statement:
    """What an office states of one letter, out of options, a row of a list, or a letter's code."""
    refusing = Refusing()
    given = {key: value for key, value in _mapping(data, where, refusing).items() if value not in (None, "", [], ())}
    for key in given:
        if key not in STATED:
            _unknown(str(key), where, STATED if where == OPTION else (*WHICH, *STATED), refusing)
    number = _number(given.get("number", ""), f"{where}number", refusing)
    found = Statement(
        number,
        _day(given.get("accepted_on"), f"{where}accepted{'-' if where == OPTION else '_'}on", refusing),
        _text(given.get("term", ""), f"{where}term", refusing),
        _both(given.get("ground", ""), f"{where}ground", refusing),
        _both(given.get("basis", ""), f"{where}basis", refusing),
        tuple(dict.fromkeys(_missing(given.get("missing", ()), pack, f"{where}missing", refusing))),
    )
    refusing.check()
    return found


def _mapping(data: Any, where: str, refusing: Refusing) -> Mapping[Any, Any]:
    if isinstance(data, Mapping):
        return data
    refusing.report("wrong-type", N_("this is a mapping of names to texts"), where, N_("see docs/letters.md"))
    return {}


def _unknown(id: str, where: str, known: Iterable[str], refusing: Refusing) -> None:
    shown, guess = mistyped(id, known)
    hint = N_("did you mean {guess}?") if guess else N_("one of: {known}")
    refusing.report("unknown-key", N_("{id} is not known"), where, hint, id=shown, guess=guess, known=", ".join(known))


def _text(value: Any, where: str, refusing: Refusing) -> Text:
    """One text for both languages, a pair divided by `||`, or a mapping or list of the two."""
    if isinstance(value, Mapping) and len(value) == 1 and set(value) < set(LANGS):
        _one_language(where, refusing)
        return NOTHING
    if isinstance(value, Mapping) and set(value) == set(LANGS):
        parts = [value[lang] for lang in LANGS]
    elif isinstance(value, (list, tuple)) and len(value) == len(LANGS):
        parts = list(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        parts = [str(value)]
    else:
        parts = value.split(BETWEEN) if isinstance(value, str) else [value]
    if len(parts) > len(LANGS):
        text = N_("the Kazakh and the Russian text are divided by {sign} once")
        refusing.report("wrong-text", text, where, N_("check what was typed"), sign=BETWEEN)
        return NOTHING
    if not all(isinstance(part, str) and is_plain_text(part) for part in parts):
        refusing.report(
            "wrong-text",
            N_("this is not a text of at most {limit} characters without control characters"),
            where,
            N_("check what was typed"),
            limit=MAX_TEXT,
        )
        return NOTHING
    found = Text(parts[0].strip(), parts[-1].strip())
    if found != NOTHING and not (found.kk and found.ru):
        _one_language(where, refusing)
        return NOTHING
    return found


def _both(value: Any, where: str, refusing: Refusing) -> Text:
    """A text in words, which are never the same in both languages; so one that is given once is a mistake."""
    text = _text(value, where, refusing)
    if text != NOTHING and isinstance(value, str) and BETWEEN not in value:
        _one_language(where, refusing)
        return NOTHING
    return text


def _one_language(where: str, refusing: Refusing) -> None:
    hint = N_("write the Kazakh text, then {sign}, then the Russian one")
    refusing.report("one-language", N_("the text is needed in Kazakh and in Russian"), where, hint, sign=BETWEEN)


def _number(value: Any, where: str, refusing: Refusing) -> str:
    found = _text(value, where, refusing)
    if found.kk != found.ru:
        refusing.report("wrong-text", N_("a number is the same in both languages"), where, N_("check what was typed"))
    return found.kk


def _day(value: Any, where: str, refusing: Refusing) -> date | None:
    if value is None or isinstance(value, date):
        return value
    day = iso_date(value)
    if day is None:
        refusing.report("wrong-type", N_("{id} is not a date"), where, N_("write it as 2018-03-01"), id=masked(value))
    return day


def _missing(value: Any, pack: Pack, where: str, refusing: Refusing) -> Iterator[Missing]:
    listed = [one for one in value.split(";") if one.strip()] if isinstance(value, str) else value
    if not isinstance(listed, (list, tuple)) or len(listed) > MAX_MISSING:
        problem, hint = N_("missing documents are a list of at most {limit}"), N_("write for example {example}")
        example = json.dumps([next(iter(pack.documents))])
        refusing.report("wrong-type", problem, where, hint, limit=MAX_MISSING, example=example)
        return
    for one in listed:
        id = one.strip() if isinstance(one, str) else ""
        if id in pack.documents:
            yield Missing(id, pack.documents[id].name)
        elif id and id.replace("-", "").isascii() and id.replace("-", "").isalnum():
            shown, guess = mistyped(id, pack.documents)
            hint = N_("did you mean {guess}?") if guess else N_("«eligibility services», «acts» and «show» tell what is known")
            refusing.report("unknown-document", N_("{id} is not known"), where, hint, id=shown, guess=guess)
        elif (text := _both(one, where, refusing)) != NOTHING:
            yield Missing(None, text)

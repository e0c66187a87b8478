"""What the office itself adds to a letter: its letterhead, the number and day, and what only the clerk can state."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.diagnostics.meant import mistyped
from eligibility.diagnostics.refusal import refused
from eligibility.law.pack import Pack
from eligibility.letters.content import Emblem
from eligibility.letters.pictures import read_picture
from eligibility.plain.reading import MAX_TEXT, Reading, Steps, dotted, is_plain_text
from eligibility.words.text import LANGS, Text

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
    logo: Emblem | None = None
    """the coat of arms or the sign of its letterhead"""


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
    circumstances: Text = NOTHING
    """which data or papers a refusal rests on, and what is wrong with them"""
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
            "circumstances": list(_pair(self.circumstances)) if self.circumstances != NOTHING else "",
            "missing": missing,
        }
        return {key: value for key, value in found.items() if value}


def _pair(text: Text) -> tuple[str, str]:
    return text.kk, text.ru


LOGO = "logo"
OF_OFFICE = tuple(one.name for one in fields(Office) if one.name != LOGO)


def read_office(data: Any, where: str = "--office", folder: Path | None = None) -> Office:
    """An office out of plain data; refuses what is not one, with every mistake found.

    A picture is named beside the office's file, in its folder; data that come from no file name none.
    """
    reading = Reading(data, lambda steps: ": ".join([where, *map(str, steps)]))
    _only(reading, (*OF_OFFICE, LOGO) if folder else OF_OFFICE)
    texts: dict[str, Any] = {key: _text(reading.at(key)) for key in OF_OFFICE if key in reading.data}
    reading.check()
    logo = reading.data.get(LOGO)
    if logo is None or folder is None:
        return Office(**texts)
    place = f"{where}: {LOGO}"
    if not isinstance(logo, str) or not is_plain_text(logo):
        raise refused("picture-missing", place)
    return Office(**texts, logo=read_picture(folder, logo, place))


STATED = tuple(one.name for one in fields(Statement))
WHICH = ("kind", "lang")
"""what else a row says of its letter"""
BLANK: tuple[object, ...] = (None, "", [], ())


def read_statement(data: Any, pack: Pack, where: str = "letter.") -> Statement:
    """What an office states of one letter, out of options, a row of a list, or a letter's code."""
    given = {key: value for key, value in data.items() if value not in BLANK} if isinstance(data, Mapping) else data
    reading = Reading(given, partial(_named, where))
    _only(reading, STATED if where == OPTION else (*WHICH, *STATED))
    found = Statement(
        _number(reading.at("number")),
        reading.at("accepted_on").day(),
        _text(reading.at("term")),
        _both(reading.at("ground")),
        _both(reading.at("basis")),
        _both(reading.at("circumstances")),
        tuple(dict.fromkeys(_missing(reading.at("missing"), pack))),
    )
    reading.check()
    return found


def _named(where: str, steps: Steps) -> str:
    """As it stands in a row, or as an option of the command line is called."""
    name = dotted(steps)
    return where + (name.replace("_", "-") if where == OPTION else name)


def _only(reading: Reading, known: tuple[str, ...]) -> None:
    if reading.mapping("not-texts") is None:
        reading.check()
    for said in reading.strangers(known):
        reading.report("unknown-key", **said)


def _text(reading: Reading) -> Text:
    """One text for both languages, a pair divided by `||`, or a mapping or list of the two."""
    parts = _parts(reading.data)
    if len(parts) > len(LANGS):
        reading.report("divided-twice", sign=BETWEEN)
    elif not all(isinstance(part, str) and is_plain_text(part) for part in parts):
        reading.report("wrong-text", limit=MAX_TEXT)
    else:
        found = Text(parts[0].strip(), parts[-1].strip())
        if found == NOTHING or (found.kk and found.ru):
            return found
        reading.report("one-language", sign=BETWEEN)
    return NOTHING


def _parts(value: Any) -> list[Any]:
    """The Kazakh and the Russian text, or the one for both."""
    match value:
        case None:
            return [""]
        case str():
            return value.split(BETWEEN)
        case int() if not isinstance(value, bool):
            return [str(value)]
        case Mapping() if value and set(value) <= set(LANGS):
            return [value.get(lang, "") for lang in LANGS]
        case list() | tuple() if len(value) == len(LANGS):
            return list(value)
    return [value]


def _both(reading: Reading) -> Text:
    """A text in words, which are never the same in both languages; so one that is given once is a mistake."""
    text = _text(reading)
    if text != NOTHING and isinstance(reading.data, str) and BETWEEN not in reading.data:
        reading.report("one-language", sign=BETWEEN)
        return NOTHING
    return text


def _number(reading: Reading) -> str:
    found = _text(reading)
    if found.kk != found.ru:
        reading.report("two-numbers")
    return found.kk


def _missing(reading: Reading, pack: Pack) -> Iterator[Missing]:
    if reading.data is None:
        return
    if isinstance(reading.data, str):
        reading = reading.instead([one for one in reading.data.split(";") if one.strip()])
    example = json.dumps([next(iter(pack.documents), "…")])
    for entry in reading.entries("not-missing-documents", MAX_MISSING, limit=MAX_MISSING, example=example) or ():
        one = reading.instead(entry.data)
        id = one.data.strip() if isinstance(one.data, str) else ""
        if id in pack.documents:
            yield Missing(id, pack.documents[id].name)
        elif id and id.replace("-", "").isascii() and id.replace("-", "").isalnum():
            one.report("unknown-document", **mistyped(id, pack.documents))
        elif (text := _both(one)) != NOTHING:
            yield Missing(None, text)

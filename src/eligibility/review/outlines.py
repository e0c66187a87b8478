"""What is known of an act before its rules are written: an author's outline, and the numbered lines of its text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import Refused
from eligibility.law.citation import parse_citation
from eligibility.plain.reading import Steps, iso_date
from eligibility.plain.yamlfile import YamlFile
from eligibility.words.text import LANGS

Lines = Mapping[int | None, tuple[str, ...]]
"""places by annex; under None those of the act's own text"""

_ANNEX = re.compile(r"\s*(?:(\d+)\s*-\s*(?:қосымша|косымша)|(?:приложение|қосымша)\s*(?:№\s*)?(\d+))\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\s*(\d+(?:-\d+)?)\.\s+\S")
_SUBPARAGRAPH = re.compile(r"\s*(\d+(?:-\d+)?)\)\s*\S")
_HEADING = 160
"""signs a line has at most that begins an annex; a longer one only mentions it"""


@dataclass(frozen=True, slots=True)
class AnnexOutline:
    """An annex of the act, or the act's own text, and the service it regulates."""

    service: str
    annex: int | None = None
    provider: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """As much as is known; what is not is left for the author to fill in."""

    head: Mapping[str, Any] = field(default_factory=dict)
    """keys of act.yaml"""
    annexes: tuple[AnnexOutline, ...] = ()
    lines: Lines = field(default_factory=dict)

    def with_lines(self, lines: Lines) -> "Outline":
        """With lines drawn out of the text where the outline lists none itself."""
        return replace(self, lines={**lines, **self.lines})


_FORMS: Mapping[str, str] = {
    "kind": "kind: order",
    "number": 'number: "286"',
    "adopted": "adopted: 2023-06-30",
    "published": "published: 2023-07-05",
    "in_force": 'in_force: {days_after_publication: 10, cite: "act 3"}',
    "regions": "regions: [almaty-city]",
    "text": "text: partial",
    "issuer": "issuer: {kk: …, ru: …}",
    "cited": "cited: {kk: …, ru: …}",
    "title": "title: {kk: …, ru: …}",
    "registered": 'registered: {number: "5128", day: 2023-07-01}',
    "providers": "providers: {office: {kk: …, ru: …}}",
    "paragraphs": 'paragraphs: ["1", "2"]',
    "annexes": 'annexes: [{annex: 1, service: wheelchairs, paragraphs: ["1", "2", "3(1)"]}]',
}
"""keys of an outline, with an example of each"""
HEAD_KEYS = tuple(key for key in _FORMS if key not in ("paragraphs", "annexes"))
_OF_ANNEX = ("annex", "service", "provider", "paragraphs")


def read_outline(file: YamlFile) -> Outline:
    """Refuses one with mistakes, all told at once."""
    found = list(file.diagnostics)
    data = file.data if isinstance(file.data, Mapping) else {}
    if not found and not data:
        found.append(Diagnostic("outline-form", Place(file.name, 1, 1), key=file.name, example=_FORMS["annexes"]))
    found += _strangers(file, data, _FORMS, ())
    for key, value in data.items():
        if key in _FORMS and not _fits(key, value):
            found.append(_wrong(file, (key,), key))
    annexes = data.get("annexes") if isinstance(data.get("annexes"), list) else []
    for at, one in enumerate(annexes or ()):
        found += _annex_problems(file, one, ("annexes", at))
    if found:
        raise Refused(found)
    lines: dict[int | None, tuple[str, ...]] = {None: tuple(data["paragraphs"])} if data.get("paragraphs") else {}
    lines |= {one.get("annex"): tuple(one["paragraphs"]) for one in annexes or () if one.get("paragraphs")}
    kept = tuple(AnnexOutline(one["service"], one.get("annex"), one.get("provider")) for one in annexes or ())
    return Outline({key: data[key] for key in HEAD_KEYS if key in data}, kept, lines)


def _annex_problems(file: YamlFile, data: Any, path: Steps) -> Iterator[Diagnostic]:
    if not isinstance(data, Mapping) or not isinstance(data.get("service"), str):
        yield _wrong(file, path, "annexes")
        return
    yield from _strangers(file, data, _OF_ANNEX, path)
    annex = data.get("annex")
    if annex is not None and (not isinstance(annex, int) or annex < 1):
        yield _wrong(file, (*path, "annex"), "annexes")
    if not _fits("paragraphs", data.get("paragraphs", [])):
        yield _wrong(file, (*path, "paragraphs"), "paragraphs")


def _strangers(
    file: YamlFile, data: Mapping[Any, Any], known: Mapping[str, str] | Sequence[str], path: Steps
) -> Iterator[Diagnostic]:
    for key in data:
        if key not in known:
            yield Diagnostic("unexpected-key", file.keys[(*path, key)], **misspelt(str(key), known))


def _wrong(file: YamlFile, path: Steps, key: str) -> Diagnostic:
    return Diagnostic("outline-form", file.place(path), key=key, example=_FORMS[key])


def _fits(key: str, value: Any) -> bool:
    match key:
        case "issuer" | "cited" | "title":
            return isinstance(value, Mapping) and bool(value) and all(lang in LANGS for lang in value)
        case "adopted" | "published":
            return iso_date(value) is not None
        case "regions":
            return value == "all" or (isinstance(value, list) and all(isinstance(one, str) for one in value))
        case "in_force":
            return value == "unknown" or isinstance(value, Mapping)
        case "registered" | "providers":
            return isinstance(value, Mapping)
        case "paragraphs":
            return isinstance(value, list) and all(isinstance(one, str) and parse_citation(one) for one in value)
        case "annexes":
            return isinstance(value, list)
    return isinstance(value, str)


def lines_in(text: str) -> Lines:
    """The numbered lines of a plain text and the items of its lists, annex by annex; a good beginning, to be checked."""
    found: dict[int | None, dict[str, None]] = {}
    drawing = _Drawing()
    for line in text.splitlines():
        if not line.strip():
            continue
        heading = _ANNEX.match(line) if len(line) <= _HEADING else None
        if heading:
            drawing = _Drawing(int(heading[1] or heading[2]))
        elif place := drawing.place(line):
            found.setdefault(drawing.annex, {})[place] = None
    return {annex: tuple(places) for annex, places in sorted(found.items(), key=lambda pair: pair[0] or 0)}


class _Drawing:
    """Goes through the lines of an annex, and knows where it is."""

    def __init__(self, annex: int | None = None) -> None:
        self.annex = annex
        self._para = self._numbered = ""
        self._items: int | None = None

    def place(self, line: str) -> str | None:
        """Where the line stands; None of a line that has no place of its own."""
        if paragraph := _PARAGRAPH.match(line):
            self._para = self._numbered = paragraph[1]
        elif self._para and (sub := _SUBPARAGRAPH.match(line)):
            self._numbered = f"{self._para}({sub[1]})"
        else:
            return self._item(line)
        self._items = 0 if _opens_a_list(line) else None
        return self._numbered

    def _item(self, line: str) -> str | None:
        if self._items is None:
            return None
        self._items += 1
        found = f"{self._numbered} item {self._items}"
        if line.rstrip().endswith("."):
            self._items = None
        return found


def _opens_a_list(line: str) -> bool:
    return line.rstrip().endswith(":")

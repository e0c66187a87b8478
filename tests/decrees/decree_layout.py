"""Where a decree's parts begin and end: the act itself, its annexes, their bodies and appendices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.decrees.decree_words import joined, normalised

__all__ = ["Line", "Part", "annexes_of", "paragraphs_of", "part_of", "read_lines"]

FIRST_CHAPTER = re.compile(r"(?:^|\s)1\s?\.\s?(?:Жалпы ережелер|Негізгі ұғымдар)$")
BROKEN_NUMBER = re.compile(r" 1\.?$")
CHAPTER = re.compile(r"^\d\s?\. \S")
ISSUER = re.compile(r"^(?:\S+ ){1,3}(?:облысы|қаласы)(?: әкімдігінің\b|$)")
APPENDIX_NUMBER = re.compile(r"(?:^|\s)(?:(?P<no>\d+)\s?-?\s?)?қосымша$")
LAST_ANNEX = re.compile(r"қаулысына (\d+)-қосымша$|бекітілген (\d+)-қосымша$")
NOTE = re.compile(r"^(?:Ескерту\.|РҚАО ескертпесі)")
SIGNATURE = re.compile(r"^(?:\S+ ){1,3}әкімі\b.{0,30}$")
QUOTE = ("«", '"')
TITLE_LINES = 16


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    """normalised"""
    indented: bool
    """begins a paragraph"""
    heading: bool
    """may begin a chapter: not indented, and set off from what stands before it"""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text: a body as its paragraphs, or an appendix as its printed lines."""

    body: tuple[str, ...]
    appendices: dict[int, tuple[str, ...]]


def read_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    for raw in text.split("\n"):
        plain = raw.replace("\u00a0", " ")
        indented = plain.startswith("     ") and bool(plain.strip())
        set_off = plain.startswith((" ", "\t")) or not lines or not lines[-1].text
        lines.append(Line(normalised(raw), indented, not indented and set_off))
    return lines


def annexes_of(lines: Sequence[Line]) -> tuple[Part, dict[int, Part]]:
    """The act's own part and its regulations by number."""
    starts = _regulation_starts(lines) or _amending_starts(lines)
    last = _last_annex(lines, starts[-1][1])
    ends = [title for title, _ in starts[1:]] + [last[1] if last else len(lines)]
    annexes = {
        number: part_of(lines[body:end]) for number, ((_, body), end) in enumerate(zip(starts, ends, strict=True), start=1)
    }
    own = Part(
        tuple(paragraphs_of(_until_signature(lines[: starts[0][0]]))),
        {last[0]: tuple(line.text for line in lines[last[1] :])} if last else {},
    )
    return own, annexes


def paragraphs_of(lines: Sequence[Line]) -> Iterator[str]:
    """Each paragraph as one text; chapter headings and the publisher's notes are left out."""
    gathered: list[str] = []
    skipping = True
    for line in lines:
        if line.indented:
            if gathered:
                yield joined(gathered)
            gathered, skipping = [], bool(NOTE.match(line.text))
        elif line.heading and CHAPTER.match(line.text):
            if gathered:
                yield joined(gathered)
            gathered, skipping = [], True
        if not skipping and line.text:
            gathered.append(line.text)
    if gathered:
        yield joined(gathered)


def _regulation_starts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """For each regulation: where its title block begins, and where its text begins."""
    starts = []
    for index, line in enumerate(lines):
        here = FIRST_CHAPTER.search(line.text)
        split = BROKEN_NUMBER.search(line.text) and FIRST_CHAPTER.search(joined(lines[index + n].text for n in (0, 1)))
        if not line.indented and (here or split):
            starts.append((_title_start(lines, index), index + (1 if here else 2)))
    return starts


def _amending_starts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Annexes of an amending act hold appendices only; each opens with the issuer's name."""
    starts = []
    for index, line in enumerate(lines):
        if re.search(r"қаулысына \d+ қосымша$", line.text) and not line.indented:
            title = max(i for i in range(index) if ISSUER.match(lines[i].text))
            starts.append((title, index + 1))
    return starts


def _title_start(lines: Sequence[Line], chapter: int) -> int:
    first = chapter
    for index in range(chapter, max(chapter - TITLE_LINES, 0), -1):
        if lines[index].indented and not NOTE.match(lines[index].text):
            break
        if ISSUER.match(lines[index].text) and not lines[index].indented:
            return index
        if lines[index].text.startswith(QUOTE) and first == chapter:
            first = index
    return first


def _last_annex(lines: Sequence[Line], after: int) -> tuple[int, int] | None:
    """The annex after the last regulation (a list of repealed acts), where there is one."""
    for index in range(after, len(lines)):
        found = LAST_ANNEX.search(lines[index].text)
        if found and not lines[index].indented:
            title = max(i for i in range(index + 1) if ISSUER.match(lines[i].text))
            return int(found[1] or found[2]), title
    return None


def _until_signature(lines: Sequence[Line]) -> Sequence[Line]:
    first = next(i for i, line in enumerate(lines) if re.match(r"^1\. ", line.text))
    end = next((i for i in range(first, len(lines)) if lines[i].indented and SIGNATURE.match(lines[i].text)), len(lines))
    return lines[first:end]


def part_of(lines: Sequence[Line]) -> Part:
    """One regulation: its paragraphs, then its appendices."""
    heads = list(_appendix_heads(lines))
    body_end = heads[0][1] if heads else len(lines)
    ends = [title for _, title, _ in [*heads[1:], (0, len(lines), 0)][: len(heads)]]
    return Part(
        tuple(paragraphs_of(lines[:body_end])),
        {number: tuple(line.text for line in lines[start:end]) for (number, _, start), end in zip(heads, ends, strict=True)},
    )


def _appendix_heads(lines: Sequence[Line]) -> Iterator[tuple[int, int, int]]:
    """Of each appendix: its number (1 where it is the only one), where its title begins, where its text begins."""
    for index, line in enumerate(lines):
        number = APPENDIX_NUMBER.search(line.text)
        if not number or line.indented:
            continue
        title = _appendix_title(lines, index)
        if title is not None:
            yield int(number["no"] or 1), title, index + 1


def _appendix_title(lines: Sequence[Line], head: int) -> int | None:
    seen: list[str] = []
    for index in range(head, max(head - TITLE_LINES, -1), -1):
        if lines[index].indented:
            return None
        seen.insert(0, lines[index].text)
        opens = lines[index].text.startswith(QUOTE) and not lines[index].text.startswith("«мемлекеттік")
        if opens and "регламентіне" in joined(seen):
            return index
    return None

"""A decree's Kazakh text as provisions: every paragraph, subparagraph, list item and appendix by its citation.

Citations are those of `docs/writing-rules.md`. What the text leaves open is settled so:

- an unnumbered line under paragraph 6 itself is `6 item K`, under its subparagraph 1 `6(1) item K`;
- where one subparagraph holds several lists, each opened by a line that ends with a colon, that line is
  `6(1) list L` and what follows it `6(1) list L item K`; the subparagraph itself may have opened the first one;
- where the numbering starts again inside a paragraph, there too: `3 list 2`, and `3 list 2 item 4` for its line 4);
- a paragraph printed with a number that is already taken counts as the next one (South Kazakhstan, annex 2:
  the paragraph after 17 is printed as 8);
- a sole appendix is `app 1`; a column of a table of steps is `app 1 col 3` and holds the term of that step.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.decrees.decree_layout import Line, Part, annexes_of, part_of, read_lines
from tests.decrees.decree_tables import columns_of
from tests.decrees.decree_words import joined

__all__ = ["ACTS", "NOT_AT_HAND", "Decree", "decrees_folder", "provisions_of", "read_decree"]

ACTS = {
    "south-kazakhstan-2012-370": 8,
    "almaty-city-2014-4-886": 17,
    "kyzylorda-2015-118": 7,
    "almaty-region-2018-81": 18,
    "almaty-region-health-2019-43": 18,
}
"""the acts and how many regulations each has"""

PARAGRAPH = re.compile(r"^(\d+)\. ?(?=\D)")
SUBPARAGRAPH = re.compile(r"^(\d+)\) ?")


@dataclass(frozen=True, slots=True)
class Decree:
    act: dict[str, str]
    annexes: dict[int, dict[str, str]]


NOT_AT_HAND = (
    "the decrees' texts are not at hand; put them into ../shared/decrees as ACT.kk.txt, "
    "or say ELIGIBILITY_SHARED=DIR for a folder that holds decrees/"
)


def decrees_folder() -> Path | None:
    """The folder of decrees of the shared folder, or None where it is not at hand."""
    beside = Path(__file__).resolve().parents[3] / "shared"
    folder = Path(os.environ.get("ELIGIBILITY_SHARED") or beside) / "decrees"
    return folder if folder.is_dir() else None


@cache
def read_decree(act_id: str) -> Decree:
    folder = decrees_folder()
    if folder is None:
        raise FileNotFoundError("the shared folder with the decrees is not at hand")
    lines = read_lines((folder / f"{act_id}.kk.txt").read_text(encoding="utf-8"))
    own, annexes = annexes_of(lines)
    return Decree(_provisions(own), {number: _provisions(part) for number, part in annexes.items()})


def provisions_of(lines: Sequence[Line]) -> dict[str, str]:
    """One regulation by citation."""
    return _provisions(part_of(lines))


def _provisions(part: Part) -> dict[str, str]:
    found: dict[str, str] = {}
    for paragraph, texts in _paragraphs(part.body):
        found[paragraph] = texts[0]
        found.update(_inside(paragraph, texts[1:]))
    for number, lines in part.appendices.items():
        found[f"app {number}"] = joined(lines)
        found.update({f"app {number} col {column}": text for column, text in columns_of(lines).items()})
    return found


def _paragraphs(body: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    last, gathered = 0, list[str]()
    for text in body:
        opens = PARAGRAPH.match(text)
        if opens or not last:
            if gathered:
                yield str(last), gathered
            printed = int(opens[1]) if opens else 1
            last = printed if printed > last else last + 1
            gathered = []
        gathered.append(text)
    if gathered:
        yield str(last), gathered


def _inside(paragraph: str, texts: Sequence[str]) -> dict[str, str]:
    """The subparagraphs and unnumbered lines of one paragraph, in their order."""
    numbers = [_number(text) for text in texts]
    if not any(numbers):
        return _listed(paragraph, texts)
    if numbers.count(1) > 1:
        return _series(paragraph, texts, numbers)
    found: dict[str, str] = {}
    loose, index = 0, 0
    while index < len(texts):
        end = index + 1
        if numbers[index] is None:
            loose += 1
            found[f"{paragraph} item {loose}"] = texts[index]
        else:
            end = _end_of_subparagraph(texts, numbers, index)
            key = f"{paragraph}({numbers[index]})"
            found[key] = texts[index]
            found.update(_listed(key, texts[index + 1 : end]))
        index = end
    return found


def _series(paragraph: str, texts: Sequence[str], numbers: Sequence[int | None]) -> dict[str, str]:
    """Several numbered lists in one paragraph, each opened by a line of its own."""
    found: dict[str, str] = {}
    current = 0
    for text, number in zip(texts, numbers, strict=True):
        current += number is None
        found[f"{paragraph} list {current}" + (f" item {number}" if number else "")] = text
    return found


def _number(text: str) -> int | None:
    opens = SUBPARAGRAPH.match(text)
    return int(opens[1]) if opens else None


def _end_of_subparagraph(texts: Sequence[str], numbers: Sequence[int | None], start: int) -> int:
    """How far the unnumbered lines after a subparagraph are its own: up to the next one, or to the end of its list."""
    following = next((i for i in range(start + 1, len(texts)) if numbers[i] is not None), None)
    if following is not None:
        return following
    return len(texts) if texts[start].endswith(":") else start + 1


def _listed(key: str, texts: Sequence[str]) -> dict[str, str]:
    """The unnumbered lines under a line: one list, or several where a line inside them opens another."""
    opens = [text.endswith(":") for text in texts]
    if not any(opens[1:]):
        return _items(key, texts)
    found: dict[str, str] = {}
    number, items = 0 if opens[0] else 1, 0
    for text, heading in zip(texts, opens, strict=True):
        number, items = (number + 1, 0) if heading else (number, items + 1)
        found[f"{key} list {number}" + ("" if heading else f" item {items}")] = text
    return found


def _items(key: str, texts: Sequence[str]) -> dict[str, str]:
    return {f"{key} item {number}": text for number, text in enumerate(texts, start=1)}

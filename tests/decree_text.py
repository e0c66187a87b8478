"""A decree's Kazakh text as provisions: every paragraph, subparagraph, list item and appendix by its citation.

Citations are those of `docs/writing-rules.md`. What the text leaves open is settled so:

- an unnumbered line under paragraph 6 itself is `6 item K`, under its subparagraph 1 `6(1) item K`;
- where one subparagraph holds several lists, each opened by a line that ends with a colon, that line is
  `6(1) list L` and what follows it `6(1) list L item K`;
- where the numbering of subparagraphs starts again inside a paragraph, the second series is `3(1) list 2`;
- a paragraph printed with a number that is already taken counts as the next one (South Kazakhstan, annex 2:
  the paragraph after 17 is printed as 8);
- a sole appendix is `app 1`; a column of a table of steps is `app 1 col 3` and holds the term of that step.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.decree_layout import Part, annexes_of, read_lines
from tests.decree_tables import columns_of
from tests.decree_words import joined

__all__ = ["ACTS", "Decree", "decrees_folder", "read_decree"]

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


def decrees_folder() -> Path | None:
    """The folder of decrees of the shared folder, or None where it is not at hand."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("ELIGIBILITY_SHARED") or beside) / "decrees"
    return folder if folder.is_dir() else None


def read_decree(act_id: str) -> Decree:
    folder = decrees_folder()
    if folder is None:
        raise FileNotFoundError("the shared folder with the decrees is not at hand")
    lines = read_lines((folder / f"{act_id}.kk.txt").read_text(encoding="utf-8"))
    own, annexes = annexes_of(lines)
    return Decree(_provisions(own), {number: _provisions(part) for number, part in annexes.items()})


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
    found: dict[str, str] = {}
    run, last, loose, index = 1, 0, 0, 0
    while index < len(texts):
        number, end = numbers[index], index + 1
        if number is None:
            loose += 1
            found[f"{paragraph} item {loose}"] = texts[index]
        else:
            run, last = (run if number > last else run + 1), number
            key = f"{paragraph}({number})" + (f" list {run}" if run > 1 else "")
            end = _end_of_subparagraph(texts, numbers, index)
            found[key] = texts[index]
            found.update(_listed(key, texts[index + 1 : end]))
        index = end
    return found


def _number(text: str) -> int | None:
    opens = SUBPARAGRAPH.match(text)
    return int(opens[1]) if opens else None


def _end_of_subparagraph(texts: Sequence[str], numbers: Sequence[int | None], start: int) -> int:
    """How far the unnumbered lines after a subparagraph are its own."""
    following = next((i for i in range(start + 1, len(texts)) if numbers[i] is not None), None)
    own, end = numbers[start] or 0, len(texts) if following is None else following
    if following is not None and (numbers[following] or 0) > own:
        return end
    if following is not None and texts[end - 1].endswith(":"):
        end -= 1
    return end if texts[start].endswith(":") else start + 1


def _listed(key: str, texts: Sequence[str]) -> dict[str, str]:
    if sum(text.endswith(":") for text in texts) < 2:
        return _items(key, texts)
    first = next(i for i, text in enumerate(texts) if text.endswith(":"))
    found = _items(key, texts[:first])
    number, items = 0, 0
    for text in texts[first:]:
        if text.endswith(":"):
            number, items = number + 1, 0
            found[f"{key} list {number}"] = text
        else:
            items += 1
            found[f"{key} list {number} item {items}"] = text
    return found


def _items(key: str, texts: Sequence[str]) -> dict[str, str]:
    return {f"{key} item {number}": text for number, text in enumerate(texts, start=1)}

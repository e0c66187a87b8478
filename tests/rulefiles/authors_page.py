"""The page for authors of rules, read: its examples, the pack that they make, its headings and links, in each language."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eligibility.files import resource

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "writing-rules.md"
TRANSLATIONS = tuple(path for path in (DOCS / "writing-rules.kk.md", DOCS / "writing-rules.ru.md") if path.exists())

OUTLINE, SCENARIOS, CALENDAR = "order.yaml", "scenarios/", "calendar/"
"""examples that are no part of the pack"""

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


class Block(NamedTuple):
    """A block of code; `name` is that of the file it is an example of."""

    language: str
    text: str

    @property
    def name(self) -> str | None:
        named = re.match(r"# (\S+)\n", self.text)
        return named[1] if named and self.language == "yaml" else None


def text_of(page: Path = PAGE) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path = PAGE) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall(text_of(page))]


def outside_blocks(page: Path = PAGE) -> str:
    return _BLOCK.sub("", text_of(page))


def spans(text: str) -> list[str]:
    return _SPAN.findall(text)


def headings(page: Path = PAGE) -> list[str]:
    return re.findall(r"^(#+ .+)$", outside_blocks(page), re.MULTILINE)


def anchor(heading: str) -> str:
    """As GitHub makes it of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lstrip("# ").lower()).replace(" ", "-")


def rows_under(heading: str) -> Iterator[list[str]]:
    """The cells of the rows of tables between a heading and the next."""
    _, _, after = outside_blocks().partition(f"\n{heading}\n")
    section = re.split(r"^#+ ", after, maxsplit=1, flags=re.MULTILINE)[0]
    for row in re.findall(r"^\| (.+) \|$", section, re.MULTILINE):
        yield [cell.strip() for cell in row.split(" | ")]


def files() -> dict[str, str]:
    """What the examples of each file say, one after the other."""
    found: dict[str, str] = {}
    for block in blocks():
        if block.name:
            found[block.name] = found.get(block.name, "") + block.text.partition("\n")[2]
    return found


def write_pack(folder: Path) -> Path:
    """The pack that the examples make; its calendars are the shipped ones, of which the page shows some lines."""
    written = {name: text for name, text in files().items() if name != OUTLINE and not name.startswith((SCENARIOS, CALENDAR))}
    written |= {f"{CALENDAR}{path.name}": text_of(path) for path in (resource("rules") / "calendar").iterdir()}
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder

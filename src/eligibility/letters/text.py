"""Content as plain text of 80 columns."""

import textwrap
from collections.abc import Iterator

from eligibility.letters.content import (
    Block,
    Code,
    Fields,
    Heading,
    Items,
    Letter,
    Letterhead,
    Mark,
    Paragraph,
    Signature,
)
from eligibility.letters.making import Made

WIDTH = 80
BLANK = "_" * 30
MARKS: dict[Mark, str] = {"box": "[ ]", "dash": "–", "number": "{n}."}


def as_text(made: Made) -> str:
    pages = ["\n".join(_letter(part)) for part in made.parts]
    return f"\n{'=' * WIDTH}\n\n".join(f"{page}\n" for page in pages)


def _letter(letter: Letter) -> Iterator[str]:
    for at, block in enumerate(letter.blocks):
        if at:
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Letterhead(name, lines):
            for line in (name or BLANK, *lines):
                yield from (one.center(WIDTH).rstrip() for one in _wrapped(line))
        case Heading(text, 1):
            yield from (one.center(WIDTH).rstrip() for one in _wrapped(text.upper()))
        case Heading(text):
            yield from _wrapped(text)
            yield "-" * min(WIDTH, len(text))
        case Paragraph(text, "banner"):
            yield "*" * WIDTH
            yield from _wrapped(text)
            yield "*" * WIDTH
        case Paragraph(text):
            yield from _wrapped(text)
        case Fields(rows):
            for name, value in rows:
                yield from _wrapped(f"{name}: {value or BLANK}", hang=2)
        case Items():
            yield from _items(block)
        case Signature(role, name, stamp):
            yield from _wrapped(f"{role}: {BLANK} {name or BLANK}", hang=2)
            if stamp:
                yield stamp
        case Code(label, short, _):
            yield from _wrapped(f"{label}: {short}")


def _items(items: Items) -> Iterator[str]:
    for n, (text, notes) in enumerate(items.items, 1):
        mark = MARKS[items.mark].format(n=n)
        indent = len(mark) + 1
        yield from _wrapped(f"{mark} {text}", hang=indent)
        for note in notes:
            yield from _wrapped(note, indent=indent)


def _wrapped(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_on_hyphens=False,
    )

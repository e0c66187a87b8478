"""Content as plain text of 80 columns."""

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
    Overleaf,
    Paragraph,
    Signature,
    Square,
)
from eligibility.letters.writing import Made
from eligibility.words.spacing import wrapped

WIDTH = 80
BLANK = "_" * 30
MARKS: dict[Mark, str] = {"box": "[ ]", "dash": "–", "number": "{n}."}


def as_text(made: Made) -> str:
    pages = ["\n".join(_letter(part, copy)) for part, copy in made.printed]
    return f"\n{'=' * WIDTH}\n\n".join(f"{page}\n" for page in pages)


def _letter(letter: Letter, copy: str) -> Iterator[str]:
    # A square for the telephone says nothing that the list does not.
    for at, block in enumerate(one for one in letter.blocks if not isinstance(one, (Square, Overleaf))):
        if at:
            yield ""
        yield from _block(block)
    yield from _wrapped(copy)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Letterhead(name, lines):
            for line in (name or BLANK, *lines):
                yield from _centred(line)
        case Heading() | Paragraph():
            yield from _words(block)
        case Fields(rows):
            for name, value, notes in rows:
                yield from _wrapped(f"{name}: {value or BLANK}", hang=2)
                for note in notes:
                    yield from _wrapped(note, indent=2)
        case Items():
            yield from _items(block)
        case Signature(role, name, stamp):
            yield from _wrapped(f"{role}: {BLANK} {name or BLANK}", hang=2)
            yield from _wrapped(stamp)
        case Code(label, short, _):
            yield from _wrapped(f"{label}: {short}")


def _words(block: Heading | Paragraph) -> Iterator[str]:
    match block:
        case Heading(text, 1):
            yield from _centred(text.upper())
        case Heading(text):
            yield from (found := _wrapped(text))
            yield "-" * max(map(len, found))
        case Paragraph(text, "banner"):
            yield from ("*" * WIDTH, *_wrapped(text), "*" * WIDTH)
        case Paragraph(text, "corner"):
            yield from (one.rjust(WIDTH) for one in _wrapped(text))
        case Paragraph(text):
            yield from _wrapped(text)


def _centred(text: str) -> Iterator[str]:
    yield from (one.center(WIDTH).rstrip() for one in _wrapped(text))


def _items(items: Items) -> Iterator[str]:
    for n, (text, notes, form, more) in enumerate(items.items, 1):
        mark = MARKS[items.mark].format(n=n)
        indent = len(mark) + 1
        yield from _wrapped(f"{mark} {text}{f' – {form}' if form else ''}", hang=indent)
        for note in (*more, *notes):
            yield from _wrapped(note, indent=indent)


def _wrapped(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    return wrapped(text, WIDTH, " " * indent, " " * (indent + hang))

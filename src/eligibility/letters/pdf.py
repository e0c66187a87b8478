"""Content as a printed page: PDF/A-2 and tagged, the same bytes for the same letter."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_
from eligibility.letters.code import MAX_QR, VERSION
from eligibility.letters.content import Block, Code, Fields, Heading, Items, Letter, held, shape
from eligibility.letters.making import Made
from eligibility.shipped import resource

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
MODULE = 0.36
"""millimetres of one module of the square at least; smaller ones do not read off paper"""
SIDE = 28.0
QUIET = 2
MASK = 4
"""one pattern for all squares; trying every pattern takes longer than the rest of the letter"""
NO_GLYPH = "could not be displayed"


def as_pdf(made: Made, day: date) -> bytes:
    return merged([made], day)


def merged(letters: Sequence[Made], day: date) -> bytes:
    """Letters behind one another, each part with pages of its own; the day stands as the file's day of making."""
    first = letters[0].parts[0]
    codes = [made.code.full for made in letters if made.code.full] if len(letters) == 1 else []
    parts = [part for made in letters for part in _parts(made)]
    content = {"title": first.title, "lang": first.lang, "keywords": codes, "parts": parts}
    return _compiled(json.dumps(content, ensure_ascii=False), day)


def _parts(made: Made) -> Iterator[dict[str, Any]]:
    for copy in range(1, made.copies + 1):
        for part in made.parts:
            yield _part(part, copy, made.copies)


def _part(part: Letter, copy: int, copies: int) -> dict[str, Any]:
    blocks = [block for block in part.blocks if not isinstance(block, Code)]
    opens = next((at for at, block in enumerate(blocks, 1) if isinstance(block, Heading) and block.level == 1), 0)
    return {
        "lang": part.lang,
        "page-words": part.page,
        "copy-words": part.copy,
        "copy": copy,
        "copies": copies,
        "code": next((_block(block) for block in part.blocks if isinstance(block, Code)), None),
        "opening": [_block(block) for block in blocks[:opens]],
        "blocks": [_block(block) for block in blocks[opens:]],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Fields(rows):
            said: dict[str, Any] = {"rows": _plain(rows)}
        case Items(items, mark):
            said = {"items": _plain(items), "mark": mark}
        case Code(label, short, _):
            square, side = _square(block)
            said = {"label": label, "short": short, "square": square, "side": side}
        case _:
            said = _plain([block])[0]
    return {"block": shape(block), **said}


def _plain(found: Iterable[Any]) -> list[dict[str, Any]]:
    return [{key: _held(value) for key, value in one._asdict().items()} for one in found]


def _held(value: Any) -> Any:
    if isinstance(value, str):
        return held(value)
    return [held(one) for one in value] if isinstance(value, tuple) else value


@lru_cache(8)
def _drawn(content: str) -> tuple[str, float]:
    try:
        import segno
    except ImportError:
        _not_installed()
    square = segno.make(content, error="l", boost_error=False, micro=False, mask=MASK)
    rows = [bytes(row) for row in square.matrix]
    size = len(rows) + 2 * QUIET
    path = "".join(f"M{x + QUIET} {y + QUIET}.5h{n}" for y, row in enumerate(rows) for x, n in _runs(row))
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path stroke="#000" d="{path}"/></svg>'
    return drawn, max(SIDE, size * MODULE)


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where the dark stretches of a row begin, and how long they are."""
    for found in re.finditer(rb"\x01+", row):
        yield found.start(), found.end() - found.start()


def _square(code: Code) -> tuple[str, float]:
    whole = code.full and len(code.full) <= MAX_QR
    return _drawn(code.full if whole else f"{VERSION}-{code.short}")


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("templates") / "print" / "fonts"]
    )


@cache
def _compiler() -> "Compiler":
    try:
        from typst import Compiler
    except ImportError:
        _not_installed()
    page = resource("templates") / "print" / "letter.typ"
    return Compiler(page, root=page.parent, font_paths=_fonts())


def _compiled(content: str, day: date) -> bytes:
    compiler = _compiler()
    from typst import TypstError

    try:
        found = compiler.compile(
            format="pdf",
            pdf_standards=STANDARDS,
            sys_inputs={"letter": content},
            timestamp=datetime.combine(day, time(), UTC),
        )
    except TypstError as error:
        _refuse(str(error.message))
    if not isinstance(found, bytes):
        raise TypeError("the compiler gives one file")
    return found


def _not_installed() -> NoReturn:
    text, hint = N_("PDF needs a part of the program that is not installed here"), N_("install it: {command}")
    values = {"command": 'pip install "eligibility[pdf]"'}
    raise Refused([Diagnostic("pdf-not-installed", text, "--format", hint, values)]) from None


def _refuse(message: str) -> NoReturn:
    if NO_GLYPH in message:
        text, hint = N_("a sign cannot be printed: {reason}"), N_("check what was typed")
        raise Refused([Diagnostic("no-glyph", text, "", hint, {"reason": message[:120]})]) from None
    text = N_("the page cannot be made: {reason}")
    raise Refused([Diagnostic("page-not-made", text, "", N_("see docs/letters.md"), {"reason": message[:200]})]) from None

"""Content as a printed page: PDF/A-2 and tagged, the same bytes for the same letter."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

from eligibility.answer.square import Modules
from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.files import resource
from eligibility.letters.code import MAX_QR, VERSION
from eligibility.letters.content import (
    Block,
    Code,
    Emblem,
    Fields,
    Heading,
    Items,
    Letter,
    Letterhead,
    Signature,
    Square,
    shape,
)
from eligibility.letters.formats.squares import MODULE, code_square, fitted, square_of
from eligibility.letters.writing import Made
from eligibility.words.spacing import HELD, held

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
SIDE = 28.0
"""millimetres of the square with the code at least"""
NO_GLYPH = re.compile(r'`"(.+)"` could not be displayed')
"""how typst names a sign without a glyph; of a sign put together, by what it begins with"""

OVERLONG = 25
"""signs of a word that would leave a narrow column"""
OVERLONG_NAME = 18
"""the same of a name beside a signature, the narrowest column"""
STRETCH = 8


def as_pdf(made: Made, day: date) -> bytes:
    return merged([made], day)


def merged(letters: Sequence[Made], day: date) -> bytes:
    """Letters behind one another, each part with pages of its own; the day stands as the file's day of making."""
    first = letters[0].parts[0]
    codes = [made.code.full for made in letters if made.code.full] if len(letters) == 1 else []
    pictures: dict[Emblem, int] = {}
    sheets = [[_part(*one, pictures) for one in sheet] for made in letters for sheet in _sheets(made)]
    drawn = [{"format": one.format, "content": list(one.content)} for one in pictures]
    content = {"title": first.title, "lang": first.lang, "keywords": codes, "pictures": drawn, "sheets": sheets}
    return _compiled(json.dumps(content, ensure_ascii=False, separators=(",", ":")), day)


def _sheets(made: Made) -> Iterator[tuple[tuple[Letter, str], ...]]:
    """Each part on sheets of its own, but the languages of a short one together, one above the other."""
    printed = tuple(made.printed)
    together = len(made.parts) if all(part.sheet == "half" for part in made.parts) else 1
    for at in range(0, len(printed), together):
        yield printed[at : at + together]


def _part(part: Letter, copy: str, pictures: dict[Emblem, int]) -> dict[str, Any]:
    code = next((block for block in part.blocks if isinstance(block, Code)), None)
    # Of two squares side by side nobody knows which is theirs: the code stands last where there is another.
    beside: Block | None = next((block for block in part.blocks if isinstance(block, Square)), code)
    blocks = [block for block in part.blocks if block is not beside]
    opens = next((at for at, block in enumerate(blocks, 1) if isinstance(block, Heading) and block.level == 1), 0)
    if isinstance(beside, Square) and opens < len(blocks) and isinstance(blocks[opens], Fields):
        opens += 1
    return {
        "lang": part.lang,
        "size": part.size,
        "page-words": part.page,
        "copy": copy,
        "short": code.short if code else "",
        "beside": _block(beside, pictures) if beside else None,
        "opening": [_block(block, pictures) for block in blocks[:opens]],
        "blocks": [_block(block, pictures) for block in blocks[opens:]],
    }


def _block(block: Block, pictures: dict[Emblem, int]) -> dict[str, Any]:
    match block:
        case Letterhead(picture=picture):
            known = None if picture is None else pictures.setdefault(picture, len(pictures))
            said = {**_plain([block._replace(picture=None)])[0], "picture": known, "alt": block.alt}
        case Square():
            said = _words_in_square(block)
        case Fields(rows):
            said = {"rows": _plain(rows)}
        case Items(items, mark):
            said = {"items": _plain(items), "mark": mark}
        case Code():
            said = _code(block)
        case Signature():
            said = {**_plain([block])[0], "name": _pieces(held(block.name), OVERLONG_NAME)}
        case _:
            said = _plain([block])[0]
    return {"block": shape(block), **said}


def _plain(found: Iterable[Any]) -> list[dict[str, Any]]:
    return [{key: _held(value) for key, value in one._asdict().items()} for one in found]


def _held(value: Any) -> Any:
    if isinstance(value, str):
        return _pieces(held(value))
    return [_held(one) for one in value] if isinstance(value, tuple) else value


@cache
def _apart(overlong: int) -> re.Pattern[str]:
    return re.compile(rf"(\d+-[^\W\d_]+|(?:[^ {HELD}\t\n-]|-(?![^\W\d_])){{{overlong},}})")


def _pieces(text: str, overlong: int = OVERLONG) -> "str | list[str | list[str]]":
    """A text in pieces: lines break around those in lists of their own, never inside: «3-қосымша», part of a long word."""
    pieces = _apart(overlong).split(text)
    if len(pieces) == 1:
        return text
    return [one for at, piece in enumerate(pieces) for one in (_stretches(piece, overlong) if at % 2 else [piece])]


def _stretches(word: str, overlong: int) -> list[str | list[str]]:
    step = STRETCH if len(word) >= overlong else len(word)
    return [[word[at : at + step]] for at in range(0, len(word), step)]


def _drawn(square: Modules, side: float = 0.0) -> dict[str, Any]:
    return {"square": list(square.grey), "modules": square.side, "side": max(side, square.side * MODULE)}


def _words_in_square(block: Square) -> dict[str, Any]:
    return {"label": block.label, **_drawn(square_of(fitted(block.lines)))}


def _code(code: Code) -> dict[str, Any]:
    whole = code.full and len(code.full) <= MAX_QR
    return {"label": code.label, "short": code.short, **_code_drawn(code.full if whole else f"{VERSION}-{code.short}")}


def _code_drawn(said: str) -> dict[str, Any]:
    try:
        return _drawn(code_square(said), SIDE)
    except ImportError:
        _not_installed()


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("templates") / "print" / "fonts"]
    )


def check_installed() -> None:
    _compiler()
    _code_drawn(VERSION)


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
        raise _not_made(str(error.message)) from None
    if not isinstance(found, bytes):
        raise TypeError("the compiler gives one file")
    return found


def _not_installed() -> NoReturn:
    raise refused("pdf-not-installed", "--format", command=command_for("pdf")) from None


def _not_made(message: str) -> Refused:
    if sign := NO_GLYPH.search(message):
        return refused("no-glyph", reason=f"U+{ord(sign[1][0]):04X}")
    return refused("page-not-made", reason=message[:200])

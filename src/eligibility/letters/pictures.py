"""A coat of arms or a sign in a letterhead: read, and refused where it does more than show itself."""

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.refusal import refused
from eligibility.letters.content import Emblem

MOST = 1_000_000
"""bytes"""
SIDE = 4_000
"""pixels"""
PNG = b"\x89PNG\r\n\x1a\n"
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""of a pixel, by the kind of colour"""
DEPTHS = (1, 2, 4, 8, 16)
"""bits of a sample; more would let a small file unfold without end"""

SVG = "http://www.w3.org/2000/svg"
EDITORS = ("http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd", "http://www.inkscape.org/namespaces/inkscape")
"""what editors of drawings write down for themselves"""
STRUCTURE = frozenset(("svg", "g", "defs", "title", "desc", "metadata", "style"))
COLOURS = frozenset(("linearGradient", "radialGradient", "stop", "clipPath", "mask"))
DRAWINGS = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
"""what draws and does nothing else: no script, no text in fonts of its own, nothing moving, no picture within, no copies"""
DEPTH = 50
_OUTSIDE = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@|\\|javascript:|expression\s*\(", re.IGNORECASE)
"""in a style: what is fetched from elsewhere, and signs that hide it"""


class Pictures(NamedTuple):
    """Where the pictures of a letter come from: the office's own, and files beside its templates."""

    folder: Path | None = None
    office: Emblem | None = None

    def of_office(self) -> Emblem | None:
        return self.office

    def of_templates(self, name: str, where: Place) -> Emblem:
        if self.folder is None:
            raise refused("picture-missing", where)
        return read_picture(self.folder, name, where)


def read_picture(folder: Path, name: str, where: Place | str) -> Emblem:
    """A picture named beside a file; refuses one that lies elsewhere, is too large, broken, or no mere drawing."""
    content = _content(folder, name, where)
    if content.startswith(PNG):
        _check_png(content, where)
        return Emblem(content, "png")
    if b"\0" in content or not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise refused("picture-format", where)
    _check_svg(content, where)
    return Emblem(content, "svg")


def _content(folder: Path, name: str, where: Place | str) -> bytes:
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError, RuntimeError):
        inside = False
    if not inside:
        raise refused("picture-missing", where)
    try:
        with path.open("rb") as file:
            content = file.read(MOST + 1)
    except OSError:
        raise refused("picture-missing", where) from None
    if len(content) > MOST:
        raise refused("picture-too-large", where)
    return content


def _check_png(content: bytes, where: Place | str) -> None:
    """Whole, of a size that a page can hold, and of no more pixels than it says."""
    try:
        chunks = list(_chunks(content))
        head = dict(chunks[:1])[b"IHDR"]
        width, height, bits, colour, *_, interlaced = struct.unpack(">IIBBBBB", head)
        if not (0 < width <= SIDE and 0 < height <= SIDE):
            raise refused("picture-too-large", where)
        if bits not in DEPTHS:
            raise refused("picture-broken", where)
        rows = ((width * bits * SAMPLES[colour] + 7) // 8 + 1) * height
        most = rows * (2 if interlaced else 1) + 64
        unpacking = zlib.decompressobj()
        found = unpacking.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"), most)
        if chunks[-1][0] != b"IEND" or not unpacking.eof or len(found) < rows:
            raise refused("picture-broken", where)
    except (KeyError, IndexError, struct.error, zlib.error):
        raise refused("picture-broken", where) from None


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", content, at + 8 + length)
        if zlib.crc32(kind + data) != check:
            raise zlib.error
        yield kind, data
        at += 12 + length


def _check_svg(content: bytes, where: Place | str) -> None:
    reading = _SvgReading(where)
    try:
        reading.parser.Parse(content, True)
    except (expat.ExpatError, UnicodeError, ValueError, LookupError):
        raise refused("picture-broken", where) from None
    if not reading.drawn:
        raise refused("picture-broken", where)


class _SvgReading:
    """Every element and attribute of a drawing is looked at; words stand only where they do nothing."""

    def __init__(self, where: Place | str) -> None:
        self.drawn = False
        self._where, self._open = where, list[str]()
        self._style: list[str] = []
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("<!DOCTYPE>")
        parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target[:20]}>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open and (space, tag) != (SVG, "svg"):
            raise refused("picture-format", self._where)
        described = "metadata" in self._open and space != SVG
        known = described or space in EDITORS or (space == SVG and tag in STRUCTURE | COLOURS | DRAWINGS)
        if not known or len(self._open) >= DEPTH:
            self._refuse(f"<{tag[:20]}>")
        if not described:
            self._check(attributes)
        self.drawn = self.drawn or (space == SVG and tag in DRAWINGS)
        self._open.append(tag)

    def _check(self, attributes: dict[str, str]) -> None:
        for name, value in attributes.items():
            plain = name.rpartition(" ")[2].lower()
            if plain.startswith("on"):
                self._refuse(plain[:20])
            if plain in ("href", "src", "base") and not value.strip().startswith("#"):
                self._refuse(plain)
            if _OUTSIDE.search(value) and plain not in ("id", "label", "docname", "export-filename"):
                self._refuse(plain[:20])

    def _end(self, _: str) -> None:
        if self._open.pop() == "style":
            if _OUTSIDE.search("".join(self._style)):
                self._refuse("<style>")
            self._style.clear()

    def _words(self, text: str) -> None:
        if self._open[-1] == "style":
            self._style.append(text)

    def _refuse(self, what: str) -> NoReturn:
        raise refused("picture-hostile", self._where, what=what)

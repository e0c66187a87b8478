"""A little SVG: shapes and wrapped lines of text, with everything escaped and nothing from outside the file."""

import re
from xml.etree import ElementTree as Xml

FONT = "'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
LETTER = 0.6
BOLD_LETTER = 0.7
"""the width of an average letter, for a font of size one; fonts differ, so it is a generous one"""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_width(text: str, size: float) -> float:
    return len(text) * size * LETTER


def wrapped(text: str, room: float, size: float, letter: float = LETTER) -> list[str]:
    """Lines that fit; a single word longer than a line is cut."""
    most = max(1, int(room / (size * letter)))
    lines = [""]
    for word in _clean(text).split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= most:
            lines[-1] = joined
            continue
        pieces = [word[at : at + most] for at in range(0, len(word), most)]
        lines += pieces
    return [line for line in lines if line] or [""]


class Picture:
    def __init__(self) -> None:
        self.root = Xml.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONT})

    def describe(self, title: str) -> None:
        Xml.SubElement(self.root, "title").text = _clean(title)

    def rect(self, x: float, y: float, width: float, height: float, title: str = "", **look: str) -> None:
        place = {"x": _number(x), "y": _number(y), "width": _number(width), "height": _number(height)}
        shape = Xml.SubElement(self.root, "rect", place | _names(look))
        if title:
            Xml.SubElement(shape, "title").text = _clean(title)

    def line(self, x: float, y: float, to_x: float, to_y: float, **look: str) -> None:
        place = {"x1": _number(x), "y1": _number(y), "x2": _number(to_x), "y2": _number(to_y)}
        Xml.SubElement(self.root, "line", place | _names(look))

    def circle(self, x: float, y: float, radius: float, **look: str) -> None:
        place = {"cx": _number(x), "cy": _number(y), "r": _number(radius)}
        Xml.SubElement(self.root, "circle", place | _names(look))

    def text(self, x: float, y: float, text: str, size: float = 12, **look: str) -> None:
        place = {"x": _number(x), "y": _number(y), "font-size": _number(size)}
        Xml.SubElement(self.root, "text", place | _names(look)).text = _clean(text)

    def paragraph(self, x: float, y: float, text: str, room: float, size: float = 12, **look: str) -> float:
        """Wrapped lines; where the next one would stand."""
        for line in wrapped(text, room, size, BOLD_LETTER if "font_weight" in look else LETTER):
            self.text(x, y, line, size, **look)
            y += size * 1.4
        return y

    def finish(self, width: float, height: float) -> str:
        size = {"width": _number(width), "height": _number(height)}
        self.root.attrib |= size | {"viewBox": f"0 0 {size['width']} {size['height']}"}
        self.root.insert(1, Xml.Element("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"}))
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(self.root, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    """Without the characters no XML file may hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _names(look: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in look.items()}

"""A rendered template, which is a small XML vocabulary, read into content. Whatever it does not know is an error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NoReturn, TypeVar
from urllib.parse import unquote
from xml.parsers import expat

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.refusal import refused
from eligibility.letters.content import (
    USUAL,
    Block,
    Code,
    Field,
    Fields,
    Heading,
    Item,
    Items,
    Letter,
    Letterhead,
    Overleaf,
    Paragraph,
    Sheet,
    Signature,
    Square,
)
from eligibility.letters.pictures import Pictures
from eligibility.words.text import Lang

LINE = "at"
"""the attribute in which each element carries its line and its file, be it the template's or that of a part it takes in"""

SIZES = (8.0, 24.0)
"""points that the text of a letter may have"""

NO_CONTENT = ("heading", "title", "signature", "overleaf", "code")
"""what a section is not made of"""

Part = TypeVar("Part")
"""of an element that has to have some"""

_SPACE = re.compile(r"[ \t\r\n]+")
_SIZE = re.compile(r"\d{1,2}(?:\.\d)?")


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str]
    place: Place
    parts: list[str] = field(default_factory=list)
    below: list["_Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of an element before the first one inside it."""
        return _SPACE.sub(" ", "".join(self.parts)).strip(" \u00a0")


def read_letter(rendered: str, file: str, lang: Lang, code: Code, pictures: Pictures) -> Letter:
    return _MarkupReading(lang, code, pictures).letter(_parsed(rendered, file))


def _parsed(rendered: str, file: str) -> _Element:
    top = _Element("", {}, Place(file, 0, 1))
    open_elements = [top]

    def start(tag: str, attributes: dict[str, str]) -> None:
        line, _, own = attributes.pop(LINE, "").partition(":")
        place = Place(unquote(own), int(line), 1) if line.isdigit() else Place(file, parser.CurrentLineNumber, 1)
        element = _Element(tag, attributes, place)
        open_elements[-1].below.append(element)
        open_elements.append(element)

    def end(_: str) -> None:
        open_elements.pop()

    def words(text: str) -> None:
        element = open_elements[-1]
        if element.below and text.strip():
            raise refused("letter-words", element.place, tag=element.tag)
        element.parts.append(text)

    def no_types(*_: object) -> NoReturn:
        raise refused("letter-syntax", Place(file, 1, 1), reason="<!DOCTYPE>")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = no_types
    try:
        parser.Parse(rendered, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        place = open_elements[-1].place
        raise refused("letter-syntax", place if place.line else Place(file, error.lineno, 1), reason=reason) from None
    except UnicodeEncodeError:
        raise refused("letter-syntax", Place(file, 1, 1), reason="UTF-8") from None
    return top.below[0]


class _MarkupReading:
    def __init__(self, lang: Lang, code: Code, pictures: Pictures) -> None:
        self._lang, self._code, self._pictures = lang, code, pictures

    def letter(self, top: _Element) -> Letter:
        if top.tag != "letter":
            self._unknown(top)
        self._only(top, "title", "page", "copy", "size", "sheet")
        title, page, copy = (self._said(top, name) for name in ("title", "page", "copy"))
        blocks = tuple(self._block(one) for one in self._some(top.below, top))
        self._check_headings(top.below)
        return Letter(self._lang, title, page, copy, blocks, self._size(top), self._sheet(top))

    def _size(self, top: _Element) -> float:
        said = top.attributes.get("size", "").strip()
        size = float(said) if _SIZE.fullmatch(said) else 0.0
        if said and not SIZES[0] <= size <= SIZES[1]:
            raise refused("letter-attribute", top.place, tag=top.tag, id="size")
        return size or USUAL

    def _sheet(self, top: _Element) -> Sheet:
        said = top.attributes.get("sheet", "whole")
        if said not in ("whole", "half"):
            raise refused("letter-attribute", top.place, tag=top.tag, id="sheet")
        return "half" if said == "half" else "whole"

    def _block(self, element: _Element) -> Block:
        readers: dict[str, Callable[[_Element], Block]] = {
            "letterhead": self._letterhead,
            "title": lambda one: Heading(self._words(one), 1),
            "heading": lambda one: Heading(self._words(one), 2),
            "p": lambda one: Paragraph(self._words(one)),
            "banner": lambda one: Paragraph(self._words(one), "banner"),
            "note": lambda one: Paragraph(self._words(one), "note"),
            "corner": lambda one: Paragraph(self._words(one), "corner"),
            "fields": self._fields,
            "items": self._items,
            "signature": self._signature,
            "square": self._square,
            "overleaf": self._overleaf,
            "code": self._receipt,
        }
        if element.tag not in readers:
            self._unknown(element)
        return readers[element.tag](element)

    def _letterhead(self, element: _Element) -> Letterhead:
        self._only(element, "name")
        pictures = [one for one in element.below if one.tag == "picture"]
        for one in pictures[1:]:
            self._unknown(one)
        lines = tuple(self._words(one) for one in self._inside(element, "line", "picture") if one.tag == "line")
        head = Letterhead(element.attributes.get("name", ""), lines)
        return self._with_picture(head, pictures[0]) if pictures else head

    def _with_picture(self, head: Letterhead, element: _Element) -> Letterhead:
        self._only(element, "file", "alt")
        self._no_elements(element)
        alt, file = self._said(element, "alt"), element.attributes.get("file")
        picture = self._pictures.of_office() if file is None else self._pictures.of_templates(file, element.place)
        return head._replace(picture=picture or self._empty(element), alt=alt)

    def _fields(self, element: _Element) -> Fields:
        self._only(element)
        rows = []
        for one in self._inside(element, "field"):
            self._only(one, "name")
            notes = tuple(self._words(note) for note in self._inside(one, "note"))
            rows.append(Field(self._said(one, "name"), one.text, notes))
        return Fields(tuple(self._some(rows, element)))

    def _items(self, element: _Element) -> Items:
        self._only(element, "mark")
        mark = element.attributes.get("mark", "dash")
        if mark not in ("box", "number", "dash"):
            self._unknown(element)
        items = []
        for one in self._inside(element, "item"):
            self._only(one)
            items.append(self._item(one))
        return Items(tuple(self._some(items, element)), "box" if mark == "box" else "number" if mark == "number" else "dash")

    def _item(self, element: _Element) -> Item:
        said: dict[str, list[str]] = {"form": [], "p": [], "note": []}
        for one in self._inside(element, *said):
            said[one.tag].append(self._words(one))
        if len(said["form"]) > 1:
            self._unknown(element.below[-1])
        return Item(self._some_text(element), tuple(said["note"]), "".join(said["form"]), tuple(said["p"]))

    def _square(self, element: _Element) -> Square:
        self._only(element, "label")
        lines = [self._words(one) for one in self._inside(element, "line")]
        return Square(self._said(element, "label"), tuple(self._some(lines, element)))

    def _overleaf(self, element: _Element) -> Overleaf:
        self._only(element)
        self._no_elements(element)
        return Overleaf()

    def _signature(self, element: _Element) -> Signature:
        self._only(element, "role", "name", "stamp")
        self._no_elements(element)
        return Signature(self._said(element, "role"), element.attributes.get("name", ""), element.attributes.get("stamp", ""))

    def _receipt(self, element: _Element) -> Code:
        self._only(element, "label")
        self._no_elements(element)
        return self._code._replace(label=self._said(element, "label"))

    def _words(self, element: _Element) -> str:
        self._only(element)
        self._no_elements(element)
        return self._some_text(element)

    def _some_text(self, element: _Element) -> str:
        return element.text or self._empty(element)

    def _some(self, found: list[Part], element: _Element) -> list[Part]:
        return found or self._empty(element)

    def _said(self, element: _Element, name: str) -> str:
        return element.attributes.get(name, "").strip() or self._empty(element)

    def _inside(self, element: _Element, *tags: str) -> Iterator[_Element]:
        for one in element.below:
            if one.tag not in tags:
                self._unknown(one)
            yield one

    def _only(self, element: _Element, *names: str) -> None:
        for name in element.attributes:
            if name not in names:
                raise refused("letter-attribute", element.place, tag=element.tag, id=name)

    def _no_elements(self, element: _Element) -> None:
        for one in element.below:
            self._unknown(one)

    def _check_headings(self, blocks: list[_Element]) -> None:
        """A heading over nothing is a section without content."""
        for one, following in zip_longest(blocks, blocks[1:]):
            if one.tag == "heading" and (following is None or following.tag in NO_CONTENT):
                self._empty(one)

    def _unknown(self, element: _Element) -> NoReturn:
        raise refused("letter-element", element.place, tag=element.tag[:40])

    def _empty(self, element: _Element) -> NoReturn:
        raise refused("letter-empty", element.place, tag=element.tag)

"""Where in an act a line stands: paragraph, subparagraph, list, item, appendix column."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Citation:
    text: str
    body: bool = False
    """stands in the act itself, before its annexes"""
    para: str | None = None
    sub: str | None = None
    list: int | None = None
    item: int | None = None
    app: int | None = None
    col: int | None = None


_SHAPES: dict[bool, tuple[tuple[str, ...], ...]] = {
    False: ((), ("list",), ("item",), ("list", "item")),
    True: (("app",), ("app", "col")),
}
"""what may follow a paragraph, and what an appendix is named by"""


@lru_cache(4096)
def parse_citation(text: str) -> Citation | None:
    body = text.startswith("act ")
    words = text.removeprefix("act ").split(" ")
    head, pairs = ("", words) if words[0] == "app" else (words[0], words[1:])
    if len(pairs) % 2 or not all(map(_is_number, pairs[1::2])):
        return None
    names, numbers = tuple(pairs[::2]), [int(number) for number in pairs[1::2]]
    if names not in _SHAPES[head == ""]:
        return None
    found = dict(zip(names, numbers, strict=True))
    if not head:
        return Citation(text, body, app=found["app"], col=found.get("col"))
    para, bracket, rest = head.partition("(")
    sub = rest.removesuffix(")")
    if not _is_label(para) or (bracket and not (rest.endswith(")") and _is_label(sub))):
        return None
    return Citation(text, body, para, sub or None, found.get("list"), found.get("item"))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_label(text: str) -> bool:
    """A paragraph's number, such as 6 or 6-1."""
    number, _, added = text.partition("-")
    return _is_number(number) and (_is_number(added) or number == text)


def citations(cite: str | tuple[str, ...]) -> tuple[str, ...]:
    return (cite,) if isinstance(cite, str) else cite


def citation_json(act: str, annex: int, text: str) -> dict[str, str | int | None]:
    cite = parse_citation(text)
    if cite is None:
        raise ValueError(f"{act}: not a citation: {text!r}")
    found: dict[str, str | int | None] = {
        "act": act,
        "annex": None if cite.body else annex,
        "para": cite.para,
        "sub": cite.sub,
        "item": cite.item,
    }
    extra = {"list": cite.list, "appendix": cite.app, "column": cite.col}
    return found | {name: value for name, value in extra.items() if value is not None}

"""Where in an act a line stands: article or paragraph, subparagraph, part, list, item, row of a table, appendix, column."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Citation:
    text: str
    body: bool = False
    """stands in the act itself, before its annexes"""
    article: str | None = None
    para: str | None = None
    sub: str | None = None
    part: int | None = None
    list: int | None = None
    row: int | None = None
    col: int | None = None
    item: int | None = None
    app: int | None = None


_INSIDE = ("part", "list", "row", "col", "item")
"""what may follow a paragraph, an article or an appendix, in this order"""
ARTICLE, APPENDIX, BODY = "art", "app", "act "


@lru_cache(4096)
def parse_citation(text: str) -> Citation | None:
    body = text.startswith(BODY)
    words = text.removeprefix(BODY).split(" ")
    found: dict[str, Any] = {}
    if words[0] in (ARTICLE, APPENDIX) and len(words) > 1:
        head, number, words = words[0], words[1], words[2:]
        label = _labels(number, "article" if head == ARTICLE else APPENDIX)
    elif words[0] in ("row", "part"):
        label = {}
    else:
        label, words = _labels(words[0], "para"), words[1:]
    if label is None or len(words) % 2:
        return None
    found |= label
    if APPENDIX in found:
        if "sub" in found or not _is_number(found[APPENDIX]):
            return None
        found[APPENDIX] = int(found[APPENDIX])
    names = words[::2]
    if not all(map(_is_number, words[1::2])) or not _may_follow(names, APPENDIX in found):
        return None
    found |= zip(names, map(int, words[1::2]), strict=True)
    return Citation(text, body, **found)


def _may_follow(names: list[str], appendix: bool) -> bool:
    """Columns are those of an appendix or of a row; what an appendix itemises are its rows."""
    if names != [name for name in _INSIDE if name in names]:
        return False
    if appendix:
        return "part" not in names and "list" not in names and ("item" not in names or "row" in names)
    return "col" not in names or "row" in names


def _labels(text: str, head: str) -> dict[str, Any] | None:
    """A number such as 6 or 6-1, and in brackets that of a subparagraph."""
    number, bracket, rest = text.partition("(")
    sub = rest.removesuffix(")")
    if not _is_label(number) or (bracket and not (rest.endswith(")") and _is_label(sub))):
        return None
    return {head: number} | ({"sub": sub} if bracket else {})


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_label(text: str) -> bool:
    """A paragraph's number, such as 6 or 6-1."""
    number, _, added = text.partition("-")
    return _is_number(number) and (_is_number(added) or number == text)


def citations(cite: str | tuple[str, ...]) -> tuple[str, ...]:
    return (cite,) if isinstance(cite, str) else cite


def citation_json(act: str, annex: int | None, text: str | None) -> dict[str, str | int | None]:
    """The place as data; without a text, the act and its annex alone."""
    cite = parse_citation(text) if text is not None else Citation("")
    if cite is None:
        raise ValueError(f"{act}: not a citation: {text!r}")
    found: dict[str, str | int | None] = {
        "act": act,
        "annex": None if cite.body else annex,
        "para": cite.para,
        "sub": cite.sub,
        "item": cite.item,
    }
    extra = {
        "article": cite.article,
        "part": cite.part,
        "list": cite.list,
        "row": cite.row,
        "appendix": cite.app,
        "column": cite.col,
    }
    return found | {name: value for name, value in extra.items() if value is not None}

"""Where in an act a line stands: paragraph, subparagraph, list, item, appendix column."""

import re
from dataclasses import dataclass

_PATTERN = re.compile(
    r"""(?P<act>act\ )?
    (?:(?P<para>\d+(?:-\d+)?)(?:\((?P<sub>\d+(?:-\d+)?)\))?(?:\ list\ (?P<list>\d+))?(?:\ item\ (?P<item>\d+))?
    |app\ (?P<app>\d+)(?:\ col\ (?P<col>\d+))?)\Z""",
    re.VERBOSE,
)


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


def parse_citation(text: str) -> Citation | None:
    match = _PATTERN.match(text)
    if match is None:
        return None
    part = match.groupdict()
    numbers = {name: int(part[name]) if part[name] else None for name in ("list", "item", "app", "col")}
    return Citation(text, bool(part["act"]), part["para"], part["sub"], **numbers)


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

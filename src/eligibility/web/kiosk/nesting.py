"""Paragraphs as they follow each other, made into sections with lists, as a page has them."""

from collections.abc import Iterable
from typing import NamedTuple

from eligibility.answer.told import Told


class ToldItem(NamedTuple):
    """An item of a list with what belongs to it."""

    head: Told
    notes: list[Told]


class ToldSection(NamedTuple):
    """A heading, if there is one, with what follows it: paragraphs, and lists of items."""

    head: Told | None
    parts: list[Told | list[ToldItem]]


def nested(paragraphs: Iterable[Told]) -> list[ToldSection]:
    sections = [ToldSection(None, [])]
    for one in paragraphs:
        parts = sections[-1].parts
        last = parts[-1] if parts else None
        match one.as_:
            case "section":
                sections.append(ToldSection(one, []))
            case "item" if isinstance(last, list):
                last.append(ToldItem(one, []))
            case "item":
                parts.append([ToldItem(one, [])])
            case "note" if isinstance(last, list):
                last[-1].notes.append(one)
            case _:
                parts.append(one)
    return [one for one in sections if one.head or one.parts]

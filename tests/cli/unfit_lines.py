"""What no line on a terminal may hold: words of the wrong alphabet, a bad wrap, leftovers of a template."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from eligibility.engine import Engine
from eligibility.plain.records import plain

__all__ = ["BRANDS", "foreign_words", "of_sources", "slips"]

BRANDS = frozenset({"IBAN", "eGov", "Mobile", "Halyk", "Bank", "Qoldau", "SaqtandyryBot"})
NAMES = BRANDS | frozenset(
    [
        *("eligibility", "JSON", "YAML", "UTF-8", "HTML", "PDF", "docs/embedding.md"),
        *("Python", "linux", "durable-rules", "pydantic", "typer", "PyYAML", "babel"),
        *("Jinja2", "typst", "python-calamine", "fastapi", "uvicorn", "rich", "polars", "pyspark"),
        "Enter",
        *("kk", "ru", "both", "paired", "rete", "direct", "citizen", "clerk", "auditor", "html", "txt", "pdf"),
    ]
)
"""names of programs, of formats and of a key, and words an option is given"""

NOT_WORDS = re.compile(
    r"https?://\S+|www\.\S+|e-qyzmetter|egov\.kz|elicense\.kz|(?:migration\.)?enbek\.kz|Avesta-news\.kz"  # sites
    r"|sha256:[0-9a-f]{64}"
    r"|(?<![\w-])--?[a-z][a-z-]*"  # options
    r"|(?<==)YYYY-MM-DD|repeal:"  # how --published is written
    r"|[a-z-]+(?:/[a-z0-9-]+)*\.(?:json|yaml|svg)\b|(?<!\w)\.(?:xlsx|csv|parquet|jsonl)\b"  # files and their kinds
)
LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_/.-]*[A-Za-z0-9])?")


@cache
def ids() -> frozenset[str]:
    pack = Engine.shipped("direct").pack
    found = {*pack.services, *pack.acts, *pack.regions, *pack.documents, *pack.facts, *pack.categories, *pack.actors}
    found |= {value for fact in pack.facts.values() for value in fact.values or ()}
    found |= {f"{id}/{one.label}" for id, act in pack.acts.items() for one in act.amendments}
    found |= {part for act in pack.acts.values() for part in LATIN.findall(act.number or "")}
    return frozenset(found)


@cache
def of_sources() -> frozenset[str]:
    """Names of sites and of their pages, as the rules name where something is known from."""
    pack = Engine.shipped("direct").pack
    holders = [pack.edition(*key) for key in pack.held()] + [
        *pack.services.values(),
        *pack.contacts.values(),
        *pack.region_changes,
    ]
    said = (text for one in holders for text in _sources(plain(one)))
    return frozenset(word for text in said for word in LATIN.findall(NOT_WORDS.sub(" ", text)))


def _sources(data: Any) -> Iterator[str]:
    for key, value in data.items() if isinstance(data, dict) else ():
        yield from value.values() if key in ("source", "as_of") else _sources(value)
    for value in data if isinstance(data, list) else ():
        yield from _sources(value)


def foreign_words(text: str, also: frozenset[str] = frozenset()) -> set[str]:
    """Latin words that are no id, option or name."""
    return set(LATIN.findall(NOT_WORDS.sub(" ", text))) - NAMES - ids() - of_sources() - also


SLIPS = {
    "a template was not filled": re.compile(r"[{}]|\bNone\b|\bTrue\b|\bFalse\b"),
    "two signs where one belongs": re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|::|,\.|;\.|:\.|\?\.|\. \.|\(\)|\( | \)"),
    "a space before a sign": re.compile(r"\S [,;.!](?:\s|$)|\S :(?:\s|$)"),
    "a number apart from its «№»": re.compile(r"№$"),
    "a dash begins a line": re.compile(r"^ {2,}– "),
    "a word of a place apart from its number": re.compile(r"(?:пункт|строка|графа|приложение)$"),
    "a space at the end": re.compile(r" $"),
    "a word twice": re.compile(r"\b([а-яәғқңөұүһі]{3,}) \1\b"),
    "straight quotes": re.compile(r'[^\W\d_]"|"[^\W\d_]'),
    "a separator that should have been a space": re.compile("\u00a0"),
}


def slips(text: str, room: int = 80) -> Iterator[str]:
    for line in text.splitlines():
        yield from (f"{name}: {line!r}" for name, sign in SLIPS.items() if sign.search(line))
        if len(line) > room and len(line.split()) > 1 and not NOT_WORDS.search(line):
            yield f"longer than {room}: {line!r}"

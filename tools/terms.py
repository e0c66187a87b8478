"""Holds catalogues, templates and rules against the term list, locales/terms.yaml, and names every forbidden word."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from babel.messages.pofile import read_po

from eligibility.words.text import LANGS, Lang

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "locales" / "terms.yaml"
FOLDERS = ("rules", "locales", "templates")

_TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
"""a word or a mark: words with a mark between them do not follow each other"""
_QUOTED = re.compile(r"«[^«»]*»")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_CODE = re.compile(r"\{#.*?#\}|\{[{%].*?[}%]\}|<[^<>]*>", re.DOTALL)
_LITERAL = re.compile(r"'([^']*)'|\"([^\"]*)\"")


class Written(NamedTuple):
    """A text with where it stands: a file, and the keys to it or its line there."""

    file: str
    at: tuple[str, ...]
    lang: Lang
    text: str


class Term(NamedTuple):
    """A term in one language, and the words that must not stand for it."""

    name: str
    instead: str
    lang: Lang
    forbidden: tuple[str, ...]
    allowed: tuple[str, ...]
    not_in: tuple[str, ...]
    only_in: tuple[str, ...]
    citizen: bool

    def looks_at(self, file: str, to_citizen: bool) -> bool:
        return (to_citizen or not self.citizen) and file.startswith(self.only_in) and not file.startswith(self.not_in)


class Breach(NamedTuple):
    written: Written
    word: str
    term: Term

    def __str__(self) -> str:
        place = " ".join((self.written.file, ".".join(self.written.at)))
        return f"{place} [{self.term.lang}]: «{self.word}» ({self.term.name}: {self.term.instead}): {self.written.text}"


class TermList:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.given = frozenset(data["given"])
        self.citizen_reads = frozenset(data["citizen_reads"])
        self.clerk_reads = frozenset(data["clerk_reads"])
        self.terms = tuple(term for row in data["terms"] for term in _terms(row))

    def breaches(self, texts: Iterable[Written]) -> Iterator[Breach]:
        for written in texts:
            parts = {part.removesuffix(".yaml") for part in (*written.file.split("/"), *written.at)}
            if parts & self.given and not parts & self.citizen_reads:
                continue
            words = " ".join(_TOKEN.findall(_unquoted(written.text).casefold()))
            to_citizen = bool(parts & self.citizen_reads) and not parts & self.clerk_reads
            for term in self.terms:
                if term.lang == written.lang and term.looks_at(written.file, to_citizen):
                    yield from (Breach(written, word, term) for word in _found(words, term))


def read_list(path: Path = LIST) -> TermList:
    return TermList(yaml.safe_load(path.read_text(encoding="utf-8")))


def written_in(root: Path = ROOT) -> Iterator[Written]:
    """All that the project says in the two languages, in its own words or not."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix == ".yaml" and folder == "rules":
                yield from _in_yaml(name, (), yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
            elif path.suffix == ".po":
                yield from _in_catalogue(name, path)
            elif path.suffix == ".j2":
                yield from _in_template(name, path.read_text(encoding="utf-8"))


def _terms(row: Mapping[str, Any]) -> Iterator[Term]:
    allowed, everywhere = row.get("except", {}), ("",)
    places = (tuple(row.get("not_in", ())), tuple(row.get("only_in", everywhere)))
    for lang in LANGS:
        if forbidden := row["forbidden"].get(lang):
            words = (tuple(forbidden), tuple(allowed.get(lang, ())))
            yield Term(row["term"], row[lang], lang, *words, *places, bool(row.get("citizen")))


def _unquoted(text: str) -> str:
    """Without what stands in quotation marks, one pair inside another too."""
    while (shorter := _QUOTED.sub(" ", text)) != text:
        text = shorter
    return _PLACEHOLDER.sub(" ", text)


def _found(words: str, term: Term) -> Iterator[str]:
    for entry in term.allowed:
        words = _pattern(entry).sub(" ", words)
    for entry in term.forbidden:
        yield from (match.group() for match in _pattern(entry).finditer(words))


@lru_cache(4096)
def _pattern(entry: str) -> re.Pattern[str]:
    parts = (re.escape(part.rstrip("…")) + (r"[\w-]*" if part.endswith("…") else "") for part in entry.casefold().split())
    return re.compile(r"(?<![\w-])" + " ".join(parts) + r"(?![\w-])")


def _in_yaml(file: str, at: tuple[str, ...], data: Any) -> Iterator[Written]:
    if isinstance(data, list):
        for number, one in enumerate(data, 1):
            yield from _in_yaml(file, (*at, str(number)), one)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == "ask" and data.get("stage") == "examination":
                yield from _in_yaml(file, (*at, key, "desk"), value)
            elif key in LANGS and isinstance(value, str):
                yield Written(file, at, key, value)
            else:
                yield from _in_yaml(file, (*at, str(key)), value)


def _in_catalogue(file: str, path: Path) -> Iterator[Written]:
    lang: Lang = "kk" if "/kk/" in file else "ru"
    with path.open("rb") as opened:
        for message in read_po(opened, locale=lang):
            texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if message.id:
                yield from (Written(file, (repr(message.id),), lang, text) for text in dict.fromkeys(texts))


def _in_template(file: str, source: str) -> Iterator[Written]:
    """The words between the marks and those that the marks quote."""
    lang: Lang | None = "kk" if ".kk." in file else "ru" if ".ru." in file else None
    if lang is None:
        return
    for mark in _CODE.finditer(source):
        number = source.count("\n", 0, mark.start()) + 1
        yield from (Written(file, (str(number),), lang, one or other) for one, other in _LITERAL.findall(mark.group()))
    for number, line in enumerate(_CODE.sub(lambda mark: " " + "\n" * mark.group().count("\n"), source).splitlines(), 1):
        yield Written(file, (str(number),), lang, line.strip())


def main() -> None:
    found = list(read_list().breaches(written_in()))
    print("\n".join(map(str, found)) or "no forbidden word")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

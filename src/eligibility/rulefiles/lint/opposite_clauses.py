"""The clause for a condition that holds and the one for its failing are two."""

import re
from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.words.text import LANGS

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def check_clauses(sources: Sources) -> Iterator[Diagnostic]:
    for section in ("facts", "categories"):
        for file in sources.shared.get(section, ()):
            yield from _alike(file, file.data, ())


def _alike(file: YamlFile, data: Any, path: Steps) -> Iterator[Diagnostic]:
    if not isinstance(data, dict):
        return
    holds, fails = data.get("holds"), data.get("fails")
    if isinstance(holds, dict) and isinstance(fails, dict):
        for lang in LANGS:
            if _plain(holds[lang]) == _plain(fails[lang]):
                yield Diagnostic("clauses-alike", file.place((*path, "fails", lang)), key=lang)
    for key, below in data.items():
        yield from _alike(file, below, (*path, key))


def _plain(text: str) -> str:
    """Without what a reader passes over: case, signs and spaces."""
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()

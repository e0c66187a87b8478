"""Ids that are defined and that nothing names: left over, or forgotten in a rule."""

import re
from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.law.filing_facts import FILING_FACTS
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources

SECTIONS = ("facts", "categories", "documents", "actors", "outcomes", "receipt-fields")
"""whose ids are there to be named by rules; regions, services and events are named by cases too"""

_IDS = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)


def check_unused(sources: Sources) -> Iterator[Diagnostic]:
    """Runs on packs in which every name is somebody's."""
    named = {*FILING_FACTS, *_named(sources)}
    for section in SECTIONS:
        for file in sources.shared.get(section, ()):
            for id, entry in file.data.items():
                if id not in named and not _stands_in(entry):
                    yield Diagnostic("unused-id", file.keys[(id,)], id=id)
    for act, file in sources.acts.items():
        chosen = {edition.data.get("provider") for key, edition in sources.editions.items() if key.act == act}
        if chosen:
            yield from (Diagnostic("unused-id", place, id=id) for id, place in _providers(file) if id not in chosen)


def _stands_in(entry: Any) -> bool:
    """A document that may be shown in the place of another is used by that."""
    return isinstance(entry, dict) and bool(entry.get("serves_as"))


def _providers(file: YamlFile) -> Iterator[tuple[str, Place]]:
    for id in file.data.get("providers") or ():
        yield id, file.keys[("providers", id)]


def _named(sources: Sources) -> Iterator[str]:
    """Whatever stands anywhere as an id or in a condition; the texts of both languages hold none."""
    for file in sources.files():
        yield from _words(file.data)


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, below in data.items():
            if key == "when" and isinstance(below, str):
                yield from _IDS.findall(below)
            else:
                yield from _words(below)
    elif isinstance(data, list):
        for below in data:
            yield from _words(below)
    elif isinstance(data, str):
        yield data

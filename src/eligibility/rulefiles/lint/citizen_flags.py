"""A flag for citizens says what it is about and, shortly, what they do."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.shared_flags import is_whole
from eligibility.words.text import LANGS

MOST_WORDS = 25
"""of what a citizen is told to do, in either language"""
KEYS = ("about", "do")


def check_told(sources: Sources) -> Iterator[Diagnostic]:
    for file in sources.flags.values():
        for id, flag in file.data.items():
            yield from _told(file, (id,), id, flag)
    for file in sources.editions.values():
        for at, flag in enumerate(file.data.get("flags", ())):
            if is_whole(flag):
                yield from _told(file, ("flags", at), flag["id"], flag)


def _told(file: YamlFile, path: Steps, id: str, flag: Mapping[str, Any]) -> Iterator[Diagnostic]:
    lacking = [key for key in KEYS if key not in flag] if flag["for"] == "citizen" and flag["kind"] != "misprint" else []
    if lacking:
        yield Diagnostic("do-missing", file.place(path), flag=id, keys=", ".join(lacking))
    for lang in LANGS if "do" in flag else ():
        if (n := words_in(flag["do"][lang])) > MOST_WORDS:
            yield Diagnostic("do-too-long", file.place((*path, "do", lang)), flag=id, n=n, limit=MOST_WORDS)


def words_in(text: str) -> int:
    """Dashes between words are none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())

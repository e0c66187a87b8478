"""A flag for citizens says what it is about and, shortly, what they do."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.shared_flags import Shared, flag_id, in_full, is_whole
from eligibility.words.text import LANGS, Lang

MOST_WORDS = 25
"""of what a citizen is told to do, in either language"""
KEYS = ("about", "do")


def check_told(sources: Sources) -> Iterator[Diagnostic]:
    for file in sources.flags.values():
        for id, flag in file.data.items():
            yield from _told(file, (id,), id, flag)
    for key, file in sources.editions.items():
        shared = sources.flags_of(key.act)
        for at, entry in enumerate(file.data.get("flags", ())):
            if is_whole(entry):
                yield from _told(file, ("flags", at), entry["id"], entry)
            elif filled := _filled(entry, shared, file.data["annex"]):
                yield from _too_long(file, ("flags", at), flag_id(entry), filled)


def _told(file: YamlFile, path: Steps, id: str, flag: Mapping[str, Any]) -> Iterator[Diagnostic]:
    lacking = [key for key in KEYS if key not in flag] if flag["for"] == "citizen" and flag["kind"] != "misprint" else []
    if lacking:
        yield Diagnostic("do-missing", file.place(path), flag=id, keys=", ".join(lacking))
    if "do" in flag:
        yield from _too_long(file, (*path, "do"), id, flag["do"])


def _filled(entry: Any, shared: Shared, annex: int) -> Mapping[Lang, str] | None:
    """What a shared flag tells to do in the words of one edition, where it leaves any to be filled."""
    do: Mapping[Lang, str] | None = in_full(entry, shared, annex).get("do")
    return None if do == shared[flag_id(entry)].get("do") else do


def _too_long(file: YamlFile, path: Steps, id: str, do: Mapping[Lang, str]) -> Iterator[Diagnostic]:
    for lang in LANGS:
        if (n := words_in(do[lang])) > MOST_WORDS:
            yield Diagnostic("do-too-long", file.place((*path, lang)), flag=id, n=n, limit=MOST_WORDS)


def words_in(text: str) -> int:
    """Dashes between words are none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())

"""The ids that a pack defines, by kind: what each is called, where it stands and where it is used."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.refusal import Refused
from eligibility.law.condition import SyntaxProblem, parse, walk
from eligibility.law.filing_facts import CHANNEL, FILED_BY, REQUEST
from eligibility.law.vocabulary import EverydayWords
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import FILES, FOLDERS, Sources
from eligibility.rulefiles.schema import KINDS as FILE_KINDS
from eligibility.rulefiles.shared_flags import flag_id, is_whole
from eligibility.words.text import LANGS, Text

ACTS, FLAGS = "acts", "flags"

NAMED_BY: Mapping[str, frozenset[str]] = {
    ACTS: frozenset({"act", "acts"}),
    "act-kinds": frozenset({"kind"}),
    "actors": frozenset({"actor", "issued_by"}),
    "documents": frozenset({"document", "any_of", "all_of", "serves_as", "package"}),
    "events": frozenset({"from"}),
    "facts": frozenset({"since"}),
    FLAGS: frozenset({"flags", "flag"}),
    "outcomes": frozenset({"outcome"}),
    "receipt-fields": frozenset({"shows"}),
    "regions": frozenset({"regions", "before", "after"}),
    "services": frozenset({"service", "services", "into"}),
}
"""keys under which a rule names an id of a kind"""
CONDITION = "when"
IN_CONDITIONS = ("facts", "categories", "parameters")
"""kinds that conditions name"""
VALUES_OF = (CHANNEL, FILED_BY, REQUEST)
"""facts whose values stand under a key of the fact's own name"""
_NAME_KEYS = ("name", "title", "cited", "ask", "says", "holds", "text", "label")
"""where the name of an entry stands, the likeliest first"""


@dataclass(slots=True)
class Ident:
    """An id of a pack."""

    kind: str
    id: str
    name: Text
    place: Place
    act: str | None = None
    """of a flag, the act it belongs to"""
    uses: list[Place] = field(default_factory=list)

    def matches(self, word: str) -> bool:
        """By the id or the name in either language, however it is written."""
        return any(folded(word) in folded(text) for text in (self.id, *(self.name[lang] for lang in LANGS)))


def folded(text: str) -> str:
    """Without what a reader does not tell apart: capitals, ё, the kinds of dash, spaces."""
    return re.sub(r"\s+", " ", re.sub(r"[‐-―]", "-", text.casefold().replace("ё", "е"))).strip()


def kinds_of_ids() -> tuple[str, ...]:
    """Every section of a pack that defines ids with names."""
    sections = tuple(section for section in (*FOLDERS, *FILES) if _has_names(FILE_KINDS[section]))
    return (*sections, ACTS, FLAGS)


def _has_names(kind: Any) -> bool:
    """Whether a file of the kind holds entries by ids of their own: a calendar has years, a list has nothing, and everyday
    words stand under the ids of what they are said of."""
    return get_origin(kind) is dict and get_origin(get_args(kind)[1]) is None and get_args(kind)[1] is not EverydayWords


def ids_of(sources: Sources, kind: str) -> list[Ident]:
    """Those of a kind in the order of the files, with their uses; refuses files that cannot be read."""
    if unreadable := [one for file in _files(sources) for one in file.diagnostics]:
        raise Refused(unreadable)
    if not any(_files(sources)):
        raise Refused(sources.diagnostics)
    found = list(_flags(sources) if kind == FLAGS else _acts(sources) if kind == ACTS else _entries(sources, kind))
    _count(sources, kind, found)
    return found


def _files(sources: Sources) -> Iterator[YamlFile]:
    for files in sources.shared.values():
        yield from files
    for by_act in (sources.acts, sources.flags, sources.origins):
        yield from by_act.values()
    yield from sources.editions.values()


def _entries(sources: Sources, kind: str) -> Iterator[Ident]:
    for file in sources.shared.get(kind, ()):
        for id, entry in _mapping(file.data).items():
            yield Ident(kind, str(id), called(entry), file.keys[(id,)])


def _acts(sources: Sources) -> Iterator[Ident]:
    for id, file in sources.acts.items():
        yield Ident(ACTS, id, called(file.data), Place(file.name, 1, 1))


def _flags(sources: Sources) -> Iterator[Ident]:
    for act, file in sources.flags.items():
        for id, entry in _mapping(file.data).items():
            yield Ident(FLAGS, str(id), called(entry), file.keys[(id,)], act)
    seen: set[tuple[str, str]] = set()
    for key, file in sources.editions.items():
        for at, entry in enumerate(_list(file.data.get(FLAGS))):
            if isinstance(entry, Mapping) and is_whole(entry) and (key.act, flag_id(entry)) not in seen:
                seen.add((key.act, flag_id(entry)))
                yield Ident(FLAGS, flag_id(entry), called(entry), file.place((FLAGS, at)), key.act)


def called(entry: Any) -> Text:
    """What an entry is called, wherever its kind has that; empty where nothing is said."""
    if isinstance(entry, Mapping):
        if any(isinstance(entry.get(lang), str) for lang in LANGS):
            return Text(*(str(entry.get(lang) or "") for lang in LANGS))
        for key in _NAME_KEYS:
            found = called(entry.get(key))
            if found.kk or found.ru:
                return found
    return Text("", "")


def _count(sources: Sources, kind: str, found: list[Ident]) -> None:
    """Lets every id know of the places that name it."""
    by_id: dict[tuple[str | None, str], list[Ident]] = {}
    for one in found:
        by_id.setdefault((one.act, one.id), []).append(one)
    shared = [file for files in sources.shared.values() for file in files]
    for file in (*shared, *sources.acts.values(), *sources.origins.values()):
        _count_in(file, kind, by_id, None)
    for act, file in sources.flags.items():
        _count_in(file, kind, by_id, act if kind == FLAGS else None)
    for key, file in sources.editions.items():
        _count_in(file, kind, by_id, key.act if kind == FLAGS else None)
        if kind == ACTS:
            for one in by_id.get((None, key.act), ()):
                one.uses.append(Place(file.name, 1, 1))


def _count_in(file: YamlFile, kind: str, by_id: Mapping[tuple[str | None, str], list[Ident]], act: str | None) -> None:
    for path, id in _named(file.data, kind, (), None):
        for one in by_id.get((act, id), ()):
            one.uses.append(file.place(path))


def _named(data: Any, kind: str, path: Steps, under: str | None) -> Iterator[tuple[Steps, str]]:
    """What may be ids of the kind, by the keys they stand under; kinds without keys of their own, under any."""
    if isinstance(data, Mapping):
        for key, below in data.items():
            if kind == "facts" and key in VALUES_OF and isinstance(below, str):
                yield (*path, key), str(key)
            yield from _named(below, kind, (*path, key), str(key))
    elif isinstance(data, list):
        for at, below in enumerate(data):
            yield from _named(below, kind, (*path, at), under)
    elif isinstance(data, str) and under == CONDITION:
        if kind in IN_CONDITIONS:
            yield from ((path, id) for id in dict.fromkeys(_in_condition(data)))
    elif isinstance(data, str) and under in NAMED_BY.get(kind, {under}) and under not in LANGS:
        yield path, data


def _in_condition(when: str) -> Iterator[str]:
    """The facts, categories and other names a condition rests on; never the values they are compared with."""
    tree = parse(when)
    if isinstance(tree, SyntaxProblem):
        return
    for part in walk(tree):
        named = (getattr(part, "id", None), getattr(part, "fact", None), getattr(getattr(part, "value", None), "id", None))
        yield from (name for name in named if isinstance(name, str))


def _mapping(data: Any) -> Mapping[Any, Any]:
    return data if isinstance(data, Mapping) else {}


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []

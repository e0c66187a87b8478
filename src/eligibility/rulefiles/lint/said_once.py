"""What the annexes of an act share of their flags is used, and no text of a flag stands twice in an act."""

from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.origins import names_of_origins
from eligibility.rulefiles.shared_flags import flag_id, is_whole


def check_shared_flags(sources: Sources) -> Iterator[Diagnostic]:
    for act in dict.fromkeys([*sources.flags, *(key.act for key in sources.editions)]):
        editions = [file for key, file in sources.editions.items() if key.act == act]
        yield from _unused(sources, act, editions)
        yield from _said_twice(sources, act, editions)


def check_origins(sources: Sources) -> Iterator[Diagnostic]:
    for act, file in sources.origins.items():
        editions = [one for key, one in sources.editions.items() if key.act == act]
        named = {id for one in editions for _, id in names_of_origins(one.data)}
        yield from (Diagnostic("unused-source", file.keys[(id,)], id=id) for id in file.data if id not in named)


def _unused(sources: Sources, act: str, editions: list[YamlFile]) -> Iterator[Diagnostic]:
    named = {flag_id(entry) for file in editions for entry in file.data.get("flags", ()) if not is_whole(entry)}
    for id in sources.flags_of(act):
        if id not in named:
            yield Diagnostic("unused-flag", sources.flags[act].keys[(id,)], flag=id)


def _said_twice(sources: Sources, act: str, editions: list[YamlFile]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Place] = {}
    for id, flag, place in _written(sources, act, editions):
        other = first.setdefault((flag["text"]["kk"], flag["text"]["ru"]), place)
        if other is not place:
            yield Diagnostic("duplicate-text", place, flag=id, other=other.file)


def _written(sources: Sources, act: str, editions: list[YamlFile]) -> Iterator[tuple[str, Any, Place]]:
    """Every flag of an act where its text stands."""
    for id, flag in sources.flags_of(act).items():
        yield id, flag, sources.flags[act].place((id, "text"))
    for file in editions:
        for at, entry in enumerate(file.data.get("flags", ())):
            if is_whole(entry):
                yield entry["id"], entry, file.place(("flags", at, "text"))

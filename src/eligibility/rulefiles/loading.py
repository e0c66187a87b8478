"""Folders of rule files -> a pack, with every diagnostic of every file found in one pass."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, NamedTuple, TypeVar

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest, misspelt
from eligibility.law.pack import EditionKey, Pack
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile, read_yaml
from eligibility.rulefiles.folders import Rules, folders_of
from eligibility.rulefiles.origins import misnamed_origins, with_origins
from eligibility.rulefiles.schema import validate
from eligibility.rulefiles.shared_flags import Shared, misfilled, misnamed, written_out
from eligibility.rulefiles.signoffs import SIGNOFFS

NONE = "none"
"""in the place of a list of requirements: the act says that no papers are needed"""
FOLDERS = ("facts", "documents", "services", "actors", "outcomes", "receipt-fields", "calendar")
FILES = (
    *("categories", "contradictions", "parameters", "events", "act-kinds"),
    *("regions", "region-changes", "region-words", "situations", "contacts"),
)
LISTS = ("contradictions", "region-changes")
"""sections that are lists, whose entries have no ids"""
EARLIER = "until-"
OF_THE_ACT = ("act.yaml", "sources.yaml", "flags.yaml")
"""files that all wordings of an act share"""

Key = TypeVar("Key", str, "WordingKey")


class WordingKey(NamedTuple):
    """An act, and of an earlier wording the amendment it stood until."""

    act: str
    wording: str | None = None


@dataclass(slots=True)
class Sources:
    """The files of a pack by what they say, for checks that need places."""

    shared: dict[str, list[YamlFile]] = field(default_factory=dict)
    acts: dict[str, YamlFile] = field(default_factory=dict)
    provisions: dict[WordingKey, YamlFile] = field(default_factory=dict)
    flags: dict[str, YamlFile] = field(default_factory=dict)
    """what the editions of an act share of their flags"""
    origins: dict[str, YamlFile] = field(default_factory=dict)
    """where what is known of an act is known from, each said once"""
    editions: dict[EditionKey, YamlFile] = field(default_factory=dict)
    signoffs: dict[str, YamlFile] = field(default_factory=dict)
    """by the names of their files, which are those of acts; no part of the pack"""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, section: str, id: str) -> Place:
        """Where an entry of the shared vocabulary stands."""
        for file in self.shared.get(section, ()):
            if isinstance(file.data, dict) and id in file.data:
                return file.keys[(id,)]
        return Place(section, 1, 1)

    def files(self) -> Iterator[YamlFile]:
        """All but the lists of an act's lines."""
        for files in self.shared.values():
            yield from files
        for by_act in (self.acts, self.flags, self.editions):
            yield from by_act.values()

    def is_elsewhere(self, act: str) -> bool:
        """Whether nothing of the act's text is held."""
        return act in self.acts and self.acts[act].data.get("text") == "elsewhere"

    def flags_of(self, act: str) -> Shared:
        return self.flags[act].data if act in self.flags else {}

    def origins_of(self, act: str) -> Mapping[str, Any]:
        return self.origins[act].data if act in self.origins else {}


def read_sources(rules: Rules) -> Sources:
    """The files of folders of rules, with all that is wrong with each by itself."""
    sources = Sources()
    for folder in folders_of(rules):
        paths = sorted(path for path in folder.path.rglob("*.y*ml") if path.is_file())
        if not paths:
            sources.diagnostics.append(Diagnostic("no-rules", str(folder.path)))
        for path in paths:
            _take(sources, path.relative_to(folder.path).parts, path, folder.prefix)
    sources.diagnostics += list(_misnamed(sources))
    return sources


def build(sources: Sources) -> Pack:
    """The pack of sources that have no errors."""
    shared: dict[str, Any] = {section: _merged(sources, section) for section in (*FOLDERS, *FILES)}
    for section in LISTS:
        shared[section] = [entry for file in sources.shared.get(section, ()) for entry in file.data or ()]
    kinds = shared.pop("act-kinds")
    shared["acts"] = {id: with_kinds(file.data, kinds) for id, file in sources.acts.items()}
    editions = {key: _edition(sources, key, file) for key, file in sources.editions.items()}
    return Pack.of(shared, editions)


def kinds_of_acts(sources: Sources) -> dict[str, Any]:
    return _merged(sources, "act-kinds")


def with_kinds(act: dict[str, Any], kinds: Mapping[str, Any]) -> dict[str, Any]:
    """An act with the words of its kind, and of the kinds of the acts that changed it, in the place of their names."""
    found = act | {"kind": kinds[act["kind"]]}
    if amendments := act.get("amendments"):
        found["amendments"] = [_with_kind(one, kinds) for one in amendments]
    return found | ({"repeal": _with_kind(act["repeal"], kinds)} if act.get("repeal") else {})


def _with_kind(changing: dict[str, Any], kinds: Mapping[str, Any]) -> dict[str, Any]:
    return changing | {"kind": kinds[changing["kind"]]} if changing.get("kind") else changing


def _edition(sources: Sources, key: EditionKey, file: YamlFile) -> dict[str, Any]:
    """With every flag in full, and how much of the act's text is at hand."""
    text = sources.acts[key.act].data.get("text", "whole") if key.act in sources.acts else "whole"
    found = written_out(file.data, sources.flags_of(key.act)) | ({"text": text} if text != "whole" else {})
    if found.get("requirements") == NONE:
        del found["requirements"]
    return with_origins(found, sources.origins_of(key.act))  # type: ignore[no-any-return]


def _merged(sources: Sources, section: str) -> dict[str, Any]:
    return {
        str(id): entry
        for file in sources.shared.get(section, ())
        if isinstance(file.data, dict)
        for id, entry in file.data.items()
    }


def _take(sources: Sources, parts: tuple[str, ...], path: FilePath, prefix: str) -> None:
    file = read_yaml(prefix + "/".join(parts), path.read_bytes())
    sources.diagnostics += file.diagnostics
    stem = path.stem
    match parts:
        case _ if path.suffix != ".yaml":
            sources.diagnostics.append(_misplaced(parts, file))
        case ("calendar", _) if not stem.isdecimal():
            sources.diagnostics.append(_misplaced(parts, file))
        case (_,) if stem in FILES:
            _share(sources, stem, file)
        case (section, _) if section in FOLDERS:
            _share(sources, section, file, int(stem) if section == "calendar" else None)
        case (section, _) if section == SIGNOFFS:
            _put(sources, sources.signoffs, stem, _checked(sources, "signoff", file))
        case ("acts", id, *inside) if inside:
            _take_of_act(sources, id, tuple(inside), file)
        case _:
            sources.diagnostics.append(_misplaced(parts, file))


def _take_of_act(sources: Sources, id: str, inside: tuple[str, ...], file: YamlFile) -> None:
    match inside:
        case ("act.yaml",):
            _put(sources, sources.acts, id, _checked(sources, "act", file))
        case ("sources.yaml",):
            _put(sources, sources.origins, id, _checked(sources, "sources", _filled(file)))
        case ("flags.yaml",):
            _put(sources, sources.flags, id, _checked(sources, "flags", _filled(file)))
        case (name,):
            _take_wording(sources, WordingKey(id), name, file)
        case (until, name) if until.startswith(EARLIER) and name not in OF_THE_ACT:
            _take_wording(sources, WordingKey(id, until.removeprefix(EARLIER)), name, file)
        case _:
            sources.diagnostics.append(_misplaced(("acts", id, *inside), file))


def _put(sources: Sources, among: dict[Key, YamlFile], key: Key, file: YamlFile) -> None:
    """A file of an act; one that a folder below has already stays what it is."""
    if key in among:
        id = key if isinstance(key, str) else key[0]
        sources.diagnostics.append(Diagnostic("duplicate-id", Place(file.name, 1, 1), id=id, other=among[key].name))
    else:
        among[key] = file


def _take_wording(sources: Sources, of: WordingKey, name: str, file: YamlFile) -> None:
    if name == "provisions.yaml":
        _put(sources, sources.provisions, of, _checked(sources, "provisions", file))
    else:
        _take_edition(sources, of, name.removesuffix(".yaml"), _checked(sources, "edition", file))


def _filled(file: YamlFile) -> YamlFile:
    """An empty file says nothing of anything."""
    file.data = {} if file.data is None else file.data
    return file


def _misnamed(sources: Sources) -> Iterator[Diagnostic]:
    """Flags that cannot be written out, in files that are right by themselves."""
    wrong = {one.where.file for one in sources.diagnostics if isinstance(one.where, Place)}
    kinds = kinds_of_acts(sources)
    for file in sources.acts.values():
        if file.name not in wrong:
            yield from _of_no_kind(file, kinds)
    origins = {act: file for act, file in sources.origins.items() if file.name not in wrong}
    for key, file in sources.editions.items():
        if file.name not in wrong and (key.act in origins or key.act not in sources.origins):
            yield from misnamed_origins(file, sources.origins_of(key.act))
    shared = {act: file for act, file in sources.flags.items() if file.name not in wrong}
    for file in shared.values():
        yield from misfilled(file)
    for (act, _, _), file in sources.editions.items():
        if file.name not in wrong and (act in shared or act not in sources.flags):
            yield from misnamed(file, sources.flags_of(act))


def _of_no_kind(act: YamlFile, kinds: Collection[str]) -> Iterator[Diagnostic]:
    """The kinds of an act, of what amends it and of what repeals it, that nobody has defined."""
    found: list[tuple[Steps, Any]] = [((), act.data)]
    found += [(("amendments", at), one) for at, one in enumerate(act.data.get("amendments") or ())]
    found += [(("repeal",), act.data["repeal"])] if act.data.get("repeal") else []
    for path, one in found:
        kind = one.get("kind")
        if kind is not None and kind not in kinds:
            yield Diagnostic("undefined-act-kind", act.place((*path, "kind")), **misspelt(kind, kinds))


def _misplaced(parts: tuple[str, ...], file: YamlFile) -> Diagnostic:
    place = Place(file.name, 1, 1)
    if not file.name.endswith(".yaml"):
        return Diagnostic("file-ending", place)
    name, known = parts[0].removesuffix(".yaml"), (*FOLDERS, *FILES, "acts", SIGNOFFS)
    return Diagnostic("misplaced-file", place, guess="" if name in known else closest(name, known))


def _checked(sources: Sources, kind: str, file: YamlFile) -> YamlFile:
    if not file.diagnostics:
        sources.diagnostics += validate(kind, file)
    return file


def _share(sources: Sources, section: str, file: YamlFile, year: int | None = None) -> None:
    if file.data is None:
        file.data = [] if section in LISTS else {}
    _checked(sources, section, file)
    if year is not None:
        file.data = {year: file.data}
    if isinstance(file.data, dict):
        sources.diagnostics += _twice(sources, section, file)
    sources.shared.setdefault(section, []).append(file)


def _twice(sources: Sources, section: str, file: YamlFile) -> Iterator[Diagnostic]:
    for id in file.data:
        for other in sources.shared.get(section, ()):
            if isinstance(other.data, dict) and id in other.data:
                place = file.keys.get((id,), Place(file.name, 1, 1))
                yield Diagnostic("duplicate-id", place, id=id, other=other.name)


def _take_edition(sources: Sources, of: WordingKey, stem: str, file: YamlFile) -> None:
    if not isinstance(file.data, dict):
        return
    service, annex = file.data.get("service"), file.data.get("annex")
    if not isinstance(service, str):
        return
    key = EditionKey(of.act, service, of.wording)
    name = service if annex is None else f"{annex}-{service}"
    if stem != name:
        sources.diagnostics.append(Diagnostic("file-name", file.place(()), name=name))
    if key in sources.editions:
        place, other = file.place(("service",)), sources.editions[key].name
        sources.diagnostics.append(Diagnostic("duplicate-edition", place, act=of.act, service=service, other=other))
        return
    sources.editions[key] = file

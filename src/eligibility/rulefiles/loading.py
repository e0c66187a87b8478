"""A folder of rule files -> a pack, with every diagnostic of every file found in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest
from eligibility.law.pack import EditionKey, Pack
from eligibility.plain.yamlfile import YamlFile, read_yaml
from eligibility.rulefiles.schema import validate
from eligibility.rulefiles.shared_flags import Shared, misfilled, misnamed, written_out

FOLDERS = ("facts", "documents", "services", "actors", "outcomes", "receipt-fields", "calendar")
FILES = ("categories", "regions", "contradictions", "events", "parameters")


@dataclass(slots=True)
class Sources:
    """The files of a pack by what they say, for checks that need places."""

    root: FilePath
    shared: dict[str, list[YamlFile]] = field(default_factory=dict)
    acts: dict[str, YamlFile] = field(default_factory=dict)
    provisions: dict[str, YamlFile] = field(default_factory=dict)
    standards: dict[str, YamlFile] = field(default_factory=dict)
    flags: dict[str, YamlFile] = field(default_factory=dict)
    """what the editions of an act share of their flags"""
    editions: dict[EditionKey, YamlFile] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, section: str, id: str) -> Place:
        """Where an entry of the shared vocabulary stands."""
        for file in self.shared.get(section, ()):
            if isinstance(file.data, dict) and id in file.data:
                return file.keys[(id,)]
        return Place(section, 1, 1)

    def flags_of(self, act: str) -> Shared:
        return self.flags[act].data if act in self.flags else {}


def read_sources(root: FilePath) -> Sources:
    """The files of a folder of rules, with all that is wrong with each by itself."""
    sources = Sources(root)
    paths = sorted(path for path in root.rglob("*.y*ml") if path.is_file())
    if not paths:
        sources.diagnostics.append(Diagnostic("no-rules", str(root)))
        return sources
    for path in paths:
        _take(sources, path.relative_to(root).parts, path)
    sources.diagnostics += list(_misnamed(sources))
    return sources


def build(sources: Sources) -> Pack:
    """The pack of sources that have no errors."""
    shared: dict[str, Any] = {section: _merged(sources, section) for section in (*FOLDERS, *FILES)}
    shared["contradictions"] = [entry for file in sources.shared.get("contradictions", ()) for entry in file.data or ()]
    shared["acts"] = {id: file.data for id, file in sources.acts.items()}
    shared["standards"] = {id: file.data for id, file in sources.standards.items()}
    editions = {key: written_out(file.data, sources.flags_of(key.act)) for key, file in sources.editions.items()}
    return Pack.of(shared, editions)


def _merged(sources: Sources, section: str) -> dict[str, Any]:
    return {
        str(id): entry
        for file in sources.shared.get(section, ())
        if isinstance(file.data, dict)
        for id, entry in file.data.items()
    }


def _take(sources: Sources, parts: tuple[str, ...], path: FilePath) -> None:
    file = read_yaml("/".join(parts), path.read_bytes())
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
        case ("standards", id, "standard.yaml"):
            sources.standards[id] = _checked(sources, "standard", file)
        case ("acts", id, "act.yaml"):
            sources.acts[id] = _checked(sources, "act", file)
        case ("acts", id, "provisions.yaml"):
            sources.provisions[id] = _checked(sources, "provisions", file)
        case ("acts", id, "flags.yaml"):
            file.data = {} if file.data is None else file.data
            sources.flags[id] = _checked(sources, "flags", file)
        case ("acts", id, _):
            _take_edition(sources, id, stem, _checked(sources, "edition", file))
        case _:
            sources.diagnostics.append(_misplaced(parts, file))


def _misnamed(sources: Sources) -> Iterator[Diagnostic]:
    """Flags that cannot be written out, in files that are right by themselves."""
    wrong = {one.where.file for one in sources.diagnostics if isinstance(one.where, Place)}
    shared = {act: file for act, file in sources.flags.items() if file.name not in wrong}
    for file in shared.values():
        yield from misfilled(file)
    for (act, _), file in sources.editions.items():
        if file.name not in wrong and (act in shared or act not in sources.flags):
            yield from misnamed(file, sources.flags_of(act))


def _misplaced(parts: tuple[str, ...], file: YamlFile) -> Diagnostic:
    place = Place(file.name, 1, 1)
    if not file.name.endswith(".yaml"):
        return Diagnostic("file-ending", place)
    name, known = parts[0].removesuffix(".yaml"), (*FOLDERS, *FILES, "acts", "standards")
    return Diagnostic("misplaced-file", place, guess="" if name in known else closest(name, known))


def _checked(sources: Sources, kind: str, file: YamlFile) -> YamlFile:
    if not file.diagnostics:
        sources.diagnostics += validate(kind, file)
    return file


def _share(sources: Sources, section: str, file: YamlFile, year: int | None = None) -> None:
    if file.data is None:
        file.data = [] if section == "contradictions" else {}
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


def _take_edition(sources: Sources, act: str, stem: str, file: YamlFile) -> None:
    if not isinstance(file.data, dict):
        return
    service, annex = file.data.get("service"), file.data.get("annex")
    if not isinstance(service, str):
        return
    key = EditionKey(act, service)
    if stem != f"{annex}-{service}":
        sources.diagnostics.append(Diagnostic("file-name", file.place(()), name=f"{annex}-{service}"))
    if key in sources.editions:
        place, other = file.place(("service",)), sources.editions[key].name
        sources.diagnostics.append(Diagnostic("duplicate-edition", place, act=act, service=service, other=other))
        return
    sources.editions[key] = file

"""What the entries of one edition must be by themselves, whatever the vocabulary."""

from collections.abc import Iterable, Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.lint.known_names import GROUNDS, listed
from eligibility.rulefiles.loading import NONE, Sources
from eligibility.rulefiles.shared_flags import flag_id


def check_shapes(sources: Sources) -> Iterator[Diagnostic]:
    for file in sources.editions.values():
        yield from _requirements(file)
        yield from _repeated("duplicate-flag", "flags", map(flag_id, file.data.get("flags", ())), file)
        for section in GROUNDS:
            yield from _repeated("duplicate-ground", section, (entry["id"] for entry in file.data.get(section, ())), file)
        yield from _amounts(file, file.data, ())


def _requirements(file: YamlFile) -> Iterator[Diagnostic]:
    none, cited = file.data.get("requirements") == NONE, "no_papers" in file.data
    if none is not cited or (none and file.data.get("documents_from")):
        yield Diagnostic("no-papers-shape", file.place(("no_papers" if cited else "requirements",)))
    for index, entry in enumerate(listed(file.data, "requirements")):
        one, several, group = (bool(entry.get(key)) for key in ("document", "all_of", "any_of"))
        if one == several or (group and several):
            yield Diagnostic("requirement-shape", file.place(("requirements", index)))
        for at, one in enumerate(entry.get("any_of", ())):
            if not _names_something(one):
                yield Diagnostic("alternative-shape", file.place(("requirements", index, "any_of", at)))
        if (copies := entry.get("copies")) is not None and copies < 1:
            yield Diagnostic("no-copies", file.place(("requirements", index, "copies")), value=copies)


def _names_something(alternative: Any) -> bool:
    """Either one document, or several that will do together."""
    if isinstance(alternative, str):
        return True
    several = alternative.get("all_of", ())
    return len(several) > 1 if not alternative.get("document") else not several


def _repeated(code: str, section: str, ids: Iterable[str], file: YamlFile) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, id in enumerate(ids):
        if id in seen:
            yield Diagnostic(code, file.place((section, index, "id")), id=id)
        seen.add(id)


def _amounts(file: YamlFile, data: Any, path: Steps) -> Iterator[Diagnostic]:
    """An amount of time is one unit or more, wherever a term stands."""
    if isinstance(data, list):
        for index, one in enumerate(data):
            yield from _amounts(file, one, (*path, index))
    elif isinstance(data, dict):
        value = data.get("value") if "unit" in data else None
        if value is not None and value < 1:
            yield Diagnostic("no-amount", file.place((*path, "value")), value=value)
        for key, one in data.items():
            yield from _amounts(file, one, (*path, key))

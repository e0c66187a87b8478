"""Where what is known of an act is known from: each source said once in its sources.yaml, and named by rules."""

from collections.abc import Iterator, Mapping
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import misspelt
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile

KNOWN = "known"


def with_origins(data: Any, origins: Mapping[str, Any]) -> Any:
    """The data with every source in full in the place of its name."""
    if isinstance(data, dict):
        return {key: origins[value] if _is_name(key, value) else with_origins(value, origins) for key, value in data.items()}
    return [with_origins(value, origins) for value in data] if isinstance(data, list) else data


def names_of_origins(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """The sources that an edition names, with where."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        if _is_name(key, value):
            yield (*path, key), value
        else:
            yield from names_of_origins(value, (*path, key))


def misnamed_origins(file: YamlFile, origins: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for path, id in names_of_origins(file.data):
        if id not in origins:
            yield Diagnostic("undefined-source", file.place(path), **misspelt(id, origins))


def _is_name(key: Any, value: Any) -> bool:
    return key == KNOWN and isinstance(value, str)

"""What does not fit its place in a rule file, told by what the place expects."""

from datetime import date
from typing import Any

from pydantic import ValidationError

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import MAX_WORD, misspelt
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.expected import Expected, expected
from eligibility.words.days import day_meant
from eligibility.words.text import LANGS

_MISSING = {"missing", "missing_argument"}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_KEY = "[key]"
"""pydantic's step to a key that is not of its type"""


def mismatches(kind: Any, file: YamlFile, error: ValidationError) -> list[Diagnostic]:
    """What pydantic refused, each place once."""
    problems = [(_path(file.data, problem), problem) for problem in error.errors(include_url=False)]
    deeper = {path[:length] for path, _ in problems for length in range(len(path))}
    found: dict[Steps, Diagnostic] = {}
    for path, problem in problems:
        if path not in found and path not in deeper:  # else a union's other member, which the data was not meant to be
            found[path] = _mismatch(kind, file, path, problem)
    meant = {(path[:-1], one.values.get("guess")) for path, one in found.items() if one.code == "unexpected-key"}
    return [one for path, one in found.items() if one.code != "missing-key" or (path[:-1], path[-1]) not in meant]


def misfit(kind: Any, file: YamlFile, path: Steps) -> Diagnostic:
    """Why a value does not fit its place."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return Diagnostic("wrong-file", file.place(path))
    value, wanted = _at(file.data, path), expected(kind, file.data, path)
    if value is None or value == "":
        empty = Diagnostic("empty-text", file.place(path), key=names[-1]) if names[-1] in LANGS else None
        return empty or Diagnostic("empty-value", file.place(path))
    found = _needed(wanted, value, file.place(path))
    return found or Diagnostic("wrong-type", file.place(path), key=names[-1])


def misfit_key(file: YamlFile, path: Steps) -> Diagnostic:
    """Why a key is none: a number where names are expected, or the other way round."""
    place = file.keys.get(path, file.place(path))
    return Diagnostic("needs-number", place) if isinstance(path[-1], str) else _unquoted(path[-1], place)


def _path(data: Any, problem: Any) -> Steps:
    """The steps that lead through the file's data; the others name members of a union."""
    path: list[str | int] = []
    for at, step in enumerate(problem["loc"], 1):
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and step in range(len(data))):
            data = data[step]
            path.append(step)
        elif at == len(problem["loc"]) and _lacks_key(problem):
            path.append(step)
    return tuple(path)


def _lacks_key(problem: Any) -> bool:
    """Of a list in the place of a record it is not the keys that are missing."""
    return problem["type"] in _MISSING and isinstance(problem["loc"][-1], str)


def _mismatch(kind: Any, file: YamlFile, path: Steps, problem: Any) -> Diagnostic:
    if _lacks_key(problem):
        return Diagnostic("missing-language" if path[-1] in LANGS else "missing-key", file.place(path), key=path[-1])
    if problem["type"] in _UNKNOWN:
        return _unknown_key(kind, file, path)
    if problem["loc"][-1:] == (_KEY,):
        return misfit_key(file, path)
    return misfit(kind, file, path)


def _unknown_key(kind: Any, file: YamlFile, path: Steps) -> Diagnostic:
    place, known = file.keys.get(path, file.place(path)), expected(kind, file.data, path[:-1]).keys
    if known == LANGS and not str(path[-1]).isascii():
        return Diagnostic("yaml-comma", place)
    return Diagnostic("unexpected-key", place, **misspelt(str(path[-1]), known))


def _at(data: Any, path: Steps) -> Any:
    for step in path:
        data = data[step]
    return data


def _needed(wanted: Expected, value: Any, place: Place) -> Diagnostic | None:
    """What stands here in the place of what is wanted."""
    scalar = not isinstance(value, (dict, list))
    shown = str(value)[:MAX_WORD] if scalar else ""
    if isinstance(value, int) and wanted.takes(str):
        return _unquoted(value, place)
    if scalar and wanted.words:
        said = misspelt(_as_written(value), wanted.words)
        if said["guess"] or not (wanted.takes(tuple) or wanted.takes_keys):
            return Diagnostic("unknown-unit" if "minutes" in wanted.words else "unknown-word", place, **said)
    if isinstance(value, dict) and wanted.takes(str):
        return Diagnostic("needs-text", place)
    if wanted.takes(date):
        day = day_meant(shown)
        return Diagnostic("needs-day", place, day=day.isoformat() if day else "")
    if wanted.takes(tuple):
        return None if isinstance(value, list) else Diagnostic("needs-list", place, one=shown)
    if wanted.takes_keys:
        return None if isinstance(value, dict) else Diagnostic("needs-keys", place, known=", ".join(wanted.keys))
    if wanted.takes(bool):
        return Diagnostic("needs-true-or-false", place)
    if wanted.takes(int):
        return Diagnostic("needs-number", place)
    return Diagnostic("needs-text", place)


def _unquoted(value: Any, place: Place) -> Diagnostic:
    return Diagnostic("needs-quotes", place, value=_as_written(value))


def _as_written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

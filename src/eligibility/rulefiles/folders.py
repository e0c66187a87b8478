"""Folders of rules, one laid over another: each adds to those before it, and what they say stays as it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from eligibility.files import resource

SHIPPED = "shipped"
"""the word for the rules that come with the program; a folder of this name is `./shipped`"""

Rules = Path | str | Sequence[Path | str]
"""a folder of rule files, or several, the lowest first"""


class RulesFolder(NamedTuple):
    """A folder of rules, and what its files are told by before their place in it."""

    path: Path
    prefix: str


def folders_of(rules: Rules) -> tuple[RulesFolder, ...]:
    """One folder's files are told by their place in it, several folders' by the folder as well."""
    names = [rules] if isinstance(rules, Path | str) else list(rules)
    if len(names) == 1:
        return (RulesFolder(_path(names[0]), ""),)
    return tuple(RulesFolder(_path(name), f"{Path(name).as_posix()}/") for name in names)


def only_shipped(rules: Rules) -> bool:
    return rules == SHIPPED or (not isinstance(rules, Path | str) and list(rules) == [SHIPPED])


def _path(name: Path | str) -> Path:
    return resource("rules") if name == SHIPPED else Path(name)

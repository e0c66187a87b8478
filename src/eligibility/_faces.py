"""How a package shows its names without loading the modules they live in."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

Face = tuple[list[str], Callable[[str], object], Callable[[], list[str]]]


def face(package: str, homes: Mapping[str, str]) -> Face:
    """`__all__`, `__getattr__` and `__dir__` of a package: its public names, each loaded when it is first asked for.

    `homes` has the names by the module they live in, so that a cold command pays for no module that it does not need. For
    whoever checks types the package imports the same names under `TYPE_CHECKING`; a test holds the two together.
    """
    home_of = {name: f"{package}.{module}" for module, names in homes.items() for name in names.split()}

    def load(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(home_of[name]), name)
        setattr(sys.modules[package], name, found)
        return found

    public = sorted(home_of)
    return public, load, lambda: public

"""What ships with the program: rules, templates and message catalogues, and the pack compiled from the rules."""

import os
from functools import cache
from pathlib import Path

from eligibility.law.pack import Pack, read_compiled

_PACKAGE = Path(__file__).parent
BUILT = _PACKAGE / "_shipped"
_CHECKOUT = _PACKAGE.parent.parent
COMPILED = BUILT / "pack.jsonl"
STAMP = BUILT / "pack.stamp"


def checkout() -> Path | None:
    """The top of the checkout that this program runs from, if it does."""
    return _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else None


def resource(name: str) -> Path:
    """The folder `rules`, `templates` or `locales`: in a checkout the one at its top, else the installed one."""
    top = _CHECKOUT / name
    return top if checkout() and top.is_dir() else BUILT / name


@cache
def shipped_pack() -> Pack:
    rules = resource("rules")
    if COMPILED.is_file() and (rules.parent == BUILT or (STAMP.is_file() and STAMP.read_bytes() == os.fsencode(stamp(rules)))):
        pack = read_compiled(COMPILED.read_bytes())
        if pack is not None:
            return pack
    return compile_pack(rules)


def compile_pack(rules: Path) -> Pack:
    """Reads the rule files and leaves the compiled pack for the next start."""
    from eligibility.law.lint import load

    state = stamp(rules)
    pack = load(rules)
    leave(COMPILED, pack.compiled())
    leave(STAMP, os.fsencode(state))
    return pack


def leave(path: Path, content: bytes) -> None:
    """All at once, since other processes may be reading; not at all in a folder that cannot be written."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        pass  # a read-only installation is compiled at build time; a read-only checkout is merely slower


def stamp(rules: Path) -> str:
    """Changes whenever a rule file does."""
    states = []
    for folder, _, names in os.walk(rules):
        for name in names:
            path = os.path.join(folder, name)
            state = os.stat(path)
            states.append(f"{path} {state.st_mtime_ns} {state.st_size}")
    return "\n".join(sorted(states))

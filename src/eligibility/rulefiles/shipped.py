"""The pack that ships with the program, compiled from its rules."""

import os
from functools import cache
from pathlib import Path

from eligibility.files import BUILT, leave, resource
from eligibility.law.pack import Pack, read_compiled

COMPILED = BUILT / "pack.jsonl"
STAMP = BUILT / "pack.stamp"


@cache
def shipped_pack() -> Pack:
    """The rules that come with the program, compiled when they changed since the last time."""
    rules = resource("rules")
    if COMPILED.is_file() and (rules.parent == BUILT or (STAMP.is_file() and STAMP.read_bytes() == os.fsencode(stamp(rules)))):
        pack = read_compiled(COMPILED.read_bytes())
        if pack is not None:
            return pack
    return compile_pack(rules)


def compile_pack(rules: Path) -> Pack:
    """Reads the rule files and leaves the compiled pack for the next start."""
    from eligibility.rulefiles.lint import load

    state = stamp(rules)
    pack = load(rules)
    leave(COMPILED, pack.compiled())
    leave(STAMP, os.fsencode(state))
    return pack


def stamp(rules: Path) -> str:
    """Changes whenever a rule file does."""
    states = []
    for folder, _, names in os.walk(rules):
        for name in names:
            path = os.path.join(folder, name)
            state = os.stat(path)
            states.append(f"{path} {state.st_mtime_ns} {state.st_size}")
    return "\n".join(sorted(states))

"""Which tests can notice a mutant: those that run its line, the quick and the different ones first."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from zlib import crc32

from tools.mutants.copy import Copy
from tools.mutants.rooms import NOT_WATCHED, ROOT, room_of

FIRST = 5.0
"""seconds of work of the tests tried first"""
LIMIT = 15.0
"""of those tried then, as they took when watched; they are quicker when not"""


@dataclass(frozen=True, slots=True)
class Noticing:
    seconds: dict[str, float]
    """of each test that passes"""
    lines: dict[str, dict[int, set[str]]]
    """the tests that run a line, by module"""

    def rounds(self, module: str, line: int) -> tuple[list[str], list[str]]:
        """First the room's own tests that run the line; then all that do. What is read once and kept is run by one test and
        serves many, so others that come by the module follow, and others still."""
        by_line = self.lines.get(module, {})
        exact = by_line.get(line, set())
        near = set().union(*by_line.values()) - exact
        own = {test for test in exact or near if test.startswith(f"tests/{room_of(module)}/")}
        first = self._within(FIRST, self._in_turn(own))
        others = [*self._in_turn(exact), *self._in_turn(near), *self._in_turn(self.seconds.keys() - exact - near)]
        known = set(first)
        return first, self._within(LIMIT, [test for test in others if test not in known])

    def _within(self, limit: float, tests: Iterable[str]) -> list[str]:
        chosen, spent = [], 0.0
        for test in tests:
            if spent + self.seconds[test] <= limit:
                spent += self.seconds[test]
                chosen.append(test)
        return chosen

    def _in_turn(self, tests: Iterable[str]) -> list[str]:
        """One of each test function, then another of each, and so on; quick functions first."""
        groups: dict[str, list[str]] = defaultdict(list)
        for test in sorted(tests, key=lambda id: (crc32(id.encode()), id)):
            groups[test.partition("[")[0]].append(test)
        quick_first = sorted(groups.values(), key=lambda group: sum(self.seconds[id] for id in group) / len(group))
        return [test for turn in zip_longest(*quick_first) for test in turn if test is not None]


def watch(copy: Copy, folder: Path, again: bool) -> None:
    """Runs the tests that were written or changed since they were last watched, or all, seeing which lines each runs."""
    seen = folder / "seen.txt"
    if again:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    known = set(seen.read_text(encoding="utf-8").splitlines()) if seen.is_file() else set()
    states = {f"{sha256(path.read_bytes()).hexdigest()} {name}": name for name, path in _test_files().items()}
    new = [name for state, name in states.items() if state not in known]
    if new:
        print(f"watching {len(new)} files of tests, to know which lines each test runs", flush=True)
        plugins = ("-p", "no:cacheprovider", "-p", "tools.mutants.watch")
        copy.run("-m", "pytest", "-n", "2", *plugins, *new, MUTANTS_MAP=str(folder.resolve()))
        seen.write_text("\n".join(states), encoding="utf-8")


def _test_files() -> dict[str, Path]:
    found = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "tests").rglob("test_*.py"))}
    return {name: path for name, path in found.items() if name.split("/")[1] not in NOT_WATCHED}


def read(folder: Path) -> Noticing:
    """What was watched last counts."""
    seconds: dict[str, float] = {}
    lines: dict[str, dict[int, set[str]]] = {}
    for path in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime):
        part = json.loads(path.read_text(encoding="utf-8"))
        seconds |= dict(part["tests"])
        for module, by_line in part["lines"].items():
            found = lines.setdefault(module, {})
            for line, tests in by_line.items():
                found.setdefault(int(line), set()).update(part["tests"][test][0] for test in tests)
    if not seconds:
        raise SystemExit(f"no test was seen to pass, so nothing could notice a mutant; see again with --watch ({folder})")
    return Noticing(seconds, lines)

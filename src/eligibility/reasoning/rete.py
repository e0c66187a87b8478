"""The forward-chaining engine: durable-rules behind a fence.

What may enter it: JSON rulesets generated here, one an edition; facts that hold one slot number and a truth 0 or 1.
No negation, no alternatives, no joins, no strings, no text of a user: each conclusion has the rules that prove it true and
the rules that prove it false, one rule a conjunction. The library's defects that this keeps out are listed in docs/engines.md.
"""

import threading
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from durable.engine import Host

from eligibility.law.logic import Truth
from eligibility.reasoning.program import Both, Fixed, Literal, Program, Some, Tree, simplified

SESSION = "s"
HEARTBEAT = {"sid": SESSION, "id": "h", "h": 1}


class ReteFailure(Exception):
    """The engine did not run to its end, so it has no answer."""


class _QuietHost(Host):  # type: ignore[misc]
    """Without the background threads, which touch sessions that are being deleted."""

    def _run(self) -> None:
        pass


class Rete:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._concluded: dict[int, bool] = {}
        self._read = _slots_read(program)
        self._fixed = {node.slot: tree.value for node in program.nodes if isinstance(tree := simplified(node.tree), Fixed)}
        self._host = _QuietHost()
        self._host.register_rulesets({"rules": self._ruleset()})
        self._rules = self._host.get_ruleset("rules")

    def infer(self, atoms: Sequence[Truth]) -> list[Truth]:
        """The truth of every slot, given the atoms'."""
        with self._lock:
            self._concluded = dict(self._fixed)
            try:
                self._run(atoms)
            finally:
                self._rules.delete_state(SESSION)
            found = self._concluded
        return [*atoms, *(found.get(node.slot) for node in self._program.nodes)]

    def _run(self, atoms: Sequence[Truth]) -> None:
        known = [*enumerate(atoms), *self._fixed.items()]
        facts = [_fact(slot, value) for slot, value in known if value is not None and (slot, value) in self._read]
        self._host.assert_facts("rules", [HEARTBEAT, *facts])
        failure = self._rules.get_state(SESSION).get("exception")
        if failure:
            raise ReteFailure(str(failure))

    def _ruleset(self) -> dict[str, Any]:
        rules: dict[str, Any] = {"heartbeat": {"all": [{"m": {"h": 1}}], "run": _beat}}
        for node in self._program.nodes:
            tree = simplified(node.tree)
            for wanted in (True, False):
                for at, literals in enumerate(_conjunctions(tree, wanted)):
                    rules[f"r{node.slot}_{int(wanted)}_{at}"] = {
                        "all": [{f"m{i}": {f"s{slot}": int(value)}} for i, (slot, value) in enumerate(literals)],
                        "run": self._conclusion(node.slot, wanted),
                    }
        return rules

    def _conclusion(self, slot: int, value: bool) -> Any:
        """What a firing does. A conclusion nobody reads stays out of the engine, which would refuse it."""
        read = (slot, value) in self._read
        fact = _fact(slot, value)

        def conclude(c: Any) -> None:
            if slot not in self._concluded:
                self._concluded[slot] = value
                if read:
                    c.assert_fact(dict(fact))
            elif self._concluded[slot] is not value:
                raise ReteFailure(f"slot {slot} concluded both ways")

        return conclude


def _beat(c: Any) -> None:
    """Fires on every decision, because deleting a session in which nothing fired is a crash."""


def _fact(slot: int, value: bool) -> dict[str, Any]:
    return {"sid": SESSION, "id": f"s{slot}", f"s{slot}": int(value)}


def _slots_read(program: Program) -> set[tuple[int, bool]]:
    return {
        (slot, value)
        for node in program.nodes
        for wanted in (True, False)
        for literals in _conjunctions(simplified(node.tree), wanted)
        for slot, value in literals
    }


def _conjunctions(tree: Tree, wanted: bool) -> list[tuple[Literal, ...]]:
    """The conjunctions of literals each of which proves that the tree has the wanted value."""
    match tree:
        case Fixed():
            return []  # asserted before any rule runs
        case Literal(slot, value):
            return [(Literal(slot, value is wanted),)]
        case Both(parts) | Some(parts):
            branches = [_conjunctions(part, wanted) for part in parts]
            if isinstance(tree, Both) is not wanted:
                return _minimal(one for branch in branches for one in branch)
            return _minimal(tuple(literal for part in parts for literal in part) for parts in product(*branches))


def _minimal(found: Iterator[tuple[Literal, ...]]) -> list[tuple[Literal, ...]]:
    """Without conjunctions that can never hold and those another one makes needless."""
    sets = {frozenset(literals) for literals in found}
    possible = [s for s in sets if not any(Literal(slot, not value) in s for slot, value in s)]
    minimal = [s for s in possible if not any(other < s for other in possible)]
    return sorted(tuple(sorted(s)) for s in minimal)

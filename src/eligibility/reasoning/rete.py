"""The forward-chaining engine: durable-rules behind a fence.

What may enter it: JSON rulesets generated here, one an edition; facts that hold one slot number and a truth 0 or 1.
No negation, no alternatives, no joins, no strings, no text of a user: each conclusion has the rules that prove it true and
the rules that prove it false, one rule a conjunction. The library's compiled core is driven directly, without its Python
host, whose threads touch sessions that are being deleted and whose callbacks swallow errors. docs/engines.md lists the
defects that this keeps out.
"""

import json
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import durable_rules_engine as core

from eligibility.law.logic import Truth
from eligibility.reasoning.program import Both, Fixed, Lit, Program, Some, Tree

SESSION = "s"
HEARTBEAT = "h"
"""fires in every session: deleting a session in which nothing has fired is a crash"""
STORED = 0
MAX_SLOTS = 250
MAX_READERS = 250


class ReteFailure(Exception):
    """The engine did not run to its end, so it has no answer."""


class Rete:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._conclusions: dict[str, Lit] = {}
        self._ruleset = json.dumps(self._rules())
        self._fixed = {node.slot: node.tree.value for node in program.nodes if isinstance(node.tree, Fixed)}
        read = {literal for literals in _all_conjunctions(program) for literal in literals}
        self._facts = {literal: _fact(f"s{literal.slot}", literal.wanted) for literal in read}

        self._check_size()
        self._handle = core.create_ruleset("rules", self._ruleset)

    def infer(self, atoms: Sequence[Truth]) -> list[Truth]:
        """The truth of every slot, given the atoms'."""
        with self._lock:
            found = self._session(atoms)
        return [*atoms, *(found.get(node.slot) for node in self._program.nodes)]

    def _session(self, atoms: Sequence[Truth]) -> dict[int, bool]:
        found = dict(self._fixed)
        facts = [_fact(HEARTBEAT, True), *self._asserted((*enumerate(atoms), *found.items()))]
        fired = False
        try:
            code, session = core.assert_facts(self._handle, f"[{','.join(facts)}]")
            started = core.start_action_for_state(self._handle, session)
            if code != STORED or not started:
                raise ReteFailure(f"the facts were not taken: {code}")
            fired = True
            firing = started[1]
            while firing:
                self._conclude(firing, found)
                firing = core.complete_and_start_action(self._handle, session)
        finally:
            if fired:
                core.delete_state(self._handle, SESSION)
            else:
                self._handle = core.create_ruleset("rules", self._ruleset)
        return found

    def _asserted(self, truths: Iterable[tuple[int, Truth]]) -> Iterator[str]:
        """The facts some rule reads; the library refuses any other."""
        for slot, value in truths:
            if value is not None and (fact := self._facts.get(Lit(slot, value))):
                yield fact

    def _conclude(self, firing: str, found: dict[int, bool]) -> None:
        """A firing is reported as `{"rule": …}`."""
        conclusion = self._conclusions.get(firing[2 : firing.index('"', 2)])
        if conclusion is None:
            return
        slot, value = conclusion
        if slot not in found:
            found[slot] = value
            if fact := self._facts.get(conclusion):
                code, _ = core.assert_fact(self._handle, fact)
                if code != STORED:
                    raise ReteFailure(f"a conclusion was not taken: {code}")
        elif found[slot] is not value:
            raise ReteFailure(f"slot {slot} was concluded both true and false")

    def _check_size(self) -> None:
        """Beyond these sizes the library reports an error in the midst of a decision, crashes or hangs."""
        readers = Counter(literal for literals in _all_conjunctions(self._program) for literal in literals)
        slots = {slot for slot, _ in self._facts}
        if len(slots) > MAX_SLOTS or max(readers.values(), default=0) > MAX_READERS:
            raise ReteFailure("the edition has more rules than the forward-chaining engine can hold")

    def _rules(self) -> dict[str, object]:
        rules: dict[str, object] = {HEARTBEAT: {"all": [{"m": {HEARTBEAT: 1}}]}}
        for node in self._program.nodes:
            for wanted in (True, False):
                for at, literals in enumerate(_conjunctions(node.tree, wanted)):
                    name = f"r{node.slot}_{int(wanted)}_{at}"
                    self._conclusions[name] = Lit(node.slot, wanted)
                    rules[name] = {"all": [{f"m{i}": {f"s{slot}": int(value)}} for i, (slot, value) in enumerate(literals)]}
        return rules


def _fact(name: str, value: bool) -> str:
    return json.dumps({"sid": SESSION, "id": name, name: int(value)})


def _all_conjunctions(program: Program) -> Iterator[tuple[Lit, ...]]:
    for node in program.nodes:
        for wanted in (True, False):
            yield from _conjunctions(node.tree, wanted)


def _conjunctions(tree: Tree, wanted: bool) -> list[tuple[Lit, ...]]:
    """The conjunctions of literals each of which proves that a flat tree has the wanted value."""
    match tree:
        case Fixed():
            return []  # asserted before any rule runs
        case Lit(slot, value):
            return [(Lit(slot, value is wanted),)]
        case Both(parts) | Some(parts):
            literals = sorted({Lit(slot, value is wanted) for slot, value in parts})  # type: ignore[misc]
            if isinstance(tree, Both) is not wanted:
                return [(literal,) for literal in literals]
            if any(Lit(slot, not value) in literals for slot, value in literals):
                return []  # can never hold
            return [tuple(literals)]

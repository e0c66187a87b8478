"""What each conclusion ought to be, from the conditions as written and Kleene's tables alone."""

from collections.abc import Mapping, Sequence

from eligibility.law.condition import Constant, Value
from eligibility.law.filing_facts import INCOMPLETE
from eligibility.law.logic import Truth, all_of, any_of, expanded, facts_read, truth
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Given

__all__ = ["Reference", "reads_unsaid", "ready", "refines"]


def ready(decision: Decision) -> Plan:
    assert decision.plan is not None
    return decision.plan


def reads_unsaid(slot: int, decision: Decision) -> bool:
    """Whether the text may leave a conclusion open whatever is answered, or an amount that is not known on the day."""
    plan = ready(decision)
    tree = plan.conditions[slot]
    unknown = any(id in plan.parameters and id not in decision.facts for id in facts_read(tree, plan.categories))
    return unknown or Constant(None) in expanded(tree, plan.categories)


def refines(settled: Truth, one: Truth) -> bool:
    """The one value says no less than the other."""
    return one is None or one is settled


class Reference:
    """The truths an edition's conditions have; each combination of the facts that one reads is evaluated once."""

    def __init__(self, plan: Plan) -> None:
        self._prepared = plan
        self._given = {atom: slot for slot, atom in enumerate(plan.program.atoms) if isinstance(atom, Given)}
        self._reads = {slot: tuple(facts_read(tree, plan.categories)) for slot, tree in plan.conditions.items()}
        self._found: dict[tuple[int, tuple[Value | None, ...]], Truth] = {}

    def conditions(self, facts: Mapping[str, Value], incomplete: Truth = None) -> dict[int, Truth]:
        """Of every conclusion that has a condition, by slot."""
        known = dict(facts) if incomplete is None else {**facts, INCOMPLETE: incomplete}
        return {slot: self._truth(slot, known) for slot in self._reads}

    def _truth(self, slot: int, known: Mapping[str, Value]) -> Truth:
        key = slot, tuple(known.get(fact) for fact in self._reads[slot])
        if key not in self._found:
            self._found[key] = truth(self._prepared.conditions[slot], known, self._prepared.categories)
        return self._found[key]

    def missing(self, slots: Sequence[Truth]) -> dict[int, Truth]:
        """Of each line the edition lists itself whether its document is missing, and whether the file is incomplete."""
        plan = self._prepared
        found: dict[int, Truth] = {}
        for at, entry in enumerate(plan.entries):
            if entry.missing is None:
                continue
            brought = [slots[self._given[Given(at)]]]
            for index in entry.apart:
                accepted = entry.accepted[index]
                counts = True if accepted is None else slots[accepted]
                brought.append(all_of(iter((slots[self._given[Given(at, index)]], counts))))
            lacking = negated(any_of(iter(brought)))
            found[entry.missing] = all_of(iter((slots[entry.due], lacking)))
        unlisted: list[Truth] = [] if plan.edition.lists_all else [None]
        found[plan.incomplete] = any_of(iter([*found.values(), *unlisted]))
        return found

    def expected(self, facts: Mapping[str, Value], slots: Sequence[Truth]) -> dict[int, Truth]:
        """Of every conclusion, taking from the slots what was brought."""
        missing = self.missing(slots)
        return self.conditions(facts, missing[self._prepared.incomplete]) | missing


def negated(value: Truth) -> Truth:
    return None if value is None else not value

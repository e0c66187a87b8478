"""Which unknown facts still matter, and in which order to ask for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from eligibility.law.condition import Condition, Value
from eligibility.law.logic import Categories, Facts, Truth, facts_read, is_open, truth
from eligibility.law.space import assignments, consistent
from eligibility.reasoning.conclusions import RuleSection
from eligibility.reasoning.decision import Decision, Line, Ruled
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Atom, Both, Compared, Lit, Some, Tree


def questions(decision: Decision) -> tuple[str, ...]:
    """Facts to ask for, best first: the one after whose answer the fewest questions are expected to remain."""
    if decision.plan is None:
        return ()
    plan, known = decision.plan, decision.facts
    open_slots = tuple(dict.fromkeys(undetermined(decision)))
    wanted = _wanted(decision, plan, open_slots)
    if len(wanted) < 2:
        return wanted
    rank = {fact: _remaining(fact, open_slots, known, plan) for fact in wanted}
    return tuple(sorted(wanted, key=lambda fact: rank[fact]))


def settled_by(decision: Decision, slots: Sequence[int]) -> dict[str, float]:
    """The facts that may still settle these conclusions, each with how many questions fewer are expected to remain once it is
    answered; so that the facts of several decisions can be put in one order."""
    if decision.plan is None:
        return {}
    plan, known = decision.plan, decision.facts
    left = len({one for slot in slots for one in _settling(slot, known, plan)})
    return {fact: left - _remaining(fact, slots, known, plan) for fact in _wanted(decision, plan, slots)}


def _wanted(decision: Decision, plan: Plan, slots: Sequence[int]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for slot in slots:
        found |= dict.fromkeys(_settling(slot, decision.facts, plan) or _unknown_facts(slot, decision))
    return tuple(fact for fact in found if _may_be_asked(fact, decision.facts, plan))


def _may_be_asked(fact: str, known: Facts, plan: Plan) -> bool:
    """Of somebody who prepares to file; and a choice of one is none."""
    asked = plan.facts[fact]
    return asked.stage == "filing" and (asked.values is None or len(plan.open_values(fact, known)) > 1)


def depends_on(decision: Decision, line: Line) -> tuple[str, ...]:
    """The unknown facts an undetermined line waits for; what the office obtains itself waits for nobody's answer."""
    return waits_for(decision, line.entry.due) if line.status == "undetermined" and line.of_applicant else ()


def waits_for(decision: Decision, slot: int) -> tuple[str, ...]:
    """The unknown facts that may still settle an open conclusion; none where the text itself leaves it open."""
    if decision.plan is None:
        return ()
    return _settling(slot, decision.facts, decision.plan) or _unknown_facts(slot, decision)


def is_unsaid(decision: Decision, ruled: Ruled[Any]) -> bool:
    """Whether it is the text that leaves the rule's condition open, so that no answer settles it."""
    return ruled.truth is None and not waits_for(decision, ruled.slot) and not unknown_parameters(decision, ruled.slot)


def unknown_parameters(decision: Decision, slot: int) -> tuple[str, ...]:
    """The parameters a conclusion reads of which the value on the day of filing is not known."""
    plan = decision.plan
    if plan is None:
        return ()
    read = facts_read(plan.conditions[slot], plan.categories)
    return tuple(id for id in read if id in plan.parameters and id not in decision.facts)


ASKED_FOR: tuple[RuleSection, ...] = ("channels", "for_whom", "fee", "results")
"""sections beside the checklist whose conclusions are worth a question"""


def undetermined(decision: Decision) -> Iterator[int]:
    """Slots of the open conclusions somebody preparing to file wants settled; what the office obtains itself is none."""
    plan, slots = decision.plan, decision.slots
    if plan is None:
        return
    for line in decision.lines:
        if not line.of_applicant:
            continue
        if slots[line.entry.due] is None:
            yield line.entry.due
        if slots[line.entry.due] is not False:
            yield from (slot for slot in line.entry.accepted if slot is not None and slots[slot] is None)
    yield from (slot for section in ASKED_FOR for slot in plan.sections[section] if slots[slot] is None)


def _settling(slot: int, known: Facts, plan: Plan) -> tuple[str, ...]:
    """The unknown facts that may still settle a conclusion; asked once for all cases alike in what it rests on."""
    return plan.recalled(_settling_of, (slot, plan.apart(plan.recalled(_near, slot), known)))


def _near(plan: Plan, slot: int) -> tuple[str, ...]:
    return plan.near([slot])


def _settling_of(plan: Plan, given: tuple[int, tuple[tuple[str, Value], ...]]) -> tuple[str, ...]:
    slot, known = given
    return _decisive(plan.conditions[slot], dict(known), plan)


def _decisive(tree: Condition, known: Facts, plan: Plan) -> tuple[str, ...]:
    unknown = tuple(open_facts(tree, known, plan))
    return decisive(tree, unknown, answers_to(unknown, known, plan), known, plan.categories)


def decisive(
    tree: Condition, unknown: Sequence[str], possible: Iterable[Mapping[str, Value]], known: Facts, categories: Categories
) -> tuple[str, ...]:
    """Unknown facts that change the condition's value for some of the possible answers to the others."""
    values = {tuple(answers.values()): truth(tree, {**known, **answers}, categories) for answers in possible}
    return tuple(fact for at, fact in enumerate(unknown) if _matters(at, values))


def open_facts(tree: Condition, known: Facts, plan: Plan) -> Iterator[str]:
    """What a condition reads that somebody may answer still; what the day of filing does not give, nobody can."""
    return (fact for fact in facts_read(tree, plan.categories) if fact in plan.facts and is_open(fact, known))


def answers_to(unknown: Sequence[str], known: Facts, plan: Plan) -> Iterator[dict[str, Value]]:
    """All that may be answered to questions about these facts without contradicting what is known."""
    near = {tree: None for fact in unknown for tree in plan.contradictions.get(fact, ())}
    for answers in assignments({fact: plan.open_values(fact, known) for fact in unknown}):
        if consistent({**known, **answers}, near, plan.categories):
            yield answers


def _matters(at: int, values: Mapping[tuple[Value, ...], Truth]) -> bool:
    seen: dict[tuple[Value, ...], Truth] = {}
    for answers, found in values.items():
        others = answers[:at] + answers[at + 1 :]
        if seen.setdefault(others, found) is not found:
            return True
    return False


def _remaining(fact: str, slots: Sequence[int], known: Facts, plan: Plan) -> float:
    """How many questions are expected to matter still once this one is answered, all answers as likely."""
    counts = []
    for answers in answers_to([fact], known, plan):
        told = {**known, **answers}
        counts.append(len({one for slot in slots for one in _settling(slot, told, plan)}))
    return sum(counts) / len(counts) if counts else 0.0


def _unknown_facts(slot: int, decision: Decision) -> tuple[str, ...]:
    """Facts behind the unknown parts of a conclusion whose value no answer changes, though none settles it yet."""
    plan = decision.plan
    if plan is None:
        return ()
    found: dict[str, None] = {}
    for leaf in _leaves(plan.tree(slot)):
        if decision.slots[leaf] is None:
            atom = plan.program.atoms[leaf] if leaf < len(plan.program.atoms) else None
            if isinstance(atom, (Atom, Compared)):
                found |= dict.fromkeys(_awaited(atom, decision.facts, plan))
            elif atom is None:
                found |= dict.fromkeys(_unknown_facts(leaf, decision))
    return tuple(found)


def _awaited(atom: Atom | Compared, known: Facts, plan: Plan) -> Iterator[str]:
    """The facts a comparison is open for; none where an amount of the day is missing, so that no answer helps."""
    if all(fact in plan.facts or fact in known for fact in atom.facts):
        yield from (fact for fact in atom.facts if is_open(fact, known))


def _leaves(tree: Tree) -> Iterator[int]:
    match tree:
        case Lit(slot, _):
            yield slot
        case Both(parts) | Some(parts):
            for part in parts:
                yield from _leaves(part)
        case _:
            pass

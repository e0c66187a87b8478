"""Why a line of the checklist is what it is: one derivation, read by a citizen, a clerk and an auditor."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from eligibility.catalogue import in_both
from eligibility.law.condition import Value, written
from eligibility.law.logic import Truth
from eligibility.law.words import N_, Text
from eligibility.reasoning.decision import Decision, Line, support
from eligibility.reasoning.prepared import Prepared
from eligibility.reasoning.program import Atom, Fixed, Literal, simplified
from eligibility.reasoning.questions import depends_on
from eligibility.reasoning.wording import cite_text, clause, clauses, value_text


class Reason(NamedTuple):
    """A conclusion with the conclusions and facts it rests on."""

    name: str
    truth: Truth
    rule: str | None
    said: Text | None
    value: Value | None
    because: "tuple[Reason, ...]"

    def as_json(self) -> dict[str, Any]:
        said = {"kk": self.said.kk, "ru": self.said.ru} if self.said else None
        shown = {"name": self.name, "truth": self.truth, "rule": self.rule, "value": self.value, "said": said}
        return {key: value for key, value in shown.items() if value is not None or key == "truth"} | {
            "because": [reason.as_json() for reason in self.because]
        }


def ready(decision: Decision) -> Prepared:
    if decision.prepared is None:
        raise ValueError("an edition that may not speak for the day has no derivation")
    return decision.prepared


def derivation(decision: Decision, slot: int) -> Reason:
    """The whole tree under a conclusion, down to the facts."""
    prepared = ready(decision)
    known = decision.case.facts
    truth = decision.slots[slot]
    said = clause(prepared, Literal(slot, truth is True), known) if truth is not None else None
    atoms = prepared.program.atoms
    if slot < len(atoms):
        atom = atoms[slot]
        if not isinstance(atom, Atom):
            return Reason("presented", truth, None, None, None, ())
        return Reason(atom.fact, truth, None, said, known.get(atom.fact), ())
    below = support(prepared.tree(slot), decision.slots)
    condition = prepared.conditions.get(slot)
    rule = written(condition) if condition is not None else None
    name = prepared.program.nodes[slot - len(atoms)].name
    return Reason(name, truth, rule, said, None, tuple(derivation(decision, literal.slot) for literal in below))


def why(decision: Decision, line: Line) -> Text:
    """One or two plain sentences: what decides the line, and where that stands."""
    prepared = ready(decision)
    place = cite_text(decision.edition.annex, line.entry.requirement.cite)
    if line.status == "undetermined":
        asked = clauses(prepared.facts[fact].ask for fact in depends_on(decision, line))
        return in_both(N_("Not determined yet. To be answered: {questions} Basis: {place}."), questions=asked, place=place)
    always = isinstance(simplified(prepared.tree(line.entry.due)), Fixed)
    if always:
        return in_both(N_("Required of everybody. Basis: {place}."), place=place)
    reasons = clauses(_said(prepared, line.because, decision))
    if line.status == "required":
        return in_both(N_("Required because {reasons}. Basis: {place}."), reasons=reasons, place=place)
    return in_both(N_("Not required because {reasons}. Basis: {place}."), reasons=reasons, place=place)


def _said(prepared: Prepared, literals: tuple[Literal, ...], decision: Decision) -> Iterator[Text]:
    for literal in dict.fromkeys(literals):
        said = clause(prepared, literal, decision.case.facts)
        if said is not None:
            yield said


def facts_behind(decision: Decision, slot: int) -> Iterator[tuple[str, Text, Text]]:
    """For a clerk: every fact a conclusion was read from, its question and its answer."""
    prepared = ready(decision)
    seen: set[str] = set()
    for reason in _leaves(derivation(decision, slot)):
        if reason.name in prepared.facts and reason.name not in seen:
            seen.add(reason.name)
            fact = prepared.facts[reason.name]
            yield reason.name, fact.ask, value_text(fact, decision.case.facts.get(reason.name))


def _leaves(reason: Reason) -> Iterator[Reason]:
    if not reason.because:
        yield reason
    for below in reason.because:
        yield from _leaves(below)

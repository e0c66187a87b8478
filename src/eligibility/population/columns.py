"""An edition's program over the columns of a table: every conclusion as a question to a row, contradictions with it.

A fact that is unknown may be settled all the same, where every value that does not contradict what is known says the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eligibility.law.condition import Condition, Value
from eligibility.law.filing_facts import REQUEST
from eligibility.law.logic import Truth
from eligibility.law.pack import Pack
from eligibility.population.expression import (
    FALSE,
    UNKNOWN,
    Among,
    Computed,
    Expression,
    IsKnown,
    Sure,
    any_of_them,
    computed,
    each_of,
    first_of,
    inverse,
    is_true,
    unanimous,
)
from eligibility.population.inquiry import Inquiry, Meanings, worlds_of
from eligibility.population.table_heading import SUBMITTED
from eligibility.reasoning.case import FORMS_PRESENTED, Case, Presented, PresentedForm
from eligibility.reasoning.matching import by_document, match, papers_of
from eligibility.reasoning.plan import Entry, Plan
from eligibility.reasoning.program import UNSAID, Atom, Both, Compared, Fixed, Given, Lit, Some, Tree

BROUGHT: Mapping[str, PresentedForm | None] = {"yes": None, **{form: form for form in FORMS_PRESENTED}}
"""what such a column says of a document that was; `no` of one that was not"""


class ColumnStage(NamedTuple):
    """Truths put into columns of their own, from the table and the stages before."""

    columns: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True)
class Columns:
    """What the columns of a table say of one edition's conclusions."""

    stages: tuple[ColumnStage, ...]
    truths: tuple[Expression, ...]
    """of every slot of the program"""
    refuses: Expression
    """rows that are no case for this edition: a variant of the service that it does not know"""
    beyond: Expression
    """rows of which the columns cannot say everything: two unknown days that rule one another out"""
    reads: tuple[str, ...]
    """the columns of the table that any of it looks at"""

    @classmethod
    def of(cls, plan: Plan, columns: Iterable[str]) -> "Columns":
        """For a table with these columns: facts by their ids, and `submitted.` with the id of a document."""
        return _Lowering(plan, frozenset(columns)).columns()


def contradictory(pack: Pack, columns: Iterable[str]) -> Expression:
    """Rows whose facts cannot be true together, whatever is asked for."""
    asked = Inquiry(pack.facts, pack.category_trees, pack.parameters, frozenset(columns))
    found: list[Expression] = []
    for _, tree, read in pack.contradictory:
        taken = worlds_of(pack.facts, sorted(read & asked.columns))
        found.append(is_true(unanimous(asked.within(world).condition(tree) for world in taken)))
    return any_of_them(found)


class _Lowering:
    def __init__(self, plan: Plan, columns: frozenset[str]) -> None:
        self._plan = plan
        self._columns = columns
        self._asked = Inquiry(plan.facts, plan.categories, plan.parameters, columns)
        self._names: dict[Expression, str] = {}
        self._levels: dict[str, int] = {}
        self._beyond: dict[Expression, None] = {}
        papers = [column for column in sorted(columns) if column.startswith(SUBMITTED)]
        self._told: Expression = IsKnown(papers[0]) if papers else FALSE
        """whether anything is said of papers: of one, then of all"""

    def columns(self) -> Columns:
        plan = self._plan
        read = dict.fromkeys((*plan.program.facts, *(one for beside in plan.beside.values() for one in sorted(beside))))
        found = [self._slots(world) for world in worlds_of(plan.facts, (one for one in read if one in self._columns))]
        truths = tuple(self._put(unanimous(slots), "agreed") for slots in zip(*found, strict=True))
        papers = (f"{SUBMITTED}{id}" for entry in plan.entries for id in sorted(entry.serving))
        facts = tuple(one for one in dict.fromkeys((*read, *papers, REQUEST)) if one in self._columns)
        return Columns(self._stages(), truths, self._other_variant(), any_of_them(self._beyond), facts)

    def _other_variant(self) -> Expression:
        if REQUEST not in self._columns:
            return FALSE
        offered = tuple(variant.request for variant in self._plan.edition.requests)
        return is_true(inverse(Among(REQUEST, offered))) if offered else IsKnown(REQUEST)

    def _stages(self) -> tuple[ColumnStage, ...]:
        last = max(self._levels.values(), default=0)
        named = [(self._levels[name], name, expression) for expression, name in self._names.items()]
        return tuple(
            ColumnStage(tuple((name, one) for level, name, one in named if level == at))
            for at in range(1, last + 1)
        )  # fmt: skip

    def _slots(self, world: Meanings) -> list[Expression]:
        asked, slots = self._asked.within(world), list[Expression]()
        for atom in self._plan.program.atoms:
            slots.append(self._put(self._atom(atom, asked), "atom"))
        for node in self._plan.program.nodes:
            slots.append(self._put(_tree(node.tree, slots), "node"))
        return slots

    def _put(self, expression: Expression, kind: str) -> Expression:
        """A column for the truth, one for the same truth; what is sure or stands in one already needs none."""
        if isinstance(expression, (Sure, Computed)):
            return expression
        name = self._names.get(expression)
        if name is None:
            name = self._names[expression] = f"#{kind}{len(self._names)}"
            self._levels[name] = 1 + max((self._levels[one] for one in computed(expression)), default=0)
        return Computed(name)

    def _atom(self, atom: Atom | Compared | Given, asked: Inquiry) -> Expression:
        match atom:
            case Given(entry, alternative):
                return self._given(entry, alternative)
            case Compared(tree):
                return asked.comparison(tree)
            case Atom(fact) if fact in self._plan.parameters:
                return asked.by_day((fact,), lambda amounts: Sure(atom.of(amounts.get(fact))))
            case Atom(fact, values, lowest):
                own = asked.among(fact, values) if lowest is None else asked.from_on(fact, lowest)
                implied = self._implied(atom, asked)
                return first_of([(asked.known(fact), own)], implied) if implied != UNKNOWN else own

    def _implied(self, atom: Atom, asked: Inquiry) -> Expression:
        """Of an unknown fact, what all values say that do not contradict the known facts."""
        plan, fact = self._plan, atom.fact
        if fact not in plan.space:
            return UNKNOWN
        if len(plan.space[fact]) == 1:
            return Sure(atom.of(plan.space[fact][0]))
        near = any_of_them(asked.known(one) for one in sorted(plan.beside.get(fact, frozenset()) - {fact}))
        if near == FALSE:
            return UNKNOWN
        if fact in plan.looks.together and plan.contradictions[fact]:
            self._beyond[each_of((near, inverse(asked.known(fact))))] = None
            return UNKNOWN
        ruled_out: dict[Truth, dict[Expression, None]] = {True: {}, False: {}}
        for value in plan.values(fact, {}):
            ruled_out[atom.of(value)][self._ruled_out(fact, value, asked)] = None
        none_for, none_against = each_of(ruled_out[True]), each_of(ruled_out[False])
        holds = each_of((near, none_against, inverse(none_for)))
        fails = each_of((near, none_for, inverse(none_against)))
        return first_of([(holds, Sure(True)), (fails, Sure(False))], UNKNOWN)

    def _ruled_out(self, fact: str, value: Value, asked: Inquiry) -> Expression:
        trees: tuple[Condition, ...] = self._plan.contradictions[fact]
        return any_of_them(is_true(asked.condition(tree, {fact: value})) for tree in trees)

    def _given(self, at: int, alternative: int | None) -> Expression:
        if at == UNSAID or self._told == FALSE:
            return UNKNOWN
        entry = self._plan.entries[at]
        if alternative is None:
            found = self._brought(entry, entry.wanted)
        else:
            found = each_of(self._brought(entry, wanted) for wanted in entry.members[alternative])
        return first_of([(self._told, found)], UNKNOWN)

    def _brought(self, entry: Entry, wanted: Iterable[str]) -> Expression:
        return any_of_them(self._counts(entry, one) for one in wanted if f"{SUBMITTED}{one}" in self._columns)

    def _counts(self, entry: Entry, document: str) -> Expression:
        """By the form it was presented in: what the same look at one paper says."""
        column, found = f"{SUBMITTED}{document}", dict[Truth, list[Value]]()
        for word, form in BROUGHT.items():
            found.setdefault(self._alone(entry, Presented(document, form)), []).append(word)
        certain, open_still = (Among(column, tuple(found[truth])) if truth in found else FALSE for truth in (True, None))
        return first_of([(is_true(certain), Sure(True)), (is_true(open_still), UNKNOWN)], FALSE)

    def _alone(self, entry: Entry, paper: Presented) -> Truth:
        case = Case(self._plan.edition.service, date.min, submitted=(paper,))
        brought = by_document(papers_of(case, self._plan) or ())
        return match(entry, (paper.document,), self._plan.edition, brought).counts


def _tree(tree: Tree, slots: list[Expression]) -> Expression:
    match tree:
        case Fixed(value):
            return Sure(value)
        case Lit(slot, wanted):
            return slots[slot] if wanted else inverse(slots[slot])
        case Both(parts):
            return each_of(_tree(part, slots) for part in parts)
        case Some(parts):
            return any_of_them(_tree(part, slots) for part in parts)

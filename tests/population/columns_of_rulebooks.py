"""People of a random rule book as rows of a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from eligibility.law.condition import Value
from eligibility.law.filing_facts import FILING_DAY
from eligibility.law.ordered import least
from eligibility.law.pack import Pack
from eligibility.law.parameters import of_day
from eligibility.law.space import consistent
from eligibility.law.vocabulary import Fact
from eligibility.population.held import PAPER, value_of
from tests.population.tables import Row
from tests.reasoning.random_rulebooks import DATES, DAYS, FACTORS, answers

__all__ = ["is_possible", "rows_of"]

TURNS = (date(2018, 2, 28), date(2018, 3, 1), date(2018, 12, 31), date(2019, 1, 1), date(2020, 2, 29), date(2020, 3, 1))
DAYS_OF_FILING = (*DAYS, *DATES, *TURNS)
"""on each of which an amount, a part of the year or a comparison may turn"""
AMOUNTS = [number * (times or 1) for number in (2, Decimal("2.5"), Decimal("3.75")) for times in FACTORS]


def is_possible(pack: Pack, facts: Mapping[str, Value], day: date) -> bool:
    known = {**facts, **of_day((FILING_DAY, *pack.parameters), pack.parameters, day)}
    return consistent(known, (tree for _, tree, _ in pack.contradictory), pack.category_trees)


@st.composite
def rows_of(draw: st.DrawFn, pack: Pack, papers: Sequence[str]) -> list[Row]:
    """People known by halves; of some values it is only known that it is one of several."""
    known = st.fixed_dictionaries({id: st.none() | st.sampled_from(_told(id, fact)) for id, fact in pack.facts.items()})
    words = st.fixed_dictionaries({id: st.sampled_from(PAPER) for id in papers})
    people = st.builds(Row.of, known, st.sampled_from(DAYS_OF_FILING), st.none() | words)
    return draw(st.lists(people, min_size=1, max_size=12))


def _told(id: str, fact: Fact) -> list[Value]:
    """What may be said of a fact; of a number also every amount that the law may compare it with, and what lies beside it."""
    found = answers(id)
    found += [one for id, choice in (fact.values or {}).items() if choice.stands_for and (one := value_of(fact, id))]
    if fact.type == "number":
        found += [least(bound, "decimal", above) for bound in AMOUNTS for above in (False, True)]
    return found

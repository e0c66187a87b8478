"""Which edition decides a row is what the engine finds, for every service, place and day."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from eligibility.answer.absent import NoEdition
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.life import turning_days, with_publication
from eligibility.law.lookups import edition_on
from eligibility.law.vocabulary import Act
from eligibility.population.spans import Decider, Jurisdiction, Spans, spans_of
from eligibility.population.table_heading import BAD, RawColumn, TableHeading
from eligibility.reasoning.case import Case
from eligibility.rulefiles.shipped import shipped_pack

PACK = shipped_pack()
SERVICES, ACTS, REGIONS = list(PACK.services), list(PACK.acts), list(PACK.regions)
OF_ACTS = [(act, service) for act in ACTS for service in PACK.services_of(act)]
FIRST, LAST = date(min(PACK.years), 1, 1), date(max(PACK.years), 12, 31)
DAYS = sorted(
    day
    for act in PACK.acts.values()
    for turn in turning_days(act)
    for day in (turn - timedelta(1), turn)
    if FIRST <= day <= LAST
)
days = st.sampled_from(DAYS) | st.dates(FIRST, LAST)
places = st.builds(Jurisdiction, act=st.none(), region=st.sampled_from(REGIONS))
pairs = st.tuples(st.sampled_from(SERVICES), places) | st.sampled_from(OF_ACTS).map(
    lambda pair: (pair[1], Jurisdiction(act=pair[0]))
)


def _labels(id: str, act: Act) -> list[str]:
    return [id, *(f"{id}/{one.label}" for one in act.amendments), *([f"repeal:{id}"] if act.repeal else [])]


LABELS = [label for id, act in PACK.acts.items() if act.text != "elsewhere" for label in _labels(id, act)]
published = st.dictionaries(st.sampled_from(LABELS), st.dates(date(2012, 12, 1), date(2021, 1, 1)), max_size=4)


def _told(engine: Engine, service: str, place: Jurisdiction, day: date) -> Decider:
    """What the engine decides by, though it were not in force."""
    case = Case(service, day, place.act, place.region)
    found = engine.any_answer(case, as_if_in_force=True)
    if isinstance(found, NoEdition):
        return Decider()
    decision = found.decision
    assert decision.plan is not None
    assert engine.decide(case).plan is (decision.plan if decision.life.answers else None)
    return Decider(decision.plan.key, decision.life)


@given(pairs, st.lists(days, min_size=1, max_size=20), published)
@example((SERVICES[0], Jurisdiction(region=REGIONS[0])), DAYS, {})
def test_from_each_first_day_on_the_engine_decides_so(
    pair: tuple[str, Jurisdiction], tried: list[date], published: Mapping[str, date]
) -> None:
    engine = Engine(PACK, "direct", published)
    spans = spans_of(engine, *pair)
    firsts = [span.first for span in spans]
    near = [day for first in firsts for day in (first, first - timedelta(first > date.min)) if FIRST <= day <= LAST]
    for day in [*tried, *near]:
        assert spans[bisect_right(firsts, day) - 1].state == _told(engine, *pair, day)
    assert all(one.state != after.state for one, after in pairwise(spans))


def test_nothing_turns_on_any_other_day() -> None:
    """Every day of every act held in text, one by one."""
    acts = with_publication(PACK.acts, {"kyzylorda-2015-118": date(2015, 9, 1)})
    engine = Engine(PACK, "direct", {"kyzylorda-2015-118": date(2015, 9, 1)})
    for region in sorted({region for act in acts.values() if act.regions != "all" for region in act.regions}):
        service = SERVICES[REGIONS.index(region) % len(SERVICES)]
        firsts = [span.first for span in spans_of(engine, service, Jurisdiction(region=region))]
        states = [span.state for span in spans_of(engine, service, Jurisdiction(region=region))]
        for n in range((LAST - FIRST).days):
            day = FIRST + timedelta(n)
            found = edition_on(PACK, acts, service, region, day)
            state = states[bisect_right(firsts, day) - 1]
            assert (state.life, state.plan and state.plan.edition) == ((found.life, found.key) if found else (None, None))


SPANS = Spans.of(Engine(PACK, "direct"))
ENGINE = Engine(PACK, "direct")
HEADING = TableHeading.of([RawColumn(name) for name in ("service", "act", "region", "on")], "", PACK)
SCHEMA: Any = {"service": pl.Enum(SERVICES), "act": pl.Enum(ACTS), "region": pl.Enum(REGIONS), "on": pl.Date, BAD: pl.Boolean}
rows = st.tuples(
    st.none() | st.sampled_from(SERVICES),
    st.none() | st.sampled_from(ACTS),
    st.none() | st.sampled_from(REGIONS),
    st.none() | days,
    st.just(False),
) | st.sampled_from(OF_ACTS).flatmap(
    lambda pair: st.tuples(st.just(pair[1]), st.just(pair[0]), st.none(), days, st.just(False))
)


@given(st.lists(rows, min_size=1, max_size=30))
def test_each_row_of_a_table_is_given_its_state(people: list[tuple[str | None, ...]]) -> None:
    table = SPANS.placed(pl.LazyFrame(people, SCHEMA, orient="row"), HEADING).collect()
    for service, act, region, on, bad, number in table.rows():
        assert bad is (number is None)
        if not (service and on and (act or region)):
            assert number is None
            continue
        place = Jurisdiction(act=act) if act else Jurisdiction(region=region)
        try:
            ENGINE.any_answer(Case(service, on, act, region))
        except Refused:
            assert number is None
        else:
            assert SPANS.states[number] == _told(ENGINE, service, place, on)

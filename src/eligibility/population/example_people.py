"""A table to fill in: a column for everything that the editions of a service read, and a few people of whom they decide."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO, StringIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from eligibility.diagnostics.meant import chosen
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.population.cells import DIVIDER
from eligibility.population.opened import TABLES, check_installed
from eligibility.population.spans import Jurisdiction, spans_of
from eligibility.population.table_heading import ON, REGION, SERVICE, SUBMITTED
from eligibility.reasoning.plan import PlanKey

MAX_EXAMPLES = 10_000


def example_people(engine: Engine, service: str | None, count: int) -> list[list[str]]:
    """The heading and the rows; of all services where none is named."""
    if not 1 <= count <= MAX_EXAMPLES:
        raise refused("out-of-range", "--rows", id=count, low=1, high=MAX_EXAMPLES)
    pack = engine.pack
    services = [chosen(service, pack.services, "--service", "unknown-service")] if service else list(pack.services)
    plans = [engine.plan(key)[0] for key in pack.held() if key.service in services]
    facts = [id for id in pack.facts if any(id in plan.facts_read() for plan in plans)]
    papers = dict.fromkeys(f"{SUBMITTED}{id}" for plan in plans for id in plan.papers())
    head = [SERVICE, REGION, ON, *facts, *papers]
    people = (_person(engine, at, *told) for at, told in enumerate(cycle(list(_decided(engine, services)) or [])))
    return [head, *([person.get(name, "") for name in head] for person in islice(people, count))]


def _decided(engine: Engine, services: list[str]) -> Iterator[tuple[str, str, date, PlanKey]]:
    """Where and when an edition answers for certain."""
    years = engine.pack.years
    first, last = date(min(years), 1, 1), date(max(years), 12, 31)
    for service in services:
        for region in engine.pack.regions:
            for span in spans_of(engine, service, Jurisdiction(region=region)):
                if span.state.plan is not None and span.state.status == "in-force" and first <= span.first < last:
                    yield service, region, span.first + timedelta(1), span.state.plan


def _person(engine: Engine, at: int, service: str, region: str, on: date, key: PlanKey) -> dict[str, str]:
    """Somebody whose facts do not contradict each other, with some of the papers."""
    plan, _ = engine.plan(key)
    case: dict[str, Any] = {SERVICE: service, REGION: region, ON: on.isoformat(), "facts": {}}
    for place, (id, values) in enumerate(plan.space.items()):
        told = case | {"facts": case["facts"] | {id: _plain(values[(at + place) % len(values)])}}
        if id in plan.facts_read() and _is_possible(engine, told):
            case = told
    papers = {f"{SUBMITTED}{id}": "yes" for place, id in enumerate(plan.papers()) if (at + place) % 2}
    facts = {id: _cell(value) for id, value in case["facts"].items()}
    return {SERVICE: service, REGION: region, ON: on.isoformat()} | facts | papers


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, (bool, int, tuple)) else str(value)


def _is_possible(engine: Engine, case: Mapping[str, object]) -> bool:
    try:
        engine.check(engine.read(case))
    except Refused:
        return False
    return True


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return DIVIDER.join(map(str, value)) or DIVIDER
    return str(value).lower() if isinstance(value, bool) else str(value)


def people_written(table: list[list[str]], path: Path) -> bytes:
    """The table as a file of the kind that the name ends in."""
    check_installed()
    head, *rows = table
    match path.suffix.lower():
        case ".csv":
            return _as_text(table)
        case ".parquet":
            return _as_parquet(head, rows)
        case ".jsonl" | ".ndjson":
            people = ({name: cell for name, cell in zip(head, row, strict=True) if cell} for row in rows)
            return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in people).encode()
        case _:
            raise refused("people-format", str(path), known=", ".join(TABLES))


def _as_text(table: list[list[str]]) -> bytes:
    """As a spreadsheet of this country opens it by itself."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(table)
    return text.getvalue().encode("utf-8-sig")


def _as_parquet(head: list[str], rows: list[list[str]]) -> bytes:
    import polars as pl

    whole = BytesIO()
    columns = {name: pl.Series([row[at] or None for row in rows], dtype=pl.String) for at, name in enumerate(head)}
    pl.DataFrame(columns).write_parquet(whole)
    return whole.getvalue()

"""Tables of people for the shipped rules, drawn so that every run has the same."""

import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from eligibility.reasoning.plan import Plan

Row = dict[str, Any]


def drawn(plan: Plan, count: int, seed: int = 1, known: float = 0.8, papers: bool = False) -> list[Row]:
    """People who ask for a service by an act on days around its life, with facts of their own known by halves."""
    chance = random.Random(seed)  # noqa: S311
    act = plan.key.edition.act
    found: list[Row] = []
    documents = sorted({id for entry in plan.entries for id in entry.serving})
    for _ in range(count):
        facts: Row = {id: chance.choice(values) for id, values in plan.space.items() if chance.random() < known}
        day = date(2015, 8, 1) + timedelta(days=chance.randrange(2_000))
        row = {"service": plan.edition.service, "act": act, "on": day.isoformat(), **facts}
        if papers and chance.random() < 0.7:
            row |= {f"submitted.{id}": chance.choice([True, False, "original", "copy"]) for id in documents}
        found.append(row)
    return found


def as_lines(path: Path, rows: Sequence[Row]) -> Path:
    path.write_text("".join(json.dumps(row, default=str) + "\n" for row in rows), "utf-8")
    return path


def as_case(row: Row) -> dict[str, Any]:
    """The same person as a case."""
    plain: Row = {key: row[key] for key in ("service", "act", "region", "on") if key in row}
    facts = {key: value for key, value in row.items() if key not in plain and "." not in key}
    told = {key.removeprefix("submitted."): value for key, value in row.items() if key.startswith("submitted.")}
    papers = [{"document": id, **({} if said is True else {"form": said})} for id, said in told.items() if said]
    return {**plain, "facts": facts, **({"submitted": papers} if told else {})}

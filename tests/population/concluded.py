"""What the query of a table should say of a row, as the engine decides the row's case."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from eligibility.answer.absent import NoEdition
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.logic import Truth, any_of
from eligibility.law.pack import EditionKey, Pack
from eligibility.population.table_heading import RawColumn, TableHeading
from eligibility.reasoning.decision import Decision

__all__ = ["NOTHING", "case_data", "concluded", "heading_of", "mistakes_in"]

Row = Mapping[str, Any]
NOTHING = (None,) * 6
"""of a row of which no conclusion is drawn"""
PAPERS = "submitted."
KEYS = ("service", "act", "region", "on")


def heading_of(pack: Pack, columns: list[str]) -> TableHeading:
    carried = [name for name in columns if name == "row"]
    return TableHeading.of([RawColumn(name) for name in columns], "people", pack, carried)


def case_data(row: Row, pack: Pack) -> dict[str, Any]:
    """The row as somebody would tell it."""
    told = {name: value for name, value in row.items() if value is not None}
    papers = {name.removeprefix(PAPERS): value for name, value in told.items() if name.startswith(PAPERS)}
    brought = [{"document": id, "form": None if form == "yes" else form} for id, form in papers.items() if form != "no"]
    facts = {id: _plain(told[id], pack.facts[id].many) for id in pack.facts if id in told}
    keys = {name: told[name] for name in KEYS if name in told}
    return keys | {"facts": facts} | ({"submitted": brought} if papers else {})


def _plain(value: Any, many: bool) -> Any:
    if many:
        return [one for one in value.split(";") if one]
    return str(value) if isinstance(value, (Decimal, date)) else value


def mistakes_in(row: Row, engine: Engine) -> set[str]:
    """The codes of what is wrong with the row."""
    try:
        engine.any_answer(engine.read(case_data(row, engine.pack)), as_if_in_force=True)
    except Refused as refused:
        return {one.code for one in refused.diagnostics}
    return set()


def concluded(row: Row, engine: Engine, as_if_in_force: bool = False) -> tuple[Any, ...]:
    """Edition, status, problem and conclusions of a row with which nothing is wrong."""
    answer = engine.any_answer(engine.read(case_data(row, engine.pack)), as_if_in_force)
    if isinstance(answer, NoEdition):
        return None, "no-edition", None, *NOTHING
    decision = answer.decision
    key = EditionKey(decision.act_id, decision.case.service, decision.life.wording)
    found = _conclusions(decision) if decision.answered else NOTHING
    return str(key), decision.life.status, None, *found


def _conclusions(decision: Decision) -> tuple[Any, ...]:
    assert decision.plan
    atoms = len(decision.plan.program.atoms)
    statuses = dict[str, set[str]]()
    for line in decision.lines:
        statuses.setdefault(line.entry.document, set()).add(line.status)
    listed = [_listed(id for id, found in statuses.items() if _foremost(found) == status) for status in STATUSES]
    told = decision.case.submitted is not None
    return (
        _signs(decision.slots[:atoms]),
        _signs(decision.slots[atoms:]),
        *listed,
        _listed(_missing(decision)) if told else None,
    )


STATUSES = ("required", "undetermined", "not-required")


def _foremost(found: set[str]) -> str:
    return next(status for status in STATUSES if status in found)


def _missing(decision: Decision) -> Iterator[str]:
    truths = dict[str, list[Truth]]()
    for line in decision.lines:
        if line.entry.missing is not None:
            truths.setdefault(line.entry.document, []).append(decision.slots[line.entry.missing])
    return (id for id, found in truths.items() if any_of(iter(found)) is True)


def _signs(truths: tuple[Truth, ...]) -> str:
    return "".join({False: "0", True: "1", None: "2"}[truth] for truth in truths)


def _listed(ids: Iterator[str]) -> str:
    return "".join((";", *(f"{id};" for id in ids)))

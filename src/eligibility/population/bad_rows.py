"""Rows that cannot be decided, each with what is wrong with it as the reader of cases says it; and a good row as a case."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.ordered import DECIMALS
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.population.cells import DIVIDER, Cells, case_data
from eligibility.population.table_heading import ON, ROW, SERVICE, SUBMITTED, TableHeading
from eligibility.population.typed_columns import texts
from eligibility.reasoning.inference import EngineDisagreement
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS

if TYPE_CHECKING:
    import polars as pl

_PAPER = re.compile(r"submitted\[(\d+)\].*")


class RowsDisagree(EngineDisagreement):
    """The columns and the reader of cases do not agree on a row: nothing that was counted can be relied on."""


class BadRow(NamedTuple):
    """A row set apart."""

    number: int
    """of the row, from 1"""
    diagnostics: tuple[Diagnostic, ...]

    def data(self) -> dict[str, Any]:
        """As plain data, in both languages."""
        return {"row": self.number, "diagnostics": [_told(one) for one in self.diagnostics]}


def _told(one: Diagnostic) -> dict[str, object]:
    words = {lang: one.as_json(catalogue(lang)) for lang in LANGS}
    said: dict[str, object] = {lang: {"message": told["message"], "hint": told["hint"]} for lang, told in words.items()}
    return {"code": one.code, "where": str(one.where), **said}


def bad_rows(raw: "pl.DataFrame", heading: TableHeading, engine: Engine) -> Iterator[BadRow]:
    """What is wrong with each of these rows, as they came, all of which the columns call bad."""
    for cells in texts(raw.lazy(), heading).collect().iter_rows(named=True):
        found = mistakes(cells, heading, engine)
        if not found:
            raise RowsDisagree([f"row {cells[ROW]}"])
        yield BadRow(cells[ROW], found)


def mistakes(cells: Cells, heading: TableHeading, engine: Engine) -> tuple[Diagnostic, ...]:
    """All that is wrong with a row, each at its column."""
    data = case_data(cells, heading, engine.pack)
    try:
        engine.check(engine.read(data))
    except Refused as refused:
        papers = [str(one["document"]) for one in data.get("submitted", ())]
        return tuple(Diagnostic(one.code, _column(str(one.where), papers), **one.values) for one in refused.diagnostics)
    return ()


def _column(where: str, papers: list[str]) -> str:
    """The column that a place in a case is, in a table."""
    paper = _PAPER.fullmatch(where)
    return f"{SUBMITTED}{papers[int(paper[1])]}" if paper else where.removeprefix("facts.").partition("[")[0]


def case_of(row: Mapping[str, Any], heading: TableHeading, pack: Pack) -> dict[str, Any]:
    """The case of a typed row that is not bad."""
    places = {name: row[name] for name in (SERVICE, *heading.places) if row[name] is not None}
    facts = {id: _fact_of(row[id], pack.facts[id]) for id in heading.known if row[id] is not None}
    told = {id: row[f"{SUBMITTED}{id}"] for id in heading.documents}
    papers = [_presented(id, said) for id, said in told.items() if said not in (None, "no")]
    brought = {"submitted": papers} if any(said is not None for said in told.values()) else {}
    return places | {ON: row[ON].isoformat(), "facts": facts} | brought


def _fact_of(value: Any, fact: Fact) -> Any:
    match fact.type:
        case "number":
            return str(Decimal(value).scaleb(-DECIMALS))
        case "date":
            return value.isoformat()
        case "choice" if fact.many:
            return value.strip(DIVIDER).split(DIVIDER) if value != DIVIDER else []
        case _:
            return value


def _presented(document: str, said: str) -> dict[str, str]:
    return {"document": document} if said == "yes" else {"document": document, "form": said}

"""The columns of a table as typed ones, with what cannot be read marked as bad, never guessed. An empty cell is unknown."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from eligibility.law.ordered import DECIMALS, MAX_DIGITS
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.population.cells import (
    BLANK,
    DIVIDER,
    DOTTED_DAY,
    ISO_DAY,
    NOT_SAID,
    PLAIN_NUMBER,
    WHOLE_NUMBER,
)
from eligibility.population.held import PAPER, SCALE
from eligibility.population.table_heading import ACT, BAD, ON, REGION, ROW, SERVICE, SUBMITTED, ColumnKind, TableHeading
from eligibility.reasoning.fact_values import MAX_SIGNS
from eligibility.words.closed import truths

if TYPE_CHECKING:
    import polars as pl

CELL, SAID, UNREAD = "#cell", "#said", "#unread"
TYPED: frozenset[ColumnKind] = frozenset({"truth", "whole", "day"})
"""columns that are as they should be"""
_TOO_LARGE = 10**MAX_DIGITS


def typed(raw: "pl.LazyFrame", heading: TableHeading, pack: Pack, contradicted: "pl.Expr | None" = None) -> "pl.LazyFrame":
    """`#row`, the keys, the facts by id, `submitted.<document>`, what is carried, and `#bad`. `contradicted` says of the typed
    columns which rows cannot be true."""
    import polars as pl

    cells = raw.select(ROW, *heading.carried, *(_cell(name, heading.kinds[name]) for name in heading.read))
    found = cells.with_columns(_read(name, heading.kinds[name], value) for name, value in _values(heading, pack))
    said = {name: pl.col(name).struct.field(SAID) for name in heading.read}
    unread = [pl.col(name).struct.field(UNREAD) for name in heading.read]
    nowhere = pl.all_horizontal(said[name].is_null() for name in heading.places)
    read = found.select(
        ROW,
        *(one.alias(name) for name, one in said.items()),
        *heading.carried,
        pl.any_horizontal(*unread, said[SERVICE].is_null(), said[ON].is_null(), nowhere).alias(BAD),
    )
    wrong = [pl.col(BAD), *(_miscounted(id, heading, pack) for id in heading.counted)]
    counted = [_counted(id, heading, pack).alias(id) for id in heading.counted]
    whole = read.with_columns(*counted, *_presented(heading), pl.any_horizontal(wrong).alias(BAD))
    if contradicted is not None:
        whole = whole.with_columns(pl.col(BAD) | contradicted.fill_null(False))
    return whole.select(ROW, *_ordered(heading), *heading.carried, BAD)


def texts(raw: "pl.LazyFrame", heading: TableHeading) -> "pl.LazyFrame":
    """What every cell that is read says, as it would be typed."""
    return raw.select(ROW, *(_text(name, heading.kinds[name]) for name in heading.read))


def _ordered(heading: TableHeading) -> Sequence[str]:
    return SERVICE, *heading.places, ON, *heading.known, *(f"{SUBMITTED}{id}" for id in heading.documents)


def _text(name: str, kind: ColumnKind) -> "pl.Expr":
    """A cell as a text, or nothing."""
    import polars as pl

    cell = pl.col(name)
    if kind == "texts":
        joined = cell.cast(pl.List(pl.String)).list.join(DIVIDER, ignore_nulls=False).fill_null(NOT_SAID)
        return pl.when(cell.is_not_null()).then(pl.concat_str(pl.lit(DIVIDER), joined)).alias(name)
    if kind == "moment":
        is_day = cell == cell.dt.truncate("1d")
        cell = pl.when(is_day).then(cell.dt.date().cast(pl.String)).when(cell.is_not_null()).then(pl.lit(NOT_SAID))
    stripped = cell.cast(pl.String).str.strip_chars(BLANK)
    return pl.when(stripped != "").then(stripped).alias(name)


def _cell(name: str, kind: ColumnKind) -> "pl.Expr":
    """What can be told apart quickly: a list or a moment as a text."""
    import polars as pl

    return _text(name, kind) if kind in ("texts", "moment") else pl.col(name)


def _read(name: str, kind: ColumnKind, value: "pl.Expr") -> "pl.Expr":
    """What a column says, and whether it says what cannot be read. In a column there are few different texts, each of which
    is read once in every batch."""
    import polars as pl

    unread = pl.col(name).is_not_null() & value.is_null()
    if kind in TYPED:
        return pl.struct(value.alias(SAID), unread.alias(UNREAD)).alias(name)
    typed = pl.LazyFrame(schema={name: pl.String}).select(value.alias(SAID)).collect_schema()[SAID]

    def read(cells: pl.Series) -> pl.Series:
        once = cells.unique().to_frame(CELL)
        texts = once.select(pl.col(CELL).alias(name)).select(_text(name, "text"))
        said = once.hstack(texts.select(value.alias(SAID), unread.alias(UNREAD)))
        found = cells.to_frame(CELL).join(said, on=CELL, how="left", nulls_equal=True, maintain_order="left")
        return found.select(pl.struct(SAID, UNREAD)).to_series()

    both = pl.Struct({SAID: typed, UNREAD: pl.Boolean})
    return pl.col(name).map_batches(read, return_dtype=both, is_elementwise=True)


def _values(heading: TableHeading, pack: Pack) -> Iterator[tuple[str, "pl.Expr"]]:
    """What each column says, as far as it can be read."""
    ids = {SERVICE: list(pack.services), ACT: list(pack.acts), REGION: list(pack.regions)}
    for name in (SERVICE, *heading.places):
        yield name, _one_of(name, ids[name])
    on = _day(ON, heading.kinds[ON])
    yield ON, _where(on, on.dt.year().is_in(pack.years)) if pack.years else on
    for id in heading.facts:
        yield id, _fact(id, heading.kinds[id], pack.facts[id])
    for document in heading.documents:
        name = f"{SUBMITTED}{document}"
        yield name, _form(name, heading.kinds[name])


def _where(value: "pl.Expr", holds: "pl.Expr") -> "pl.Expr":
    import polars as pl

    return pl.when(holds).then(value)


def _fact(id: str, kind: ColumnKind, fact: Fact) -> "pl.Expr":
    match fact.type:
        case "bool":
            return _truth(id, kind)
        case "choice":
            return _several(id, list(fact.values or ())) if fact.many else _one_of(id, list(fact.values or ()))
        case "date":
            return _day(id, kind)
        case "number":
            return _number(id, kind, fact)
        case _:
            return _whole(id, kind, fact)


def _one_of(name: str, ids: list[str]) -> "pl.Expr":
    import polars as pl

    return pl.col(name).cast(pl.Enum(ids), strict=False)


def _several(name: str, ids: list[str]) -> "pl.Expr":
    """`;a;b;` in the order of the fact; `;` where none of them is true."""
    import polars as pl

    blank = re.escape(BLANK)
    parts = pl.col(name).str.replace_all(f"[{blank}]*{DIVIDER}[{DIVIDER}{blank}]*", DIVIDER).str.strip_chars(DIVIDER + BLANK)
    said = pl.when(parts == "").then(pl.lit(DIVIDER)).otherwise(pl.concat_str(pl.lit(DIVIDER), parts, pl.lit(DIVIDER)))
    one = "|".join(map(re.escape, ids))
    known = said.str.contains(f"^{DIVIDER}(?:(?:{one}){DIVIDER})*$") & (said.str.count_matches(DIVIDER) <= len(ids) + 1)
    chosen = [_where(pl.lit(f"{id}{DIVIDER}"), said.str.contains(f"{DIVIDER}{id}{DIVIDER}", literal=True)) for id in ids]
    return _where(pl.concat_str(pl.lit(DIVIDER), *(one.fill_null("") for one in chosen)), known)


def _truth(name: str, kind: ColumnKind) -> "pl.Expr":
    import polars as pl

    if kind == "truth":
        return pl.col(name)
    words = truths()
    return pl.col(name).str.to_lowercase().replace_strict(words, default=None, return_dtype=pl.Boolean)


def _form(name: str, kind: ColumnKind) -> "pl.Expr":
    """Whether and how a document was presented."""
    import polars as pl

    words = {word: "yes" if yes else "no" for word, yes in truths().items()} | {word: word for word in PAPER}
    said = pl.col(name).cast(pl.String) if kind == "truth" else pl.col(name).str.to_lowercase()
    return said.replace_strict(words, default=None, return_dtype=pl.Enum(PAPER))


def _day(name: str, kind: ColumnKind) -> "pl.Expr":
    import polars as pl

    if kind == "day":
        day = pl.col(name)
    else:
        text = pl.col(name)
        shaped = _where(
            text.str.replace(f"^{DOTTED_DAY}$", "${3}-${2}-${1}"), text.str.contains(f"^(?:{ISO_DAY}|{DOTTED_DAY})$")
        )
        day = shaped.str.to_date("%Y-%m-%d", strict=False)
    return _where(day, day.is_between(date.min, date.max))


def _whole(name: str, kind: ColumnKind, fact: Fact) -> "pl.Expr":
    import polars as pl

    cell = pl.col(name) if kind == "whole" else _where(pl.col(name), pl.col(name).str.contains(f"^{WHOLE_NUMBER}$"))
    return _in_range(cell.cast(pl.Int32, strict=False), fact)


def _in_range(count: "pl.Expr", fact: Fact, unit: int = 1) -> "pl.Expr":
    low, high = fact.range or (0, 0)
    return _where(count, count.is_between(low * unit, high * unit))


def _number(name: str, kind: ColumnKind, fact: Fact) -> "pl.Expr":
    """In ten-thousandths, never through a float."""
    import polars as pl

    if kind == "whole":
        number = pl.col(name).cast(pl.Int64, strict=False)
        return _in_range(_where(number, number.is_between(1 - _TOO_LARGE, _TOO_LARGE - 1)) * SCALE, fact, SCALE)
    text = pl.col(name)
    plain = text.str.contains(f"^{PLAIN_NUMBER}$") & (text.str.len_chars() <= MAX_SIGNS)
    exact = f"^-?0*([0-9]{{0,{MAX_DIGITS}}})(?:\\.([0-9]{{0,{DECIMALS}}})0*)?$"
    whole, parts = text.str.extract(exact, 1), text.str.extract(exact, 2).fill_null("")
    few = whole.str.len_chars() + parts.str.strip_chars_end("0").str.len_chars() <= MAX_DIGITS
    digits = pl.concat_str(whole, parts.str.pad_end(DECIMALS, "0")).cast(pl.Int64, strict=False)
    sign = pl.when(text.str.starts_with("-")).then(-1).otherwise(1)
    return _in_range(_where(digits * sign, plain & few), fact, SCALE)


def _since(id: str, pack: Pack) -> "pl.Expr":
    """Whole years or months from a date of the row up to its day of filing."""
    import polars as pl

    begun, on = pl.col(str(pack.facts[id].since)), pl.col(ON)
    years, month_of = on.dt.year() - begun.dt.year(), (on.dt.month().cast(pl.Int32), begun.dt.month().cast(pl.Int32))
    early = on.dt.day() < begun.dt.day()
    if pack.facts[id].type == "years":
        return years - ((month_of[0] < month_of[1]) | ((month_of[0] == month_of[1]) & early)).cast(pl.Int32)
    return years * 12 + month_of[0] - month_of[1] - early.cast(pl.Int32)


def _counted(id: str, heading: TableHeading, pack: Pack) -> "pl.Expr":
    import polars as pl

    return pl.coalesce(pl.col(id), _since(id, pack)) if id in heading.facts else _since(id, pack)


def _miscounted(id: str, heading: TableHeading, pack: Pack) -> "pl.Expr":
    """Whether the date is after the filing, or gives what cannot be, or something else than is told."""
    import polars as pl

    count, fact = _since(id, pack), pack.facts[id]
    wrong = [pl.col(str(fact.since)) > pl.col(ON), ~count.is_between(*(fact.range or (0, 0)))]
    told = [pl.col(id) != count] if id in heading.facts else []
    return pl.any_horizontal(*wrong, *told).fill_null(False)


def _presented(heading: TableHeading) -> list["pl.Expr"]:
    """What a row names are all the documents that were brought, where it names any."""
    import polars as pl

    names = [f"{SUBMITTED}{id}" for id in heading.documents]
    if not names:
        return []
    told = pl.any_horizontal(pl.col(name).is_not_null() for name in names)
    absent = pl.lit("no", dtype=pl.Enum(PAPER))
    return [pl.when(told).then(pl.col(name).fill_null(absent)).alias(name) for name in names]

"""Random rows of a table as people fill them in: right, wrong, empty, strange."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.population.table_heading import ON, SERVICE, SUBMITTED, RawColumn, TableHeading

__all__ = ["headings", "rows"]

STRANGE = [
    "",
    " ",
    "\u00a0\t",
    "…",
    "null",
    "-",
    "NaN",
    "17.0",
    "1e3",
    "+5",
    "٣",
    "２",
    "0x1",
    "99999999999999999999",
    "-0",
    "-1",
]
STRANGE += [
    "12345678901234",
    "123456789012345",
    "0.00001",
    "1.50000",
    "00002.5",
    "1000,5",
    ".5",
    "5.",
    "0" * 39 + "1",
    "0" * 41,
]
STRANGE += [
    "2018-02-30",
    "30.02.2018",
    "0000-01-01",
    "10000-01-01",
    "2018-6-1",
    "1.6.2018",
    "2018-W09-2",
    "+2018-06-01",
    "20180601",
]
STRANGE += [
    "yes",
    "no",
    "İ",
    "ΑΣ",
    "ДА\u200b",
    "a\x00b",
    "x" * 5_000,
    "\ud7ff",
    "𝟙",
    "v0;;v1",
    ";",
    " ; ",
    ";v0",
    "v0;v0;v0;v0;v0",
]
DAYS = ["2018-06-01", "01.06.2018", "31.5.2018", "2016-02-29", "2019-01-15", "1900-01-01", "2017-02-28", "2018-05-31"]
TRUTHS = ["true", "false", "True", "FALSE", "да", "Нет", "ИӘ", "жоқ", "истина", " да "]
strange = st.one_of(st.none(), st.sampled_from(STRANGE), st.text(max_size=8))


def headings(columns: Sequence[str], pack: Pack) -> st.SearchStrategy[TableHeading]:
    """With the place, and some of the columns."""
    some = st.lists(st.sampled_from(list(columns)), max_size=12, unique=True)
    whole = st.tuples(st.sampled_from([("region",), ("act",), ("act", "region")]), some)
    return whole.map(lambda told: TableHeading.of([RawColumn(one) for one in (*told[0], *told[1], SERVICE, ON)], "", pack))


def _fact(fact: Fact) -> st.SearchStrategy[str | None]:
    match fact.type:
        case "bool":
            return st.sampled_from(TRUTHS)
        case "choice" if fact.many:
            return st.lists(st.sampled_from([*(fact.values or ()), " "]), max_size=5).map(" ; ".join)
        case "choice":
            return st.sampled_from(list(fact.values or ()))
        case "date":
            return st.sampled_from(DAYS) | st.dates().map(str)
        case _:
            low, high = fact.range or (0, 0)
            return st.integers(low - 1, high + 1).map(str) | st.decimals(low - 1, high + 1, places=5).map(str)


def _cell(name: str, pack: Pack) -> st.SearchStrategy[Any]:
    ids = {SERVICE: list(pack.services), "act": list(pack.acts), "region": list(pack.regions)}
    if name in ids:
        right: st.SearchStrategy[Any] = st.sampled_from(ids[name])
    elif name == ON:
        right = st.sampled_from(DAYS[:7])
    elif name.startswith(SUBMITTED):
        right = st.sampled_from([*TRUTHS, "yes", "no", "original", "Copy", "both", "electronic", "unspecified"])
    else:
        right = _fact(pack.facts[name])
    often = [right] * (12 if name in (*ids, ON) else 4)
    return st.one_of(*often, st.none(), strange)


def rows(heading: TableHeading, pack: Pack) -> st.SearchStrategy[dict[str, str | None]]:
    return st.fixed_dictionaries({name: _cell(name, pack) for name in heading.read})

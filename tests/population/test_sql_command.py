"""`population sql` as it is typed, and the examples of its page, run in the databases they are for."""

import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from eligibility.population.in_sql import DIALECTS, Dialect
from eligibility.rulefiles.shipped import shipped_pack
from tests.cli.running import typed
from tests.population.databases import HERE, Table, found_by, types_of

PAGE = (Path(__file__).parents[2] / "docs" / "population.md").read_text("utf-8")
EXAMPLES = re.findall(r"^eligibility (population sql .+) > query\.sql$", PAGE, re.MULTILINE)
HEAD = ["number", "service", "region", "on", "disability", "birth_date", "submitted.ipr"]
SOMEBODY: dict[str, Any] = {
    "row": 7,
    "number": 7,
    "service": "wheelchairs",
    "region": "kyzylorda-region",
    "on": date(2016, 3, 1),
    "disability": "group-1",
    "birth_date": date(1990, 3, 1),
    "submitted.ipr": "yes",
}


def dialect_of(example: str) -> Dialect:
    return cast("Dialect", shlex.split(example)[shlex.split(example).index("--dialect") + 1])


def test_the_page_has_an_example_for_each_dialect() -> None:
    assert sorted(map(dialect_of, EXAMPLES)) == sorted(DIALECTS)


@pytest.mark.parametrize("example", [one for one in EXAMPLES if dialect_of(one) in HERE])
def test_an_example_decides_a_table(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(";".join(HEAD) + "\n", "utf-8")
    done = typed(*shlex.split(example))
    assert (done.code, done.err) == (0, "")
    quoted = re.findall(r'["`]([a-z_.0-9-]+)["`]', done.out)
    names = [*dict.fromkeys(name for name in quoted if name in SOMEBODY or name in shipped_pack().facts or "." in name)]
    columns = {name: "INTEGER" if name == "number" else kind for name, kind in types_of(shipped_pack(), names).items()}
    (found,) = found_by(dialect_of(example), Table(columns, [[SOMEBODY.get(name) for name in names]]), done.out)
    assert found[:4] == (7, "kyzylorda-2015-118/wheelchairs", "in-force", None)
    assert ";ipr;" in found[6]
    assert ";ipr;" not in found[9]


def test_what_is_typed_wrong_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("service;region;on;iin;status\n", "utf-8")
    sqlite = ("population", "sql", "--dialect", "sqlite")
    for wrong in (
        ("population", "sql", "--dialect", "oracle"),
        ("population", "sql"),
        (*sqlite, "--service", "wheelchair"),
        (*sqlite, str(table)),
        (*sqlite, str(table), "--carry", "iin", "--carry", "status"),
        (*sqlite, "--carry", "disability"),
        (*sqlite, str(tmp_path / "nobody.csv")),
    ):
        done = typed(*wrong)
        assert (done.code, done.out) == (2, "")
        assert done.err


def test_a_table_of_a_schema_is_named_in_two_parts() -> None:
    done = typed("population", "sql", "--dialect", "postgres", "--service", "wheelchairs", "--table", 'old "x".people')
    assert '\nFROM "old ""x"""."people"\n' in done.out

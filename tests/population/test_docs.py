"""docs/population.md says what can be wrong with a table."""

import re
from pathlib import Path

import pytest

from eligibility.diagnostics.tables import tables
from tests.diagnostics.page import OF_POPULATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "population.md").read_text("utf-8")


def test_every_mistake_of_a_table_is_on_the_page() -> None:
    listed = re.findall(r"^\| ([a-z-]+) \| ", PAGE.partition("| code | ")[2], re.MULTILINE)
    assert listed == sorted(code for room in OF_POPULATIONS for code in tables()[room])


def test_the_example_of_the_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ask = "home-care;kyzylorda-region;2016-03-01"
    rows = ["service;region;on;age;number", f"{ask};70;1", f"{ask};old;2"]
    (tmp_path / "people.csv").write_text("\n".join(rows), "utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(example, "population.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out.startswith("1 decided; 1 set apart\nhome-care kyzylorda-region 1 ")

"""A case kept as a file says what the interview was told."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from eligibility.cli.input import read_data
from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.kept import case_file
from eligibility.words.text import Text

NAME = Text("бір қызмет", "некая\nуслуга")


def test_every_kind_of_answer_is_read_back(tmp_path: Path) -> None:
    case: dict[str, Any] = {
        "service": "no",
        "on": "2016-03-01",
        "facts": {"a": True, "b": 40, "c": Decimal("20000.50"), "d": ["x", "z"], "e": "1946-03-01", "f": "none", "g": []},
    }
    path = tmp_path / "case.yaml"
    path.write_bytes(case_file(case, NAME))
    assert read_data(str(path)) == {**case, "facts": {**case["facts"], "c": "20000.50"}}


def test_the_same_case_is_decided(tmp_path: Path) -> None:
    engine = Engine.shipped("direct")
    held = Interview.of(engine, {"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01"}).reply(40)
    path = tmp_path / "case.yaml"
    path.write_bytes(case_file(held.case, held.answer_so_far.title))
    assert engine.answer(read_data(str(path))).decision.case == held.answer_so_far.decision.case


def test_a_name_stays_on_its_line() -> None:
    assert case_file({}, NAME).decode().splitlines()[0] == "# бір қызмет / некая услуга"

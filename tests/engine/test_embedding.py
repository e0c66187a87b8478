"""The examples of docs/embedding.md are run as they stand there."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "embedding.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def printed(example: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102  the page's own words
    return capsys.readouterr().out.splitlines()


def test_a_decision(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(EXAMPLES[0], capsys)
    assert "required medical-organisation-conclusion 6(1) item 4" in lines
    assert "not-required ipr 6(1) item 2" in lines


def test_an_interview(capsys: pytest.CaptureFixture[str]) -> None:
    question, last = printed(EXAMPLES[1], capsys)
    assert question.startswith("Есть ли у услугополучателя инвалидность? ['инвалидности нет', 'инвалид первой группы'")
    assert last == "() {}"


def test_there_is_no_other() -> None:
    assert len(EXAMPLES) == 2

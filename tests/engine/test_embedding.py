"""The examples of docs/embedding.md are run as they stand there."""

import json
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "embedding.md"
FOUND = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
EXAMPLES = [example for example in FOUND if "http://" not in example]
"""those that need a server are run beside one"""


def printed(example: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102  the page's own words
    return capsys.readouterr().out.splitlines()


def test_a_decision(capsys: pytest.CaptureFixture[str]) -> None:
    *lines, text = printed(EXAMPLES[0], capsys)
    assert any(line.startswith("required medical-organisation-conclusion заключение медицинской") for line in lines)
    assert any(line.startswith("not-required ipr ") and "Указано: инвалидность – нет." in line for line in lines)
    assert json.loads(text)["edition"]["act"] == "kyzylorda-2015-118"


def test_an_interview(capsys: pytest.CaptureFixture[str]) -> None:
    question, last = printed(EXAMPLES[1], capsys)
    assert question.startswith("Есть ли у Вас инвалидность? ['нет', 'первая группа'")
    assert last == "() {}"


def test_a_search(capsys: pytest.CaptureFixture[str]) -> None:
    meant, regions = printed(EXAMPLES[2], capsys)
    assert meant.startswith("[('surdo-tiflo-hygiene-aids', 'памперсы',")
    assert regions == "('turkistan-region', 'shymkent-city')"


def test_there_is_no_other() -> None:
    assert len(EXAMPLES) == 4


def test_what_is_for_somebody(capsys: pytest.CaptureFixture[str]) -> None:
    suits, asked, papers = printed(EXAMPLES[3], capsys)
    assert "('wheelchairs', 'for-you')" in suits
    assert asked.endswith("?")
    assert "['wheelchairs', 'sanatorium-treatment']" in papers

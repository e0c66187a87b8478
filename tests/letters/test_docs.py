"""The page on letters names every mistake there is and every word a template may use."""

import re
from pathlib import Path

import pytest

from eligibility.diagnostics.tables import tables
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.kinds import basis
from eligibility.letters.statement import read_statement
from eligibility.letters.view import view
from tests.diagnostics.page import OF_LETTERS
from tests.letters.examples import Example, engine, examples, office

PAGE = Path(__file__).parents[2] / "docs" / "letters.md"


def test_every_mistake_of_letters_is_on_the_page() -> None:
    section = PAGE.read_text("utf-8").partition("\n## Mistakes\n")[2].partition("\n## ")[0]
    head, *listed = re.findall(r"^\| ([a-z-]+) \| ", section, re.MULTILINE)
    assert head == "code"
    assert listed == sorted(code for room in OF_LETTERS for code in tables()[room])


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.id)
def test_every_word_a_template_may_use_is_on_the_page(example: Example) -> None:
    answer = engine().answer(example.case)
    statement = read_statement(example.statement, engine().pack)
    found = view(
        OnPaper(answer), basis(example.kind, answer, statement), statement, office(), answer.decision.case.person, "ru"
    )
    named = set(re.findall(r"`(\w+)`", PAGE.read_text("utf-8")))
    assert found.keys() - named == set()

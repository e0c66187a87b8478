"""The page on letters names every mistake there is and every word a template may use."""

import re
from pathlib import Path

import pytest

from eligibility.letters.bulk.running import BROKEN
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.kinds import basis
from eligibility.letters.statement import read_statement
from eligibility.letters.view import view
from tests.broken.test_broken_packs import sections
from tests.law.codes import codes_of
from tests.letters.examples import Example, engine, examples, office

PAGE = Path(__file__).parents[2] / "docs" / "letters.md"
MAKERS = re.compile(r"letters/(?!bulk/running\.py)|cli/(letter_options|commands/(letters?|verify))\.py")


def test_every_mistake_of_letters_is_on_one_of_the_pages() -> None:
    section = PAGE.read_text("utf-8").partition("\n## Mistakes\n")[2].partition("\n## ")[0]
    head, *listed = re.findall(r"^\| ([a-z-]+) \| ", section, re.MULTILINE)
    assert head == "code"
    assert listed == sorted((codes_of(MAKERS) | set(BROKEN)) - sections().keys())


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.id)
def test_every_word_a_template_may_use_is_on_the_page(example: Example) -> None:
    answer = engine().answer(example.case)
    statement = read_statement(example.statement, engine().pack)
    found = view(
        OnPaper(answer), basis(example.kind, answer, statement), statement, office(), answer.decision.case.person, "ru"
    )
    named = set(re.findall(r"`(\w+)`", PAGE.read_text("utf-8")))
    assert found.keys() - named == set()

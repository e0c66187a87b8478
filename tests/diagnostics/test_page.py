"""Every code has its section in docs/diagnostics.md, with an example and a way to mend it."""

import re

import pytest
from tools.diagnostic_pages import page, path_of

from eligibility.diagnostics.tables import declared
from eligibility.words.text import LANGS, Lang
from tests.diagnostics.page import explained, index, sections


def test_every_code_has_a_section_and_none_is_stale() -> None:
    assert sorted(explained() - sections().keys()) == []
    assert sorted(sections().keys() - explained()) == []


def test_the_index_is_that_of_the_sections() -> None:
    assert list(sections()) == sorted(sections())
    assert list(index()) == list(sections())
    assert {code: severity for code, (severity, _) in index().items()} == {code: declared(code).severity for code in index()}


@pytest.mark.parametrize("code", sorted(explained()))
def test_a_section_says_what_shows_it_and_how_to_mend_it(code: str) -> None:
    text = sections()[code]
    assert re.match(r"\n[A-ZА-Я«`\"].+[.:]\n\n", text, re.DOTALL), "first a sentence that says what it means"
    assert re.search(r"^```(yaml|json|sh)\n.+?^```$", text, re.DOTALL | re.MULTILINE), "then an example"
    assert re.search(r"^Mend: .+\.$", text, re.DOTALL | re.MULTILINE), "then how to mend it"


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_in_kazakh_and_russian_are_those_of_the_messages(lang: Lang) -> None:
    assert path_of(lang).read_text(encoding="utf-8") == page(lang), "run tools/diagnostic_pages.py"
    assert sorted(explained()) == re.findall(r"^## (.+)$", page(lang), re.MULTILINE)

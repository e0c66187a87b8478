"""The tables: each code once, in words that both languages have and that a call can fill."""

import re
from collections import Counter

import pytest

from eligibility.diagnostics.code import Code
from eligibility.diagnostics.declared import codes, declared, tables
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS


def test_no_code_is_declared_twice() -> None:
    counts = Counter(code for table in tables().values() for code in table)
    assert [code for code, count in counts.items() if count > 1] == []


def test_a_code_is_a_word_or_several_with_hyphens() -> None:
    assert [code for code in codes() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_only_what_can_be_left_so_is_a_warning() -> None:
    assert [code for code, said in codes().items() if said.severity == "warning"] == ["unused-flag", "encoded-uncited"]


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_is_said_is_said_in_both_languages(lang: str) -> None:
    said = catalogue("kk" if lang == "kk" else "ru")
    templates = {text for code in codes().values() for text in (code.words, code.hint, code.otherwise) if text}
    assert [text for text in sorted(templates) if not said.knows(text)] == []


def test_another_hint_stands_only_where_the_first_may_have_nothing_to_name() -> None:
    assert [code for code, said in codes().items() if said.otherwise and "{" not in said.hint] == []


def test_the_hint_is_the_one_whose_values_are_there() -> None:
    code = Code("{id}", "did you mean {guess}?", "one of: {known}")
    assert code.hint_for({"id": "q", "guess": "queue", "known": "queue"}) == "did you mean {guess}?"
    assert code.hint_for({"id": "q", "guess": "", "known": "a"}) == "one of: {known}"
    assert Code("{id}", "look at {id}").hint_for({"id": ""}) == "look at {id}"


def test_a_code_of_no_table_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        declared("no-such-code")

"""The tables: each code once, in words that both languages have and that a call can fill."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from eligibility.diagnostics.mistake import Mistake
from eligibility.diagnostics.tables import codes, declared, tables
from eligibility.rulefiles.lint.known_names import Kind
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS

SOURCES = Path(__file__).parents[2] / "src" / "eligibility"


def test_no_code_is_declared_twice() -> None:
    counts = Counter(code for table in tables().values() for code in table)
    assert [code for code, count in counts.items() if count > 1] == []


def written() -> str:
    """All that the program is written in but the tables."""
    files = [path for path in SOURCES.rglob("*.py") if not path.name.startswith("of_") and "_shipped" not in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_code_that_is_written_down_is_declared_and_the_other_way_round() -> None:
    text = written()
    made = set(re.findall(r'\b(?:refused|Diagnostic|_?report|_broken|_Wrong|_stop)\(\s*"([a-z0-9-]+)"', text))
    assert sorted(made - codes().keys()) == []
    by_kind = {f"undefined-{kind}" for kind in get_args(Kind)} | {f"unknown-{key}" for key in ("act", "region", "service")}
    assert sorted(code for code in codes().keys() - by_kind if f'"{code}"' not in text) == []


def test_a_code_is_a_word_or_several_with_hyphens() -> None:
    assert [code for code in codes() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_only_what_can_be_left_so_is_a_warning() -> None:
    odd = [
        "calendar-lacking",
        "clauses-alike",
        "encoded-uncited",
        "other-language",
        "provision-unread",
        "signed-rules-changed",
        "signed-words-changed",
        "terms-compete",
        "unused-flag",
        "unused-id",
        "unused-source",
    ]
    assert sorted(code for code, said in codes().items() if said.severity == "warning") == odd


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_is_said_is_said_in_both_languages(lang: str) -> None:
    said = catalogue("kk" if lang == "kk" else "ru")
    templates = {text for code in codes().values() for text in (code.words, code.hint, code.otherwise) if text}
    assert [text for text in sorted(templates) if not said.knows(text)] == []


def test_another_hint_stands_only_where_the_first_may_have_nothing_to_name() -> None:
    assert [code for code, said in codes().items() if said.otherwise and "{" not in said.hint] == []


def test_the_hint_is_the_one_whose_values_are_there() -> None:
    code = Mistake("{id}", "did you mean {guess}?", "one of: {known}")
    assert code.hint_for({"id": "q", "guess": "queue", "known": "queue"}) == "did you mean {guess}?"
    assert code.hint_for({"id": "q", "guess": "", "known": "a"}) == "one of: {known}"
    assert Mistake("{id}", "look at {id}").hint_for({"id": ""}) == "look at {id}"


def test_a_code_of_no_table_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        declared("no-such-code")

"""Whatever a rule can say has a word for it: no key is left out of a review, and none is shown as the program calls it."""

from typing import Any, get_args, get_type_hints

import pytest

from eligibility.engine import Engine
from eligibility.law import edition, vocabulary
from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey
from eligibility.plain.records import key_of
from eligibility.review.placed_rules import KNOWN_BY, REVIEW_SECTIONS, EditionHead, placed_rules
from eligibility.review.review_words import CLOSED, KEYS, SHARED_TITLES, TITLES
from eligibility.review.rule_words import RuleWords
from eligibility.words.text import LANGS
from tests.cli.unfit_lines import foreign_words

ENGINE = Engine.shipped("direct")
KEYS_HELD = sorted(ENGINE.pack.held(), key=str)
NEVER_TOLD = {"document", "all_of", "id", "service", *KNOWN_BY.values()}
"""what a rule is known by, which heads it"""


def rule_types() -> dict[str, Any]:
    hints = get_type_hints(Edition)
    found = {
        name: next((one for one in (hint, *get_args(hint)) if hasattr(one, "_fields")), None) for name, hint in hints.items()
    }
    return {name: kind for name, kind in found.items() if kind is not None and name in REVIEW_SECTIONS}


def test_all_that_an_edition_has_is_reviewed() -> None:
    assert set(Edition._fields) - {"service"} == {*REVIEW_SECTIONS, *EditionHead._fields} - {"head"}
    assert TITLES.keys() == set(REVIEW_SECTIONS)


def test_every_key_of_every_rule_has_a_name() -> None:
    named = {field for kind in (*rule_types().values(), EditionHead) for field in kind._fields}
    assert sorted({key_of(name) for name in named - NEVER_TOLD} - KEYS.keys()) == []


@pytest.mark.parametrize(
    "words", ["FlagKind", "Leaves", "About", "Audience", "Issued", "Notice", "Use", "BroughtBy", "FeeKind"]
)
def test_every_word_of_a_closed_set_is_said(words: str) -> None:
    assert set(get_args(getattr(edition, words))) <= CLOSED.keys()


@pytest.mark.parametrize("words", ["ServiceForm", "ReceiptKind", "PauseKind"])
def test_every_word_that_heads_a_rule_is_said(words: str) -> None:
    assert set(get_args(getattr(edition, words))) <= CLOSED.keys()


def test_how_much_of_a_text_is_held_is_said() -> None:
    assert set(get_args(vocabulary.TextHeld)) <= CLOSED.keys()


def test_what_editions_share_has_titles() -> None:
    assert ENGINE.pack.shared.keys() <= SHARED_TITLES.keys()


@pytest.mark.parametrize("key", KEYS_HELD, ids=str)
def test_whatever_stands_in_the_rules_is_said_in_both_languages(key: EditionKey) -> None:
    plan = ENGINE.plan(key)[0]
    words = RuleWords(plan, ENGINE.pack)
    for one in placed_rules(plan):
        heads = [] if one.section == "flags" else [words.subject(one)]
        said = [
            words.value(one, name, value)
            for name, value in zip(one.rule._fields, one.rule, strict=True)
            if name not in NEVER_TOLD and name != "flags"
        ]
        labels = [words.label(one, name) for name in one.rule._fields if name not in NEVER_TOLD]
        for text in (*heads, *said, *labels):
            assert all(text[lang].strip() for lang in LANGS)
        assert not foreign_words(" ".join(text[lang] for text in labels for lang in LANGS))

"""What does not fit its place is told by what that very place expects, whatever other places know."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.edition import Alternative, Requirement
from eligibility.law.vocabulary import Duration
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import YamlFile, read_yaml
from eligibility.rulefiles.schema import validate
from eligibility.rulefiles.shared_flags import NamedFlag
from tests.rulefiles.wrong_packs import HOME_CARE, TEXT

KEYS = ["valid", "number", "all_of", "appeal", "in_force", "amount", "unit", "since", "repeal", "text", "form", "range", "ru"]
PLACES: dict[str, Any] = {
    "requirements: [{KEY: x, document: a, cite: '1'}]": Requirement,
    "requirements: [{any_of: [{KEY: x, document: a}], document: b, cite: '1'}]": Alternative,
    f"steps: [{{step: 1, actor: a, cite: '1', action: {TEXT}, duration: {{KEY: x, unit: hours}}}}]": Duration,
    "flags: [{KEY: x, flag: a}]": NamedFlag,
}


def edition(text: str) -> YamlFile:
    return read_yaml("edition.yaml", (HOME_CARE + text + "\n").encode())


@given(st.sampled_from([*PLACES]), st.sampled_from(KEYS) | st.from_regex(r"\A[a-z_]{2,9}\Z"))
def test_only_keys_of_the_place_are_proposed(text: str, key: str) -> None:
    """A key that is right elsewhere was once answered with itself: «valid is no key of this place (did you mean valid?)»."""
    file, keys = edition(text.replace("KEY", key)), [*map(key_of, PLACES[text]._fields)]
    for one in (found for found in validate("edition", file) if found.code == "unexpected-key"):
        assert one.values["id"] == key
        assert key not in keys
        assert one.values["guess"] in ("", *keys)
        assert one.values["known"] == ", ".join(keys)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.where).partition(":")[2], one.advice()) for one in validate("edition", edition(text))]


@pytest.mark.parametrize(
    ("text", "code", "place", "advice"),
    [
        ("fee: [{fee: free, cite: 9}]", "needs-quotes", "4:25", 'put it in quotes: "9"'),
        ("fee: [{fee: free, cite: [9, '1']}]", "needs-quotes", "4:26", 'put it in quotes: "9"'),
        ("fee: [{fee: free, cite: true}]", "needs-quotes", "4:25", 'put it in quotes: "true"'),
        ("fee: [{fee: free, cite: '1', when: 7}]", "needs-quotes", "4:36", 'put it in quotes: "7"'),
        ("fee: {fee: free, cite: '1'}", "needs-list", "4:6", "begin each entry with a dash: - …"),
        ("fee: free", "needs-list", "4:6", "write [free]"),
        ("fee: [[free, '1']]", "needs-keys", "4:7", None),
        ("title: кресла", "needs-keys", "4:8", None),
        ("hours: [{cite: '1', text: с 9 до 18}]", "needs-keys", "4:27", "this place knows: kk, ru"),
        ("hours: [{cite: {a: b}, text: {kk: а, ru: а}}]", "needs-text", "4:16", None),
        ("hours: [{cite: '1', text: {kk: [а], ru: а}}]", "needs-text", "4:32", None),
        ("hours: [{cite: '1', text: {kk: 1, ru: а}}]", "needs-quotes", "4:32", 'put it in quotes: "1"'),
        ("hours: [{cite: '1', text: {kk: , ru: а}}]", "empty-text", "4:32", "write it"),
        ("hours: [{cite: , text: {kk: а, ru: а}}]", "empty-value", "4:16", "write a value, or leave its key out"),
        ("hours: [{cite: '', text: {kk: а, ru: а}}]", "empty-value", "4:16", None),
        ("hours:", "empty-value", "4:7", None),
        ("flags: [7]", "needs-quotes", "4:9", 'put it in quotes: "7"'),
        (f"steps: [{{step: one, actor: a, cite: '1', action: {TEXT}}}]", "needs-number", "4:16", None),
        (f"steps: [{{step: '1', actor: a, cite: '1', action: {TEXT}}}]", "needs-number", "4:16", None),
        (f"steps: [{{step: true, actor: a, cite: '1', action: {TEXT}}}]", "needs-number", "4:16", None),
        ("fee: [{fee: 5, cite: '1'}]", "unknown-word", "4:13", "use one of them"),
    ],
)
def test_what_a_place_expects_is_said(text: str, code: str, place: str, advice: str | None) -> None:
    [(told, where, hint)] = found(text)
    assert (told, where) == (code, place)
    assert advice in (hint, None)


def test_a_misspelt_key_is_not_missing_too() -> None:
    assert found("fee: [{fee: free, citee: '1'}]") == [("unexpected-key", "4:19", "did you mean cite?")]


def test_lines_and_annexes_of_an_act_are_told_apart() -> None:
    provisions = {"act": {1: "encoded"}, "annexes": {"1": {"1": "encoded"}, 2: {3: "encoded"}}}
    file: Any = YamlFile("provisions.yaml", provisions)
    assert [(one.code, one.values) for one in validate("provisions", file)] == [
        ("needs-quotes", {"value": "1"}),
        ("needs-quotes", {"value": "3"}),
    ]
    file.data = {"act": {}, "annexes": {"1": {}}}
    assert [one.code for one in validate("provisions", file)] == ["needs-number"]


@pytest.mark.parametrize(
    ("line", "code", "advice"),
    [
        ("regions: town", "needs-list", "write [town]"),
        ("regions: al", "unknown-word", "did you mean all?"),
        ("regions: {town: a}", "needs-list", None),
        ("in_force: 2015-01-01", "needs-keys", None),
        ("in_force: unknwon", "unknown-word", "did you mean unknown?"),
        ('in_force: {on: 1 июля 2023 года, cite: "act 3"}', "needs-day", "write 2023-07-01"),
    ],
)
def test_where_a_word_may_stand_for_more_the_word_is_not_all_that_is_expected(line: str, code: str, advice: str | None) -> None:
    found = [one for one in validate("act", read_yaml("act.yaml", line.encode())) if one.code != "missing-key"]
    assert [one.code for one in found] == [code]
    assert advice in (found[0].advice(), None)

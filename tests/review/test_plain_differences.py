"""What differs between two entries: nothing only where they are the same, and each place with what stands there."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eligibility.review.plain_differences import PlainDifference, plain_differences

WORDS = st.text("abc", min_size=1, max_size=2)
TEXTS = st.fixed_dictionaries({"kk": WORDS, "ru": WORDS})
DATA: st.SearchStrategy[Any] = st.recursive(
    st.one_of(WORDS, st.integers(0, 3), st.booleans(), TEXTS),
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(WORDS, below, min_size=1, max_size=3)),
    max_leaves=8,
)


@given(DATA, DATA)
def test_there_is_none_only_between_the_same(one: Any, other: Any) -> None:
    assert bool(list(plain_differences(one, other))) == (one != other)


@given(DATA, DATA)
def test_there_and_back_are_the_same_places(one: Any, other: Any) -> None:
    there = {(it.path, str(it.before), str(it.after)) for it in plain_differences(one, other)}
    back = {(it.path, str(it.after), str(it.before)) for it in plain_differences(other, one)}
    assert there == back


def test_a_text_is_told_as_one_and_an_entry_place_by_place() -> None:
    before = {"name": {"kk": "а", "ru": "б"}, "range": [0, 130], "type": "years"}
    after = {"name": {"kk": "а", "ru": "в"}, "range": [0, 120], "type": "years"}
    assert list(plain_differences(before, after)) == [
        PlainDifference(("name",), {"kk": "а", "ru": "б"}, {"kk": "а", "ru": "в"}),
        PlainDifference(("range",), 130, None),
        PlainDifference(("range",), None, 120),
    ]


def test_what_is_new_is_told_place_by_place_too() -> None:
    assert [it.path for it in plain_differences(None, {"when": "age < 18", "says": {"holds": {"kk": "а", "ru": "б"}}})] == [
        ("when",),
        ("says", "holds"),
    ]

"""Records as rule files have them."""

from eligibility.plain.records import key_of


def test_a_field_whose_key_is_a_word_of_python_is_called_by_that_word() -> None:
    assert (key_of("from_"), key_of("document"), key_of("part_of")) == ("from", "document", "part_of")

"""Texts in two languages, messages marked for translation, and days as decrees write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.words.days import day_meant, day_text
from eligibility.words.joining import alternatives, conjoined, of_somebody, with_place
from eligibility.words.text import LANGS, N_, NN_, Text

TEXT = Text(kk="күн", ru="день")


def test_a_text_is_read_in_its_two_languages() -> None:
    assert (TEXT["kk"], TEXT["ru"]) == ("күн", "день")


def test_going_through_a_text_ends() -> None:
    """It names its languages once each, as a mapping does; without end `list(text)` would take all memory there is."""
    assert [*TEXT] == [*LANGS] == ["kk", "ru"]
    assert {lang: TEXT[lang] for lang in TEXT} == {"kk": "күн", "ru": "день"}
    assert dict.fromkeys(TEXT) == {"kk": None, "ru": None}
    assert "en" not in list(TEXT)


def test_marking_a_message_leaves_it_as_it_is() -> None:
    assert N_("one") == "one"
    assert NN_("one day", "many days") == ("one day", "many days")


@pytest.mark.parametrize(
    ("day", "kk", "ru"),
    [
        (date(2018, 1, 10), "2018 жылғы 10 қаңтар", "10 января 2018 года"),
        (date(2018, 2, 9), "2018 жылғы 9 ақпан", "9 февраля 2018 года"),
        (date(2018, 3, 1), "2018 жылғы 1 наурыз", "1 марта 2018 года"),
        (date(2018, 4, 30), "2018 жылғы 30 сәуір", "30 апреля 2018 года"),
        (date(2018, 5, 9), "2018 жылғы 9 мамыр", "9 мая 2018 года"),
        (date(2018, 6, 1), "2018 жылғы 1 маусым", "1 июня 2018 года"),
        (date(2018, 7, 6), "2018 жылғы 6 шілде", "6 июля 2018 года"),
        (date(2015, 8, 10), "2015 жылғы 10 тамыз", "10 августа 2015 года"),
        (date(2018, 9, 2), "2018 жылғы 2 қыркүйек", "2 сентября 2018 года"),
        (date(2014, 10, 28), "2014 жылғы 28 қазан", "28 октября 2014 года"),
        (date(2018, 11, 30), "2018 жылғы 30 қараша", "30 ноября 2018 года"),
        (date(2012, 12, 14), "2012 жылғы 14 желтоқсан", "14 декабря 2012 года"),
    ],
)
def test_a_day_is_written_as_decrees_write_it(day: date, kk: str, ru: str) -> None:
    assert day_text(day) == Text(kk=kk, ru=ru)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_is_understood_however_it_is_written(day: date) -> None:
    written = (*(day_text(day)[lang] for lang in LANGS), day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%Y/%m/%d} ж.")
    assert {day_meant(text) for text in written} == {day}


@pytest.mark.parametrize("text", ["", "2018", "апрель 2018 года", "30 февраля 2018 года", "2018-02-30", "1-2-3-4", "завтра"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_meant(text) is None


@pytest.mark.parametrize(
    ("ru", "said"),
    [
        ([], ""),
        (["а"], "а"),
        (["а", "б"], "а или б"),
        (["а", "б", "в"], "а, б или в"),
        (["а, что", "б", "в"], "а, что; б или в"),
    ],
)
def test_alternatives_are_told_as_people_list_them(ru: list[str], said: str) -> None:
    assert alternatives(Text(one, one) for one in ru).ru == said
    assert conjoined(Text(one, one) for one in ru).kk == said.replace("или", "және")


def test_the_full_stop_stands_behind_the_place() -> None:
    place = Text(kk="2-қосымша", ru="приложение 2")
    assert with_place(Text(kk="Аталмаған.", ru="Не назван"), place) == Text(
        kk="Аталмаған (2-қосымша).", ru="Не назван (приложение 2)."
    )


def test_a_sentence_goes_on_with_a_small_letter_after_the_name_and_an_abbreviation_stays() -> None:
    head = Text(kk="басшы", ru="руководитель")
    assert of_somebody(head, Text(kk="Қол қояды.", ru="Подписывает.")) == Text(
        kk="басшы: қол қояды.", ru="руководитель: подписывает."
    )
    assert of_somebody(head, Text(kk="ЖСН тексереді.", ru="«Запрос» готовит.")) == Text(
        kk="басшы: ЖСН тексереді.", ru="руководитель: «Запрос» готовит."
    )

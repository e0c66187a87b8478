"""The term list: one word for one thing, and no look-alike or calque in anything the project says."""

import pytest
from tools.terms import FOLDERS, Written, read_list, written_in

from eligibility.words.text import LANGS, Lang

LIST = read_list()
SAID = tuple(written_in())


def found(
    text: str, lang: Lang = "kk", file: str = "rules/acts/some/flags.yaml", at: tuple[str, ...] = ("a", "text")
) -> list[str]:
    return [breach.word for breach in LIST.breaches([Written(file, at, lang, text)])]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_forbidden_word_stands_in(folder: str) -> None:
    texts = [one for one in SAID if one.file.startswith(f"{folder}/")]
    assert len(texts) > 100
    assert "\n".join(map(str, LIST.breaches(texts))) == ""


def test_russian_is_written_without_dots_over_its_letters_throughout() -> None:
    assert [str(one) for one in SAID if one.lang == "ru" and "ё" in one.text.casefold()] == []


def test_no_term_is_a_word_that_another_row_forbids() -> None:
    terms = {(term.instead, term.lang) for term in LIST.terms if not term.citizen}
    assert len({term.name for term in LIST.terms}) >= 30
    assert {text: words for text, lang in terms if (words := found(text, lang, "rules/acts/x/act.yaml"))} == {}


def test_all_rules_catalogues_and_templates_are_read() -> None:
    files = {one.file for one in SAID}
    assert {"rules/facts/person.yaml", "rules/actors/actors.yaml", "templates/letters/talon.kk.xml.j2"} <= files
    assert {f"locales/{lang}/LC_MESSAGES/eligibility.po" for lang in LANGS} <= files


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Жеке қадамдардың мерзімдері бар.", "kk", ["қадамдардың"]),
        ("Сроки отдельных шагов.", "ru", ["шагов"]),
        ("Электронды құжат.", "kk", ["электронды"]),
        ("Электрондық құжат, электрондық форма.", "kk", []),
        ("Осы рәсімде құжаттар ресімделеді, басқа рәсімдерде – жоқ.", "kk", []),
        ("Құжаттарды рәсімдеу.", "kk", ["рәсімдеу"]),
        ("жетіспейтін құжаттар – тізім", "kk", []),
        ("құжаттар тізімі", "kk", ["құжаттар тізімі"]),
    ],
)
def test_a_word_is_found_with_its_endings_and_alone(text: str, lang: Lang, words: list[str]) -> None:
    assert found(text, lang) == words


def test_what_is_quoted_is_somebody_elses() -> None:
    assert found("Атауында «Құжаттарды «рәсімдеу» қадамы» делінген.") == []
    assert found("Атауында «қадам» делінген, бірақ қадам жоқ.") == ["қадам"]


def test_what_an_act_gives_stays_in_its_words() -> None:
    assert found("Уведомление о сроке предоставления коляски.", "ru", at=("results", "1", "text")) == []
    assert found("Уведомление о сроке предоставления коляски.", "ru", at=("flags", "1", "text")) == ["предоставления"]
    assert found("Срок предоставления услуги.", "ru") == []


def test_a_decree_keeps_the_words_of_its_time() -> None:
    of_2012 = "rules/acts/south-kazakhstan-2012-370/flags.yaml"
    assert found("Бас тарту үдерісінің кестесі.", file=of_2012) == []
    assert found("Бас тарту үдерісінің кестесі.") == ["үдерісінің"]
    assert found("Услугополучатель подает заявление.", "ru", of_2012) == ["услугополучатель"]
    assert found("Услугополучатель подает заявление.", "ru") == []


TO_CITIZENS = [
    ("rules/acts/some/flags.yaml", ("silent", "do")),
    ("rules/facts/person.yaml", ("age", "ask", "self")),
    ("rules/documents/identity.yaml", ("passport", "plain")),
    ("rules/facts/person.yaml", ("age", "values", "some", "label")),
]


@pytest.mark.parametrize(("file", "at"), TO_CITIZENS)
def test_a_citizen_is_spoken_to_without_terms_of_art(file: str, at: tuple[str, ...]) -> None:
    assert found("Көрсетілетін қызметті алушының жасы нешеде?", file=file, at=at) == ["көрсетілетін қызметті алушының"]
    assert found("В тексте редакции параметр не назван.", "ru", file, at) == ["редакции", "тексте", "параметр"]


@pytest.mark.parametrize(
    ("file", "at"),
    [("rules/facts/person.yaml", ("age", "ask", "desk")), ("rules/documents/identity.yaml", ("passport", "name"))],
)
def test_a_clerk_is_spoken_to_in_them(file: str, at: tuple[str, ...]) -> None:
    assert found("Көрсетілетін қызметті алушының жасы нешеде?", file=file, at=at) == []

"""Rules in words: conditions, answers, terms and places, each as a person reads it."""

import pytest

from eligibility.answer.amounts import BARE, UNITS, duration_text
from eligibility.answer.clauses import clause, condition_text
from eligibility.answer.places import cite_in_act, cite_text
from eligibility.answer.short_form import value_text
from eligibility.law.vocabulary import Amount, Duration, Home
from eligibility.reasoning.program import Lit
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.joining import alternatives, clauses, joined
from eligibility.words.text import Text
from tests.reasoning.small_editions import Small

DECREE = shipped_pack().acts["kyzylorda-2015-118"]
HOME = Home("kyzylorda-2015-118", DECREE.kind, DECREE.cited, 4)
SMALL = Small({"document": "card", "when": "child and orphan and kind in [surdo, tiflo]"})
ONE, TWO = Text("бір", "один"), Text("екі", "два")


@pytest.mark.parametrize(
    ("when", "ru", "kk"),
    [
        ("true", "всегда", "әрқашан"),
        ("orphan", "сирота", "сирота (қаз.)"),
        ("not orphan", "не сирота", "не сирота (қаз.)"),
        ("orphan == true", "сирота", "сирота (қаз.)"),
        ("orphan == false", "не сирота", "не сирота (қаз.)"),
        ("orphan != true", "не сирота", "не сирота (қаз.)"),
        ("child", "ребенок", "ребенок (қаз.)"),
        ("not child", "не ребенок", "не ребенок (қаз.)"),
        ("age < 18", "нет 18 лет", "нет 18 лет (қаз.)"),
        ("age >= 18", "есть 18 лет", "есть 18 лет (қаз.)"),
        ("age > 18", "есть 19 лет", "есть 19 лет (қаз.)"),
        ("age <= 18", "нет 19 лет", "нет 19 лет (қаз.)"),
        ("not age <= 18", "есть 19 лет", "есть 19 лет (қаз.)"),
        ("kind == surdo", "это surdo", "это surdo (қаз.)"),
        ("kind != surdo", "не surdo", "не surdo (қаз.)"),
        ("kind in [surdo]", "это surdo", "это surdo (қаз.)"),
        ("kind in [surdo, tiflo]", "это surdo или это tiflo", "это surdo (қаз.) немесе это tiflo (қаз.)"),
        ("not kind in [surdo, tiflo]", "не surdo и не tiflo", "не surdo (қаз.) және не tiflo (қаз.)"),
        ("orphan and alone", "сирота и одинок", "сирота (қаз.) және одинок (қаз.)"),
        ("orphan or alone", "сирота или одинок", "сирота (қаз.) немесе одинок (қаз.)"),
        ("not (orphan and alone)", "не сирота или не одинок", "не сирота (қаз.) немесе не одинок (қаз.)"),
        ("not (orphan or alone)", "не сирота и не одинок", "не сирота (қаз.) және не одинок (қаз.)"),
        (
            "orphan and (alone or child)",
            "сирота и (одинок или ребенок)",
            "сирота (қаз.) және (одинок (қаз.) немесе ребенок (қаз.))",
        ),
    ],
)
def test_a_condition_in_words(when: str, ru: str, kk: str) -> None:
    assert condition_text(SMALL.plan, when) == Text(kk, ru)


def test_what_the_text_and_the_file_leave_open_in_words() -> None:
    assert condition_text(SMALL.plan, "unsaid").ru == "в каких случаях, не сказано"
    complete, lacking = (condition_text(SMALL.plan, when).ru for when in ("not file_incomplete", "file_incomplete"))
    assert complete != lacking
    assert "полн" in complete
    assert "полн" in lacking


def test_a_slot_says_what_it_is_about_the_person() -> None:
    plan = SMALL.plan
    slots = {name: slot for slot, name in enumerate(plan.names)}
    assert clause(plan, Lit(slots["orphan"], True), {}) == Text("сирота (қаз.)", "сирота")
    assert clause(plan, Lit(slots["orphan"], False), {}) == Text("не сирота (қаз.)", "не сирота")
    assert clause(plan, Lit(slots["child"], True), {}) == Text("ребенок (қаз.)", "ребенок")
    assert clause(plan, Lit(slots["child"], False), {}) == Text("не ребенок (қаз.)", "не ребенок")
    assert clause(plan, Lit(slots["kind"], True), {"kind": "tiflo"}) == Text("это tiflo (қаз.)", "это tiflo")
    assert clause(plan, Lit(slots["due:0"], True), {}) is None
    assert clause(plan, Lit(slots["presented"], True), {}) is None


def test_an_answer_is_shown_as_the_menu_shows_it() -> None:
    facts = SMALL.plan.facts
    assert value_text(facts["orphan"], None) == Text("белгісіз", "неизвестно")
    assert value_text(facts["orphan"], True) == Text("иә", "да")
    assert value_text(facts["orphan"], False) == Text("жоқ", "нет")
    assert value_text(facts["age"], 7) == Text("7", "7")
    assert value_text(facts["kind"], "tiflo") == Text("tiflo (қаз.)", "tiflo")


def test_texts_are_joined_in_each_language() -> None:
    assert joined(", ", [ONE, TWO]) == Text("бір, екі", "один, два")
    assert clauses([ONE, TWO]) == Text("бір; екі", "один; два")
    assert alternatives([ONE, TWO]) == Text("бір немесе екі", "один или два")
    assert clauses([]) == Text("", "")


@pytest.mark.parametrize(
    ("cite", "ru"),
    [
        ("6-1", "приложение 4, пункт 6-1"),
        ("6(1-1) item 12", "приложение 4, пункт 6, подпункт 1-1), строка 12"),
        ("act app 2", "постановление, приложение 2 к регламенту"),
        (("4", "act 2", "app 1 col 3"), "приложение 4, пункт 4; постановление, пункт 2; приложение 1 к регламенту, графа 3"),
    ],
)
def test_the_annex_is_named_once(cite: str | tuple[str, ...], ru: str) -> None:
    assert cite_text(HOME, cite).ru == ru


def test_a_line_of_another_act_is_named_with_it() -> None:
    assert cite_in_act(HOME, "6").ru == f"{HOME.cited.ru}, приложение 4, пункт 6"
    assert cite_in_act(HOME._replace(annex=None), "6").ru == f"{HOME.cited.ru}, пункт 6"
    assert cite_in_act(HOME._replace(annex=None), ()) == HOME.cited


def test_without_a_place_the_annex_or_the_act_is_named() -> None:
    assert cite_text(HOME, ()).ru == "приложение 4"
    assert cite_text(HOME._replace(annex=None), ()).ru == "постановление"


def test_what_is_no_place_is_not_told_as_one() -> None:
    with pytest.raises(ValueError, match="not a citation: 'item 6'"):
        cite_text(HOME, "item 6")


@pytest.mark.parametrize(
    ("duration", "ru", "kk"),
    [
        (Duration("within-working-day", None, "exactly"), "в тот же рабочий день", "сол жұмыс күні"),
        (Duration("within-working-day", None, "within"), "в течение рабочего дня", "жұмыс күні ішінде"),
        (Duration("working-hours", 7, "within"), "в течение 7 рабочих часов", "7 жұмыс сағаты ішінде"),
        (Duration("minutes", 20, "at-most"), "не более 20 минут", "ең көбі 20 минут"),
        (Duration("times-per-day", 1), "1 раз в день", "күніне 1 рет"),
        (Duration("times-per-day", 2, "at-most"), "не чаще 2 раз в день", "күніне ең көбі 2 рет"),
        (
            Duration("working-days", 1, "within", Amount(7, "working-hours")),
            "в течение 1 рабочего дня и 7 рабочих часов",
            "1 жұмыс күні және 7 жұмыс сағаты ішінде",
        ),
    ],
)
def test_a_term_in_words(duration: Duration, ru: str, kk: str) -> None:
    told = duration_text(duration)
    assert (told.ru, told.kk) == (ru, kk)


def test_every_unit_is_said_with_a_bound_and_without() -> None:
    for unit in UNITS:
        texts = {
            duration_text(Duration(unit, 2, bound))
            for bound in (None, "within", "at-most", "exactly", "not-before", "at-least")
        }
        assert len({text.ru for text in texts}) == len({text.kk for text in texts}) == 6
    assert UNITS.keys() == BARE.keys() - {"times-per-day"}
    bare = {duration_text(Duration(unit, 2)).ru for unit in BARE}
    assert len(bare) == len(BARE)


def test_a_way_is_called_what_its_edition_calls_it_if_there_is_somebody_to_name() -> None:
    channels = [{"channel": "office", "cite": "1", "label": {"kk": "{provider} (кеңсе)", "ru": "канцелярия: {provider}"}}]
    small = Small(channels=channels)
    office, portal = ((small.plan.facts["channel"].values or {})[way] for way in ("office", "portal"))
    provider = (small.engine.pack.acts["act"].providers or {})["office"]
    assert office.called("desk") == Text(f"{provider.kk} (кеңсе)", f"канцелярия: {provider.ru}") == office.offered("self")
    assert portal == (SMALL.plan.facts["channel"].values or {})["portal"]
    nobody = (Small(channels=channels, provider=None).plan.facts["channel"].values or {})["office"]
    assert nobody == (SMALL.plan.facts["channel"].values or {})["office"]

"""Papers by an order, rules and a law: each calls the act what it is, in both languages."""

import re

import pytest

from eligibility.engine import Engine
from eligibility.letters.kinds import LetterKind
from eligibility.words.text import LANGS, Lang
from tests.acts_of_any_kind.told import Plain, about, answered, paper, refused_with, screen

NEVER = re.compile(r"постановлени|регламент|қаулы|Постановлени|Регламент|Қаулы")
"""what none of these acts is"""

FOUND: Plain = {
    "unrecorded_income": False,
    "working": True,
    "rents_from_state": False,
    "more_than_one_home": False,
    "home_rights_unregistered": False,
    "owner_lives_elsewhere": False,
    "family_lives_elsewhere": False,
    "income_exceeds": False,
    "data_unreliable": False,
}
BROUGHT = (
    *("application", "identity-document", "workplace-certificate"),
    *("alimony-information", "bank-account", "maintenance-bill"),
)
INCOMPLETE = about("housing-assistance", "2022-03-17", *BROUGHT, **FOUND)
COMPLETE = about("housing-assistance", "2022-03-17", *BROUGHT, "utility-bill", "telecom-bill", **FOUND)
SCHOOL = about(
    "school-admission",
    "2026-06-15",
    *("application", "birth-certificate", "parent-identity-document", "immunisation-passport"),
    *("child-health-passport", {"document": "photograph", "copies": 2}),
    grade="first",
    channel="provider-office",
    child_birth_date="2020-02-14",
)
QUEUE = about("housing-queue", "2017-05-03", filed_by="self", married=False, has_children=False)
CARER = about("carer-allowance", "2022-05-03", guardianship=True)
TODAY = about("housing-queue", "2026-09-04", only_home_unsafe=False, channel="egov-portal")
BEES = about("beekeeper-aid", "2023-05-03", "application", monthly_income=9000, hives_since="2022-05-03")

PAPERS: list[tuple[LetterKind, Plain, str, str]] = [
    ("checklist", QUEUE, "приказ", "бұйры"),
    ("checklist", COMPLETE, "приказ", "бұйры"),
    ("notice", COMPLETE, "приказ", "бұйры"),
    ("refusal", INCOMPLETE, "приказ", "бұйры"),
    ("slip", INCOMPLETE, "приказ", "бұйры"),
    ("checklist", CARER, "приказ", "бұйры"),
    ("checklist", SCHOOL, "приказ", "бұйры"),
    ("notice", SCHOOL, "приказ", "бұйры"),
    ("acceptance", SCHOOL, "приказ", "бұйры"),
    ("checklist", TODAY, "правил", "қағидалар"),
    ("notice", TODAY, "правил", "қағидалар"),
    ("checklist", BEES, "закон", "заң"),
    ("refusal", BEES, "закон", "заң"),
]


@pytest.mark.parametrize(("kind", "case", "ru", "kk"), PAPERS)
def test_a_paper_calls_the_act_what_it_is(kind: LetterKind, case: Plain, ru: str, kk: str, paired: Engine) -> None:
    russian, kazakh = (paper(paired, kind, case, lang).casefold() for lang in ("ru", "kk"))
    assert ru in russian
    assert kk in kazakh
    assert NEVER.findall(russian + kazakh) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["check", "terms"])
@pytest.mark.parametrize("case", [QUEUE, INCOMPLETE, CARER, SCHOOL, TODAY, BEES], ids=lambda one: one["service"])
def test_no_screen_calls_it_a_decree(case: Plain, command: str, lang: Lang) -> None:
    assert NEVER.findall(screen(case, command, lang)) == []


def test_a_place_in_a_table_and_in_a_law_is_said_whole(paired: Engine) -> None:
    refusal, of_law = paper(paired, "refusal", INCOMPLETE), paper(paired, "refusal", BEES)
    assert "Место в тексте приказа: приложение 1, приложение 1 к правилам, строка 9 таблицы, подпункт 2)." in refusal
    assert "Место в тексте закона: статья 5, часть 2." in of_law
    assert "Заңның мәтініндегі орны: 5-бап, 2-бөлік." in paper(paired, "refusal", BEES, "kk")


def test_what_the_office_fetches_is_said_apart(paired: Engine) -> None:
    russian, kazakh = (paper(paired, "checklist", COMPLETE, lang) for lang in ("ru", "kk"))
    assert (
        "Получат без Вас --------------- Эти документы учреждение само получает из государственных информационных систем. "
        "– Сведения о доходе семьи Что будет дальше"
    ) in russian
    assert (
        "Сіз әкелмейтін құжаттар ----------------------- "
        "Бұл құжаттарды мекеменің өзі мемлекеттік ақпараттық жүйелерден алады. "
        "– Отбасы табысы туралы мәліметтер"
    ) in kazakh
    assert "[ ] Сведения о доходе семьи" not in russian
    assert "[ ] Отбасы табысы туралы мәліметтер" not in kazakh


def test_copies_and_age_of_papers_stand_on_the_list(paired: Engine) -> None:
    assert "Фотография 3×4 см Количество экземпляров: 2 (два)." in paper(paired, "checklist", SCHOOL)
    assert "выдан не ранее чем за 10 (десять) календарных дней" in paper(paired, "checklist", BEES)
    assert "выдан не ранее чем за 12 (двенадцать) месяцев" in paper(paired, "checklist", BEES)


def test_outside_the_window_no_paper_follows(paired: Engine) -> None:
    late = {**SCHOOL, "on": "2026-11-28"}
    assert refused_with(paired, "acceptance", late) == {"way-closed"}
    assert refused_with(paired, "notice", late) == {"way-closed"}
    assert answered(paired, late)["terms"]["closed"]["channel"] == "provider-office"
    assert refused_with(paired, "acceptance", {**SCHOOL, "on": "2026-08-31"}) == set()
    assert refused_with(paired, "acceptance", {**SCHOOL, "on": "2026-09-01"}) == {"way-closed"}

"""What came out wrong when these acts were first written (findings § 4, eleven points), once each: that it is no longer so."""

import json
import re
from datetime import date
from itertools import product
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.engine import Engine
from eligibility.rulefiles.lint import lint
from eligibility.words.text import LANGS, Lang
from tests.acts_of_any_kind.test_letters_of_orders import BEES, BROUGHT, COMPLETE, FOUND, INCOMPLETE, NEVER, TODAY
from tests.acts_of_any_kind.told import RULES, Plain, about, answered, paper, refused_with, screen, words_of
from tests.cli.running import typed

REGIONS = ("almaty-city", "kyzylorda-region", "turkistan-region")


@pytest.mark.parametrize("region", REGIONS)
def test_1_an_order_of_the_whole_country_rules_in_every_region(region: str, paired: Engine) -> None:
    found = answered(paired, about("housing-queue", "2017-05-03", told={"region": region}))
    assert found["edition"]["act"] == "order-319-2015"
    assert found["edition"]["status"] == "in-force"


def test_2_what_amends_and_repeals_is_called_what_it_is() -> None:
    repealed, earlier = (screen(about("carer-allowance", day)) for day in ("2023-07-01", "2021-11-03"))
    assert "Приказ не действует с 1 июля 2023 года: утрата силы установлена приказом от 30 июня 2023 года." in repealed
    assert "изменения, внесенного приказом № 396" in earlier
    assert NEVER.findall(repealed + earlier) == []
    acts = typed("acts", "--rules", str(RULES), "--on", "2024-06-01", columns=300)
    assert NEVER.findall(acts.out) == []


def test_3_papers_are_taken_from_the_day_that_the_order_names_until_the_day_of_its_end() -> None:
    days = ("2021-11-04", "2021-11-05", "2023-05-31", "2023-06-30")
    assert all("Необходимо представить" in screen(about("carer-allowance", day)) for day in days)
    assert "измененный текст применяется с 4 ноября 2021 года" in screen(about("carer-allowance", "2021-11-03"))


def test_3_a_publication_before_the_adoption_is_a_mistake(tmp_path: Path) -> None:
    pack = Path(copytree(RULES, tmp_path / "pack"))
    act = pack / "acts/order-539-2020/act.yaml"
    act.write_text(act.read_text(encoding="utf-8") + "published: 2014-01-01\n", encoding="utf-8")
    _, found = lint(pack)
    assert [one.code for one in found] == ["published-before-adoption"]


def test_4_what_is_not_known_of_a_registration_or_a_number_is_left_out(paired: Engine) -> None:
    repeal, amendment = paired.acts["order-445-2015"].repeal, paired.acts["rules-130-2025"].amendments[0]
    assert repeal is not None
    assert (repeal.number, amendment.number, paired.acts["order-319-2015"].registered) == (None, None, None)
    assert "неизвест" not in screen(about("carer-allowance", "2023-07-01")).partition("Каким актом")[0]
    assert "№ ;" not in paper(paired, "checklist", TODAY)


@pytest.mark.parametrize(
    ("case", "ru", "kk"),
    [
        (
            INCOMPLETE,
            "Куда подается жалоба: государственный орган, решение которого обжалуется. Срок подачи жалобы: 3 (три) месяца.",
            "Шағым берілетін орын: шешіміне шағым жасалатын мемлекеттік орган. Шағым беру мерзімі: 3 (үш) ай.",
        ),
        (
            BEES,
            "Куда подается жалоба: руководитель отдела пчеловодства. Срок подачи жалобы: 30 (тридцать) календарных дней.",
            "Шағым берілетін орын: омарта бөлімінің басшысы. Шағым беру мерзімі: күнтізбелік 30 (отыз) күн.",
        ),
    ],
)
def test_5_the_refusal_says_where_the_act_has_one_complain(case: Plain, ru: str, kk: str, paired: Engine) -> None:
    russian, kazakh = paper(paired, "refusal", case), paper(paired, "refusal", case, "kk")
    assert ru in russian
    assert kk in kazakh
    assert "не указан" not in russian
    assert "көрсетілмеген" not in kazakh


def test_6_no_papers_needed_is_no_missing_list(paired: Engine) -> None:
    assert "Документы представлять не нужно. Основание: пункт 4." in paper(paired, "checklist", TODAY)
    assert "Құжаттарды ұсынудың қажеті жоқ. Негізі: 4-тармақ." in paper(paired, "checklist", TODAY, "kk")
    assert "перечня документов нет" not in screen(TODAY)
    intake = answered(paired, {**TODAY, "submitted": []})["intake"]
    assert (intake["complete"], intake["missing"]) == (True, [])


def test_7_the_incomplete_file_is_refused_and_not_granted(paired: Engine) -> None:
    assert refused_with(paired, "refusal", INCOMPLETE) == set()
    assert refused_with(paired, "notice", INCOMPLETE) == {"result-excluded"}
    assert refused_with(paired, "refusal", COMPLETE) == {"no-ground"}
    assert refused_with(paired, "notice", COMPLETE) == set()


FOUND_OUT = ("more_than_one_home", "home_rights_unregistered", "owner_lives_elsewhere", "income_exceeds")


@pytest.mark.parametrize("found_out", [*product([True, False, None], repeat=len(FOUND_OUT))])
def test_7_nobody_is_both_granted_and_refused(found_out: tuple[bool | None, ...], direct: Engine) -> None:
    told: Plain = {fact: truth for fact, truth in zip(FOUND_OUT, found_out, strict=True) if truth is not None}
    rest: Plain = {fact: truth for fact, truth in FOUND.items() if fact not in FOUND_OUT}
    for papers in (BROUGHT, (*BROUGHT, "utility-bill", "telecom-bill")):
        case = about("housing-assistance", "2022-03-17", *papers, **rest, **told)
        answer = answered(direct, case)
        refused, granted = answer["refusal_grounds"], answer["outcomes"]
        assert bool(refused) is (True in found_out or len(papers) == len(BROUGHT))
        assert not (refused and granted)
        assert not (refused_with(direct, "refusal", case) == set() == refused_with(direct, "notice", case))


INCOMES = st.decimals(0, 20_000, places=2).map(str)


def _whole_set(day: str) -> tuple[str | Plain, ...]:
    fresh = ({"document": id, "issued_on": day} for id in ("veterinary-certificate", "bee-income-certificate"))
    return ("application", "beekeeper-passport", *fresh)


DAYS = st.dates(date(2022, 5, 1), date(2023, 12, 31)).map(str)


@given(income=INCOMES, day=DAYS)
def test_7_nobody_is_both_by_any_income_and_day(income: str, day: str, direct: Engine) -> None:
    answer = answered(direct, about("beekeeper-aid", day, *_whole_set(day), monthly_income=income, hives_since="2021-01-01"))
    met = [one["id"] for one in answer["refusal_grounds"]]
    assert bool(met) is not bool(answer["outcomes"])
    assert (answer["for_whom"]["status"] == "no") is ("income-too-high" in met)


def test_8_the_refusal_names_the_missing_papers(paired: Engine) -> None:
    russian, kazakh = paper(paired, "refusal", INCOMPLETE), paper(paired, "refusal", INCOMPLETE, "kk")
    named = russian.partition("Не представлены следующие документы.")[2].partition("Что можно сделать")[0]
    assert "1. Счет на потребление коммунальных услуг 2. Документ об услугах связи" in named
    assert "Заявление" not in named
    assert "1. Коммуналдық қызметтерді тұтыну шоты 2. Байланыс қызметі туралы құжат" in kazakh


SILENT: dict[Lang, re.Pattern[str]] = {
    "ru": re.compile(r"не (сказано|указан|назван)"),
    "kk": re.compile(r"айтылмаған|көрсетілмеген|аталмаған"),
}
NO_RIGHT_AT_HAND: dict[Lang, str] = {
    "ru": "В доступной части приказа об отказе в приеме документов не сказано. Представленные документы",
    "kk": "Бұйрықтың қолжетімді бөлігінде құжаттарды қабылдаудан бас тарту туралы ештеңе айтылмаған. Ұсынылған құжаттар",
}
"""of the part at hand and of it alone; a paper that is signed speaks of no program"""
NO_RIGHT: dict[Lang, str] = {"ru": "не дает права", "kk": "құқығы берілмеген"}
NOT_HELD: dict[Lang, str] = {"ru": "этой части текста в программе нет", "kk": "мәтіннің бұл бөлігі бағдарламада жоқ"}
FEE_NOT_KNOWN: dict[Lang, str] = {
    "ru": "Стоимость: Неизвестно. Спросите у сотрудника.",
    "kk": "Ақысы: Белгісіз. Қызметкерден сұраңыз.",
}


@pytest.mark.parametrize("lang", LANGS)
def test_9_what_is_not_at_hand_is_not_said_to_be_silent(lang: Lang, paired: Engine) -> None:
    """Of the carer's allowance the pack holds the list and the place alone; of the queue of today no fee, no appeal."""
    for case in (about("carer-allowance", "2022-05-03", guardianship=False), TODAY):
        for told in (screen(case, "check", lang), screen(case, "terms", lang), paper(paired, "checklist", case, lang)):
            assert SILENT[lang].findall(told) == []
        assert NOT_HELD[lang] in screen(case, "check", lang)
        assert FEE_NOT_KNOWN[lang] in paper(paired, "checklist", case, lang)
    slip = paper(paired, "slip", INCOMPLETE, lang)
    assert NO_RIGHT_AT_HAND[lang] in slip
    assert NO_RIGHT[lang] not in slip


def test_10_a_pack_without_a_calendar_is_told_of_and_both_ways_of_asking_agree(tmp_path: Path) -> None:
    pack = Path(copytree(RULES, tmp_path / "pack"))
    rmtree(pack / "calendar")
    _, found = lint(pack)
    assert {one.code for one in found} == {"calendar-lacking"}
    asked = [typed("check", "-", *more, "--rules", str(pack), given=json.dumps(TODAY)) for more in ((), ("--json",))]
    assert len({done.code for done in asked}) == 1


MORE = {
    "regions.yaml": "far-region: {kk: Алыс облыс, ru: Далекая область}\n",
    "categories.yaml": "with_children: {when: has_children}\n",
    "documents/more.yaml": "children-list: {name: {kk: балалардың тізімі, ru: список детей}}\n",
    "acts/order-1-2026/act.yaml": """
kind: order
number: "1"
issuer: {kk: ойдан шығарылған министр, ru: вымышленный министр}
cited: {kk: 2026 жылғы 1 ақпандағы № 1 ойдан шығарылған бұйрық, ru: вымышленный приказ от 1 февраля 2026 года № 1}
regions: [far-region]
title: {kk: мысал, ru: пример}
adopted: 2026-02-01
in_force: {on: 2026-03-01}
providers: {office: {kk: бөлім, ru: отдел}}
""",
    "acts/order-1-2026/provisions.yaml": 'act: {"2": encoded}\nannexes: {}\n',
    "acts/order-1-2026/housing-queue.yaml": """
service: housing-queue
provider: office
requirements:
  - {document: children-list, when: with_children, cite: "2"}
""",
}


def test_11_an_act_is_added_without_touching_what_is_there(tmp_path: Path) -> None:
    for name, text in MORE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    case = about("housing-queue", "2026-09-04", told={"region": "far-region"}, has_children=True)
    done = typed("check", "-", "--json", "--rules", str(RULES), "--rules", str(tmp_path), given=json.dumps(case))
    assert done.code == 0, done.err
    assert done.json["edition"]["act"] == "order-1-2026"
    assert [line["document"] for line in done.json["checklist"] if line["status"] == "required"] == ["children-list"]


def test_beyond_a_lawyer_s_screens_keep_the_kind_of_act_and_what_is_held() -> None:
    """`stale`, `diff` and `show` once called an amending order «rules», and a part that is not at hand silent."""
    told = _lawyer("stale", "--on", "2026-09-04")
    assert "rules-130-2025: вносящий изменения акт: приказ от 30 января 2026 года" in told
    compared = _lawyer("diff", "housing-queue", "order-319-2015", "rules-130-2025")
    assert "Для кого Части текста акта № 130 об этом в программе нет." in compared
    assert "ничего не сказано" not in compared
    shown = _lawyer("show", "carer-allowance", "--on", "2022-05-03", "--region", "almaty-city")
    assert "В программе есть только часть текста" in shown


def _lawyer(*arguments: str) -> str:
    return words_of(typed(*arguments, "--rules", str(RULES), columns=300).out)

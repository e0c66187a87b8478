"""What remarks and results say of the decrees: no bound that the text does not set, no way of filing that it does not name."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from eligibility.answer.in_short import in_short
from eligibility.answer.readers import Reader
from eligibility.answer.telling import tell_answer
from eligibility.answer.term_reasons import step_because
from eligibility.engine import Engine
from eligibility.law.edition import Flag
from eligibility.letters.formats.txt import as_text
from eligibility.letters.writing import Wanted
from eligibility.words.text import Lang
from tests.letters.making import letter_about

ENGINE = Engine.shipped("direct")
HEALTH, CITY = "almaty-region-health-2019-43", "almaty-city-2014-4-886"
READERS: tuple[Reader, ...] = get_args(Reader)
ONLY = re.compile(r"\b(только|лишь|тек|ғана|қана)\b")


def flag_of(act: str, service: str, id: str) -> Flag:
    edition = ENGINE.answer({"service": service, "act": act, "on": "2020-01-20"}, as_if_in_force=True).edition
    return next(one for one in edition.flags if one.id == id)


def words_of(flag: Flag) -> Iterator[str]:
    for text in filter(None, (flag.text, flag.do)):
        yield from (text.kk, text.ru)


def told(service: str, on: str, **facts: str) -> list[str]:
    """To a citizen, in Russian."""
    case = {"service": service, "act": HEALTH, "on": on, "facts": facts}
    return [one.text.ru for one in tell_answer(ENGINE.any_answer(case), "citizen")]


@pytest.mark.parametrize(
    ("service", "id"),
    [
        ("temporary-incapacity-sheet", "issuer-narrower"),
        ("temporary-incapacity-certificate", "issuer-narrower"),
        ("psychoneurological-certificate", "paper-form-electronic-result"),
        ("psychoneurological-certificate", "office-among-the-steps"),
        ("narcological-certificate", "office-among-the-steps"),
        ("phc-attachment", "result-form-conflict"),
    ],
)
def test_what_the_decree_names_is_not_said_to_be_all_there_is(service: str, id: str) -> None:
    """Annexes 10 and 11, 3: «… медициналық ұйымнан берілетін»; annex 6, 1 and 3: no «тек» stands in them."""
    assert not list(filter(ONLY.search, words_of(flag_of(HEALTH, service, id))))


def test_who_else_issues_the_sheet_is_left_open() -> None:
    """Annex 10: by 1 health entities render the service, by 3 the sheet comes from an organisation of primary care."""
    do = flag_of(HEALTH, "temporary-incapacity-sheet", "issuer-narrower").do
    assert do is not None
    assert "не сказано" in do.ru
    assert "айтылмаған" in do.kk


def test_a_way_is_not_closed_and_unclear_at_once() -> None:
    """Annex 6, 1 names the State Corporation and the portal; that the clerk takes documents stands in 5(1)."""
    said = " ".join(told("psychoneurological-certificate", "2020-01-20", channel="provider-office", filed_by="self"))
    assert "Так подать заявление нельзя" in said
    assert "подать заявление в канцелярию" not in said
    assert flag_of(HEALTH, "psychoneurological-certificate", "office-among-the-steps").for_ == "clerk"


@pytest.mark.parametrize(
    ("service", "on", "channel"),
    [
        ("psychoneurological-certificate", "2020-01-20", "state-corporation"),
        ("narcological-certificate", "2020-01-20", "state-corporation"),
    ],
)
def test_how_long_a_paper_is_valid_does_not_stand_for_the_term_of_the_service(service: str, on: str, channel: str) -> None:
    """No total term stands in the text, and that is said; how long the certificate is valid is another thing."""
    said = told(service, on, channel=channel, filed_by="self")
    assert "Срок: не сказано" in said
    assert any("Сколько действует этот документ" in one for one in said)


@pytest.mark.parametrize("service", ["doctor-home-visit", "doctor-appointment"])
def test_who_comes_himself_comes_to_the_clinic_and_not_to_its_office(service: str) -> None:
    """Annexes 1 and 2, 1(1): «көрсетілетін қызметті беруші (тікелей …)»; 5 and 6 name the responsible executor alone."""
    answer = ENGINE.answer({"service": service, "act": HEALTH, "on": "2019-09-02", "facts": {"channel": "provider-office"}})
    rows = {one.name.ru: one.said for one in in_short(answer)}
    assert rows["Куда подается заявление"].ru.startswith("непосредственно в медицинскую организацию")
    assert rows["Кто оказывает услугу"].ru == "медицинские организации, оказывающие первичную медико-санитарную помощь"
    said = [one.text for reader in READERS for one in tell_answer(answer, reader)]
    assert not [text for text in said if "канцеляри" in text.ru or "кеңсе" in text.kk]


def test_choosing_the_hour_of_the_doctor_is_no_office_hour() -> None:
    """Annex 13, 3 item 2: a possibility to choose, of what the service gives; the text has no hours of work."""
    answer = ENGINE.answer({"service": "preliminary-medical-examination", "act": HEALTH, "on": "2019-08-05"})
    assert answer.edition.hours == ()
    (result,) = answer.results
    assert "рентгенологическое (флюорографическое) обследование" in result.rule.text.ru
    assert "утвержденному услугодателем графику" in result.rule.text.ru
    assert "зерттеп-қарау" in result.rule.text.kk


@pytest.mark.parametrize(("service", "order"), [("hospitalization-referral", "761"), ("driver-medical-certificate", "166")])
def test_the_rules_named_in_brackets_are_of_the_whole_step(service: str, order: str) -> None:
    """Annexes 15 and 16, 5(2): «… жолдау – 7 (жеті) сағат ішінде (… қағидаларына сәйкес)»."""
    answer = ENGINE.answer({"service": service, "act": HEALTH, "on": "2019-06-24"})
    action = answer.edition.steps[1].action
    assert action.ru.endswith(f"(по правилам, утвержденным приказом № {order})")
    assert action.kk.endswith(f"(№ {order} бұйрықпен бекітілген қағидаларға сәйкес)")


def test_a_stated_amount_is_not_said_to_be_missing() -> None:
    """Annex 6, 9(1): «15 (он бес) минут»; annex 13, 5(2): «7 (жеті) сағаттан аспайды». What is open is when they end."""
    for service, on, channel in (
        ("psychoneurological-certificate", "2020-01-20", "state-corporation"),
        ("preliminary-medical-examination", "2019-08-05", "provider-office"),
    ):
        answer = ENGINE.answer({"service": service, "act": HEALTH, "on": on, "facts": {"channel": channel}})
        because = " ".join(step_because(answer.ledger, row).ru for row in answer.ledger.rows)
        assert "Сколько времени" not in because
        assert "Когда это заканчивается, по тексту определить нельзя" in because


@pytest.mark.parametrize(("lang", "words"), [("ru", "с ЭЦП услугодателя"), ("kk", "ЭЦҚ-сы қойылған")])
def test_a_printed_notice_of_attachment_is_not_the_signed_one(lang: Lang, words: str) -> None:
    """Annex 3, 3: «көрсетілетін қызметті берушінің электрондық-цифрлық қолтаңбасы … қойылған» on paper too."""
    case = {"service": "phc-attachment", "act": HEALTH, "on": "2019-06-03", "facts": {"channel": "egov-portal"}}
    made = letter_about(ENGINE.decide(case), ENGINE, Wanted("notice", lang))
    assert words in " ".join(as_text(made).split())


@pytest.mark.parametrize("service", ["unemployed-certificate", "wheelchairs", "home-care", "residential-care"])
def test_and_or_is_both(service: str) -> None:
    """Act 1(3), 1(9), 1(11), 1(12), item 1: «көрсетілетін қызметті берушілермен және (немесе) … орталығымен»."""
    text = flag_of(CITY, service, "centre-only-mentioned").text
    assert "и (или) с центром" in text.ru
    assert "және (немесе)" in text.kk


@pytest.mark.parametrize("service", ["targeted-social-assistance", "sanatorium-treatment"])
def test_words_that_were_left_out_are_not_put_in(service: str) -> None:
    """Act 1(7) and 1(10), item 1: «көрсетілетін қызметті берушілермен халыққа қызмет көрсету орталығымен»."""
    assert "(или)" not in flag_of(CITY, service, "centre-only-mentioned").text.ru
    assert "(немесе)" not in flag_of(CITY, service, "centre-only-mentioned").text.kk


@pytest.mark.parametrize("service", ["wheelchairs", "personal-assistant-sign-language"])
def test_a_citizen_is_told_that_the_ten_days_may_not_be_of_the_whole_service(service: str) -> None:
    """Annexes 8 and 9, app 2: «(10 жұмыс күн ішінде)» under the heading of the chart and nothing else."""
    do = flag_of(CITY, service, "term-without-start").do
    assert do is not None
    assert "ко всей услуге" in do.ru
    assert "бүкіл қызметке" in do.kk


def test_a_misprint_is_cited_where_it_stands() -> None:
    """Annex 11, 1 item 2: «қызметті беруші арқылы»; the two names of the certificate stand in 1 and 3."""
    assert "1 item 2" in flag_of(HEALTH, "temporary-incapacity-certificate", "misprints").cite

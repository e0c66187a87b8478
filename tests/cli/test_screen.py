"""`eligibility screen` as it is typed: in a pipe, with a file of facts, as JSON."""

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.interview.interview import Interview
from eligibility.interview.reply import Topic
from eligibility.words.text import Lang
from tests.cli.running import Done, process, typed
from tests.cli.terminal import Screen

KYZYLORDA = ("screen", "--region", "kyzylorda-region", "--on", "2016-03-01")
TODAY = ("screen", "--region", "kyzylorda-region", "--on", "2026-12-01")
KEYS = {
    *("contract", "region", "on", "situation", "as_if_in_force", "region_told", "facts", "questions", "services", "groups"),
    "trip",
}


HOME_CARE = {"service": "home-care", "region": "kyzylorda-region", "on": "2016-03-01"}


def told(*more: str, where: tuple[str, ...] = KYZYLORDA, lang: Lang = "ru", **facts: Any) -> Done:
    return typed(*where, "--facts", "-", *more, given=json.dumps(facts), lang=lang)


def part(text: str, title: str) -> str:
    """A section of the screen, its lines joined."""
    return " ".join(text.partition(title)[2].partition("\n\n")[0].split())


class TestByFacts:
    def test_sections_say_what_suits_and_why(self) -> None:
        done = told(disability="group-1", difficulty_moving=True)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("Какие услуги подходят: Кызылординская область, 1 марта 2016 года\n")
        suits = part(done.out, "\nПодходят\n")
        assert "1 Предоставление инвалидам кресло-колясок Услуга предназначена для инвалидов. Указано:" in suits
        assert "Основание: постановление, пункт 1, подпункт 3)." in suits
        assert "ухода на дому" in part(done.out, "Для кого эти услуги, в акте не сказано; возможно, подойдут")
        assert "Оказание скорой медицинской помощи" in part(done.out, "акта, действующего в этом регионе в этот день")

    def test_those_for_others_are_no_refusal(self) -> None:
        others = part(told(disability="none", war_status="none").out, "Судя по ответам, эти услуги для других")
        assert others.startswith("В текстах не названо основание отказать по этой причине.")
        assert "кресло-колясок" in others

    def test_where_others_are_named_that_is_no_suiting(self) -> None:
        south = ("screen", "--region", "south-kazakhstan-region", "--on", "2013-03-01")
        done = told(where=south, disability="none", children_under_18_in_family=True)
        assert "кресло-колясок" in part(done.out, "\nВ текстах названы другие; об остальных не сказано\n")
        assert "кресло-колясок" not in part(done.out, "\nВозможно, подходят\n")

    @pytest.mark.parametrize("lang", ["kk", "ru"])
    def test_today_nothing_is_said_for_certain(self, lang: Lang) -> None:
        done = told(where=TODAY, lang=lang, disability="child")
        certain = ("Сәйкес келеді\n", "арналған\n") if lang == "kk" else ("Подходят\n", "для других\n")
        assert not any(title in done.out for title in certain)
        group = "Мүгедектігі бар бала" if lang == "kk" else "Ребенок с инвалидностью"
        assert group in done.out

    def test_facts_may_stand_in_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "facts.yaml").write_text("disability: child\n", encoding="utf-8")
        done = typed(*KYZYLORDA, "--facts", str(tmp_path / "facts.yaml"))
        assert "кресло-колясок" in part(done.out, "\nПодходят\n")

    def test_a_situation_narrows(self) -> None:
        narrowed = told("--situation", "war-veterans", war_status="participant")
        assert "Ветераны войны и их семьи" in narrowed.out
        assert "жилищной" not in narrowed.out


class TestOneList:
    def test_of_several_services(self) -> None:
        done = told("--take", "wheelchairs", "--take", "prosthetic-orthopedic-aid", disability="group-2", war_status="none")
        brought = part(done.out, "Необходимо представить\n")
        programme = "индивидуальная программа реабилитации инвалида (подлинник и копия; копия для каждой услуги)"
        assert f"☐ {programme} Нужно для услуг: 1, 2" in brought
        assert brought.count("программа реабилитации") == 1
        assert "(для каждой услуги свой экземпляр)" in brought
        assert "хватит ли одного экземпляра" in " ".join(done.out.split())
        assert "Одинаково для всех:" in done.out

    def test_of_one_service_names_no_numbers(self) -> None:
        done = told("--take", "wheelchairs", disability="group-2")
        assert "Нужно для услуг" not in done.out
        assert "хватит ли" not in done.out

    def test_what_is_only_known_from_elsewhere_stands_apart(self) -> None:
        done = told("--take", "wheelchairs", "--take", "surdo-tiflo-hygiene-aids", where=TODAY, disability="group-2")
        assert "Необходимо представить" not in done.out
        known = part(done.out, "Для сведения: документы, известные из другого источника")
        assert known.startswith("≈ ")
        assert "Источник: " in known

    def test_a_service_without_an_act_is_said_to_have_none(self) -> None:
        done = told("--take", "wheelchairs", "--take", "ambulance", disability="group-2")
        assert "Нет перечня документов для услуг под номерами: 2" in done.out


class TestInterview:
    def test_asks_shows_and_makes_one_list(self) -> None:
        done = typed(*KYZYLORDA, given="3\n2\n0\n0\n0\n0\n0\n0\n0\n1\n0\n0\n")
        assert done.code == 0
        assert "О чем речь?" in done.err
        assert "1. Есть ли у" in done.err
        assert "Какие услуги подходят" in done.out
        assert "кресло-колясок" in part(done.out, "\nПодходят\n")

    def test_goes_back(self) -> None:
        done = typed(*KYZYLORDA, "--situation", "disability", given="2\nb\n1\n")
        assert done.err.count("1. Есть ли у") == 2
        assert "кресло-колясок" in part(done.out, "Судя по ответам, эти услуги для других")

    def test_explains_a_question_and_takes_no_nonsense(self) -> None:
        done = typed(*KYZYLORDA, "--situation", "disability", given="?\n99\n2\n")
        assert "От ответа зависит, подходят ли эти услуги: " in done.err.replace("\n", " ")
        assert done.err.count("1. Есть ли у") == 1, "it is asked for again, not put again"
        assert "кресло-колясок" in part(done.out, "\nПодходят\n")

    def test_where_the_input_ends_the_result_is_shown(self) -> None:
        done = typed(*KYZYLORDA, given="")
        assert done.code == 0
        assert "Возможно, подходят" in done.out

    def test_where_the_input_ends_at_a_terminal_too(self) -> None:
        screen = Screen(*KYZYLORDA[1:], "--situation", "disability", spoken="screen", rows=200)
        screen.sees("Для кого Вы подаете заявление?")
        shown = ""
        for _ in range(3):
            shown += screen.sees("> ")
            screen.child.sendeof()
        assert "Возможно, подходят" in shown
        code, said = screen.ends()
        assert (code, "eligibility: " in said) == (0, False)

    def test_who_leaves_before_the_questions_is_shown_nothing(self) -> None:
        done = typed(*KYZYLORDA, given="q\n")
        assert (done.code, done.out) == (0, "")

    def test_who_leaves_amid_the_questions_is_shown_how_far_they_led(self) -> None:
        done = typed(*KYZYLORDA, "--situation", "disability", given="2\nq\n")
        assert "кресло-колясок" in part(done.out, "\nПодходят\n")
        assert "составить один перечень" not in done.err

    def test_services_taken_beforehand_are_asked_about_at_once(self) -> None:
        done = typed(*KYZYLORDA, "--take", "surdo-tiflo-hygiene-aids", given="2\n")
        assert "О чем речь?" not in done.err
        assert done.out.startswith("Один общий перечень на одну поездку\n")

    def test_a_service_that_is_not_shown_is_no_choice(self) -> None:
        done = typed(*TODAY, given="3\n99\n1\n")
        assert "Такого номера нет." in done.err
        assert done.out.count("Один общий перечень на одну поездку\n") == 1

    def test_a_region_is_asked_for(self) -> None:
        done = typed("screen", "--on", "2016-03-01", given="Кызылорда\n1\nq\n")
        assert "Какой регион?" in done.err


class TestJson:
    def test_has_all_of_it(self) -> None:
        found = told("--json", "--take", "wheelchairs", disability="group-1").json
        assert set(found) == KEYS
        assert found["facts"] == {"disability": "group-1"}
        (wheelchairs,) = [one for one in found["services"] if one["service"] == "wheelchairs"]
        assert (wheelchairs["status"], wheelchairs["standing"], wheelchairs["act"]) == (
            "for-you",
            "listed",
            "kyzylorda-2015-118",
        )
        assert wheelchairs["cite"]["act"] == "kyzylorda-2015-118"
        (war,) = [one for one in found["questions"] if one["fact"] == "war_status"]
        (asked,) = [
            one
            for one in typed("check", "-", "--json", given=json.dumps(HOME_CARE)).json["questions"]
            if one["fact"] == "war_status"
        ]
        assert war == asked | {"why": war["why"]}, "a question is the same data wherever it is asked"
        assert found["groups"][0]["fits"] == "yes"
        assert [one["document"] for one in found["trip"]["papers"]][:2] == ["application", "ipr"]

    def test_of_an_interview_is_one_line(self) -> None:
        done = typed(*KYZYLORDA, "--json", given="\n2\n")
        assert len(done.out.splitlines()) == 1
        assert done.json["trip"] is None


class TestMistakes:
    @pytest.mark.parametrize(
        ("arguments", "facts", "code"),
        [
            (("screen", "--facts", "-"), {}, "missing-key"),
            ((*KYZYLORDA, "--facts", "-", "--take", "wheelchair"), {}, "unknown-service"),
            ((*KYZYLORDA, "--facts", "-", "--situation", "moon"), {}, "unknown-value"),
            (("screen", "--region", "moon", "--facts", "-"), {}, "unknown-region"),
            ((*KYZYLORDA, "--facts", "-"), {"disabled": True}, "unknown-fact"),
            ((*KYZYLORDA, "--facts", "-"), {"disability": "child", "age": 40}, "contradictory-facts"),
            ((*KYZYLORDA, "--facts", "-"), [], "not-facts"),
            (("screen", "--region", "kyzylorda-region", "--on", "then", "--facts", "-"), {}, "not-a-date"),
        ],
    )
    def test_are_named(self, arguments: tuple[str, ...], facts: Any, code: str) -> None:
        done = typed(*arguments, "--json", given=json.dumps(facts))
        assert done.code == 2
        assert [one["code"] for one in done.errors] == [code]
        assert typed(*arguments, given=json.dumps(facts)).err.startswith("eligibility: ")

    def test_nothing_is_asked_in_vain(self) -> None:
        done = typed("screen", "--situation", "moon", given="Кызылорда\n1\n")
        assert (done.code, "Какой регион?" in done.err) == (2, False)

    def test_a_region_that_nobody_names_is_one(self) -> None:
        assert typed("screen", given="").code == 2


def test_a_process_of_its_own_speaks_kazakh() -> None:
    done = process(*KYZYLORDA, "--facts", "-", "--lang", "kk", given='{"disability": "child"}')
    assert done.code == 0
    assert done.out.startswith("Қандай қызметтер сәйкес келеді: Қызылорда облысы, 2016 жылғы 1 наурыз\n")


class TestEntrance:
    """What `ask` and others may call where somebody knows no service."""

    def chosen(self, monkeypatch: pytest.MonkeyPatch, on: date, typed_lines: str) -> Interview | None:
        from eligibility.cli.for_me import for_me

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed_lines.encode())))
        return for_me(Engine.shipped("direct"), "kyzylorda-region", on)

    def test_gives_the_service_chosen(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        found = self.chosen(monkeypatch, date(2026, 12, 1), "3\n1\n")
        assert found
        assert (found.service, found.named["region"], found.given) == ("wheelchairs", "kyzylorda-region", ())
        assert capsys.readouterr().out == "", "it is no result of its own there"

    def test_gives_the_answers_as_an_interview_takes_them(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.chosen(monkeypatch, date(2016, 3, 1), "2\n5\n1\n")
        assert found
        assert found.facts == {"disability": "child"}
        assert Topic("disability") not in found.open

    def test_gives_nothing_where_nothing_is_chosen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self.chosen(monkeypatch, date(2026, 12, 1), "3\n\n") is None


def test_who_knows_no_service_finds_one_in_the_interview_and_answers_nothing_twice() -> None:
    done = typed("ask", "--region", "kyzylorda-region", "--on", "2016-03-01", given="0\n2\n5\n1\n")
    assert done.code == 0
    assert "кресло-колясок" in done.out.splitlines()[0]
    assert done.err.count("1. Есть ли у") == 1


def test_for_whom_is_not_asked_again_where_the_command_line_says_it() -> None:
    named = ("ask", "--region", "kyzylorda-region", "--on", "2016-03-01", "--filing-for", "child")
    done = typed(*named, given="0\n2\n5\n1\n")
    assert "1. Есть ли у Вашего ребенка инвалидность?" in done.err


def test_one_service_is_chosen_where_one_alone_is_gone_on_with() -> None:
    named = ("ask", "--region", "kyzylorda-region", "--on", "2016-03-01")
    done = typed(*named, given="0\n2\n5\n1, 2\n1\n")
    assert "составить один перечень" not in done.err
    assert "Введите номер" in done.err
    assert "кресло-колясок" in done.out.splitlines()[0]

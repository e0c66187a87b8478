"""`ask` as people and pipes talk with it."""

import json
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey
from eligibility.law.space import assignments, consistent
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.decision import Decision
from eligibility.words.text import LANGS, Lang
from tests.cli.running import PROGRAM, Done, Plain, process, typed
from tests.cli.terminal import Screen
from tests.cli.unfit_lines import foreign_words, slips

ENGINE = Engine.shipped("direct")
PACK = ENGINE.pack
KYZYLORDA = "kyzylorda-2015-118"
AID = ("prosthetic-orthopedic-aid", "--act", KYZYLORDA, "--on", "2016-03-01")
CARE = ("home-care", "--act", KYZYLORDA, "--on", "2016-03-01")


NO_SUCH_NUMBER = "Такого номера нет. Введите номер от 1 до 2."


def asked(*arguments: str, answers: Sequence[str] = (), lang: Lang = "ru") -> Done:
    given = "".join(f"{answer}\n" for answer in answers)
    return typed("ask", *arguments, "--engine", "direct", given=given, lang=lang)


def questions_of(done: Done) -> list[str]:
    """The questions in the order they were put, each as often as it was."""
    text = re.sub(r"\n   (?=\S)", " ", done.err)
    return re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)


class TestReadme:
    def test_its_dialogue_is_a_real_one(self) -> None:
        """Word for word as it is at a terminal, but for what stands in place of «…»."""
        page = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
        first, *lines = page.split("```console\n")[1].split("```")[0].splitlines()
        screen = Screen(*first.removeprefix("$ eligibility ask ").split(), rows=200)
        screen.child.logfile_read = heard = StringIO()
        for line in lines:
            if line.startswith(">"):
                screen.types(line.removeprefix(">").strip())
        screen.types("в")
        screen.ends()
        said = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m|\r", "", heard.getvalue()).splitlines())
        for part in re.split(r"^ *…$", "\n".join(lines), flags=re.MULTILINE):
            _, at, said = said.partition(part.strip("\n"))
            assert at, f"the program does not say so at this place: {part}"


class TestAnswers:
    def test_only_what_matters_is_asked(self) -> None:
        done = asked(*AID, answers=["2", "1", "2"])
        assert questions_of(done) == [
            "Получили ли Вы увечье или профессиональное заболевание по вине работодателя?",
            "Есть ли у Вас инвалидность?",
            "Есть ли у Вас статус, связанный с Великой Отечественной войной?",
        ]
        assert (done.code, "Действует ли сейчас работодатель" in done.err) == (0, False)

    def test_an_answer_may_be_a_word(self) -> None:
        by_word = asked(*AID, "--json", answers=["нет", "Нет", "УЧАСТНИК войны"])
        by_number = asked(*AID, "--json", answers=["2", "1", "2"])
        assert settled(by_word) == settled(by_number)

    def test_unknown_stays_unknown(self) -> None:
        done = asked(*AID, "--json", answers=["0", "1", "0"])
        found = settled(done)
        assert found["gpw-certificate"] == "undetermined"
        assert found["ipr"] == "not-required"
        assert {one["fact"] for one in done.json["questions"]} == {"war_status"}

    @pytest.mark.parametrize("unknown", ["не знаю", "Не знаю.", "білмеймін", "Білмеймін", "-"])
    def test_not_knowing_may_be_said_in_words(self, unknown: str) -> None:
        done = asked(*AID, "--json", answers=[unknown, "1", unknown])
        assert settled(done) == settled(asked(*AID, "--json", answers=["0", "1", "0"]))

    @pytest.mark.parametrize("wrong", ["", "x", "99", "-5", "1.0", "2 ", "да нет", "¹", "\x1b[A", "9" * 5000, "null"])
    def test_a_wrong_answer_is_asked_again(self, wrong: str) -> None:
        done = asked(*AID, "--json", answers=[wrong, "2", "1", "2"])
        told = NO_SUCH_NUMBER if wrong in ("99", "-5", "9" * 5000) else "Введите номер одного из ответов."
        if wrong.strip() == "2":
            assert "Введите номер" not in done.err
        else:
            assert done.err.count(told) == 1
            assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))
        assert "\x1b" not in done.err

    @pytest.mark.parametrize("why", ["?", "?\n?\n?"])
    def test_why_a_question_is_put(self, why: str) -> None:
        done = asked(*AID, answers=[why, "2", "1", "2"])
        assert done.err.count("В этом случае могут потребоваться документы") == why.count("?")
        assert len(questions_of(done)) == 3

    def test_asking_why_for_ever_is_no_fault(self) -> None:
        assert asked(*AID, answers=["?"] * 3000).code == 0

    @pytest.mark.parametrize("back", ["b", "B", "н", "и", "а", "назад"])
    def test_back(self, back: str) -> None:
        done = asked(*AID, "--json", answers=["1", "2", back, back, "2", "1", "2"])
        assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))

    def test_back_before_the_first_question_asks_it_again(self) -> None:
        done = asked(*AID, answers=["н", "2", "1", "2"])
        assert questions_of(done)[:2] == [questions_of(done)[0]] * 2

    def test_back_over_what_is_not_known(self) -> None:
        done = asked(*AID, "--json", answers=["0", "н", "2", "1", "2"])
        assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))


class TestAge:
    AGES = ("40", "40 лет", "40 жаста", "1.3.1976 ж.", "1 марта 1976 г.", "01.03.1976", "1.3.1976", "01/03/1976", "1976-03-01")

    @pytest.mark.parametrize("typed_age", AGES)
    def test_a_date_of_birth_will_do(self, typed_age: str) -> None:
        done = asked(*CARE, "--json", answers=[typed_age])
        assert settled(done) == settled(asked(*CARE, "--json", answers=["40"]))
        assert len(questions_of(done)) == 2
        assert "лет" in questions_of(done)[0]

    def test_a_newborn_is_nought_years_old(self) -> None:
        newborn, unknown = (asked(*CARE, "--json", answers=[age]) for age in ("0", "-"))
        assert settled(newborn) == settled(asked(*CARE, "--json", answers=["5"]))
        assert settled(newborn) != settled(unknown)

    @pytest.mark.parametrize(
        ("wrong", "told"),
        [
            ("200", "200 не входит в допустимые пределы: 0–130"),
            ("02.03.2016", "2016-03-02 – дата позже дня подачи заявления"),
            ("01.01.1850", "не входит в допустимые пределы"),
            ("31.02.1990", "Такого дня нет: 31.02.1990."),
            ("31 июня 1990 г.", "Такого дня нет: 31 июня 1990 г."),
            ("сорок", "Введите целое число или дату"),
            ("4000", "Введите целое число или дату"),
            ("40 месяцев", "Введите целое число или дату"),
        ],
    )
    def test_a_wrong_age_is_told_once_and_asked_again(self, wrong: str, told: str) -> None:
        done = asked(*CARE, "--json", answers=[wrong, "40"])
        assert done.err.count(told) == 1
        assert done.err.count("Введите") == ("Введите" in told)
        assert settled(done) == settled(asked(*CARE, "--json", answers=["40"]))

    def test_back_takes_a_date_of_birth_away(self) -> None:
        done = asked(*CARE, "--json", answers=["01.03.2010", "н", "40"])
        assert settled(done) == settled(asked(*CARE, "--json", answers=["40"]))


class TestReview:
    def test_the_answers_are_read_over_before_the_result(self) -> None:
        read = asked(*AID, answers=["2", "1", "2", ""]).err.partition("Ваши ответы")[2]
        assert re.findall(r"^  (\d)  ", read, re.MULTILINE) == ["1", "2", "3"]
        assert re.search(r"2  Есть ли у Вас инвалидность\?\n +нет\n", read)
        assert "Enter – перейти к результату" in read

    def test_also_where_one_question_was_asked(self) -> None:
        wheelchairs = ("wheelchairs", "--act", KYZYLORDA, "--on", "2016-03-01")
        changed = asked(*wheelchairs, "--json", answers=["1", "1", "2", ""])
        assert changed.err.count("Ваши ответы") == 2
        assert settled(changed) == settled(asked(*wheelchairs, "--json", answers=["2"]))

    def test_each_answer_is_told_as_it_was_understood(self) -> None:
        assert "Ваш ответ: участник войны\n" in asked(*AID, answers=["2", "1", "2"]).err
        assert "Ваш ответ: 1 марта 1946 года; полных лет: 70" in asked(*CARE, answers=["1.3.1946"]).err

    def test_a_number_changes_that_answer_and_no_other(self) -> None:
        changed = asked(*AID, "--json", answers=["2", "1", "2", "2", "2", ""])
        assert settled(changed) == settled(asked(*AID, "--json", answers=["2", "2", "2"]))

    def test_what_matters_after_a_change_is_asked(self) -> None:
        changed = asked(*AID, answers=["2", "2", "1", "1", "1", "3", ""])
        assert "Действует ли сейчас работодатель" in questions_of(changed)[-1]
        assert "документ о прекращении деятельности работодателя" in changed.out.partition("Не требуется")[0]

    @pytest.mark.parametrize("answers", [["3", "н"], ["н", "2"]])
    def test_going_back_from_it_or_from_a_change_leaves_the_rest(self, answers: Sequence[str]) -> None:
        done = asked(*AID, "--json", answers=["2", "1", "2", *answers, ""])
        assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))

    @pytest.mark.parametrize("wrong", ["4", "0", "-1", "чепуха", "?"])
    def test_what_is_no_number_of_an_answer_is_told(self, wrong: str) -> None:
        done = asked(*AID, "--json", answers=["2", "1", "2", wrong, ""])
        assert done.err.count("Введите номер ответа или нажмите Enter.") == 1
        assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))

    def test_an_answer_that_cannot_be_true_changes_nothing(self) -> None:
        done = asked(*CARE, "--json", answers=["40", "0", "0", "0", "0", "1", "200", "40", ""])
        assert "200 не входит в допустимые пределы: 0–130" in done.err
        assert settled(done) == settled(asked(*CARE, "--json", answers=["40", "0", "0", "0", "0"]))


class TestEnd:
    def test_of_the_answers_gives_what_is_known(self) -> None:
        done = asked(*AID, answers=["2"])
        assert done.code == 0
        assert "Пока не определено" in done.out

    @pytest.mark.parametrize("quit", ["q", "Q", "в", "й", "ш", "выход"])
    def test_leaving_gives_what_is_known(self, quit: str) -> None:
        done = asked(*AID, "--json", answers=["2", quit])
        assert (done.code, settled(done)["ipr"]) == (0, "undetermined")

    def test_before_a_service_is_chosen_nothing_is_known(self) -> None:
        done = asked()
        assert (done.code, done.out) == (2, "")
        assert done.err.endswith(
            "\neligibility: услуга не выбрана (укажите услугу в команде или выберите ее, когда программа спросит)\n"
        )
        assert asked("wheelchairs").code == 2
        assert [one["where"] for one in asked("wheelchairs", "--json").errors] == ["region"]

    def test_leaving_before_a_service_is_chosen(self) -> None:
        assert (asked(answers=["в"]).code, asked(answers=["в"]).out) == (0, "")

    def test_questions_go_where_the_checklist_does_not(self) -> None:
        done = asked(*AID, answers=["2", "1", "2"])
        assert "> " not in done.out
        assert "Необходимо представить" in done.out
        assert "Необходимо представить" not in done.err


class TestChoosing:
    def test_a_phrase_in_the_place_of_a_service_is_looked_for(self) -> None:
        arguments = ("арба", "--act", KYZYLORDA, "--on", "2016-03-01", "--json")
        done = asked(*arguments, answers=["да"])
        assert "Вы ищете это?" in done.err
        assert done.json["edition"]["service"] == "wheelchairs"
        assert asked("wheelchair", answers=["да"]).code == 2

    def test_why_the_region_is_asked_is_told_and_a_miss_shows_the_list_again(self) -> None:
        for typed_text, told in (("?", "Акты разных регионов отличаются"), ("Атлантида", "Такого названия не нашлось.")):
            after = asked("wheelchairs", answers=[typed_text, "в"]).err.partition(f"> {typed_text}")[2]
            assert told in after
            assert "Какой регион?" in after
            assert "Кызылординская область" in after

    def test_by_number_and_by_part_of_a_name(self) -> None:
        listed = asked(answers=[]).err
        (number,) = re.findall(r"^ *(\d+)  Предоставление инвалидам кресло-колясок$", listed, re.MULTILINE)
        chosen = asked("--on", "2016-03-01", "--json", answers=[number, "кызылорд", "да"])
        assert (chosen.code, chosen.json["edition"]["act"]) == (0, KYZYLORDA)
        narrowed = asked("--on", "2016-03-01", answers=["инвалид коляска", "в"]).err
        assert narrowed.count("кресло-колясок") == 2
        assert narrowed.count("Вызов врача на дом") == 1

    @pytest.mark.parametrize("wrong", ["999", "-1"])
    def test_no_such_line(self, wrong: str) -> None:
        assert "Такого номера нет. Введите номер от 1 до 39." in asked(answers=[wrong, "в"]).err

    def test_not_knowing_what_it_is_called_leads_to_what_suits(self) -> None:
        arguments = ("--region", "kyzylorda-region", "--on", "2016-03-01", "--json")
        listed = asked(*arguments, answers=["0", "", "3", "в"]).err
        assert "0 – не знаю, как она называется" in listed
        assert "О чем речь?" in listed.partition("> 0\n")[2]
        suits = listed.partition("Какие услуги подходят")[2]
        (number,) = re.findall(r"^ *(\d+)  Предоставление инвалидам кресло-колясок$", suits, re.MULTILINE)
        done = asked(*arguments, answers=["0", "", "3", "в", number])
        assert done.json["edition"]["service"] == "wheelchairs"
        assert settled(done) == settled(asked("wheelchairs", *arguments, answers=["3"]))

    def test_where_the_region_is_not_named_it_is_asked_before_what_suits(self) -> None:
        err = asked("--on", "2016-03-01", answers=["0", "кызылорд", "да", "в"]).err
        assert err.index("Какой регион?") < err.index("О чем речь?")

    def test_of_one_act_nobody_can_say_what_suits_so_nought_is_no_line(self) -> None:
        err = asked("--act", KYZYLORDA, "--on", "2016-03-01", answers=["0", "в"]).err
        assert "Такого номера нет. Введите номер от 1 до" in err
        assert "0 – не знаю" not in err

    @pytest.mark.parametrize("phrase", ["памперсы", "жаялық", "pampersy", "gfvgthcs"])
    def test_by_everyday_words_and_a_yes(self, phrase: str) -> None:
        arguments = ("--act", KYZYLORDA, "--on", "2016-03-01", "--json")
        done = asked(*arguments, answers=[phrase, "да"])
        assert "Вы ищете это?" in done.err
        assert done.json["edition"]["service"] == "surdo-tiflo-hygiene-aids"
        refused = asked(*arguments, answers=[phrase, "нет", "арба", "1"])
        assert refused.json["edition"]["service"] == "wheelchairs"

    def test_of_several_that_may_be_meant_the_best_comes_first(self) -> None:
        listed = asked(answers=["санаторий", "в"]).err.partition("> санаторий")[2]
        lines = re.findall(r"^ *\d+  (.+)$", listed, re.MULTILINE)
        assert lines[0] == "Обеспечение инвалидов санаторно-курортным лечением"
        assert 1 < len(lines) < 10

    @pytest.mark.parametrize("nothing", ["пенсия", "?"])
    def test_where_nothing_is_near_situations_lead_on(self, nothing: str) -> None:
        done = asked("--act", KYZYLORDA, "--on", "2016-03-01", answers=[nothing, "1", "в"])
        assert ("Такого названия не нашлось." in done.err) == (nothing != "?")
        offered, services = done.err.partition("О чем речь?")[2].split("> 1\n")
        assert "Ветераны войны и их семьи" in offered
        assert "Предоставление инвалидам кресло-колясок" in services

    def test_a_phrase_that_is_too_long_is_told_and_asked_again(self) -> None:
        done = asked(answers=["а" * 201, "в"])
        assert "фраза длиннее 200 знаков" in done.err
        assert done.err.count("> ") == 2

    def test_a_region_of_another_time_leads_to_those_of_the_day(self) -> None:
        told = asked("wheelchairs", "--on", "2026-11-28", answers=["ЮКО", "в"]).err.partition("> ЮКО")[2]
        assert re.findall(r"^ *\d+  (.+)$", told, re.MULTILINE) == ["Туркестанская область", "город Шымкент"]
        done = asked("wheelchairs", "--on", "2016-03-01", "--json", answers=["Шымкент", "да"])
        assert "Южно-Казахстанская область" in done.err

    def test_back_from_the_region_to_the_service(self) -> None:
        err = asked(answers=["32", "н", "в"]).err
        assert err.count("Какая услуга?") == 2

    def test_only_services_of_the_region_or_the_act_are_offered(self) -> None:
        country = {key.service for key in ENGINE.pack.held() if ENGINE.pack.acts[key.act].regions == "all"}
        own = set(ENGINE.pack.services_of(KYZYLORDA))
        for arguments, services in ((["--region", "kyzylorda-region"], own | country), (["--act", KYZYLORDA], own)):
            offered = re.findall(r"^ *\d+  ", asked(*arguments, answers=["в"]).err, re.MULTILINE)
            assert len(offered) == len(services)

    def test_only_variants_of_the_service_are_offered(self) -> None:
        done = asked("foreign-labour-permit", "--act", "almaty-region-2018-81", "--on", "2019-06-03", answers=["в"])
        assert "переоформить разрешение" in done.err
        assert "дубликат" not in done.err

    def test_an_edition_that_is_not_the_law_is_offered_under_a_warning(self) -> None:
        arguments = ("wheelchairs", "--act", KYZYLORDA, "--on", "2026-01-05", "--json")
        yes, no, ended = asked(*arguments, answers=["1"]), asked(*arguments, answers=["2"]), asked(*arguments)
        assert "утрата силы установлена" in yes.err
        assert yes.json["edition"]["as_if_in_force"] is True
        assert yes.json["checklist"]
        assert no.json["checklist"] == ended.json["checklist"] == []
        assert "Введите номер одного из ответов" in asked(*arguments, answers=["может быть", "да"]).err
        assert "в – выход, ? – зачем задан этот вопрос" in yes.err
        assert "В программе есть текст акта" in asked(*arguments, answers=["?", "да"]).err
        assert asked(*arguments, answers=["0"]).json["checklist"] == []


IN_SHORT: Mapping[Lang, str] = {"kk": "Қысқаша", "ru": "Коротко"}
KNOWN_ELSEWHERE: Mapping[Lang, str] = {"kk": "Бұл актінің мәтіні бағдарламада жоқ.", "ru": "Текста этого акта в программе нет."}
"""first of all, where there is no text to say in short"""


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_well_said(lang: Lang) -> None:
    for key in sorted(PACK.held()):
        done = asked(
            key.service, "--act", key.act, "--on", "2019-06-03", "--as-if-in-force", answers=["?", "0", "-"] * 20, lang=lang
        )
        assert done.code == 0
        said = done.err.replace("> ", "")
        assert not foreign_words(said)
        assert not list(slips(said))
        assert not re.search("eligibility|--", done.out), "a command on a citizen's screen"
        told = KNOWN_ELSEWHERE if PACK.acts[key.act].text == "elsewhere" else IN_SHORT
        assert told[lang] in done.out


def test_what_is_said_of_today_names_no_command() -> None:
    for service in PACK.services:
        done = asked(service, "--region", "kyzylorda-region", "--on", "2026-11-28", answers=["2", "0", "-"] * 20)
        assert done.code == 0
        assert not re.search("eligibility|--", done.out)


def settled(done: Done) -> dict[str, str]:
    assert done.code == 0, done.err
    return {f"{one['document']}": one["status"] for one in done.json["checklist"]}


ASKS = {fact.asked("self").ru: id for id, fact in PACK.facts.items()}


def answer_to(fact: Fact, value: Value, options: Sequence[str]) -> str:
    if fact.values:
        begins = fact.values[str(value)].offered("self").ru.split("{")[0]
        return str(1 + next(at for at, option in enumerate(options) if option.startswith(begins)))
    if fact.type == "bool":
        return "да" if value else "нет"
    return str(value)


@cache
def interview(key: EditionKey, seed: int) -> tuple[list[tuple[str, Value | None]], Done]:
    """One interview played through by answers at random: each question with its answer, and how it ended."""
    dice = random.Random(seed)  # noqa: S311
    plan, _ = ENGINE.plan(key)
    answers: list[str] = []
    told: list[tuple[str, Value | None]] = []
    while True:
        done = asked(key.service, "--act", key.act, "--on", "2019-06-03", "--as-if-in-force", "--json", answers=answers)
        put = questions_of(done)
        if len(put) == len(told):
            return told, done
        assert len(put) == len(told) + 1
        id = ASKS[put[-1]]
        fact = PACK.facts[id]
        last = done.err.rpartition(f"\n{len(put)}. ")[2]
        options = re.findall(r"^ *\d+  (.+)$", re.sub(r"\n     (?=\S)", " ", last), re.MULTILINE)
        known = {one: value for one, value in told if value is not None}
        possible = [
            value for value in plan.open_values(id, known) if consistent({**known, id: value}, CONTRADICTIONS, CATEGORIES)
        ]
        value = dice.choice([*possible, None]) if possible else None
        answers.append("-" if value is None else answer_to(fact, value, options))
        told.append((id, value))


def _parsed() -> tuple[list[Any], Mapping[str, Any]]:
    from eligibility.law.condition import parsed

    return [parsed(one.when) for one in PACK.contradictions], {id: parsed(one.when) for id, one in PACK.categories.items()}


CONTRADICTIONS, CATEGORIES = _parsed()


def outcome(decision: Decision) -> object:
    """All that somebody preparing to file wants to know."""
    conclusions = decision.plan.slots if decision.plan else {}
    wanted = [slot for name, slot in conclusions.items() if name.startswith(("circle:", "channel:", "fee:", "result:"))]
    return [(line.status, line.accepted) for line in decision.lines], [decision.slots[slot] for slot in wanted]


def may_matter(key: EditionKey, known: Mapping[str, Value], fact: str) -> bool:
    """Whether for some answers to everything else, this answer changes something."""
    plan, _ = ENGINE.plan(key)
    others = {one: values for one, values in plan.space.items() if one not in known and one != fact}
    case: Plain = {"service": key.service, "act": key.act, "on": "2019-06-03"}
    for rest in assignments(others):
        seen = []
        for value in plan.open_values(fact, known):
            facts = {**known, **rest, fact: value}
            if consistent(facts, CONTRADICTIONS, CATEGORIES):
                seen.append(outcome(ENGINE.decide({**case, "facts": facts}, True)))
        if any(one != seen[0] for one in seen):
            return True
    return False


PLAYED = [
    *(EditionKey(KYZYLORDA, one) for one in ("prosthetic-orthopedic-aid", "home-care", "wheelchairs", "sanatorium-treatment")),
    EditionKey("almaty-region-2018-81", "foreign-labour-permit"),
    EditionKey("almaty-region-2018-81", "oralman-status"),
    EditionKey("almaty-region-health-2019-43", "hiv-testing"),
    EditionKey("south-kazakhstan-2012-370", "child-benefit-under-18"),
]


@pytest.mark.parametrize("key", PLAYED, ids=str)
@pytest.mark.parametrize("seed", range(3))
class TestPlayed:
    def test_no_question_is_asked_that_cannot_change_anything(self, key: EditionKey, seed: int) -> None:
        known: dict[str, Value] = {}
        for fact, value in interview(key, seed)[0]:
            assert fact not in known
            assert may_matter(key, known, fact), f"{fact} after {known}"
            if value is not None:
                known[fact] = value

    def test_the_same_answers_give_the_same_checklist_as_check(self, key: EditionKey, seed: int, tmp_path: Path) -> None:
        told, done = interview(key, seed)
        case = {"service": key.service, "act": key.act, "on": "2019-06-03", "filing_for": "self"}
        facts = {fact: value for fact, value in told if value is not None}
        path = tmp_path / "case.json"
        path.write_text(json.dumps({**case, "facts": facts}))
        alone = typed("check", str(path), "--as-if-in-force", "--json").json
        assert done.json | {"receipt": None} == alone | {"receipt": None}
        assert done.json["receipt"]["case"] == alone["receipt"]["case"]


class TestPipe:
    def test_through_a_real_pipe(self) -> None:
        done = process("ask", *AID, "--json", given="2\n1\n2\n")
        assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))

    def test_bytes_that_are_no_text_are_a_wrong_answer(self) -> None:
        done = process("ask", *AID, "--json", given=b"\xff\xfe\n2\n1\n2\n", environment={"PYTHONIOENCODING": "utf-8:strict"})
        assert settled(done) == settled(asked(*AID, "--json", answers=["2", "1", "2"]))

    def test_a_script_is_not_asked_for_whom_it_files(self) -> None:
        done = process("ask", *AID, "--json", given="2\n1\n2\n")
        assert "Для кого" not in done.err
        assert settled(done) == settled(asked(*AID, "--filing-for", "self", "--json", answers=["2", "1", "2"]))

    def test_without_any_input(self) -> None:
        done = process("ask", *AID, program=["bash", "-c", '"$0" "$@" <&-', *PROGRAM])
        assert (done.code, "Пока не определено" in done.out) == (0, True)


class TestTerminal:
    def test_a_whole_interview(self) -> None:
        screen = Screen(*AID)
        screen.files_for()
        screen.sees("1. Получили ли Вы")
        screen.types("?")
        screen.sees("В этом случае могут потребоваться")
        screen.types("чепуха")
        screen.sees("Введите номер одного из ответов.")
        screen.types("1")
        screen.sees("2. ")
        screen.types("н")
        screen.sees("1. Получили ли Вы")
        screen.types("2")
        screen.sees("2. Есть ли у Вас инвалидность?")
        screen.types("0")
        screen.sees("3. Есть ли у Вас статус")
        screen.types("2")
        screen.sees("Ваши ответы")
        screen.types("")
        said = screen.reads_to("Что сделать дальше?")
        screen.types("4")
        assert screen.ends()[0] == 0
        assert "Необходимо представить" in said
        assert "Ответа пока нет: инвалидность." in said

    @pytest.mark.parametrize(
        ("whom", "asked"),
        [
            ("1", "Получили ли Вы увечье"),
            ("0", "Получили ли Вы увечье"),
            ("для своего ребенка", "Получил ли Ваш ребенок увечье"),
            ("3", "Получил ли этот человек увечье"),
        ],
    )
    def test_for_whom_one_files_is_asked_first_and_words_the_rest(self, whom: str, asked: str) -> None:
        screen = Screen(*AID)
        screen.files_for("?")
        screen.sees("От этого зависит только то, как сформулированы вопросы.")
        screen.types(whom)
        screen.sees(f"1. {asked}")
        screen.types("в")
        assert screen.ends()[0] == 0

    def test_for_whom_is_not_asked_where_it_is_told(self) -> None:
        screen = Screen(*AID, "--filing-for", "child")
        assert "Для кого" not in screen.sees("1. Получил ли Ваш ребенок")
        screen.types("в")
        assert screen.ends()[0] == 0

    def test_a_date_of_birth(self) -> None:
        screen = Screen(*CARE)
        screen.files_for()
        screen.types("01.03.1976")
        screen.sees("2. ")
        screen.types("в")
        assert screen.ends()[0] == 0

    def test_a_list_longer_than_the_screen_comes_page_by_page(self) -> None:
        screen = Screen("--on", "2016-03-01", rows=24, environment={"NO_COLOR": "1"})
        assert len(screen.sees("> ").splitlines()) < 24
        screen.child.sendline("")
        seen = screen.sees("> ")
        while "следующие строки" in seen:
            assert "Какая услуга?" in seen
            assert len(seen.splitlines()) <= 24
            screen.child.sendline("")
            seen = screen.sees("> ")
        assert " 39  " in seen
        screen.child.sendline("39")
        screen.sees("Какой регион?")
        screen.types("в")
        assert screen.ends()[0] == 0

    def test_a_result_longer_than_the_screen_comes_page_by_page(self) -> None:
        screen = Screen(*AID, rows=24, environment={"NO_COLOR": "1"})
        screen.files_for()
        for answer in ("2", "1", "2", ""):
            screen.types(answer)
        first = screen.sees("следующие строки")
        assert "Необходимо представить" in first
        assert len(first.strip().splitlines()) == 23, "with what may be typed; one row is left for the answer"
        screen.types("в")
        code, said = screen.ends()
        assert (code, "Коротко" in said, "Что сделать дальше?" in said) == (0, True, False)

    def test_control_c_leaves_at_once(self) -> None:
        screen = Screen(*AID)
        screen.sees("> ")
        screen.child.sendintr()
        code, said = screen.ends()
        assert (code, "Traceback" in said, "Необходимо" in said) == (130, False, False)

    def test_control_d_gives_what_is_known(self) -> None:
        screen = Screen(*AID)
        screen.sees("> ")
        screen.child.sendeof()
        code, said = screen.ends()
        assert (code, "Пока не определено" in said) == (0, True)

    @pytest.mark.parametrize(
        ("environment", "coloured"),
        [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
    )
    def test_colours(self, environment: dict[str, str], coloured: bool) -> None:
        screen = Screen(*AID, environment=environment)
        assert ("\x1b[" in screen.sees("> ")) is coloured
        screen.child.sendline("в")
        code, said = screen.ends()
        assert (code, "\x1b[" in said) == (0, coloured)

    @pytest.mark.parametrize("columns", [60, 140])
    def test_the_width_of_the_screen_is_kept(self, columns: int) -> None:
        screen = Screen(*AID, columns=columns, environment={"NO_COLOR": "1"})
        before = screen.sees("> ")
        screen.child.sendline("в")
        lines = (before + screen.ends()[1]).splitlines()
        assert max(len(line) for line in lines) in range(columns - 20 if columns < 100 else 80, min(columns, 100) + 1)

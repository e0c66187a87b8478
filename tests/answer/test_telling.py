"""An answer in paragraphs: whole in both languages, fit for its reader, and the same that a terminal shows."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, get_args

import pytest

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.readers import READS, Reader
from eligibility.answer.telling import tell_answer
from eligibility.answer.told import Told
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.review.scenarios import Provided, Scenario, checked, scenarios_at
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import LANGS, Lang
from tests.answer.laws_of_telling import broken_laws, words_of
from tests.cli.running import typed

ENGINE = Engine.shipped("direct")
PACK = ENGINE.pack
FOLDER = Path(__file__).parents[1] / "scenarios"
SCENARIOS = checked(scenarios_at([FOLDER], FOLDER), Provided(SHIPPED))
READERS: tuple[Reader, ...] = get_args(Reader)
TODAY = "2026-12-01"
WHEELCHAIR = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01"}
HOME_CARE = {
    "service": "home-care",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "submitted": [{"document": "application", "form": "original"}],
}
KNOWN = {"service": "wheelchairs", "region": "kyzylorda-region", "on": TODAY}


def told(case: dict[str, Any], reader: Reader = "citizen", **how: Any) -> list[Told]:
    return list(tell_answer(ENGINE.any_answer(case), reader, **how))


def answers_of_scenarios() -> Iterator[tuple[Scenario, Answer | NoEdition]]:
    for one in SCENARIOS:
        try:
            yield one, ENGINE.any_answer(dict(one.case), one.as_if_in_force)
        except Refused:
            assert "error" in one.expect


def answers_of_today() -> Iterator[Answer | NoEdition]:
    """Of every service in every region."""
    for service in PACK.services:
        for region in PACK.regions:
            yield ENGINE.any_answer({"service": service, "region": region, "on": TODAY})


def in_russian(paragraphs: list[Told], as_: str) -> list[str]:
    return [one.text.ru for one in paragraphs if one.as_ == as_]


@pytest.mark.parametrize("reader", READERS)
class TestEveryAnswer:
    def test_of_a_scenario_keeps_the_laws(self, reader: Reader) -> None:
        broken = {one.id: broken_laws(tell_answer(answer, reader)) for one, answer in answers_of_scenarios()}
        assert len(broken) > 500
        assert {id: found for id, found in broken.items() if found} == {}

    def test_of_today_keeps_the_laws(self, reader: Reader) -> None:
        answers = list(answers_of_today())
        assert {type(answer) for answer in answers} == {Answer, NoEdition}
        assert [found for answer in answers for found in broken_laws(tell_answer(answer, reader))] == []

    def test_names_no_command_unless_that_is_asked_for(self, reader: Reader) -> None:
        answers = [*(answer for _, answer in answers_of_scenarios()), *answers_of_today()]
        for answer in answers:
            paragraphs = list(tell_answer(answer, reader))
            assert all(one.as_ != "command" for one in paragraphs)
            assert not [
                one for one in paragraphs for lang in LANGS if "--" in one.text[lang] or "eligibility" in one.text[lang]
            ]

    def test_tells_a_remark_once(self, reader: Reader) -> None:
        for one, answer in answers_of_scenarios():
            remarks = Counter(paragraph.text for paragraph in tell_answer(answer, reader) if paragraph.sign == "!")
            assert [text for text, count in remarks.items() if count > 1] == [], one.id


def test_who_has_no_provider_near_is_sent_to_either_desk_that_takes_it() -> None:
    """Annex 12, 1(1) and 1(3): the State Corporation and, where there is no provider, the akim."""
    case = {"service": "rural-specialists-fuel", "act": "almaty-region-2018-81", "on": "2018-09-10"}
    facts = {"channel": "state-corporation", "provider_present": False, "rural_social_specialist": True}
    (advice,) = [one for one in in_russian(told(case | {"facts": facts}), "item") if "учреждение в другом месте" in one]
    assert advice.endswith("Подайте его акиму поселка, села, сельского округа или в Государственную корпорацию.")


class TestResults:
    CASE: ClassVar[dict[str, Any]] = {
        "service": "semey-polygon-compensation",
        "act": "almaty-region-2018-81",
        "on": "2019-09-10",
        "facts": {"request": "first-certificate"},
    }

    def test_that_stands_in_two_places_is_told_once(self) -> None:
        """Annex 1 lists the results of the provider and of the State Corporation apart."""
        assert [one.text.ru for one in told(self.CASE, "clerk")].count("выдача удостоверения") == 1

    def test_is_said_to_be_sent_to_the_cabinet_where_the_text_says_so(self) -> None:
        """Annex 11, 3 item 2: «…электрондық құжат нысанында көрсетілетін қызметті алушының "жеке кабинетіне" жіберіледі»."""
        case = {"service": "home-schooling-disabled-children", "act": "almaty-region-2018-81", "on": "2018-09-10"}
        for request, channel, sent in (
            ("assignment", "egov-portal", True),
            ("information", "egov-portal", True),
            ("assignment", "state-corporation", False),
        ):
            said = told(case | {"facts": {"request": request, "channel": channel}}, "clerk")
            assert any(one.as_ == "item" and "«личный кабинет»" in one.text.ru for one in said) is sent


class TestReaders:
    def test_a_citizen_reads_what_to_bring_and_where_in_short(self) -> None:
        case = WHEELCHAIR | {"facts": {"disability": "group-2"}}
        paragraphs = told(case)
        assert [one.as_ for one in paragraphs[:2]] == ["title", "text"]
        assert in_russian(paragraphs, "section") == ["Необходимо представить", "Коротко", "Обратите внимание"]
        assert [one.as_ for one in paragraphs if one.sign == "☐"] == ["item"] * 4

    def test_a_desk_reads_fee_and_ways_in_sections_of_their_own(self) -> None:
        sections = in_russian(told(WHEELCHAIR, "clerk"), "section")
        assert {"Куда подается заявление", "Возможный результат"} <= set(sections)
        assert "Коротко" not in sections

    def test_who_reads_more_remarks_is_told_more(self) -> None:
        lengths = [len(told(WHEELCHAIR, reader)) for reader in ("clerk", "auditor")]
        assert lengths[0] < lengths[1]
        assert set(READS["clerk"]) < set(READS["auditor"])

    def test_ids_are_told_where_they_are_asked_for(self) -> None:
        assert not any("[application]" in one.text.ru for one in told(WHEELCHAIR))
        (named,) = [one for one in told(WHEELCHAIR, ids=True) if "[application]" in one.text.ru]
        assert "[application]" in named.text.kk


class TestCommands:
    def test_that_shows_an_edition_which_may_not_speak(self) -> None:
        case = WHEELCHAIR | {"on": TODAY}
        advice = [one for one in told(case, commands=True) if "--as-if-in-force" in one.text.kk]
        assert [one.tone for one in advice] == ["dim"]

    def test_that_shows_what_applied_before_is_for_a_desk(self) -> None:
        told_to = {reader: in_russian(told(KNOWN, reader, commands=True), "command") for reader in READERS}
        assert told_to["citizen"] == []
        assert told_to["clerk"] == ["eligibility show wheelchairs --act kyzylorda-2015-118"]


class TestPapersBrought:
    def test_what_came_of_them_stands_apart_before_the_list(self) -> None:
        paragraphs = told(HOME_CARE)
        (verdict,) = [one for one in paragraphs if one.apart]
        assert (verdict.text.ru, verdict.tone) == ("Пакет документов неполон.", "bad")
        assert all(one.as_ != "section" for one in paragraphs[: paragraphs.index(verdict)])
        assert [one.text.ru.partition(" ")[0] for one in paragraphs if one.sign == "☑"] == ["заявление"]


class TestATerminal:
    """It shows these paragraphs, and nothing else."""

    CASES = (
        WHEELCHAIR | {"facts": {"disability": "group-2"}},
        WHEELCHAIR | {"on": TODAY},
        KNOWN,
        {"service": "wheelchairs", "region": "abai-region", "on": "2016-03-01"},
        HOME_CARE,
    )

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("reader", READERS)
    def test_shows_these_words(self, reader: Reader, lang: Lang) -> None:
        for case in self.CASES:
            done = typed("check", "-", "--for", reader, "--ids", given=json.dumps(case), lang=lang)
            assert (done.code, done.err) == (0, "")
            assert done.out.split() == words_of(told(case, reader, ids=True, commands=True), lang)

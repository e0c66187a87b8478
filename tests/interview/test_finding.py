"""A service or a region is found by what people type, and nothing is found where nothing is there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.finding import MAX_PHRASE, find, find_region
from eligibility.interview.search import Search, situations
from eligibility.words.text import LANGS

ENGINE = Engine.shipped("direct")
PACK = ENGINE.pack
HERE = Path(__file__).parent
THEN, TODAY = date(2016, 3, 1), date(2026, 11, 28)
KAZAKH = set("әғқңөұүһі")


def phrases(name: str) -> list[tuple[str, str]]:
    held = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [(service, phrase) for service, said in held.items() for phrase in said]


FIRST, LATER = phrases("phrases.yaml"), phrases("later_phrases.yaml")
STRANGE: list[str] = yaml.safe_load((HERE / "strange_phrases.yaml").read_text(encoding="utf-8"))


def missed(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Phrases that do not have their service among the first three."""
    return [(service, phrase) for service, phrase in said if service not in find(ENGINE, phrase).ids[:3]]


class TestPhrases:
    @pytest.mark.parametrize("said", [FIRST, LATER], ids=["first", "later"])
    def test_nine_of_ten_find_their_service_among_the_first_three(self, said: list[tuple[str, str]]) -> None:
        assert len(missed(said)) <= len(said) / 10, missed(said)

    def test_so_they_do_in_kazakh_letters_and_in_latin_ones(self) -> None:
        every = FIRST + LATER
        for part in (
            [one for one in every if KAZAKH & set(one[1].casefold())],
            [one for one in every if one[1].isascii()],
        ):
            assert len(part) > 10
            assert len(missed(part)) <= len(part) / 10, missed(part)

    def test_every_service_is_looked_for(self) -> None:
        assert {service for service, _ in FIRST} == {service for service, _ in LATER} == set(PACK.services)

    @pytest.mark.parametrize("phrase", STRANGE)
    def test_what_is_not_there_is_not_found(self, phrase: str) -> None:
        assert find(ENGINE, phrase).meant == ()

    @pytest.mark.parametrize(
        "phrase", ["пенсия", "зейнетақы", "загранпаспорт", "развод", "проза", "аква", "qwerty", "????", ""]
    )
    def test_nor_is_anything_near_it(self, phrase: str) -> None:
        assert find(ENGINE, phrase).ids == ()


class TestService:
    @pytest.mark.parametrize("service", PACK.services)
    @pytest.mark.parametrize("lang", LANGS)
    def test_by_its_name_and_its_id(self, service: str, lang: str) -> None:
        title = PACK.services[service].title
        assert find(ENGINE, (title.kk if lang == "kk" else title.ru)[:MAX_PHRASE]).ids[0] == service
        assert find(ENGINE, service).single == service

    def test_by_its_name_of_today(self) -> None:
        for id, service in PACK.services.items():
            for name in filter(None, (service.today and service.today.names) or ()):
                assert id in find(ENGINE, name[:MAX_PHRASE]).ids[:3], name

    @pytest.mark.parametrize(
        "phrase",
        ["мүгедектігі бар адамға арба", "коляска лицу с инвалидностью", "коляска инвалиду", "мүгедекке арба"],
    )
    def test_by_the_words_of_todays_law_and_by_those_before(self, phrase: str) -> None:
        assert find(ENGINE, phrase).ids[0] == "wheelchairs"

    @pytest.mark.parametrize(
        "phrase",
        [
            "қандас",
            "кандас",
            "КАНДАС",
            "qandas",
            "kandas",
            "0fylfc",
            "кандаса",
            "қандасқа",
            "қандастардың",
            "оралман",
            "«қандас»",
        ],
    )
    def test_however_it_is_typed(self, phrase: str) -> None:
        assert find(ENGINE, phrase).single == "oralman-status"

    def test_a_word_that_many_names_have_finds_many(self) -> None:
        found = find(ENGINE, "справка")
        assert len(found.meant) > 5
        assert {"phc-certificate", "unemployed-certificate"} <= set(found.ids)

    def test_only_among_those_offered(self) -> None:
        assert find(ENGINE, "арба", among=["home-care"]).ids == ()
        assert find(ENGINE, "wheelchairs", among=["home-care"]).ids == ()
        assert Search(ENGINE, region="kyzylorda-region").find("арба").single == "wheelchairs"

    def test_what_it_was_found_by_is_one_of_its_names(self) -> None:
        (one,) = find(ENGINE, "памперсы").meant
        assert one.by == "памперсы"
        assert one.score == 1.0

    def test_a_letter_is_no_phrase(self) -> None:
        find(ENGINE, "а" * MAX_PHRASE)
        for search in (find, find_region):
            with pytest.raises(Refused, match="more than 200 signs"):
                search(ENGINE, "а" * (MAX_PHRASE + 1))


class TestRegion:
    @pytest.mark.parametrize(
        ("phrase", "on", "regions"),
        [
            ("Астана", TODAY, {"astana-city"}),
            ("Нур-Султан", TODAY, {"astana-city"}),
            ("Шымкент", TODAY, {"shymkent-city"}),
            ("Чимкент", TODAY, {"shymkent-city"}),
            ("шымкенте", TODAY, {"shymkent-city"}),
            ("ЮКО", TODAY, {"turkistan-region", "shymkent-city"}),
            ("ОҚО", TODAY, {"turkistan-region", "shymkent-city"}),
            ("ЮКО", THEN, {"south-kazakhstan-region"}),
            ("Шымкент", THEN, {"south-kazakhstan-region"}),
            ("Түркістан", THEN, {"south-kazakhstan-region"}),
            ("Семей", TODAY, {"abai-region"}),
            ("Семей", THEN, {"east-kazakhstan-region"}),
            ("Талдыкорган", THEN, {"almaty-region"}),
            ("кызылорд", TODAY, {"kyzylorda-region"}),
            ("rspskjhlf", TODAY, {"kyzylorda-region"}),
            ("Усть-Каменогорск", TODAY, {"east-kazakhstan-region"}),
            ("СКО", TODAY, {"north-kazakhstan-region"}),
            ("Ташкент", TODAY, set()),
        ],
    )
    def test_of_the_day_by_what_people_call_it(self, phrase: str, on: date, regions: set[str]) -> None:
        assert {one.id for one in find_region(ENGINE, phrase, on).meant} == regions

    def test_a_city_comes_before_the_region_of_its_name_and_the_other_way_round(self) -> None:
        assert find_region(ENGINE, "Алматы", TODAY).ids[0] == "almaty-city"
        assert find_region(ENGINE, "Алматинская область", TODAY).ids[0] == "almaty-region"

    @pytest.mark.parametrize("region", PACK.regions)
    def test_by_its_names(self, region: str) -> None:
        for name in (PACK.regions[region].kk, PACK.regions[region].ru):
            assert find_region(ENGINE, name).ids[0] == region


class TestWords:
    """What `also` in the rules must be for the search to be fair."""

    def test_every_service_has_words_in_both_languages(self) -> None:
        for id, service in PACK.services.items():
            assert service.also, id
            assert min(len(service.also.kk), len(service.also.ru)) >= 5, id

    def test_no_phrase_of_several_words_is_said_of_two_services(self) -> None:
        said: dict[str, str] = {}
        shared = set()
        for id, phrase in _also():
            if said.setdefault(phrase.casefold(), id) != id:
                shared.add(phrase)
        assert shared <= {"центр психического здоровья", "психикалық денсаулық орталығы анықтамасы", "карьерный центр"}

    def test_every_word_finds_its_service(self) -> None:
        assert [(id, phrase) for id, phrase in _also() if id not in find(ENGINE, phrase).ids] == []


def _also() -> Iterator[tuple[str, str]]:
    for id, service in PACK.services.items():
        for phrase in (service.also.kk + service.also.ru) if service.also else ():
            yield id, phrase


class TestSituations:
    def test_lead_to_every_service(self) -> None:
        assert {service for one in PACK.situations.values() for service in one.services} == set(PACK.services)

    def test_hold_only_what_may_be_chosen(self) -> None:
        few = situations(ENGINE, ["wheelchairs"])
        assert few
        assert {service for one in few for service in one.services} == {"wheelchairs"}
        assert situations(ENGINE, []) == ()

    def test_are_offered_where_a_service_is_sought(self) -> None:
        assert len(Search(ENGINE).situations) == len(PACK.situations)
        assert Search(ENGINE, "wheelchairs").situations == ()


@given(st.text(max_size=MAX_PHRASE))
def test_whatever_is_typed_is_answered_best_first_and_once_each(phrase: str) -> None:
    found = find(ENGINE, phrase)
    scores = [one.score for one in (*found.meant, *found.near)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1.0 for score in scores)
    assert len(set(found.ids)) == len(found.ids)
    assert set(found.ids) <= PACK.services.keys()


WORDS = [phrase for _, phrase in _also()]


@given(st.sampled_from(WORDS), st.sampled_from([str.upper, str.title, str.strip, "  {}?!".format, "«{}»".format]))
def test_case_and_signs_change_nothing(phrase: str, written: object) -> None:
    assert callable(written)
    assert find(ENGINE, written(phrase)).ids == find(ENGINE, phrase).ids

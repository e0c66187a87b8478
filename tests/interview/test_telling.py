"""What suits, and the list for a trip, in paragraphs: whole in both languages, and the same that a terminal shows."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from eligibility.engine import Engine
from eligibility.interview.screening import Screening
from eligibility.interview.telling import numbered_services, tell_screening, tell_trip
from eligibility.words.text import LANGS, Lang
from tests.answer.laws_of_telling import broken_laws, words_of
from tests.cli.running import typed

ENGINE = Engine.shipped("direct")
WHERE = (
    ("kyzylorda-region", date(2016, 3, 1)),
    ("almaty-region", date(2019, 6, 3)),
    ("south-kazakhstan-region", date(2013, 3, 1)),
    ("kyzylorda-region", date(2026, 12, 1)),
    ("abai-region", date(2016, 3, 1)),
)
PEOPLE: tuple[dict[str, Any], ...] = (
    {},
    {"disability": "group-2", "war_status": "none"},
    {"disability": "none", "war_status": "participant"},
)


def screenings() -> Iterator[Screening]:
    for region, on in WHERE:
        yield Screening.of(ENGINE, region, on, {}, "disability")
        yield from (Screening.of(ENGINE, region, on, facts) for facts in PEOPLE)


def test_what_suits_keeps_the_laws() -> None:
    assert [broken_laws(tell_screening(one)) for one in screenings()] == [[]] * (len(WHERE) * (1 + len(PEOPLE)))


def test_a_trip_keeps_the_laws() -> None:
    services = tuple(ENGINE.pack.services)
    for screening in screenings():
        for few in (services[:1], services[:5], services[5:10], services):
            assert broken_laws(tell_trip(screening.take(few))) == []


def test_the_services_that_can_be_chosen_bear_their_numbers() -> None:
    for screening in screenings():
        chosen = [(one.sign, one.service) for one in tell_screening(screening) if one.service]
        assert chosen == [(str(at), id) for at, id in enumerate(numbered_services(screening), 1)]
        no_law = {one.service for one in screening.found if one.status == "no-law"}
        assert no_law.isdisjoint(numbered_services(screening))


def test_a_trip_of_one_service_does_not_say_which_wants_what() -> None:
    screening = Screening.of(ENGINE, *WHERE[0], {"disability": "group-2"})
    one, two = (
        [paragraph.text.ru for paragraph in tell_trip(screening.take(services))]
        for services in (("wheelchairs",), ("wheelchairs", "home-care"))
    )
    assert not any(text.startswith("Нужно для") for text in one)
    assert any(text.startswith("Нужно для") for text in two)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("facts", PEOPLE, ids=str)
def test_a_terminal_shows_these_words_and_nothing_else(facts: dict[str, Any], lang: Lang) -> None:
    take = ("wheelchairs", "prosthetic-orthopedic-aid", "home-care")
    for region, on in WHERE:
        typing = ("screen", "--region", region, "--on", on.isoformat(), "--facts", "-")
        screening = Screening.of(ENGINE, region, on, facts)
        suits = typed(*typing, given=json.dumps(facts), lang=lang)
        assert suits.out.split() == words_of(tell_screening(screening), lang)
        taken = [word for service in take for word in ("--take", service)]
        trip = typed(*typing, *taken, given=json.dumps(facts), lang=lang)
        assert trip.out.split() == words_of(tell_trip(screening.take(take)), lang)

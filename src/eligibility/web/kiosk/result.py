"""What the last page shows: the list, a square that a telephone takes it along by, and when who must act."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.square import drawn_square
from eligibility.answer.telling import tell_answer
from eligibility.answer.timeline_in_page import timeline_in_page, timeline_told
from eligibility.interview.conversation import Conversation
from eligibility.interview.squeezed import squeeze
from eligibility.interview.taken_along import along
from eligibility.interview.telling import tell_trip
from eligibility.interview.trip import Trip
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.lists import offered
from eligibility.web.kiosk.nesting import nested
from eligibility.words.catalogue import catalogue, in_both
from eligibility.words.days import day_text
from eligibility.words.joining import joined
from eligibility.words.text import N_, Lang, Text

TRIP = N_("One list for one trip")
SQUARE = N_("This list as a square code for the camera of a telephone")
TIMELINE = N_("Who must act by when, as a picture")


def result_of(talk: Conversation, front: Front, lang: Lang) -> Mapping[str, Any]:
    ways = {"talk": talk, "place": _place_and_day(talk), **offered(front, talk)}
    if isinstance(talk, Trip):
        told = {"heading": in_both(TRIP), "parts": nested(tell_trip(talk))}
        return {**told, **_taken(talk, lang), **_timeline(None, lang), **ways}
    answer = talk.answers[talk.services[0]]
    told = {"heading": answer.title, "parts": nested(tell_answer(answer))}
    return {**told, **_taken(answer, lang), **_timeline(answer, lang), **ways}


def _place_and_day(talk: Conversation) -> Text:
    """A page that was printed says nowhere else whose list it is, and of which day."""
    region = talk.engine.pack.regions[talk.named["region"]]
    return joined(", ", (region, day_text(date.fromisoformat(talk.named["on"]))))


def _taken(told: Answer | NoEdition | Trip, lang: Lang) -> Mapping[str, Any]:
    words = squeeze(along(told), lang)
    return {"words": words, "square": drawn_square(words, catalogue(lang)(SQUARE))}


def _timeline(answer: Answer | NoEdition | None, lang: Lang) -> Mapping[str, Any]:
    if not isinstance(answer, Answer) or not answer.answered or answer.known_only or answer.year_lacking is not None:
        return {"timeline": None, "steps": ()}
    ledger, actors = answer.ledger, answer.pack.actors
    picture = timeline_in_page(ledger, actors, lang, catalogue(lang)(TIMELINE))
    return {"timeline": picture, "steps": timeline_told(ledger, actors, lang) if picture else ()}

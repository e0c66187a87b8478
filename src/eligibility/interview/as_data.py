"""A screening and a trip as plain data, for other programs."""

from typing import Any

from eligibility.answer.answer import Answer
from eligibility.answer.contract_parts import Json, known_json, place_json, question_json, text_json, text_or_none, value_json
from eligibility.interview.conversation import Conversation
from eligibility.interview.screening import Group, Screening
from eligibility.interview.suited import Suited
from eligibility.interview.trip import Trip, TripPaper, TripStop, Want
from eligibility.law.logic import Truth

CONTRACT = 1
FITS: dict[Truth, str] = {True: "yes", False: "no", None: "undetermined"}


def screening_data(screening: Screening, trip: Trip | None = None) -> Json:
    """What is for a person; with a trip, what to bring for the services taken."""
    return {
        "contract": CONTRACT,
        **screening.named,
        "situation": screening.situation,
        "as_if_in_force": screening.as_if,
        "region_told": text_or_none(screening.region_told.text if screening.region_told else None),
        "facts": _facts(screening),
        "questions": [question_json(one) for one in screening.questions],
        "services": [_service(one) for one in screening.found],
        "groups": [_group(one) for one in screening.groups],
        "trip": None if trip is None else trip_data(trip),
    }


def trip_data(trip: Trip) -> Json:
    """What to bring for several services; each paper once."""
    questions = zip(trip.open, trip.questions, strict=True)
    return {
        "services": [_stop(one) for one in trip.stops],
        "questions": [{**question_json(one), "service": topic.service} for topic, one in questions],
        "papers": [_paper(one) for one in trip.papers],
        "of_sources": [_paper(one) for one in trip.of_sources],
        "obtained_by_office": [text_json(one) for one in trip.obtained],
        "lists_missing": [one.service for one in trip.lists_missing],
    }


def _facts(conversation: Conversation) -> Json:
    return {fact: value_json(value) for fact, value in conversation.known.items()}


def _service(one: Suited) -> Json:
    return {
        "service": one.service,
        "name": text_json(one.name),
        "status": one.status,
        "standing": "indicative" if one.indicative else "listed",
        "act": one.decision.act_id if one.decision else None,
        "for_whom": text_or_none(one.whom),
        "cite": _cite(one),
        "why": text_json(one.why),
        "others_named": one.others_named,
        "depends_on": list(one.open),
        "dangers": [text_json(text) for text in one.dangers],
        "flags": [flag.id for flag in one.remarks],
        "warning": text_or_none(one.answer.warning if isinstance(one.answer, Answer) else None),
        **known_json(one.known),
    }


def _cite(one: Suited) -> Any:
    return place_json(one.decision.home, one.circle.rule.cite) if one.decision and one.circle else None


def _group(one: Group) -> Json:
    name = text_json(one.situation.name) if one.situation else None
    services = [service.service for service in one.services]
    return {"situation": one.id, "name": name, "fits": FITS[one.fits], "services": services}


def _paper(one: TripPaper) -> Json:
    return {
        "document": one.document,
        "name": text_json(one.name),
        "status": one.status,
        "form": one.form,
        "how": [text_json(text) for text in one.how],
        "copies": one.copies,
        "for_each_service": one.for_each,
        "any_of": [text_json(text) for text in one.options],
        "valid": [text_json(text) for text in one.validities],
        "sources": [text_json(text) for text in one.sources],
        "wanted_by": [_want(want) for want in one.wants],
    }


def _want(one: Want) -> Json:
    line = one.line
    return {
        "service": one.service,
        "document": line.document,
        "status": line.status,
        "form": line.form,
        "copies": line.requirement.copies,
        "standing": line.standing,
        "one_of": one.one_of,
        "cite": place_json(line.home, line.requirement.cite),
        **known_json(line.known),
    }


def _stop(one: TripStop) -> Json:
    return {
        "service": one.service,
        "name": text_json(one.name),
        "act": one.answered.decision.act_id if one.answered else None,
        "reason": text_or_none(one.reason),
        "dangers": [text_json(text) for text in one.dangers],
        "in_short": [{"name": text_json(row.name), "said": text_json(row.said)} for row in one.rows],
    }

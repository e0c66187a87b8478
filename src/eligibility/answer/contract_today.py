"""The JSON contract's part on the law of today and on regions."""

from eligibility.answer.contract_parts import Json, text_json, text_or_none
from eligibility.answer.regions import RegionTold
from eligibility.answer.today import ActOfToday, TodayTold
from eligibility.law.vocabulary import Contact, PartText


def today_json(told: TodayTold) -> Json:
    known = told.known
    return {
        "status": told.status,
        "into": told.into,
        "names": part_json(known.names) if known and known.names else None,
        "acts": [_act(one) for one in told.acts],
        "note": text_or_none(known.note if known else None),
        "source": text_or_none(known.source if known else None),
        "as_of": text_or_none(known.as_of if known else None),
        "told": [text_json(one) for one in told.sentences],
        "contacts": [_contact(one) for one in told.contacts],
    }


def _act(one: ActOfToday) -> Json:
    known = one.known
    return {
        "act": one.id,
        "cited": text_json(one.act.cited),
        "title": part_json(one.title),
        "since": one.since.isoformat() if one.since else None,
        "standing": "indicative" if one.act.text == "elsewhere" else "listed",
        "confidence": known.confidence if known else None,
        "source": text_json(known.source) if known else None,
        "as_of": text_json(known.as_of) if known else None,
    }


def _contact(one: Contact) -> Json:
    return {
        "number": one.number,
        "name": text_json(one.name),
        "hours": text_or_none(one.hours),
        "source": text_json(one.source),
        "as_of": text_json(one.as_of),
    }


def part_json(text: PartText) -> Json:
    """A name, with null for a language in which it was not seen."""
    return {"kk": text.kk, "ru": text.ru}


def region_json(told: RegionTold | None) -> Json | None:
    return {**text_json(told.text), "regions": list(told.others)} if told else None

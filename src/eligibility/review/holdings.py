"""What the rules hold, as plain data for other programs: acts with their standing on a day, editions, regions, facts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from eligibility.answer.contract_parts import Json, text_json, text_or_none, value_json
from eligibility.answer.contract_today import part_json
from eligibility.answer.in_force import status_reason
from eligibility.answer.question import options_of
from eligibility.engine import Engine


def acts_data(engine: Engine, day: date) -> list[Json]:
    """All acts, the earliest first."""
    return [act_data(engine, id, day) for id in sorted(engine.acts, key=lambda id: engine.acts[id].adopted)]


def act_data(engine: Engine, id: str, day: date) -> Json:
    """An act; of its annexes those that stand alike on the day are told together."""
    act = engine.acts[id]
    standing: dict[str, dict[str, Any]] = {}
    for service in engine.pack.services_of(id):
        edition = engine.pack.edition(id, service)
        life = engine.life(id, service, day)
        reason = status_reason(life, act)
        entry = standing.setdefault(reason.ru, {"status": life.status, "reason": text_json(reason), "annexes": []})
        entry["annexes"] += [edition.annex] if edition and edition.annex is not None else []
    for entry in standing.values():
        entry["annexes"].sort()
    return {
        "act": id,
        "number": act.number,
        "region": act.regions[0] if len(act.regions) == 1 and act.regions != "all" else None,
        "regions": list(act.regions) if act.regions != "all" else "all",
        "text": act.text,
        "issuer": text_json(act.issuer),
        "cited": text_json(act.cited),
        "title": part_json(act.title) if act.title else None,
        "adopted": act.adopted.isoformat(),
        "standing": list(standing.values()),
    }


def editions_data(engine: Engine) -> Iterator[Json]:
    """Every wording of every edition; `wording` names the amendment that an earlier one stood until."""
    for key in engine.pack.held():
        edition = engine.pack.edition(*key)
        if edition is not None:
            title = text_json(engine.pack.title(edition))
            yield {"service": key.service, "act": key.act, "annex": edition.annex, "wording": key.wording, "title": title}


def regions_data(engine: Engine) -> list[Json]:
    return [{"region": id, "name": text_json(name)} for id, name in engine.pack.regions.items()]


def facts_data(engine: Engine) -> Iterator[Json]:
    """What a case may say of a person or a filing, and what may be answered; worded for somebody who files for himself."""
    for id, fact in engine.pack.facts.items():
        options = options_of(fact, fact.values or (), "self")
        yield {
            "fact": id,
            "type": fact.type,
            "name": text_or_none(fact.name),
            "ask": text_json(fact.asked("self")),
            "hint": text_or_none(fact.hint),
            "why": text_or_none(fact.why),
            "options": [{"value": value_json(option.value), "label": text_json(option.label)} for option in options],
            "many": fact.many,
            "range": list(fact.range) if fact.range else None,
            "unit": text_or_none(fact.unit),
        }

"""`eligibility acts`: the decrees that the rules hold, with their standing on a day."""

from datetime import date
from typing import Any

from eligibility.answer.contract_parts import text_json
from eligibility.answer.in_force import status_reason
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import JsonOption, LifeDayOption, date_of, reader
from eligibility.cli.output import print_json, put
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.words.days import day_text
from eligibility.words.text import N_


@supplied("engine", reader)
def acts(
    *,
    on: LifeDayOption = None,
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    day = date_of(on)
    found = [_act_json(engine, id, day) for id in sorted(engine.acts, key=lambda id: engine.acts[id].adopted)]
    if as_json:
        print_json(found)
        return
    put(say(N_("Decrees on the day: {day}"), day=day_text(day)), "head")
    for entry in found:
        act = engine.acts[entry["act"]]
        put()
        put(f"{entry['act']}: {act.issuer[language()]}, № {act.number}", "head", hang=2)
        put(act.title[language()], indent=2)
        for standing in entry["standing"]:
            annexes = ", ".join(str(annex) for annex in standing["annexes"])
            put(
                say(N_("Annexes {annexes}: {reason}"), annexes=annexes, reason=standing["reason"][language()]),
                "dim",
                indent=2,
                hang=2,
            )


def _act_json(engine: Engine, id: str, day: date) -> dict[str, Any]:
    """An act as JSON; of its annexes those that stand alike on the day are told together."""
    act = engine.acts[id]
    standing: dict[str, dict[str, Any]] = {}
    for service in engine.pack.services_of(id):
        edition = engine.pack.edition(id, service)
        life = engine.life(EditionKey(id, service), day)
        reason = status_reason(life, act)
        entry = standing.setdefault(reason.ru, {"status": life.status, "reason": text_json(reason), "annexes": []})
        entry["annexes"].append(edition.annex if edition else 0)
    for entry in standing.values():
        entry["annexes"].sort()
    return {
        "act": id,
        "number": act.number,
        "region": act.region,
        "issuer": text_json(act.issuer),
        "title": text_json(act.title),
        "adopted": act.adopted.isoformat(),
        "standing": list(standing.values()),
    }

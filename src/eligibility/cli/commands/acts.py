"""`eligibility acts`: the acts that the rules hold, with their standing on a day."""

from datetime import date
from typing import Any

from eligibility.answer.contract_parts import text_json
from eligibility.answer.contract_today import part_json
from eligibility.answer.in_force import status_reason
from eligibility.answer.today import title_in
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import JsonOption, LifeDayOption, date_of, reader
from eligibility.cli.output import print_json, put
from eligibility.engine import Engine
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
    put(say(N_("Acts on the day: {day}"), day=day_text(day)), "head")
    for entry in found:
        act = engine.acts[entry["act"]]
        put()
        put(f"{entry['act']}: {act.cited[language()]}", "head", hang=2)
        if title := title_in(act, language()):
            put(title, indent=2)
        for standing in entry["standing"]:
            annexes, reason = ", ".join(map(str, standing["annexes"])), standing["reason"][language()]
            told = say(N_("Annexes {annexes}: {reason}"), annexes=annexes, reason=reason) if annexes else reason
            put(told, "dim", indent=2, hang=2)


def _act_json(engine: Engine, id: str, day: date) -> dict[str, Any]:
    """An act as JSON; of its annexes those that stand alike on the day are told together."""
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

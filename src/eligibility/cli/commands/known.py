"""`eligibility services` and `eligibility acts`: what the rules hold."""

import json
from datetime import date
from typing import Annotated, Any

import typer

from eligibility.answer.contract_parts import text_json
from eligibility.answer.in_force import status_reason
from eligibility.cli.language import alphabetical, say
from eligibility.cli.language import lang as language
from eligibility.cli.options import (
    REGION,
    JsonOption,
    LanguageOption,
    LifeDayOption,
    PublishedOption,
    RulesOption,
    date_of,
    engine_of,
)
from eligibility.cli.output import put
from eligibility.diagnostics.meant import misnamed
from eligibility.diagnostics.refused import refused
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.words.days import day_text
from eligibility.words.text import N_


def services(
    region: Annotated[
        str | None, typer.Option("--region", metavar=REGION, help=say(N_("Only services of this region, by its id.")))
    ] = None,
    as_json: JsonOption = False,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    engine = engine_of(rules, "direct", lang)
    pack = engine.pack
    if region is not None and region not in pack.regions:
        raise refused("unknown-region", "--region", **misnamed(region, pack.regions))
    held = {id: [act for act in pack.acts_of(id) if region in (None, engine.acts[act].region)] for id in pack.services}
    found = {id: acts for id, acts in held.items() if acts}
    if as_json:
        print(json.dumps([_service_json(engine, id, acts) for id, acts in found.items()], ensure_ascii=False))
        return
    for id, acts in sorted(found.items(), key=lambda pair: alphabetical(pack.services[pair[0]].title[language()])):
        put(pack.services[id].title[language()], "head", hang=2)
        put(f"{id}: {', '.join(acts)}", "dim", indent=2, hang=2)


def _service_json(engine: Engine, id: str, acts: list[str]) -> dict[str, Any]:
    service = engine.pack.services[id]
    return {"service": id, "title": text_json(service.title), "unverified": service.unverified, "acts": acts}


def acts(
    on: LifeDayOption = None,
    as_json: JsonOption = False,
    published: PublishedOption = None,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    engine = engine_of(rules, "direct", lang, published)
    day = date_of(on)
    found = [_act_json(engine, id, day) for id in sorted(engine.acts, key=lambda id: engine.acts[id].adopted)]
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
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
    """An act with the standing of its annexes, those that stand alike together."""
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

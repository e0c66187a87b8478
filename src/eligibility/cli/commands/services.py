"""`eligibility services`: the services that the rules hold."""

from typing import Annotated, Any

import typer

from eligibility.answer.contract_parts import text_json
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import REGION, JsonOption, LanguageOption, RulesOption, engine_of
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.words.alphabet import alphabetical
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
        raise refused("unknown-region", "--region", **misspelt(region, pack.regions))
    held = {id: [act for act in pack.acts_of(id) if region is None or engine.acts[act].rules(region)] for id in pack.services}
    found = {id: acts for id, acts in held.items() if acts}
    if as_json:
        print_json([_service_json(engine, id, acts) for id, acts in found.items()])
        return
    for id, acts in sorted(found.items(), key=lambda pair: alphabetical(pack.services[pair[0]].title[language()])):
        put(pack.services[id].title[language()], "head", hang=2)
        put(f"{id}: {', '.join(acts)}", "dim", indent=2, hang=2)


def _service_json(engine: Engine, id: str, acts: list[str]) -> dict[str, Any]:
    service = engine.pack.services[id]
    return {"service": id, "title": text_json(service.title), "unverified": service.unverified, "acts": acts}

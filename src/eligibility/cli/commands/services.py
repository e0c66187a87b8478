"""`eligibility services`: the services that the rules hold, or those that a phrase means."""

from collections.abc import Sequence
from typing import Annotated

import typer

from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import REGION, JsonOption, LanguageOption, RulesOption, engine_of
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.interview.listed import ActsOf, acts_of_services, found_data, service_data
from eligibility.words.alphabet import alphabetical
from eligibility.words.text import N_

PHRASE = say(N_("PHRASE"))


def services(
    phrase: Annotated[
        str | None,
        typer.Option(
            "--find", metavar=PHRASE, help=say(N_("Only services that this may mean, in everyday words, best first."))
        ),
    ] = None,
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
    acts = acts_of_services(engine, region)
    if phrase is not None:
        _find(engine, phrase, acts, as_json)
    elif as_json:
        print_json([service_data(engine, id, found) for id, found in acts.items()])
    else:
        for id in sorted(acts, key=lambda id: alphabetical(pack.services[id].title[language()])):
            _put_service(engine, id, acts[id])


def _find(engine: Engine, phrase: str, acts: ActsOf, as_json: bool) -> None:
    """What the phrase means and what is near to it; of nothing, the situations in life from which one may go on."""
    from eligibility.interview.finding import find
    from eligibility.interview.search import situations

    found = find(engine, phrase, acts)
    offered = () if found.ids else situations(engine, acts)
    if as_json:
        print_json(found_data(engine, phrase, found, offered, acts))
        return
    if not found.meant:
        put(say(N_("No service is called so.")), "bad")
    for one in found.meant:
        _put_service(engine, one.id, acts[one.id])
    if found.near:
        put()
        put(say(N_("Near to it:")))
        for one in found.near:
            _put_service(engine, one.id, acts[one.id])
    for situation in offered:
        put(situation.name[language()], "head", hang=2)
        put(", ".join(situation.services), "dim", indent=2, hang=2)


def _put_service(engine: Engine, id: str, acts: Sequence[str]) -> None:
    put(engine.pack.services[id].title[language()], "head", hang=2)
    put(f"{id}: {', '.join(acts)}", "dim", indent=2, hang=2)

"""`eligibility rules mutate`: what may be wrong in the rules without a scenario noticing it."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eligibility.answer.contract_parts import text_json
from eligibility.answer.places import cite_text
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import ACT, DIR, FILE, JsonOption, LanguageOption, RulesOption, ServiceOption, engine_of
from eligibility.cli.output import print_json, put
from eligibility.cli.progress import progress_of
from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.law.lookups import home_of
from eligibility.law.pack import EditionKey
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.engine import Engine
    from eligibility.review.bends import Bend
    from eligibility.review.mutants import TriedBend, Witnesses

FOLDERS = ("tests/scenarios", "scenarios")
"""where an author's scenarios lie when nobody says where; else in the folder of work"""
SHOWN = 50


def try_mutants(
    act: Annotated[
        str | None,
        typer.Argument(metavar=ACT, help=say(N_("Only this act; by default every act that is held in its text."))),
    ] = None,
    scenarios: Annotated[
        list[str] | None,
        typer.Option(
            "--scenarios",
            metavar=f"{DIR}|{FILE}",
            help=say(
                N_(
                    "Files of scenarios, and folders of them; by default the folder tests/scenarios or scenarios, "
                    "else this folder."
                )
            ),
        ),
    ] = None,
    service: ServiceOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help=say(N_("List everything that no scenario notices, not the worst alone.")))
    ] = False,
    as_json: JsonOption = False,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    from eligibility.cli.mutant_processes import tried_on
    from eligibility.review.bends import bends

    engine = engine_of(rules, "direct", lang)
    keys = _editions(engine, act, service)
    witnesses = _witnesses(engine, scenarios, as_json)
    total = sum(1 for key in keys for _ in bends(engine.pack, key))
    with progress_of(say(N_("Changes to the rules")), total, quiet=as_json) as progress:
        found = list(tried_on(witnesses, keys, progress))
    if as_json:
        print_json(_json(engine, witnesses, found))
    else:
        _print(engine, witnesses, found, everything)


def _editions(engine: "Engine", act: str | None, service: str | None) -> list[EditionKey]:
    """Those held in text, or those of the act that is asked about."""
    acts, services = engine.pack.acts, engine.pack.services
    if act is not None and act not in acts:
        raise refused("unknown-act", "act", **misspelt(act, acts))
    if service is not None and service not in services:
        raise refused("unknown-service", "--service", **misspelt(service, services))
    held = [key for key in engine.pack.held() if key.act == act or (act is None and acts[key.act].text != "elsewhere")]
    found = [key for key in held if service in (None, key.service)]
    if act and service and not found:
        engine.plan(EditionKey(act, service))  # refuses, naming the acts that regulate the service
    return found


def _witnesses(engine: "Engine", paths: list[str] | None, quiet: bool) -> "Witnesses":
    from eligibility.review.mutants import Witnesses
    from eligibility.review.scenarios import scenarios_at

    usual = next((name for name in FOLDERS if Path(name).is_dir()), ".")
    scenarios = scenarios_at(map(Path, paths or [usual]))
    with progress_of(say(N_("Scenarios")), len(scenarios), quiet) as progress:
        return Witnesses.among(scenarios, engine, progress)


def _json(engine: "Engine", witnesses: "Witnesses", found: "list[TriedBend]") -> dict[str, Any]:
    noticed = sum(1 for one in found if one.by)
    return {
        "tried": len(found),
        "noticed": noticed,
        "scenarios": witnesses.count,
        "failing": [{"file": one.file, "line": one.line, "name": one.name} for one in witnesses.failing],
        "groups": [
            {"act": act, "group": group, "tried": count, "noticed": seen} for (act, group), count, seen in _counts(found)
        ],
        "changes": [_bend_json(engine, one) for one in found],
    }


def _bend_json(engine: "Engine", one: "TriedBend") -> dict[str, Any]:
    from eligibility.review.bends_told import bend_told

    bend = one.bend
    return {
        "act": bend.key.act,
        "service": bend.key.service,
        "wording": bend.key.wording,
        "place": text_json(cite_text(home_of(engine.pack, bend.key), bend.cite)),
        "rule": bend.named,
        "group": bend.group,
        "kind": bend.kind,
        "change": str(bend.alteration),
        "told": text_json(bend_told(engine, bend)),
        "noticed_by": one.by,
    }


def _counts(found: "Iterable[TriedBend]") -> list[tuple[tuple[str, str], int, int]]:
    every, noticed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in found:
        name = one.bend.key.act, one.bend.group
        every[name] += 1
        noticed[name] += one.by is not None
    return [(name, count, noticed[name]) for name, count in every.items()]


def _print(engine: "Engine", witnesses: "Witnesses", found: "list[TriedBend]", everything: bool) -> None:
    from eligibility.review.mutants import worst_first

    _print_counts(found)
    if witnesses.failing:
        text = N_("Scenarios that fail already and are left out: {n}. «eligibility rules test» says why.")
        put(say(text, n=len(witnesses.failing)), "bad")
    unwatched = list(dict.fromkeys(one.bend.key for one in found if one.bend.key not in witnesses.of))
    if unwatched:
        text = N_("Editions that no scenario is about, so that nothing in them is noticed: {names}.")
        put(say(text, names=", ".join(map(str, unwatched))), "bad")
    survivors = worst_first(one.bend for one in found if one.by is None and one.bend.key in witnesses.of)
    if survivors:
        put()
        put(say(N_("No scenario notices this, the worst first:")), "head")
    shown = survivors if everything else survivors[:SHOWN]
    for bend in shown:
        _print_bend(engine, bend)
    if len(shown) < len(survivors):
        put()
        put(say(N_("And {n} more; with --all all of them are listed."), n=len(survivors) - len(shown)), "dim")


def _print_counts(found: "list[TriedBend]") -> None:
    """By act a line for each group, and a sum."""
    from eligibility.review.bends_told import GROUPS_TOLD

    line = N_("{name}: {noticed} of {count} noticed")
    counts = _counts(found)
    for act in dict.fromkeys(act for (act, _), _, _ in counts):
        put(act, "head")
        for (of, group), count, noticed in counts:
            if of == act:
                put(say(line, name=say(GROUPS_TOLD[group]), noticed=noticed, count=count), indent=2, hang=2)
    put(say(line, name=say(N_("In all")), noticed=sum(1 for one in found if one.by), count=len(found)))


def _print_bend(engine: "Engine", bend: "Bend") -> None:
    from eligibility.review.bends_told import bend_told

    done = bend.alteration
    put()
    put(f"{bend.key}: {cite_text(home_of(engine.pack, bend.key), bend.cite)[language()]}", hang=2)
    put(f"{bend.named}: {bend_told(engine, bend)[language()]}", indent=2, hang=2)
    if done.of_condition:
        put(f"when: {done.before} → {done.after or '–'}", "dim", indent=4, hang=2)

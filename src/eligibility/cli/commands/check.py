"""`eligibility check`: one case, or a stream of them, decided."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from eligibility.cli.input import MAX_BYTES, read_data
from eligibility.cli.language import say
from eligibility.cli.main import EXIT_FOUND, refused_json
from eligibility.cli.options import (
    FILE,
    ActOption,
    AsIfOption,
    CaseArgument,
    DayOption,
    EngineOption,
    FactsOption,
    JsonOption,
    LanguageOption,
    PublishedOption,
    RegionOption,
    RulesOption,
    ServiceOption,
    day_of,
    engine_of,
)
from eligibility.diagnostics.refused import Refused, refused
from eligibility.engine import Engine
from eligibility.plain.strictjson import parse_json
from eligibility.reasoning.decision import Decision
from eligibility.words.text import N_


def check(
    case: CaseArgument = None,
    service: ServiceOption = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    facts: FactsOption = None,
    submitted: Annotated[
        str | None, typer.Option("--submitted", metavar=FILE, help=say(N_("File that lists the documents presented.")))
    ] = None,
    json_lines: Annotated[
        bool, typer.Option("--json-lines", help=say(N_("Read a case a line from standard input, print a decision a line.")))
    ] = False,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    published: PublishedOption = None,
    engine: EngineOption = None,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    ready = engine_of(rules, engine, lang, published)
    if json_lines:
        if any((case, service, act, region, on, facts, submitted)):
            raise refused("json-lines-alone", "--json-lines")
        raise typer.Exit(decide_lines(ready, as_if))
    data = gather(case, service=service, act=act, region=region, on=on, facts=facts, submitted=submitted)
    decision = ready.decide(data, as_if)
    show_decision(decision, ready, as_json)


def gather(case: str | None, facts: str | None, submitted: str | None, on: str | None, **named: str | None) -> dict[str, Any]:
    """One case out of a case file and what the options say instead."""
    if [case, facts, submitted].count("-") > 1:
        raise refused("one-input", "-")
    data = read_data(case) if case else {}
    if not isinstance(data, dict):
        raise refused("not-a-case", case or "")
    told = {key: value for key, value in named.items() if value is not None}
    if {"act", "region"} & told.keys():
        data = {key: value for key, value in data.items() if key not in ("act", "region")}
    data |= told
    if facts:
        data["facts"] = read_data(facts)
    if submitted:
        data["submitted"] = read_data(submitted)
    if on or "on" not in data:
        data["on"] = day_of(on)
    return data


def show_decision(decision: Decision, engine: Engine, as_json: bool, brief: bool = False) -> None:
    if as_json:
        from eligibility.answer.contract import decision_json

        print(json.dumps(decision_json(decision, engine), ensure_ascii=False))
        return
    from eligibility.cli.checklist import print_decision

    check_terms(decision, engine)
    print_decision(decision, engine, brief)


def check_terms(decision: Decision, engine: Engine) -> None:
    """Refuses, as the answer in JSON does, where a term runs into a year without a calendar."""
    if decision.answered:
        from eligibility.terms.ledger import ledger

        ledger(decision, engine.calendar)


def decide_lines(engine: Engine, as_if: bool) -> int:
    """A line that cannot be decided gives its errors and the others go on."""
    from eligibility.answer.contract import decision_json

    bad = False
    for number, line in _lines():
        where = f"-:{number}"
        try:
            if len(line.rstrip(b"\r\n")) > MAX_BYTES:
                raise refused("too-large", where, limit=MAX_BYTES)
            answer: dict[str, Any] = decision_json(engine.decide(parse_json(line, where), as_if), engine)
        except Refused as error:
            bad = True
            answer = {"line": number, **refused_json(error)}
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return EXIT_FOUND if bad else 0


def _lines() -> Iterator[tuple[int, bytes]]:
    """Numbered lines of standard input; of an overlong one only as much as shows that it is."""
    number = 0
    while line := sys.stdin.buffer.readline(MAX_BYTES + 2):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(MAX_BYTES)
        if line.strip():
            yield number, line

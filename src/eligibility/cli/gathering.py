"""One case out of a case file and what the command line says instead."""

from typing import Any

from eligibility.cli.input import read_data
from eligibility.cli.options import day_of
from eligibility.diagnostics.diagnostic import Diagnostic, Refused
from eligibility.words.text import N_


def gather(case: str | None, facts: str | None, submitted: str | None, on: str | None, **named: str | None) -> dict[str, Any]:
    """One case out of a case file and what the options say instead."""
    if [case, facts, submitted].count("-") > 1:
        raise Refused(
            [Diagnostic("one-input", N_("standard input can be read once only"), "-", N_("put one of the two in a file"))]
        )
    data = read_data(case) if case else {}
    if not isinstance(data, dict):
        raise Refused(
            [Diagnostic("not-a-case", N_("a case is a mapping of names to values"), case or "", N_("see docs/embedding.md"))]
        )
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

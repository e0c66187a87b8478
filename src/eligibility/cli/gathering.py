"""One case out of a case file and what the command line says instead."""

from typing import Any

from eligibility.cli.input import read_data
from eligibility.cli.options import day_of
from eligibility.diagnostics.refusal import refused


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

"""One case out of a case file and what the command line says instead."""

from typing import Any, NamedTuple

from eligibility.cli.input import read_data
from eligibility.cli.options import ActOption, CaseArgument, DayOption, FactsOption, RegionOption, ServiceOption, day_of
from eligibility.diagnostics.refusal import refused


class Asked(NamedTuple):
    """A case as the command line names it, nothing read yet."""

    case: str | None = None
    service: str | None = None
    act: str | None = None
    region: str | None = None
    on: str | None = None
    facts: str | None = None

    def gathered(self, submitted: str | None = None) -> dict[str, Any]:
        """What the options say comes before what the file says."""
        if [self.case, self.facts, submitted].count("-") > 1:
            raise refused("one-input", "-")
        data = read_data(self.case) if self.case else {}
        if not isinstance(data, dict):
            raise refused("not-a-case", self.case or "")
        named = {"service": self.service, "act": self.act, "region": self.region}
        told = {key: value for key, value in named.items() if value is not None}
        if {"act", "region"} & told.keys():
            data = {key: value for key, value in data.items() if key not in ("act", "region")}
        data |= told
        if self.facts:
            data["facts"] = read_data(self.facts)
        if submitted:
            data["submitted"] = read_data(submitted)
        if self.on or "on" not in data:
            data["on"] = day_of(self.on)
        return data


def asked(
    case: CaseArgument = None,
    service: ServiceOption = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    facts: FactsOption = None,
) -> Asked:
    return Asked(case, service, act, region, on, facts)

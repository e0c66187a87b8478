"""The answer where the pack holds no edition for the region on the day: what is known of today, and whom to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from eligibility.answer.regions import RegionTold
from eligibility.answer.today import TodayTold
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act
from eligibility.reasoning.case import Case
from eligibility.reasoning.inference import EngineName
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

NOT_HELD = N_(
    "The program holds no act on this service for this region and day: {region}. "
    "That does not mean that the service is not regulated there."
)


@dataclass(frozen=True, eq=False)
class NoEdition:
    """There is nothing to decide by, which is an answer and no mistake."""

    case: Case
    pack: Pack
    acts: Mapping[str, Act]
    engine: EngineName

    @property
    def title(self) -> Text:
        return self.pack.services[self.case.service].title

    @cached_property
    def reason(self) -> Text:
        """Why there is no edition."""
        return in_both(NOT_HELD, region=self.pack.regions[self.case.region or ""])

    @cached_property
    def region(self) -> RegionTold | None:
        return RegionTold.of(self.pack, self.case.region, self.case.on)

    @cached_property
    def today(self) -> TodayTold:
        return TodayTold(self.pack, self.acts, self.case.service, self.case.region)

    def data(self, at: datetime | None = None) -> dict[str, Any]:
        """The JSON contract as plain data."""
        from eligibility.answer.contract_absent import absent_data

        return absent_data(self, at)

    def json(self, at: datetime | None = None) -> str:
        """The JSON contract as text."""
        from eligibility.answer.contract_parts import as_text

        return as_text(self.data(at))

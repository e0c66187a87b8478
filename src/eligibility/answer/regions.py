"""A region that is named as it was called at another time than the day in question."""

from dataclasses import dataclass
from datetime import date

from eligibility.law.pack import Pack
from eligibility.law.vocabulary import RegionChange
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text

LATER = N_("On this day there is no such region any more: since {day} its land is in: {regions}.")
EARLIER = N_("On this day there was no such region yet: until {day} its land was in: {regions}.")
CHANGED = N_("Since {day} this region is a smaller one: part of its land is in: {regions}.")


@dataclass(frozen=True, slots=True)
class RegionTold:
    """What is to be said of a region on a day."""

    text: Text
    others: tuple[str, ...]
    """the regions of that day that hold or held its land"""
    there: bool = False
    """there is a region of this name on the day, though a smaller one"""

    @classmethod
    def of(cls, pack: Pack, region: str | None, on: date) -> "RegionTold | None":
        """Nothing where the region is the same then and now."""
        for change in pack.region_changes if region else ():
            if found := _told(pack, change, str(region), on):
                return found
        return None


def exists(pack: Pack, region: str, on: date) -> bool:
    """Whether there is such a region on a day, as far as changes are known."""
    for change in pack.region_changes:
        gone, come = region in change.before, region in change.after
        if (on >= change.on and gone and not come) or (on < change.on and come and not gone):
            return False
    return True


def of_the_day(pack: Pack, region: str, on: date) -> tuple[str, ...]:
    """The region, or those of the day that hold or held its land where there is none of its name."""
    if exists(pack, region, on):
        return (region,)
    told = RegionTold.of(pack, region, on)
    return tuple(one for one in told.others if exists(pack, one, on)) if told else ()


def _told(pack: Pack, change: RegionChange, region: str, on: date) -> RegionTold | None:
    gone, come = region in change.before, region in change.after
    others = tuple(one for one in (change.after if on >= change.on else change.before) if one != region)
    if on >= change.on and gone:
        message = CHANGED if come else LATER
    elif on < change.on and come and not gone:
        message = EARLIER
    else:
        return None
    names = joined(", ", (pack.regions[one] for one in others))
    return RegionTold(in_both(message, day=day_text(change.on), regions=names), others, message is CHANGED)

"""How old a document may be on the day of filing."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from eligibility.law.calendar import Calendar
from eligibility.law.vocabulary import Cite

Age = Literal["calendar-days", "months"]


class Validity(NamedTuple):
    """A document issued earlier than so long before the filing does not count."""

    value: int
    unit: Age
    cite: Cite | None = None
    """where the text says so, if that is not the requirement's own place"""

    def earliest_issue(self, filed: date) -> date:
        """The first day of issue that will do: so many days before the filing, or the first from which so many months,
        counted as terms count them, reach the day of filing."""
        if self.unit == "calendar-days":
            return filed - min(timedelta(self.value), filed - date.min)
        years, month = divmod(filed.year * 12 + filed.month - 1 - self.value, 12)
        if years < date.min.year:
            return date.min
        first = date(years, month + 1, 1)
        found = first + timedelta(filed.day - 1)
        return found if found.month == first.month else _next_month(first)


def _next_month(first: date) -> date:
    """The month has no such date, so no day of it reaches as far."""
    return Calendar.add_months(first, 1).due

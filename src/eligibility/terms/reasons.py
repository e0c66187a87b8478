"""Why a term starts and ends when it does, in whole sentences."""

from collections.abc import Iterable, Iterator
from datetime import date

from eligibility.catalogue import in_both
from eligibility.law.dates import day_text
from eligibility.law.edition import Step
from eligibility.law.vocabulary import Duration
from eligibility.law.words import N_, Text
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.explanation import ready
from eligibility.reasoning.wording import clauses, duration_text, joined
from eligibility.terms.counting import Counted, How

UNCOUNTED: dict[How, str] = {
    "repeated": N_("It is repeated within the day and has no due day of its own; what follows is counted from the same day."),
    "lost": N_("A step before this one lasts for a time the text leaves open, so the days of this one are not known."),
    "open": N_(
        "The text states no term that can be counted, so there is no due day; what follows is counted from the same day."
    ),
}
COUNTED: dict[tuple[How, bool], str] = {
    ("same-day", False): N_("A term within one day ends on the working day it starts."),
    ("working-days", False): N_("Working days are counted; the day of the start is not."),
    ("working-days", True): N_("Working days are counted, the day of filing as the first."),
    ("calendar-days", False): N_("Calendar days are counted; the day of the start is not."),
    ("calendar-days", True): N_("Calendar days are counted, the day of filing as the first."),
    ("months", False): N_("A term in months ends on the same date of its last month."),
    ("clock", False): N_(
        "The hours run through days off too; the hour of the start is not known, so a part of a day counts as whole."
    ),
}
MONTH_END = N_("The last month of the term has no such date, so its last day is taken.")
MOVED = N_("The last day is a day off, so the term ends on the next working day.")
PASSED = N_("Days off passed over: {n}.")
WORKED = N_("Counted as working, though usually off: {days}.")
LEAST = N_("The text sets only the shortest time, so there is no due day; at the earliest it ends on: {day}.")
INSIDE = N_("It runs inside another step and is not added to the sum. The number of that step: {n}.")
FILING: dict[bool | None, str] = {
    True: N_("The day of filing is the first day of a term: such is the setting, which may differ by channel."),
    False: N_("The day of filing is not counted: such is the setting, which may differ by channel."),
    None: N_("Whether the day of filing is counted depends on the channel, which is not chosen yet."),
}
FILED_ON_DAY_OFF = N_("The documents were filed on a day off, so they count as filed on the next working day: {day}.")
OPEN_STEP = N_("Whether this step takes place depends on the answers: {questions}")
OPEN_DAYS = N_("The days depend on the answers: {questions}")
REPLACED = N_("Steps of one number replace each other, and the text does not say which of them applies here.")


def counting_reason(counted: Counted) -> Text:
    """Of one term counted from a known day."""
    return joined(" ", _counting(counted))


def _counting(counted: Counted) -> Iterator[Text]:
    if counted.how in UNCOUNTED:
        yield in_both(UNCOUNTED[counted.how])
        return
    yield in_both(MONTH_END if counted.month_end else COUNTED[counted.how, counted.counts_start])
    if counted.skipped and not counted.moved:
        yield in_both(PASSED, n=len(counted.skipped))
    if counted.worked:
        yield in_both(WORKED, days=", ".join(short_day(one.day) for one in counted.worked))
    if counted.moved:
        yield in_both(MOVED)
    if counted.least:
        yield in_both(LEAST, day=day_text(counted.end))


def step_reason(
    decision: Decision, step: Step, counted: Counted | None, occurs_on: tuple[str, ...] | None, days_on: tuple[str, ...]
) -> Text:
    """`occurs_on`: the facts that decide whether the step takes place, None where it does; `days_on`: when, if that is open."""
    return joined(" ", _step_parts(decision, step, counted, occurs_on, days_on))


def _step_parts(
    decision: Decision, step: Step, counted: Counted | None, occurs_on: tuple[str, ...] | None, days_on: tuple[str, ...]
) -> Iterator[Text]:
    if occurs_on is not None:
        yield in_both(OPEN_STEP, questions=asked(decision, occurs_on)) if occurs_on else in_both(REPLACED)
    if step.part_of is not None:
        yield in_both(INSIDE, n=step.part_of)
    if counted is not None:
        yield counting_reason(counted)
    elif days_on:
        yield open_days(decision, days_on)
    elif occurs_on != ():
        yield in_both(REPLACED)


def open_days(decision: Decision, facts: Iterable[str]) -> Text:
    return in_both(OPEN_DAYS, questions=asked(decision, facts))


def filing_reason(counts: bool | None, moved_to: date | None) -> Text:
    """Whether the day of filing counts, and from which day on if it is a day off."""
    parts = [in_both(FILING[counts])]
    if moved_to is not None:
        parts.append(in_both(FILED_ON_DAY_OFF, day=day_text(moved_to)))
    return joined(" ", parts)


def asked(decision: Decision, facts: Iterable[str]) -> Text:
    known = ready(decision).facts
    return clauses(known[fact].ask for fact in facts)


def term_text(duration: Duration | None) -> Text:
    """A term as the act gives it, whether or not it can be counted."""
    if duration is None:
        return in_both(N_("the term is not stated"))
    if duration.unit == "unstated" and duration.value is not None:
        return in_both(N_("days: {n}; whether working or calendar days, the text does not say"), n=duration.value)
    return duration_text(duration)


def short_day(day: date) -> str:
    return f"{day:%d.%m.%Y}"

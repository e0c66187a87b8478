"""Why a term starts and ends when it does, in whole sentences."""

from collections.abc import Iterable, Iterator

from eligibility.answer.short_form import value_named
from eligibility.law.edition import StatedTerm, Step
from eligibility.law.filing_facts import CHANNEL
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.derivation import plan_of
from eligibility.terms.counting import LEAST_WORKING_HOURS, NEVER_DUE, How
from eligibility.terms.course import Days, Placed
from eligibility.terms.ledger import Closed, Filing, Ledger, Stated, StepRow
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text, short_day
from eligibility.words.joining import clauses, joined
from eligibility.words.text import N_, Text

UNCOUNTED: dict[How, str] = {
    "repeated": N_("It is repeated within the day and has no due day of its own; what follows is counted from the same day."),
    "lost": N_("A step before this one has no last day, so the days of this one are not known."),
    "open": N_(
        "The text states no term that can be counted, so there is no due day; what follows is counted from the same day."
    ),
    "unsettled": N_("The text does not settle when this ends, so there is no last day."),
    "awaited": N_("The day of that event is not given, so there is no last day."),
}
COUNTED: dict[tuple[How, bool], str] = {
    ("part-day", False): N_(
        "Hours and minutes are working time: what does not fit into the working day runs into the next one."
    ),
    ("same-day", False): N_("A term within one day ends on the working day it starts."),
    ("day-or-next", False): N_("The text may mean the same working day or one working day."),
    ("working-days", False): N_("Working days are counted; the day of the start is not."),
    ("working-days", True): N_("Working days are counted, the day of filing as the first."),
    ("calendar-days", False): N_("Calendar days are counted; the day of the start is not."),
    ("calendar-days", True): N_("Calendar days are counted, the day of filing as the first."),
    ("months", False): N_("A term in months ends on the same date of its last month."),
    ("clock", False): N_(
        "The hours run through days off too; the hour of the start is not known, so it may end on this day or the next."
    ),
}
THEN = N_(
    "The second amount follows the first: a day that was counted is over, so hours after it begin on the next working day."
)
MONTH_END = N_("The last month of the term has no such date, so its last day is taken.")
MOVED = N_(
    "The last day is a day off. The text does not say what follows from that; by the setting of the program the term ends on "
    "the next working day."
)
PASSED = N_("Days off passed over: {n}.")
WORKED = N_("Counted as working, though usually off: {days}.")
LEAST = N_("The text sets only the shortest time, so there is no due day; at the earliest it ends on: {day}.")
FROM_EVENT = N_("The term does not count from the filing but from this event: {event}.")
EVENT_ON_DAY_OFF = N_(
    "That is a day off. The text does not say from which day the term counts then; by the setting of the program it counts "
    "from the next working day: {day}."
)
INSIDE = N_("It runs inside another step and is not added to the sum. The number of that step: {n}.")
FILING: dict[bool | None, str] = {
    True: N_("The day of filing is the first day of a term: such is the setting, which may differ by channel."),
    False: N_("The day of filing is not counted: such is the setting, which may differ by channel."),
    None: N_("Whether the day of filing is counted depends on the channel, which is not chosen yet."),
}
FILED_ON_DAY_OFF = N_(
    "The documents were filed on a day off. The text does not say from which day the terms count then; by the setting of the "
    "program they count from the next working day: {day}."
)
OPEN_STEP = N_("Whether this step takes place depends on the answers: {questions}")
OPEN_DAYS = N_("The days depend on the answers: {questions}")
REPLACED = N_("Steps of one number replace each other, and the text does not say which of them applies here.")
UNSAID_STEP = N_("The text does not settle whether this step takes place.")
UNSAID_DAYS = N_("The text does not settle which steps take place before this one, so its days are not known.")
HOURS = N_(
    "At which hour of the day the documents are filed and each step is done is not known, and a working day is taken to last "
    "at least {n} hours: such is the setting of the program. So there is an earliest and a latest possible last day."
)
NO_END = N_("Nothing says by when these steps are done at the latest, so there is no last day. Their numbers: {steps}.")
TWO_WAYS = N_("The text of these steps may be understood in two ways. Their numbers: {steps}.")
EXTENDED = N_("The extension or suspension that applies here moves the last day; without it the last day is: {day}.")
NOT_EXTENDED = N_(
    "An extension or suspension applies here, and by how much it moves the last day is not settled, so there is none; "
    "without it the last day is: {day}."
)
NO_CALENDAR = N_("No term has been counted: the working calendar at hand has no data for {year}.")
CLOSED = N_("Nothing can be filed in this way here: {channel}. So it has no procedure, no term and no last day.")


def counting_reason(placed: Placed) -> Text:
    """Of one term counted from a known day."""
    return joined(" ", _counting(placed))


def _counting(placed: Placed) -> Iterator[Text]:
    early, late = placed
    if placed.how in NEVER_DUE:
        yield in_both(UNCOUNTED[placed.how])
        return
    yield in_both(MONTH_END if early.month_end or late.month_end else COUNTED[placed.how, early.counts_start])
    if early.then is not None:
        yield in_both(THEN)
    moved = early.moved or late.moved
    if placed.skipped and not moved:
        yield in_both(PASSED, n=len(placed.skipped))
    if placed.worked:
        yield in_both(WORKED, days=", ".join(short_day(one.day) for one in placed.worked))
    if moved:
        yield in_both(MOVED)
    if early.least:
        yield in_both(LEAST, day=day_text(early.end.day))


def step_because(ledger: Ledger, row: StepRow) -> Text:
    return joined(" ", _step_parts(ledger, row))


def _step_parts(ledger: Ledger, row: StepRow) -> Iterator[Text]:
    decision = ledger.decision
    if row.alternative:
        yield in_both(OPEN_STEP, questions=asked(decision, row.occurs_on)) if row.occurs_on else _unsettled(ledger, row.step)
    if row.step.part_of is not None:
        yield in_both(INSIDE, n=row.step.part_of)
    yield from _from_event(decision, row.step, row.placed)
    if row.placed is not None:
        yield counting_reason(row.placed)
    elif row.days_on:
        yield open_days(decision, row.days_on)
    elif row.occurs_on or not row.alternative:
        yield in_both(UNSAID_DAYS)


def _unsettled(ledger: Ledger, step: Step) -> Text:
    """Steps of one number that the case rules out replace nothing in it."""
    alike = [one for one in ledger.rows if one.step.step == step.step]
    return in_both(REPLACED if len(alike) > 1 else UNSAID_STEP)


def _from_event(decision: Decision, rule: Step | StatedTerm, placed: Placed | None) -> Iterator[Text]:
    if rule.from_ is None:
        return
    day = decision.case.events.get(rule.from_)
    name = plan_of(decision).events[rule.from_]
    event = name if day is None else Text(f"{name.kk} ({short_day(day)})", f"{name.ru} ({short_day(day)})")
    yield in_both(FROM_EVENT, event=event)
    if day is not None and placed and placed.starts and placed.starts.latest > day:
        yield in_both(EVENT_ON_DAY_OFF, day=day_text(placed.starts.latest))


NO_TEXT = N_("The text of the act is not at hand, so no last day is drawn from anything.")


def stated_because(ledger: Ledger, stated: Stated) -> Text:
    decision = ledger.decision
    if decision.edition.text == "elsewhere":
        return in_both(NO_TEXT)
    event = _from_event(decision, stated.term, stated.placed)
    counted = counting_reason(stated.placed) if stated.placed else open_days(decision, stated.depends_on)
    return joined(" ", [*event, counted, *_moving(stated.usual, stated.dues, stated.moved)])


def end_because(ledger: Ledger) -> Text | None:
    """Why the steps have no one last day, or what moved it; nothing where there is nothing to say."""
    parts = list(_moving(ledger.usual_end, ledger.end, ledger.moved))
    counted = [(str(row.step.step), row.placed) for row in ledger.rows if row.placed and row.step.part_of is None]
    if ledger.end is None:
        parts += _numbered(NO_END, (no for no, placed in counted if placed.opens and placed.how != "lost"))
    elif ledger.end.between:
        parts += [in_both(HOURS, n=LEAST_WORKING_HOURS)] if any(placed.by_hours for _, placed in counted) else []
        parts += _numbered(TWO_WAYS, (no for no, placed in counted if placed.how == "day-or-next"))
    return joined(" ", parts) if parts else None


def _numbered(message: str, steps: Iterable[str]) -> Iterator[Text]:
    if numbers := ", ".join(dict.fromkeys(steps)):
        yield in_both(message, steps=numbers)


def _moving(usual: Days | None, end: Days | None, moved: bool) -> Iterator[Text]:
    """What the extensions and suspensions that are met do to a last day."""
    if moved and usual is not None:
        yield in_both(EXTENDED if end else NOT_EXTENDED, day=days_text(usual))


def closed_because(ledger: Ledger, closed: Closed) -> Text:
    return in_both(CLOSED, channel=value_named(plan_of(ledger.decision).facts[CHANNEL], closed.channel))


def uncounted_because(year: int) -> Text:
    return in_both(NO_CALENDAR, year=year)


def open_days(decision: Decision, facts: Iterable[str]) -> Text:
    return in_both(OPEN_DAYS, questions=asked(decision, facts))


def filing_because(filing: Filing) -> Text:
    """Whether the day of filing counts, and from which day on if it is a day off."""
    moved = moved_filing(filing)
    return joined(" ", [in_both(FILING[filing.counts]), *([moved] if moved else [])])


def moved_filing(filing: Filing | None) -> Text | None:
    """Of documents filed on a day off, from which day the terms count, and by what."""
    return in_both(FILED_ON_DAY_OFF, day=day_text(filing.counted_from)) if filing and filing.skipped else None


def asked(decision: Decision, facts: Iterable[str]) -> Text:
    known = plan_of(decision).facts
    return clauses(known[fact].asked(decision.case.addressee) for fact in facts)


def days_text(days: Days) -> Text:
    """A day, or the earliest and the latest possible one."""
    if days.one:
        return Text(short_day(days.one), short_day(days.one))
    first, last = map(short_day, days)
    return in_both(N_("no earlier than {first}, no later than {last}"), first=first, last=last)

"""What a ledger comes to, in whole sentences: the sums, the total terms of the text, the pauses, the days off by name."""

from collections.abc import Iterable, Iterator

from eligibility.answer.amounts import SUMS, term_text
from eligibility.answer.places import cite_text
from eligibility.answer.sources import source_text
from eligibility.answer.term_reasons import NO_TEXT, closed_because, days_text, end_because
from eligibility.law.calendar import DayOff
from eligibility.law.vocabulary import Home
from eligibility.reasoning.derivation import plan_of
from eligibility.terms.course import Days
from eligibility.terms.ledger import Ledger, Paused, Stated, Sum
from eligibility.words.catalogue import in_both
from eligibility.words.days import short_day
from eligibility.words.joining import alternatives, clauses, joined, with_place
from eligibility.words.text import LANGS, N_, Text

START_AND_DUE = N_("start: {start}; due: {due}")


def totals(ledger: Ledger) -> Iterator[Text]:
    if ledger.closed:
        yield closed_because(ledger, ledger.closed)
        return
    if ledger.decision.edition.text == "elsewhere":
        yield from (_known(one) for one in ledger.stated)
        yield in_both(NO_TEXT)
        return
    yield from (_stated(one, ledger.home) for one in ledger.stated)
    yield from _not_told(ledger)
    if ledger.rows:
        yield from _of_steps(ledger)


def _not_told(ledger: Ledger) -> Iterator[Text]:
    """What is not said, as against what is not at hand."""
    held = ledger.decision.edition.at_hand
    if not ledger.stated:
        yield from (
            _elsewhere(ledger)
            if ledger.decision.edition.terms_from
            else [in_both(NO_TOTAL if held("stated_terms") else TOTAL_NOT_HELD)]
        )
    if not ledger.rows:
        yield in_both(NO_STEPS if held("steps") else STEPS_NOT_HELD)


def _elsewhere(ledger: Ledger) -> Iterator[Text]:
    """Where the text points to for the total term, so that nobody takes the steps for it."""
    acts = plan_of(ledger.decision).acts
    for one in ledger.decision.edition.terms_from:
        yield with_place(in_both(TOTAL_OF_STANDARD, para=one.para, act=acts[one.act]), cite_text(ledger.home, one.cite))


TOTAL_OF_STANDARD = N_(
    "The total term is that of paragraph {para} of the Standard, whose text is not at hand. "
    "The Standard was approved by: {act}."
)
NO_TOTAL, TOTAL_NOT_HELD = (
    N_("The text states no total term."),
    N_("The part of the text on the total term is not at hand."),
)
NO_STEPS, STEPS_NOT_HELD = N_("The text at hand names no steps."), N_("The part of the text on the steps is not at hand.")


def _of_steps(ledger: Ledger) -> Iterator[Text]:
    if ledger.sums:
        amounts = clauses(_amount(one) for one in ledger.largest_first)
        yield in_both(N_("The sum of the steps, which is not a term of the text: {amounts}."), amounts=amounts)
        if ledger.unsummed:
            yield in_both(N_("Steps whose term cannot be added are not in this sum."))
    if any(row.placed and row.placed.how in ("open", "repeated") and row.step.part_of is None for row in ledger.rows):
        yield in_both(N_("Steps without a due day add nothing to the sum or the days, so it may take longer."))
    if ledger.end is not None:
        yield in_both(N_("By the terms of the steps, the last day is: {day}."), day=days_text(ledger.end))
    if because := end_because(ledger):
        yield because
    elif ledger.end is None and any(row.dues is not None or row.placed is None for row in ledger.rows):
        yield in_both(N_("The last day is not determined yet."))


def _stated(stated: Stated, home: Home) -> Text:
    said = in_both(N_("Total term by the text: {term} ({text})."), term=term_text(stated.term.duration), text=stated.term.text)
    parts = [with_place(said, cite_text(home, stated.term.cite))]
    if stated.holds is None:
        parts.append(in_both(N_("It is not determined yet whether this applies.")))
    if stated.dues is not None:
        parts.append(in_both(N_("Its last day: {day}."), day=days_text(stated.dues)))
    parts += [flag.text for flag in stated.flags]
    return joined(" ", parts)


def _known(stated: Stated) -> Text:
    """A term that is known from elsewhere."""
    term = stated.term
    told = in_both(N_("Term as far as known: {term} ({text})."), term=term_text(term.duration), text=term.text)
    return joined(" ", (told, source_text(term.known))) if term.known else told


def _amount(found: Sum) -> Text:
    n = alternatives(Text(str(value), str(value)) for value in found.possible)
    return in_both(SUMS[found.unit], n=n)


def pause_text(paused: Paused, home: Home) -> Text:
    pause, parts = paused.pause, [with_place(paused.pause.text, cite_text(home, paused.pause.cite))]
    if pause.duration is not None:
        parts.append(in_both(N_("Its length: {term}."), term=term_text(pause.duration)))
    if pause.notice is not None:
        parts.append(in_both(N_("The recipient is told: {term}."), term=term_text(pause.notice)))
    if paused.holds is None:
        parts.append(in_both(N_("It is not determined yet whether this applies.")))
    parts += [flag.text for flag in paused.flags]
    return joined(" ", parts)


def from_to(starts: Days | None, dues: Days | None) -> Text | None:
    """When a step runs: a dash stands between two days, never between two pairs of days."""
    known = [days for days in dict.fromkeys((starts, dues)) if days]
    if len(known) < 2:
        return days_text(known[0]) if known else None
    start, due = known
    if start.one and due.one:
        return Text(*(f"{short_day(start.one)} – {short_day(due.one)}" for _ in LANGS))
    return in_both(START_AND_DUE, start=days_text(start), due=days_text(due))


def off_text(off: DayOff) -> Text:
    return in_both(N_("{name} (the date is an estimate)"), name=off.name) if off.estimated else off.name


def off_by_name(days: Iterable[DayOff]) -> Iterator[Text]:
    """Days off with their reasons, those with the same reason together, in the order of their first days."""
    named: dict[Text, list[str]] = {}
    for off in days:
        named.setdefault(off_text(off), []).append(short_day(off.day))
    for name, found in named.items():
        listed = ", ".join(found)
        yield Text(f"{name.kk} ({listed})", f"{name.ru} ({listed})")

"""Amounts of time and terms as sentences have them."""

from eligibility.law.vocabulary import Bound, Duration, Unit
from eligibility.words.catalogue import catalogue, in_both
from eligibility.words.joining import conjoined
from eligibility.words.text import LANGS, N_, NN_, Text

UNITS: dict[Unit, tuple[str, str]] = {
    "minutes": NN_("{n} minute", "{n} minutes"),
    "hours": NN_("{n} hour", "{n} hours"),
    "working-hours": NN_("{n} working hour", "{n} working hours"),
    "working-days": NN_("{n} working day", "{n} working days"),
    "calendar-days": NN_("{n} calendar day", "{n} calendar days"),
    "months": NN_("{n} month", "{n} months"),
}
"""as they stand after «within», «no more than»; where nothing, or «exactly», is said of the amount, it is `BARE`"""
BARE: dict[Unit, tuple[str, str]] = {
    "minutes": NN_("{n} minute long", "{n} minutes long"),
    "hours": NN_("{n} hour long", "{n} hours long"),
    "working-hours": NN_("{n} working hour long", "{n} working hours long"),
    "working-days": NN_("{n} working day long", "{n} working days long"),
    "calendar-days": NN_("{n} calendar day long", "{n} calendar days long"),
    "months": NN_("{n} month long", "{n} months long"),
    "times-per-day": NN_("{n} time a day", "{n} times a day"),
}
"""as they stand alone, and on a letter"""
BOUNDS: dict[Bound, str] = {
    "within": N_("within {amount}"),
    "at-most": N_("no more than {amount}"),
    "exactly": N_("{amount} exactly"),
    "not-before": N_("no sooner than {amount}"),
    "at-least": N_("no less than {amount}"),
}
SUMS: dict[Unit, str] = {
    "months": N_("months: {n}"),
    "calendar-days": N_("calendar days: {n}"),
    "working-days": N_("working days: {n}"),
    "working-hours": N_("working hours: {n}"),
    "hours": N_("hours: {n}"),
    "minutes": N_("minutes: {n}"),
}
"""as sums of steps list them"""
TIMES_A_DAY: dict[Bound | None, tuple[str, str]] = {
    "at-most": NN_("no more than {n} time a day", "no more than {n} times a day"),
    "at-least": NN_("no less than {n} time a day", "no less than {n} times a day"),
}


def duration_text(duration: Duration) -> Text:
    if duration.unit == "within-working-day":
        same = duration.bound == "exactly"
        return in_both(N_("on the same working day")) if same else in_both(N_("within the working day"))
    if duration.value is None or duration.unit == "unstated":
        return in_both(N_("the term is not stated"))
    if duration.unit == "times-per-day":
        return _counted(TIMES_A_DAY.get(duration.bound, BARE["times-per-day"]), duration.value)
    units = BARE if duration.bound in (None, "exactly") else UNITS
    amount = _counted(units[duration.unit], duration.value)
    if duration.plus is not None:
        amount = conjoined([amount, _counted(units[duration.plus.unit], duration.plus.value)])
    return in_both(BOUNDS[duration.bound], amount=amount) if duration.bound else amount


def amount_text(unit: Unit, count: int, figure: Text) -> Text:
    """An amount by itself, its figure written as it is given: «8 (сегіз) жұмыс күні», «8 (восемь) рабочих дней»."""
    return Text(*(catalogue(lang).plural(*BARE[unit], count).format(n=figure[lang]) for lang in LANGS))


def _counted(messages: tuple[str, str], n: int) -> Text:
    return Text(*(catalogue(lang).plural(*messages, n).format(n=n) for lang in LANGS))


def term_text(duration: Duration | None) -> Text:
    """A term as the act gives it, whether or not it can be counted."""
    if duration is None:
        return in_both(N_("the term is not stated"))
    if duration.unit == "unstated" and duration.value is not None:
        return in_both(N_("days: {n}; whether working or calendar days, the text does not say"), n=duration.value)
    return duration_text(duration)

"""Counts and terms as official letters write them: the figure, then the number in words."""

from functools import lru_cache

from eligibility.answer.amounts import amount_text, term_text
from eligibility.law.vocabulary import Bound, Duration, Unit
from eligibility.words.catalogue import in_both
from eligibility.words.joining import conjoined
from eligibility.words.text import LANGS, N_, Lang, Text

CODES: dict[Lang, str] = {"kk": "kz", "ru": "ru"}
"""the word library's names for the two languages"""

FEMININE: tuple[Unit, ...] = ("minutes",)
"""units whose Russian noun is feminine"""

BOUNDS: dict[Bound | None, str] = {
    None: N_("the term: {amount}"),
    "within": N_("the term: {amount}"),
    "at-most": N_("the longest term: {amount}"),
    "exactly": N_("the exact term: {amount}"),
    "not-before": N_("the shortest term: {amount}"),
    "at-least": N_("the shortest term: {amount}"),
}
TIMES_A_DAY: dict[Bound | None, str] = {
    "at-most": N_("the most times a day: {n}"),
    "at-least": N_("the fewest times a day: {n}"),
}


@lru_cache(1024)
def number_words(number: int, lang: Lang, feminine: bool = False) -> str:
    from num2words import num2words

    more = {"gender": "f"} if feminine and lang == "ru" else {}
    return str(num2words(number, lang=CODES[lang], **more))


def count_words(count: int, lang: Lang) -> str:
    """«8 (сегіз)», «8 (восемь)»."""
    return f"{count} ({number_words(count, lang)})"


def amount(value: int, unit: Unit) -> Text:
    return amount_text(unit, value, figure(value, unit in FEMININE))


def figure(value: int, feminine: bool = False) -> Text:
    """A number with its words, in both languages."""
    return Text(*(f"{value} ({number_words(value, lang, feminine)})" for lang in LANGS))


def amounts(value: int, duration: Duration) -> Text:
    """The amount of a term, with the second one where it has two."""
    said = amount(value, duration.unit)
    if duration.plus is None:
        return said
    return conjoined([said, amount(duration.plus.value, duration.plus.unit)])


def term(duration: Duration | None) -> Text | None:
    """A term as the act gives it; nothing where it gives none."""
    if duration is None or (duration.value is None and duration.unit != "within-working-day"):
        return None
    if duration.value is None or duration.unit in ("within-working-day", "unstated"):
        return term_text(duration)
    if duration.unit == "times-per-day":
        return _times_a_day(duration.value, duration.bound)
    return in_both(BOUNDS[duration.bound], amount=amounts(duration.value, duration))


def _times_a_day(value: int, bound: Bound | None) -> Text:
    if bound not in TIMES_A_DAY:
        return amount(value, "times-per-day")
    return in_both(TIMES_A_DAY[bound], n=Text(*(count_words(value, lang) for lang in LANGS)))

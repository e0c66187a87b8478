"""What people type, as the answer they mean by it. All that is typed comes in small letters, without spaces around it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from eligibility.answer.question import Option, Question, QuestionKind
from eligibility.interview.reply import Reply
from eligibility.law.condition import Value
from eligibility.law.ordered import Number, exact, is_exact
from eligibility.law.vocabulary import FactType
from eligibility.words.days import day_meant
from eligibility.words.text import N_, Lang

_AMOUNT = re.compile(r"([0-9]{1,3}(?:\s[0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
NOT_KNOWN = {"-", "білмеймін", "білмедім", "белгісіз", "не знаю", "незнаю", "неизвестно"}

_WHOLE = re.compile(r"([0-9]{1,3})(?:\s*([^\W\d_]+)\.?)?")
_COUNTED: dict[FactType, frozenset[str]] = {
    "years": frozenset(("жас", "жаста", "жасар", "лет", "год", "года")),
    "months": frozenset(("ай", "айлық", "мес", "месяц", "месяца", "месяцев")),
}
"""what may stand behind a number of years or months"""
_APART = r"([0-9]{1,2})\s*[./,\s]\s*([0-9]{1,2})\s*[./,\s]\s*([0-9]{4})"
_IN_NUMBERS = re.compile(_APART + "|([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
"""with signs between them or, from a keyboard that has none, without"""
_IN_WORDS = re.compile(r"[0-9]{1,2} [^\W\d_]+ [0-9]{4}|[0-9]{4} жыл[^\W\d_]* [0-9]{1,2} [^\W\d_]+")
_OF_THE_YEAR = re.compile(r"(?<=[0-9]{4})\s*(?:ж|жыл|жылы|жылғы|г|год|года)\.?(?:\s*(?:р\.?|рождения))?$")
"""what may stand behind the year of a day"""


HOW: Mapping[QuestionKind, str] = {
    "options": N_("one or more numbers, with commas between them"),
    "decimal": N_("a number, for example 20 000,50"),
    "date": N_("a date as 31.05.2010"),
    "number": N_("a whole number"),
    "number-or-birth-date": N_("a whole number, or the date of birth as 31.05.2010"),
}
"""what may be typed"""
NOT_UNDERSTOOD: Mapping[QuestionKind, str] = {
    "options": N_("This answer is not understood. Type numbers with commas between them."),
    "decimal": N_("This answer is not understood. Type a number, for example 20 000,50."),
    "date": N_("This answer is not understood. Type a date as 31.05.2010."),
    "option": N_("This answer is not understood. Type one of the numbers."),
    "number": N_("This answer is not understood. Type a whole number."),
    "number-or-birth-date": N_("This answer is not understood. Type a whole number, or a date as 31.05.2010."),
}


def says_unsure(typed: str) -> bool:
    """Whether what was typed means «I don't know»."""
    return typed.rstrip(".!") in NOT_KNOWN


def reply_typed(question: Question, typed: str, lang: Lang) -> Reply | None:
    """The answer to the question; None where it is not understood."""
    match question.kind:
        case "option":
            return option_typed(question.options, typed, lang)
        case "options":
            return options_typed(question.options, typed, lang)
        case "decimal":
            return amount_typed(typed, question.unit[lang] if question.unit else "")
        case "date":
            return day_typed(typed)
        case "number":
            return whole_typed(typed, question)
        case "number-or-birth-date":
            whole = whole_typed(typed, question)
            return day_typed(typed) if whole is None else whole


def option_typed(options: Sequence[Option], typed: str, lang: Lang) -> Value | None:
    """One of the options by its number, from 1, or by its label."""
    at = number_typed(typed, len(options))
    if at is not None:
        return options[at - 1].value
    return {option.label[lang].casefold(): option.value for option in options}.get(typed)


def options_typed(options: Sequence[Option], typed: str, lang: Lang) -> tuple[str, ...] | None:
    """Several of the options, by numbers or labels between commas, in their own order; the line after the last one is none."""
    if number_typed(typed, len(options) + 1) == len(options) + 1:
        return ()
    chosen = [option_typed(options, one.strip(), lang) for one in re.split(r"[,;]", typed)]
    return None if None in chosen else tuple(str(option.value) for option in options if option.value in chosen)


def amount_typed(typed: str, unit: str) -> Number | None:
    """A number as people here write it, «20 000,50», with its unit or without; of «20,000» nobody knows what it means."""
    found = _AMOUNT.fullmatch(typed.removesuffix(unit.casefold()).strip())
    if found is None or _THOUSANDS.fullmatch(found[0]):
        return None
    number = Decimal("".join(found[1].split()) + (f".{found[2]}" if found[2] else ""))
    return exact(number) if is_exact(number) else None


def whole_typed(typed: str, question: Question) -> int | None:
    """A whole number, with what it counts or without: «70», «70 жаста», «6 месяцев»."""
    found = _WHOLE.fullmatch(typed)
    if found is None:
        return None
    counted = _COUNTED.get(question.type, frozenset(question.unit or ()))
    return int(found[1]) if found[2] in (None, *counted) else None


def number_typed(typed: str, most: int) -> int | None:
    """The number of a line, of which there are `most`."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= most else None


def day_typed(typed: str) -> date | None:
    """A day as people here write it, 31.05.2010 or in words, or as the rest of the program does, 2010-05-31."""
    day = _OF_THE_YEAR.sub("", typed)
    if _IN_WORDS.fullmatch(day):
        return day_meant(day)
    numbers = _IN_NUMBERS.fullmatch(day)
    try:
        return date(*map(int, reversed(list(filter(None, numbers.groups()))))) if numbers else date.fromisoformat(day)
    except ValueError:
        return None


def no_such_day(typed: str) -> bool:
    """Whether a day was typed that no calendar has, as 31.02.1946."""
    day = _OF_THE_YEAR.sub("", typed)
    return bool(_IN_WORDS.fullmatch(day) or _IN_NUMBERS.fullmatch(day)) and day_typed(typed) is None

"""What people type, as the answer they mean by it. All that is typed comes in small letters, without spaces around it."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from eligibility.answer.question import Option, Question
from eligibility.interview.reply import Reply
from eligibility.law.condition import Value
from eligibility.law.ordered import Number, exact, is_exact
from eligibility.words.text import Lang

_AMOUNT = re.compile(r"([0-9]{1,3}(?:\s[0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
NOT_KNOWN = {"-", "білмеймін", "білмедім", "белгісіз", "не знаю", "незнаю", "неизвестно"}


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
        case kind if typed.isascii() and typed.isdigit():
            return int(typed) if len(typed) < 4 else None
        case kind:
            return day_typed(typed) if kind == "number-or-birth-date" else None


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


def number_typed(typed: str, most: int) -> int | None:
    """The number of a line, of which there are `most`."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= most else None


def day_typed(typed: str) -> date | None:
    """A day as people here write it, 31.05.2010, or as the rest of the program does, 2010-05-31."""
    day = re.sub(r"^(\d\d?)[./](\d\d?)[./](\d{4})$", lambda found: f"{found[3]}-{found[2]:>02}-{found[1]:>02}", typed)
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None

"""What people type, as the answer they mean by it. All that is typed comes in small letters, without spaces around it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from eligibility.answer.question import Option, Question
from eligibility.interview.reply import Reply
from eligibility.law.condition import Value
from eligibility.words.text import Lang

NOT_KNOWN = {"-", "білмеймін", "білмедім", "белгісіз", "не знаю", "незнаю", "неизвестно"}


def says_unsure(typed: str) -> bool:
    """Whether what was typed means «I don't know»."""
    return typed.rstrip(".!") in NOT_KNOWN


def reply_typed(question: Question, typed: str, lang: Lang) -> Reply | None:
    """The answer to the question; None where it is not understood."""
    if question.options:
        return option_typed(question.options, typed, lang)
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        return int(typed)
    return day_typed(typed) if question.kind == "number-or-birth-date" else None


def option_typed(options: Sequence[Option], typed: str, lang: Lang) -> Value | None:
    """One of the options by its number, from 1, or by its label."""
    at = number_typed(typed, len(options))
    if at is not None:
        return options[at - 1].value
    return {option.label[lang].casefold(): option.value for option in options}.get(typed)


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


def names_typed(names: Mapping[str, str], typed: str) -> list[str]:
    """The ids of the names in which all words typed occur, whatever their endings; an id itself will do."""
    return [id for id, name in names.items() if typed == id or _speaks_of(name.casefold(), typed.split())]


def _speaks_of(name: str, asked: Sequence[str]) -> bool:
    return all(word[: max(3, len(word) - 2)] in name for word in asked)

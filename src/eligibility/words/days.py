"""Days as official texts write them."""

import re
from datetime import date

from eligibility.words.text import Text

_KK = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан")
_RU = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")


def day_text(day: date) -> Text:
    """A day with the month in words."""
    return Text(f"{day.year} жылғы {day.day} {_KK[day.month - 1]}", f"{day.day} {_RU[day.month - 1]} {day.year} года")


def short_day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def day_meant(text: str) -> date | None:
    """The day that a text writes in numbers, or as official texts do; the day of 10.04.2015 is the tenth."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,4}", text)]
    words = re.findall(r"[^\W\d_]+", text.casefold())
    months = [at % 12 + 1 for at, month in enumerate((*_KK, *_RU)) if any(word.startswith(month) for word in words)]
    numbers[1:1] = months[:1]
    if len(numbers) != 3:
        return None
    first, month, last = numbers
    year, day = (first, last) if first > last else (last, first)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_day_text(at: tuple[int, int]) -> Text:
    """A day of any year, by its month and number."""
    month, day = at
    return Text(f"{day} {_KK[month - 1]}", f"{day} {_RU[month - 1]}")

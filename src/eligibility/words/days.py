"""Days as official texts write them."""

from datetime import date

from eligibility.words.text import Text

_KK = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан")
_RU = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")


def day_text(day: date) -> Text:
    """A day with the month in words."""
    return Text(f"{day.year} жылғы {day.day} {_KK[day.month - 1]}", f"{day.day} {_RU[day.month - 1]} {day.year} года")


def short_day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def month_day_text(at: tuple[int, int]) -> Text:
    """A day of any year, by its month and number."""
    month, day = at
    return Text(f"{day} {_KK[month - 1]}", f"{day} {_RU[month - 1]}")

"""Plain data read strictly: each piece knows where it stands, and all mistakes are found before anything is refused."""

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import NO_NAMES, Names, masked, mistyped
from eligibility.diagnostics.refusal import Refused

Steps = tuple[str | int, ...]
"""the keys and numbers that lead to a piece of data"""
Where = Callable[[Steps], Place | str]
"""the place that steps lead to, as the reader of a message finds it"""

Word = TypeVar("Word", bound=str)

MAX_TEXT = 500
UNPRINTABLE = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")


def dotted(steps: Steps) -> str:
    """«submitted[0].expired_on»"""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def unnamed() -> Names:
    return NO_NAMES


class Reading:
    """A piece of data. An id, a word, a day or a text that is not there is read as None, one that is wrong is a mistake too."""

    __slots__ = ("_steps", "_where", "data", "found")

    def __init__(self, data: Any, where: Where = dotted, steps: Steps = (), found: list[Diagnostic] | None = None) -> None:
        self.data = data
        self.found: list[Diagnostic] = [] if found is None else found
        self._where, self._steps = where, steps

    def report(self, code: str, /, **values: object) -> None:
        self.found.append(Diagnostic(code, self._where(self._steps), **values))

    def check(self) -> None:
        """Refuses, where anything was wrong in any piece."""
        if self.found:
            raise Refused(self.found)

    def under(self, *steps: str | int) -> "Reading":
        """The same data, told at a place below."""
        return Reading(self.data, self._where, (*self._steps, *steps), self.found)

    def at(self, key: str) -> "Reading":
        """What stands under a key, told at its own place."""
        return Reading(self.data.get(key), self._where, (*self._steps, masked(key)), self.found)

    def of(self, key: str) -> "Reading":
        """What stands under a key, told at the place of the whole."""
        return self.instead(self.data.get(key))

    def instead(self, data: Any) -> "Reading":
        """Other data, told at the same place."""
        return Reading(data, self._where, self._steps, self.found)

    def required(self, key: str) -> "Reading":
        if self.data is None:
            self.report("missing-key", key=key)
        return self

    def mapping(self, code: str, most: int | None = None, **values: object) -> Mapping[Any, Any] | None:
        return self.data if self._holds(isinstance(self.data, Mapping), most, code, values) else None

    def entries(self, code: str, most: int | None = None, **values: object) -> tuple["Reading", ...] | None:
        """The entries of a list, each told at its own place."""
        if not self._holds(isinstance(self.data, (list, tuple)), most, code, values):
            return None
        return tuple(self.instead(entry).under(index) for index, entry in enumerate(self.data))

    def _holds(self, as_told: bool, most: int | None, code: str, values: Mapping[str, object]) -> bool:
        if as_told and (most is None or len(self.data) <= most):
            return True
        self.report(code, **values)
        return False

    def strangers(self, known: Collection[str], names: Callable[[], Names] = unnamed) -> Iterator[dict[str, str]]:
        """Of each key that is none of the known ones what a message says of it."""
        for key in self.data:
            if key not in known:
                yield mistyped(str(key), known, names())

    def id(self, known: Collection[str], code: str, names: Callable[[], Names] = unnamed) -> str | None:
        """One of the known ids; of a wrong one `names` help to say which is meant."""
        if self.data is None:
            return None
        if isinstance(self.data, str) and self.data in known:
            return self.data
        self.report(code, **mistyped(str(self.data), known, names()))
        return None

    def word(self, known: tuple[Word, ...], names: Callable[[], Names] = unnamed) -> Word | None:
        """One of a few words of the program's own."""
        typed = self.id(known, "unknown-value", names)
        return next((word for word in known if word == typed), None)

    def day(self, code: str = "not-a-date", **values: object) -> date | None:
        if self.data is None or (isinstance(self.data, date) and not isinstance(self.data, datetime)):
            return self.data
        day = iso_date(self.data)
        if day is None:
            self.report(code, **(values or {"id": masked(self.data)}))
        return day

    def text(self) -> str | None:
        """A text that can be printed; it never comes back in a message, for it may be a person's."""
        if self.data is None or (isinstance(self.data, str) and is_plain_text(self.data)):
            return self.data
        self.report("wrong-text", limit=MAX_TEXT)
        return None


def iso_date(value: Any) -> date | None:
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return found if found.isoformat() == value else None


def is_plain_text(value: str) -> bool:
    """Whether a text can be printed: not too long, with no sign that turns the writing, breaks the page or is unassigned."""
    return len(value) <= MAX_TEXT and not any(unicodedata.category(sign) in UNPRINTABLE for sign in value)

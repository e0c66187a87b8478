"""Terms in Kazakh words: «отыз минуттан аспайды», «9 жұмыс күні ішінде», «күнтізбелік 9 (тоғыз) күн»."""

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["NUMBER_WORDS", "Found", "Term", "bounds_in", "terms_in", "terms_with_places"]

ONES = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
TENS = {"он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60}
NUMBER_WORDS = {
    **{word: value for value, word in enumerate(ONES, start=1)},
    **TENS,
    **{f"{ten} {one}": base + value for ten, base in TENS.items() for value, one in enumerate(ONES, start=1)},
}
WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBER = rf"(?:(?P<digits>\b\d+)(?: ?\((?P<same>{WORDS})\))?|\b(?P<words>{WORDS}))"
PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), unit)
    for pattern, unit in (
        (rf"\bкүніне {NUMBER} рет\w*(?: кем емес)?", "times-per-day"),
        (rf"\bкүнтізбелік {NUMBER} күн\w*", "calendar-days"),
        (rf"{NUMBER} күнтізбелік күн\w*", "calendar-days"),
        (rf"{NUMBER} жұмыс күн\w*", "working-days"),
        (rf"{NUMBER} жұмыс сағат\w*", "working-hours"),
        (rf"{NUMBER} сағат\w*", "hours"),
        (rf"{NUMBER} минут\w*", "minutes"),
        (rf"{NUMBER} ай(?:ға|дан|ы)?\b", "months"),
        (rf"{NUMBER} күн\b", "days"),
        (r"(?:(?<!\S)|(?<=\())(?:сол )?жұмыс күні?\b(?= ішінде|\.)", "within-working-day"),
        (r"\bжүгінген күні\b(?= көрсетіледі)", "within-working-day"),
    )
)
BOUNDS = (
    (re.compile(r"[\s,)]*ішінде\b"), "within"),
    (re.compile(r"\s*(?:аспай\w*|дейін\b)"), "at-most"),
    (re.compile(r"\s*ерте емес"), "not-before"),
    (re.compile(r"\s*(?:кем емес|кемінде)"), "at-least"),
)
"""how the words after a term bind it"""
SAME_DAY = re.compile(r"\b(?:сол жұмыс|жүгінген) күні", re.IGNORECASE)
AND_ANOTHER = re.compile(r"\s*және\s*")


@dataclass(frozen=True, slots=True, order=True)
class Term:
    unit: str
    """as in the rule files, and `days` where the text does not say of which kind"""
    value: int | None

    def __str__(self) -> str:
        return self.unit if self.value is None else f"{self.value} {self.unit}"


@dataclass(frozen=True, slots=True)
class Found:
    term: Term
    start: int
    end: int
    same_in_words: bool
    """the number in brackets says the same as the digits"""


def terms_in(text: str) -> list[Term]:
    """Every term the text names, in its order."""
    return [found.term for found in terms_with_places(text)]


def terms_with_places(text: str) -> list[Found]:
    places: list[Found] = []
    for pattern, unit in PATTERNS:
        for match in pattern.finditer(text):
            if any(found.start < match.end() and match.start() < found.end for found in places):
                continue
            places.append(_found(match, unit))
    return sorted(places, key=lambda found: found.start)


@cache
def bounds_in(text: str, term: Term) -> tuple[str | None, ...]:
    """How the text binds the term, at each place that names it: nothing where it gives the bare amount."""
    places = terms_with_places(text)
    return tuple(_bound(text, at, places) for at, found in enumerate(places) if found.term == term)


def _bound(text: str, at: int, places: list[Found]) -> str | None:
    """«1 жұмыс күні және 7 жұмыс сағаты ішінде» binds both; «жұмыс күні ішінде» is a kind of term, bound by its name."""
    found = places[at]
    joins = AND_ANOTHER.match(text, found.end)
    if joins and at + 1 < len(places) and places[at + 1].start == joins.end():
        return _bound(text, at + 1, places)
    if found.term.unit == "within-working-day":
        return "exactly" if SAME_DAY.match(text, found.start) else None
    if text.endswith("кем емес", found.start, found.end):
        return "at-least"
    return next((bound for words, bound in BOUNDS if words.match(text, found.end)), None)


def _found(match: re.Match[str], unit: str) -> Found:
    groups = match.groupdict()
    digits, words, same = groups.get("digits"), groups.get("words"), groups.get("same")
    value = int(digits) if digits else NUMBER_WORDS[words.lower()] if words else None
    agrees = same is None or NUMBER_WORDS[same.lower()] == value
    return Found(Term(unit, value), match.start(), match.end(), agrees)

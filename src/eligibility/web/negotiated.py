"""What a reader likes best of what there is, by the headers that say so."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from eligibility.words.text import Lang

HTML = "text/html"
MAX_RANGES = 20
"""of a header that are looked at"""

Type = TypeVar("Type", bound=str)


def language_of(accepted: str) -> Lang:
    """The better liked of the two languages; Kazakh where neither or both are alike."""
    liked: dict[str, float] = {}
    for name, weight in _ranges(accepted):
        lang = name.partition("-")[0]
        liked[lang] = max(weight, liked.get(lang, 0.0))
    others = liked.get("*", 0.0)
    return "ru" if liked.get("ru", others) > liked.get("kk", others) else "kk"


def type_of(accepted: str, offered: Iterable[Type]) -> Type | None:
    """The best liked of the types offered, the first of those alike; None where none will do."""
    liked = dict(_ranges(accepted or "*/*"))
    best, most = None, 0.0
    for type in offered:
        weight = next((liked[name] for name in (type, f"{type.partition('/')[0]}/*", "*/*") if name in liked), 0.0)
        if weight > most:
            best, most = type, weight
    return best


def goes_to_page(accepted: str) -> bool:
    """Whether a browser asks that will show what comes, and remember it; no script or program likes a page best."""
    return type_of(accepted, ("application/json", HTML)) == HTML


def takes(accepted: str, coding: str) -> bool:
    """Whether what is sent may be packed so."""
    return dict(_ranges(accepted)).get(coding, 0.0) > 0.0


def _ranges(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted.split(",", MAX_RANGES)[:MAX_RANGES]:
        name, *parameters = part.strip().lower().split(";")
        weights = [_weight(value) for key, _, value in (one.strip().partition("=") for one in parameters) if key.strip() == "q"]
        yield name.strip(), min(weights, default=1.0)


def _weight(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0

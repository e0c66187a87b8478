"""The page of a review: one file that needs nothing else, to be printed and signed."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eligibility.files import resource
from eligibility.review.mismatch import Mismatch
from eligibility.review.rests_on import SharedEntry
from eligibility.review.review_words import CHANGE_KINDS, EDITION_KINDS, OUTCOMES
from eligibility.review.reviewing import RuleReview
from eligibility.review.told_changes import shared_name
from eligibility.words.catalogue import Catalogue, catalogue, fill
from eligibility.words.days import day_text
from eligibility.words.text import Lang

FOLDER, PAGE = "review", "page.html.j2"
APART = "\u202f"
"""between thousands"""


def review_page(review: RuleReview, lang: Lang, day: date) -> str:
    speaks = catalogue(lang)

    def say(message: str, **values: object) -> str:
        return fill(lang, message, values) if values else speaks(message)

    def said(difference: Mismatch) -> str:
        return difference.said(speaks)

    def shared_names(entries: Iterable[SharedEntry]) -> str:
        return "; ".join(shared_name(one)[lang] for one in entries)

    return (
        _environment()
        .get_template(PAGE)
        .render(
            review=review,
            lang=lang,
            day=day_text(day),
            say=say,
            said=said,
            shared_names=shared_names,
            kinds=_said(CHANGE_KINDS, speaks),
            edition_kinds=_said(EDITION_KINDS, speaks),
            outcomes=_said(OUTCOMES, speaks),
            ids={edition.key: f"e{at}" for at, edition in enumerate(review.editions, 1)},
            footer=f"{review.old.digest[:19]} → {review.new.digest[:19]}",
        )
    )


def _said(words: Mapping[Any, str], speaks: Catalogue) -> dict[Any, str]:
    return {key: speaks(message) for key, message in words.items()}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(resource("templates") / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["count"] = _count
    return made


def _count(number: int) -> str:
    return f"{number:,}".replace(",", APART)

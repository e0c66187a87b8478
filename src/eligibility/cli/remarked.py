"""Remarks on the text as a terminal shows them."""

from collections.abc import Iterable

from eligibility.answer.answer import Answer
from eligibility.answer.places import cite_text
from eligibility.cli.language import lang
from eligibility.cli.output import put
from eligibility.law.edition import Flag


def flagged(answer: Answer, flags: Iterable[Flag], indent: int, annex: int | None = None) -> None:
    """Remarks on the text under the rule they are about; `annex` where they are of another act's."""
    for flag in flags:
        place = cite_text(annex or answer.edition.annex, flag.cite)
        put(f"! {flag.text[lang()]} ({place[lang()]})", "dim", indent=indent, hang=2)

"""Remarks on the text as a terminal shows them."""

from collections.abc import Iterable

from eligibility.answer.answer import Answer
from eligibility.answer.places import cite_text
from eligibility.cli.language import lang
from eligibility.cli.output import put
from eligibility.law.edition import Flag
from eligibility.law.vocabulary import Home


def flagged(answer: Answer, flags: Iterable[Flag], indent: int, home: Home | None = None) -> None:
    """Remarks on the text under the rule they are about; `home` where they are of another act's."""
    for flag in flags:
        place = cite_text(home or answer.decision.home, flag.cite)
        put(f"! {flag.text[lang()]} ({place[lang()]})", "dim", indent=indent, hang=2)

"""Where to go, how long it takes, what it costs and whom to ring up, in a few rows of a terminal."""

from eligibility.answer.answer import Answer
from eligibility.answer.in_short import in_short
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.words.text import N_


def print_where_when(answer: Answer) -> None:
    """Nothing where the edition may not speak for the day."""
    if not answer.answered:
        return
    put()
    put(say(N_("In short, as far as known") if answer.known_only else N_("In short")), "head")
    for row in in_short(answer):
        put(f"• {row.name[lang()]}: {row.said[lang()]}", indent=1, hang=2)

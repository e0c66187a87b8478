"""What heads every output about an edition: the service, the decree, and how it stands on the day."""

from eligibility.answer.answer import Answer
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.words.days import day_text
from eligibility.words.text import N_


def heading(answer: Answer) -> tuple[str, str]:
    """The service and the decree."""
    act = answer.decision.act
    decree = say(
        N_("Decree № {number} of {day}, annex {annex}"),
        number=act.number,
        day=day_text(act.adopted),
        annex=answer.edition.annex,
    )
    return answer.title[lang()], decree


def print_heading(answer: Answer) -> bool:
    """False where nothing follows: the edition may not speak for the day."""
    title, decree = heading(answer)
    put(title, "head")
    put(decree)
    if answer.warning:
        put(answer.warning[lang()], "bad")
    if not answer.answered:
        put(say(N_("To see its content all the same, add --as-if-in-force.")), "dim")
    return answer.answered

"""What heads every output about an edition: the service, the decree, and how it stands on the day."""

from eligibility.answer.in_force import banner, status_reason
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.engine import Engine
from eligibility.reasoning.decision import Decision
from eligibility.words.days import day_text
from eligibility.words.text import N_


def heading(engine: Engine, decision: Decision) -> tuple[str, str]:
    """The service and the decree."""
    act = decision.act
    decree = say(
        N_("Decree № {number} of {day}, annex {annex}"),
        number=act.number,
        day=day_text(act.adopted),
        annex=decision.edition.annex,
    )
    return engine.pack.title(decision.edition)[lang()], decree


def warning(decision: Decision) -> str | None:
    """What is to be said of an edition that is not, or not certainly, the law on the day."""
    life = decision.life
    if life.status == "in-force":
        return None
    speaks = life.answers or not decision.answered
    return (status_reason if speaks else banner)(life, decision.act)[lang()]


def print_heading(engine: Engine, decision: Decision) -> bool:
    """False where nothing follows: the edition may not speak for the day."""
    title, decree = heading(engine, decision)
    put(title, "head")
    put(decree)
    if found := warning(decision):
        put(found, "bad")
    if not decision.answered:
        put(say(N_("To see its content all the same, add --as-if-in-force.")), "dim")
    return decision.answered

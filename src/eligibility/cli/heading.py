"""What heads every output about an edition: the service, the act, and how it stands on the day."""

from eligibility.answer.answer import Answer
from eligibility.answer.in_force import sentence
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.law.vocabulary import Act
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text


def heading(answer: Answer) -> tuple[str, str]:
    """The service and the act."""
    return answer.title[lang()], edition_named(answer.decision.act, answer.edition.annex)[lang()]


def edition_named(act: Act, annex: int | None) -> Text:
    """The act as official texts name it, with who issued it, and the annex."""
    if annex is None:
        return sentence(act.cited)
    return in_both(N_("{act}, annex {annex}"), act=sentence(act.cited), annex=annex)


def print_heading(answer: Answer, commands: bool = True) -> bool:
    """False where nothing follows: the edition may not speak for the day. The command that shows it may be left out."""
    title, act = heading(answer)
    put(title, "head")
    put(act)
    if answer.region:
        put(answer.region.text[lang()], "bad")
    if answer.warning:
        put(answer.warning[lang()], "bad")
    if not answer.answered:
        if answer.law_unknown:
            put(answer.law_unknown[lang()], "bad")
        if commands:
            put(say(N_("To see its content all the same, add --as-if-in-force.")), "dim")
    return answer.answered

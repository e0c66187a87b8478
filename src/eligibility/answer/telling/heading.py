"""What heads all that is told of an edition: the service, the act, and how it stands on the day."""

from collections.abc import Iterator

from eligibility.answer.answer import Answer
from eligibility.answer.in_force import sentence
from eligibility.answer.told import Told
from eligibility.law.vocabulary import Act
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text


def act_named(answer: Answer) -> Text:
    return edition_named(answer.decision.act, answer.edition.annex)


def edition_named(act: Act, annex: int | None) -> Text:
    """The act as official texts name it, with who issued it, and the annex."""
    if annex is None:
        return sentence(act.cited)
    return in_both(N_("{act}, annex {annex}"), act=sentence(act.cited), annex=annex)


def tell_heading(answer: Answer, commands: bool) -> Iterator[Told]:
    """The command that shows an edition which may not speak for the day is named where `commands` are."""
    yield Told("title", answer.title)
    yield Told("text", act_named(answer))
    if answer.region:
        yield Told("text", answer.region.text, "bad")
    if answer.warning:
        yield Told("text", answer.warning, "bad")
    if answer.answered:
        return
    if answer.law_unknown:
        yield Told("text", answer.law_unknown, "bad")
    if commands:
        yield Told("text", in_both(N_("To see its content all the same, add --as-if-in-force.")), "dim")

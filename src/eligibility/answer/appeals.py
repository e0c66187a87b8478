"""How a refusal can be appealed, in sentences."""

from eligibility.answer.amounts import term_text
from eligibility.answer.answer import Answer
from eligibility.answer.places import cite_text
from eligibility.law.edition import Appeal
from eligibility.reasoning.decision import Ruled
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text

TO = N_("A refusal can be appealed; the complaint goes to: {to}.")
WITHIN = N_("Term of the complaint: {term}.")
SINCE = N_("The term begins on: {day}.")
OPEN = N_("Whether this applies here is not determined yet.")
BASIS = N_("Basis: {place}.")


def appeal_text(answer: Answer, ruled: Ruled[Appeal]) -> Text:
    return joined(" ", [*appeal_sentences(ruled), in_both(BASIS, place=cite_text(answer.decision.home, ruled.rule.cite))])


def appeal_sentences(ruled: Ruled[Appeal]) -> list[Text]:
    """To whom and how soon, without the place."""
    rule = ruled.rule
    found = [in_both(TO, to=rule.to)]
    if rule.within:
        found.append(in_both(WITHIN, term=term_text(rule.within)))
    if rule.since:
        found.append(in_both(SINCE, day=rule.since))
    if ruled.truth is None:
        found.append(in_both(OPEN))
    return found

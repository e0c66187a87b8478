"""What was done to the rules, in words that an author can act on."""

from collections.abc import Mapping

from eligibility.answer.clauses import condition_text
from eligibility.engine import Engine
from eligibility.review.bends import Bend
from eligibility.review.bent_conditions import BentHow
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

CONDITIONS: Mapping[BentHow, str] = {
    "dropped": N_("for everyone, without the condition: {condition}"),
    "negated": N_("the condition turned round: {condition}"),
    "swapped": N_("«and» in place of «or», or the other way round: {condition}"),
    "part": N_("the condition without one of its parts: {condition}"),
    "operator": N_("the condition with another comparison: {condition}"),
    "value": N_("the condition with another value: {condition}"),
}
GROUPS_TOLD: Mapping[str, str] = {
    "title": N_("Name of the service in this act"),
    "form": N_("Form of the service"),
    "requests": N_("Variants of the service"),
    "applicants": N_("Who may file"),
    "for_whom": N_("For whom"),
    "channels": N_("Where to file"),
    "fee": N_("Fee"),
    "results": N_("Results"),
    "receipts": N_("Papers handed out on acceptance"),
    "documents": N_("Documents"),
    "comparison": N_("Originals shown with the copies"),
    "no_papers": N_("That no papers are needed"),
    "grounds": N_("Grounds of refusal"),
    "refuse_to_accept_unsaid": N_("Whether acceptance may be refused is not said"),
    "appeal": N_("Appeal"),
    "terms": N_("Terms and pauses"),
    "hours": N_("Hours"),
    "steps": N_("Steps"),
    "flags": N_("Flags"),
    "requirements_as_in": N_("The same list as in another act"),
}
"""by the group of a bend"""


def bend_told(engine: Engine, bend: Bend) -> Text:
    """What the rule says then: in words where it is a condition, else as the rule file has it."""
    done = bend.alteration
    name = ".".join(done.path)
    if done.how == "left out":
        return in_both(N_("left out: {name}"), name=name) if name else in_both(N_("left out"))
    if done.how == "changed":
        return in_both(N_("{name}: {other} instead of {value}"), name=name, other=_value(done.after), value=_value(done.before))
    condition = condition_text(engine.plan(bend.key)[0], str(done.before if done.after is None else done.after))
    said = in_both(CONDITIONS[done.how], condition=condition)
    inner = ".".join(done.path[:-1])
    return Text(f"{inner}: {said.kk}", f"{inner}: {said.ru}") if inner else said


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return in_both(N_("nothing")) if value is None else value

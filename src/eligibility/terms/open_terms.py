"""Which flags of the text concern a term in this case, and whether they leave it open."""

from collections.abc import Iterable, Iterator

from eligibility.law.edition import Flag
from eligibility.reasoning.decision import Decision, Ruled
from eligibility.terms.ways import Answers, holds


def named(decision: Decision, ids: Iterable[str]) -> tuple[Flag, ...]:
    """The flags a rule names, as far as they apply to this case or may."""
    wanted = set(ids)
    return tuple(flag for flag in decision.flags() if flag.id in wanted)


def open_term(decision: Decision, ids: Iterable[str], answers: Answers) -> bool:
    """Whether a flag among these leaves the term open, once the open questions are answered so."""
    wanted = set(ids)
    return any(one.rule.id in wanted and holds(decision, one.slot, answers) is not False for one in _leaving(decision))


def deciding_open_terms(decision: Decision) -> Iterator[int]:
    """The conclusions that say whether flags of steps which leave the term open apply."""
    of_steps = {id for step in decision.edition.steps for id in step.flags}
    return (one.slot for one in _leaving(decision) if one.rule.id in of_steps)


def _leaving(decision: Decision) -> Iterator[Ruled[Flag]]:
    """Flags that leave a term open, where they apply."""
    for one in decision.of("flags"):
        if "term" in ((one.rule.leaves,) if isinstance(one.rule.leaves, str) else one.rule.leaves):
            yield one

"""Which flags of the text concern a term in this case, and whether they leave it open."""

from collections.abc import Iterable, Iterator

from eligibility.law.edition import Flag
from eligibility.reasoning.decision import Decision
from eligibility.terms.ways import Answers, holds


def named(decision: Decision, ids: Iterable[str]) -> tuple[Flag, ...]:
    """The flags a rule names, as far as they apply to this case or may."""
    wanted = set(ids)
    return tuple(flag for flag in decision.flags() if flag.id in wanted)


def open_term(decision: Decision, ids: Iterable[str], answers: Answers) -> bool:
    """Whether a flag among these leaves the term open, once the open questions are answered so."""
    wanted = set(ids)
    return any(flag.id in wanted and holds(decision, name, answers) is not False for name, flag in _leaving(decision))


def deciding_open_terms(decision: Decision) -> Iterator[str]:
    """The conclusions that say whether flags of steps which leave the term open apply."""
    of_steps = {id for step in decision.edition.steps for id in step.flags}
    return (name for name, flag in _leaving(decision) if flag.id in of_steps)


def _leaving(decision: Decision) -> Iterator[tuple[str, Flag]]:
    for at, flag in enumerate(decision.edition.flags):
        if "term" in ((flag.leaves,) if isinstance(flag.leaves, str) else flag.leaves):
            yield f"flag:{at}", flag

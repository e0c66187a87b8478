"""What an answer says, point by point, as an author reads it over and says otherwise where the program is wrong."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.law.citation import BODY, citations
from eligibility.law.vocabulary import Cite
from eligibility.reasoning.decision import Decision
from eligibility.review.expectations import labels
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

PointKind = Literal["status", "line", "outcome", "complete"]
ABSENT = "absent"
"""what is found of a line that the list does not have"""
LINE = {"required": N_("required"), "not-required": N_("not required"), "undetermined": N_("not determined")}
SAYINGS: Mapping[PointKind, Mapping[str, str]] = {
    "status": {
        "in-force": N_("in force"),
        "not-adopted": N_("not adopted yet"),
        "not-in-effect": N_("adopted, but not in effect yet"),
        "undetermined": N_("not determined"),
        "edition-not-held": N_("in force in a wording that is not at hand"),
        "repealed": N_("repealed"),
    },
    "line": {**LINE, ABSENT: N_("not in the list")},
    "outcome": {"yes": N_("may come of it"), "no": N_("cannot come of it")},
    "complete": {"yes": N_("yes"), "no": N_("no"), "undetermined": N_("not determined")},
}
"""all that may be said of a point, in the words of the program"""


class Point(NamedTuple):
    """One thing an answer says."""

    kind: PointKind
    id: str
    """of a line its label in a scenario, of an outcome its id"""
    name: Text
    found: str
    """what the program says"""
    said: str
    """what the author says"""
    place: str | None = None
    """where the act says so, as a scenario names it"""
    place_text: Text | None = None

    @property
    def wrong(self) -> bool:
        return self.said != self.found

    @property
    def others(self) -> tuple[str, ...]:
        """What may be said instead; only a line that the author has added can go again."""
        known = SAYINGS[self.kind]
        return tuple(one for one in known if one != self.said and (one != ABSENT or self.found == ABSENT))


def saying_text(kind: PointKind, said: str) -> Text:
    return in_both(SAYINGS[kind][said])


def points(answer: Answer) -> tuple[Point, ...]:
    """The standing on the day; and where the edition speaks, the lines, whether the file is complete, what may come of it."""
    return tuple(_points(answer))


def _points(answer: Answer) -> Iterator[Point]:
    decision = answer.decision
    yield _as_found("status", "status", in_both(N_("The act on this day")), decision.life.status)
    if not answer.answered:
        return
    for label, line in zip(labels(decision), answer.lines, strict=True):
        place = None if line.line.entry.row.home else place_in(decision, line.requirement.cite)
        yield _as_found("line", label, _named(line), line.status, place, line.place)
    if decision.case.submitted is not None and not answer.known_only:
        complete = {True: "yes", False: "no", None: "undetermined"}[answer.verdict.complete]
        yield _as_found("complete", "complete", in_both(N_("The file presented is complete")), complete)
    yield from _outcomes(decision)


def _outcomes(decision: Decision) -> Iterator[Point]:
    """Each outcome once, by the rule that holds where one does."""
    results = sorted(decision.of("results"), key=lambda one: one.truth is False)
    for outcome in dict.fromkeys(one.rule.outcome for one in decision.of("results")):
        first = next(one for one in results if one.rule.outcome == outcome)
        said = "no" if first.truth is False else "yes"
        yield _as_found("outcome", outcome, first.rule.text, said, place_in(decision, first.rule.cite))


def _as_found(
    kind: PointKind, id: str, name: Text, found: str, place: str | None = None, place_text: Text | None = None
) -> Point:
    return Point(kind, id, name, found, found, place, place_text)


def _named(line: AnswerLine) -> Text:
    return line.name if line.of_applicant else in_both(N_("{name} (the office obtains it itself)"), name=line.name)


def place_in(decision: Decision, cite: Cite) -> str | None:
    """A place of the edition as a scenario names it."""
    first = next(iter(citations(cite)), None)
    return None if first is None else with_annex(first, decision.edition.annex)


def with_annex(place: str, annex: int | None) -> str:
    """A place in the annex, unless it is one of the act's own text."""
    return place if annex is None or place.startswith(BODY) else f"annex {annex}, {place}"

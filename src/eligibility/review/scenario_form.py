"""A scenario by form: what an author says should come out of a case, where the act says so, and what it is called.

The author is the law here: what differs from the program's answer is written down as the author says it.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from eligibility.answer.answer import Answer
from eligibility.answer.question import FILING_FOR_ID
from eligibility.diagnostics.meant import closest
from eligibility.diagnostics.refusal import refused
from eligibility.reasoning.case import Case
from eligibility.review.points import ABSENT, Point, points, with_annex
from eligibility.review.recording import PERSONAL, in_lines
from eligibility.review.scenarios import A_PLACE, ActLines, annex_and_place
from eligibility.words.text import Lang, Text

Asks = Literal["points", "law", "more law", "name"]
NOT_WRITTEN_DOWN = (*PERSONAL, FILING_FOR_ID, "facts", "submitted")
"""of a case as it was asked: who it was, the words it was asked in, and what is put behind the rest"""
WORDS = 1_000_000
"""above every number of a place"""
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class ScenarioForm:
    """As far as it is filled in. Every step makes another one."""

    answer: Answer = field(repr=False)
    case: Mapping[str, Any]
    points: tuple[Point, ...]
    held: ActLines = field(repr=False)
    """the lines of the act, where its text is at hand"""
    taken: Collection[str] = ()
    """names that other scenarios of the file have"""
    waits_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """the facts that lines wait for which only the author holds to be undetermined"""
    agreed: bool = False
    """whether the points are as the author has them"""
    law: Mapping[str, str] = field(default_factory=dict)
    cited: int = 0
    """how often the act was cited"""
    law_read: bool = False
    """whether the author has no more of the law to name"""
    name: str = ""

    @classmethod
    def of(cls, answer: Answer, case: Mapping[str, Any], held: ActLines, taken: Collection[str] = ()) -> "ScenarioForm":
        return cls(answer, case_written(case, answer.decision.case), points(answer), held, taken)

    @property
    def asks(self) -> Asks | None:
        """What is to be asked next; nothing once the scenario can be written."""
        if not self.agreed:
            return "points"
        if not self.law_read:
            return "law" if self.doubts else "more law"
        return None if self.name else "name"

    def corrected(self, at: int, said: str, waits_for: tuple[str, ...] = ()) -> "ScenarioForm":
        """With another saying of a point; a line that the author has added goes when it is said not to be in the list."""
        point = self.points[at]._replace(said=said)
        kept = (point,) if said != ABSENT else ()
        waits = {id: facts for id, facts in self.waits_for.items() if id != point.id}
        if said == "undetermined" and point.kind == "line" and point.wrong:
            waits[point.id] = waits_for
        return replace(self, points=(*self.points[:at], *kept, *self.points[at + 1 :]), waits_for=waits)

    def added(self, document: str) -> "ScenarioForm":
        """With a line that the act has and the list has not."""
        known = self.answer.pack.documents.get(document)
        name = known.name if known else Text(document, document)
        added = Point("line", document, name, ABSENT, "required")
        lines = [at for at, one in enumerate(self.points) if one.kind in ("status", "line")]
        after = lines[-1] + 1
        return replace(self, points=(*self.points[:after], added, *self.points[after:]))

    def documents_meant(self, typed: str, lang: Lang) -> tuple[str, ...]:
        """Documents whose id is typed, or whose name has what is typed; none of those that the list has alone."""
        documents = self.answer.pack.documents
        found = [typed] if typed in documents else [id for id, one in documents.items() if typed in one.name[lang].casefold()]
        return tuple(id for id in found if id not in self._listed)

    def may_be_new(self, typed: str) -> bool:
        """Whether it can be the id of a document that the rules do not know yet."""
        return _ID.fullmatch(typed) is not None and typed not in self.answer.pack.documents and typed not in self._listed

    @property
    def _listed(self) -> set[str]:
        return {one.id for one in self.points if one.kind == "line"}

    @property
    def unanswered(self) -> Mapping[str, Text]:
        """The facts that the edition reads and the case does not tell, with what they are called."""
        plan = self.answer.decision.plan
        return {id: fact for id, fact in self._untold.items() if plan and id in plan.space}

    def facts_meant(self, typed: str, lang: Lang) -> tuple[str, ...]:
        """Facts that the case does not tell, whose id is typed, or in whose name or question what is typed stands."""
        untold = self._untold
        return (typed,) if typed in untold else tuple(id for id, name in untold.items() if typed in name[lang].casefold())

    @property
    def _untold(self) -> Mapping[str, Text]:
        told = self.answer.decision.facts
        return {id: fact.called for id, fact in self.answer.pack.facts.items() if id not in told}

    def as_agreed(self) -> "ScenarioForm":
        return replace(self, agreed=True)

    @property
    def law_needed(self) -> bool:
        """Whether the act is to be cited, and is not yet."""
        return bool(self.held) and not self.law

    @property
    def doubts(self) -> tuple[Point, ...]:
        """What the act is still to be cited for: what the author holds otherwise; where that is nothing, the first line."""
        if not self.held:
            return ()
        wrong = [one for one in self.points if one.wrong]
        first = [one for one in self.points if one.place and one.said in ("required", "yes")][:1]
        of_rules = [one for one in wrong if one.kind != "complete"]
        return tuple(of_rules or wrong or first)[self.cited :]

    def place_meant(self, typed: str) -> str:
        """The place of the act that is typed, in its annex where no annex is named; refuses what the act does not have."""
        among = (with_annex(typed, self.answer.edition.annex), typed)
        places = {one: found for one in among if (found := annex_and_place(one))}
        for one, found in places.items():
            if not self.held or found in self.held:
                return one
        if not places:
            raise refused("scenario-place", text=typed, example=A_PLACE)
        annex, place = next(iter(places.values()))
        raise refused("citation-unresolved", text=typed, guess=closest(place, (one for of, one in self.held if of == annex)))

    @property
    def places(self) -> tuple[str, ...]:
        """The lines of the edition's annex, or of an act without annexes, as they may be typed."""
        annex = self.answer.edition.annex
        of = None if annex is None else str(annex)
        return tuple(sorted((place for one, place in self.held if one == of), key=_in_order))

    def reading(self, place: str, words: str) -> "ScenarioForm":
        """With what the author reads at a place; a place that is read twice has both."""
        both = "; ".join(dict.fromkeys(filter(None, (self.law.get(place, ""), words))))
        return replace(self, law={**self.law, place: both}, cited=self.cited + 1)

    def read_to_end(self) -> "ScenarioForm":
        """Without more of the law, where enough is named."""
        return replace(self, law_read=not self.law_needed)

    def back(self) -> "ScenarioForm":
        """To the law from its beginning, or from there to the points."""
        if self.law_read or self.law:
            return replace(self, law={}, cited=0, law_read=False)
        return replace(self, agreed=False)

    def called(self, name: str) -> "ScenarioForm":
        if name in self.taken:
            raise refused("scenario-name")
        return replace(self, name=name)

    @property
    def scenario(self) -> dict[str, Any]:
        """What the author has looked at, and nothing else."""
        law = {"law": in_lines(self.law)} if self.law else {}
        forced = {"as_if_in_force": True} if self.answer.decision.as_if_in_force else {}
        return {"name": self.name, **law, "case": dict(self.case), **forced, "expect": self._expected()}

    def _expected(self) -> dict[str, Any]:
        said = {one.kind: one.said for one in self.points}
        found: dict[str, Any] = {"status": said["status"]}
        if not self.answer.answered:
            return found
        found["required"], found["not_required"] = self._lines("required"), self._lines("not-required")
        found["undetermined"] = {label: self._depends_on(label) for label in self._lines("undetermined")}
        if "complete" in said:
            found["intake"] = {"complete": {"yes": True, "no": False, "undetermined": None}[said["complete"]]}
        outcomes = [one.id for one in self.points if one.kind == "outcome" and one.said == "yes"]
        return {**found, "outcomes": list(dict.fromkeys(outcomes))}

    def _lines(self, status: str) -> list[str]:
        return [one.id for one in self.points if one.kind == "line" and one.said == status]

    def _depends_on(self, label: str) -> list[str]:
        if label in self.waits_for:
            return list(self.waits_for[label])
        of = [one.id for one in self.points if one.kind == "line" and one.found != ABSENT]
        return list(self.answer.lines[of.index(label)].waits_for)


def case_written(told: Mapping[str, Any], case: Case) -> dict[str, Any]:
    """A case as it goes into a scenario: without the person, and in the place of a date of birth the age that follows from it,
    unless the rules read the date."""
    said = told.get("facts", {})
    facts = {id: said.get(id, value) for id, value in case.facts.items()}
    found = {key: value for key, value in told.items() if key not in NOT_WRITTEN_DOWN}
    apart = {"facts": facts, "submitted": told.get("submitted")}
    return {**found, **{key: value for key, value in apart.items() if value or value == []}}


def _in_order(place: str) -> list[tuple[int, str]]:
    """Numbers by what they count, and before words."""
    return [(int(one), "") if one.isdigit() else (WORDS, one) for one in re.findall(r"\d+|\D+", place)]

"""What differs between two editions for a citizen. Rules are compared; the words they are told in are only shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Literal, NamedTuple, cast, get_args

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.condition import Condition, Value, parsed
from eligibility.law.edition import Alternative, Edition, EditionSection, Ground, Step
from eligibility.law.filing_facts import CHANNEL, FILING_DAY, REQUEST
from eligibility.law.logic import Categories, facts_read, truth
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.space import assignments, cells, consistent, looks
from eligibility.law.vocabulary import Cite, Duration, Measure
from eligibility.reasoning.listing import ListRow
from eligibility.reasoning.plan import Plan
from eligibility.terms.course import SUMMED, added
from eligibility.words.text import Text

Section = Literal[
    "requests",
    "applicants",
    "for_whom",
    "form",
    "channels",
    "fee",
    "documents_given",
    "documents",
    "receipts",
    "results",
    "stated_terms",
    "route_sums",
    "actor_terms",
    "pauses",
    "refuse_to_accept",
    "refuse_service",
    "appeal",
]
SECTIONS: tuple[Section, ...] = get_args(Section)
Voice = Literal["stated", "by-reference", "silent", "not-held"]
"""how an edition speaks of a section; only where both state it does a missing line mean that one does without it"""
DifferenceKind = Literal["only-in-a", "only-in-b", "differs"]

PARTS: Mapping[Section, EditionSection] = {
    "documents_given": "requirements",
    "documents": "requirements",
    "route_sums": "steps",
    "actor_terms": "steps",
}
"""the parts of a text that sections of another name are taken from"""

LISTED, NONE_NEEDED, COMPARED, ONE = "listed", "no-papers", "comparison", "one"
"""subjects that are no id: the edition lists documents, compares them with originals; a section with one subject"""

LIMIT = 50_000
"""how many persons two conditions are tried on before they are compared as written"""


@dataclass(frozen=True, slots=True)
class StepUnder:
    """A step's duration that belongs to the route only under a further condition."""

    duration: Duration
    when: str


@dataclass(frozen=True, slots=True)
class RouteSum:
    """Durations of a route's steps added up by unit; nothing is converted and no day is counted."""

    sums: tuple[Duration, ...]
    apart: tuple[Duration, ...] = ()
    """cannot be added: within the working day, so many times a day, no sooner than, a number without a unit"""
    under: tuple[StepUnder, ...] = ()
    untimed: int = field(default=0, compare=False)
    """steps for which the text gives no term"""


Term = str | Text | Duration | RouteSum | tuple[str, ...] | tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One rule about a subject: its terms by name, without those it leaves open."""

    terms: Mapping[str, Term] = field(hash=False)
    cite: Cite | None = field(default=None, compare=False)
    text: Text | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Difference:
    """Rules about a subject that only one edition has. `terms`: which differ, where it is one rule against one."""

    subject: str
    kind: DifferenceKind
    a: tuple[Said, ...]
    b: tuple[Said, ...]
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionDifference:
    section: Section
    a: Voice
    b: Voice
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Two editions of one service, with the sections in which they differ."""

    a: EditionKey
    b: EditionKey
    sections: tuple[SectionDifference, ...]


class Side(NamedTuple):
    """An edition, and the lines of its list."""

    edition: Edition
    rows: tuple[ListRow, ...]

    @classmethod
    def of(cls, plan: Plan) -> "Side":
        return cls(plan.edition, tuple(entry.row for entry in plan.entries))


def compare(engine: Engine, service: str, act_a: str, act_b: str) -> Differences:
    """Two acts' editions of a service; refuses ids that are not known and acts that do not regulate the service."""
    pack = engine.pack
    unknown = [
        *_unknown("service", service, pack.services),
        *(problem for act in dict.fromkeys((act_a, act_b)) for problem in _unknown("act", act, pack.acts)),
    ]
    if unknown:
        raise Refused(unknown)
    a, b = EditionKey(act_a, service), EditionKey(act_b, service)
    return Differences(a, b, differences(pack, *(Side.of(engine.plan(key)[0]) for key in (a, b))))


def differences(pack: Pack, a: Side, b: Side) -> tuple[SectionDifference, ...]:
    """The sections in which the editions differ."""
    meaning = _Meaning(pack)
    rules_a, rules_b = _rules(a, b.edition, meaning), _rules(b, a.edition, meaning)
    found = (
        SectionDifference(
            section,
            _voice(a.edition, section, rules_a[section]),
            _voice(b.edition, section, rules_b[section]),
            tuple(_differences(rules_a[section], rules_b[section], meaning)),
        )
        for section in SECTIONS
    )
    return tuple(one for one in found if one.differences)


def _unknown(key: str, id: str, known: Mapping[str, object]) -> Iterator[Diagnostic]:
    if id not in known:
        yield Diagnostic(f"unknown-{key}", key, **misspelt(id, known))


class _Meaning:
    """What conditions mean, so that the same condition written otherwise is no difference."""

    def __init__(self, pack: Pack) -> None:
        self.categories = {id: parsed(category.when) for id, category in pack.categories.items()}
        self._facts = pack.facts
        self._parameters = pack.parameters
        self._contradictions = [parsed(one.when) for one in pack.contradictions]

    def same(self, a: str | None, b: str | None) -> bool:
        """Whether both hold for the same persons."""
        if a == b:
            return True
        trees = parsed(a), parsed(b)
        space = self._space(trees)
        if prod(map(len, space.values())) > LIMIT:
            return False
        return all(
            truth(trees[0], facts, self.categories) == truth(trees[1], facts, self.categories)
            for facts in assignments(space, self._parameters)
            if consistent(facts, self._contradictions, self.categories)
        )

    def _space(self, trees: tuple[Condition, ...]) -> dict[str, tuple[Value, ...]]:
        seen = looks(trees, self._facts, self.categories, self._parameters)
        read = dict.fromkeys(id for tree in trees for id in facts_read(tree, self.categories))
        named = dict.fromkeys([*read, *((FILING_DAY,) if seen.parameters else ())])
        known = (*self._facts, FILING_DAY)
        return {id: cells(id, seen) if id in known else (True, False) for id in named if id not in seen.parameters}

    def differing(self, a: Said, b: Said) -> tuple[str, ...]:
        """The terms in which two rules differ."""
        names = dict.fromkeys((*a.terms, *b.terms))
        return tuple(sorted(name for name in names if not self.agree(name, a.terms.get(name), b.terms.get(name))))

    def agree(self, name: str, a: Term | None, b: Term | None) -> bool:
        """Whether two rules say the same by the term of this name."""
        if name == "when" and not isinstance(a, tuple) and not isinstance(b, tuple):
            return self.same(None if a is None else str(a), None if b is None else str(b))
        if name == "any_of":
            left, right = _alternatives(a), _alternatives(b)
            pairs = zip(left, right, strict=False)
            return len(left) == len(right) and all(x == y and self.same(when, other) for (x, when), (y, other) in pairs)
        return a == b


def _alternatives(any_of: Term | None) -> list[tuple[tuple[str, ...], str | None]]:
    found = any_of if isinstance(any_of, tuple) else ()
    alternatives = [one for one in found if isinstance(one, Alternative)]
    return sorted(((tuple(sorted(one.documents)), one.when) for one in alternatives), key=lambda pair: pair[0])


SaidOf = list[tuple[str, Said]]


def _differences(a: SaidOf, b: SaidOf, meaning: _Meaning) -> Iterator[Difference]:
    for subject in dict.fromkeys(subject for subject, _ in (*a, *b)):
        left = [rule for of, rule in a if of == subject]
        right = [rule for of, rule in b if of == subject]
        kind: DifferenceKind = "differs" if left and right else "only-in-a" if left else "only-in-b"
        for rule in tuple(left):
            twin = next((one for one in right if not meaning.differing(rule, one)), None)
            if twin is not None:
                left.remove(rule)
                right.remove(twin)
        for one, other in _pairs(left, right, meaning):
            left.remove(one)
            right.remove(other)
            yield Difference(subject, kind, (one,), (other,), meaning.differing(one, other))
        if left or right:
            terms = meaning.differing(left[0], right[0]) if len(left) == len(right) == 1 else ()
            yield Difference(subject, kind, tuple(left), tuple(right), terms)


def _pairs(a: Sequence[Said], b: Sequence[Said], meaning: _Meaning) -> list[tuple[Said, Said]]:
    """Rules for the same persons, where each edition has only one such rule."""

    def alike(rule: Said, others: Sequence[Said]) -> list[Said]:
        return [one for one in others if meaning.agree("when", rule.terms.get("when"), one.terms.get("when"))]

    return [(one, alike(one, b)[0]) for one in a if len(alike(one, a)) == len(alike(one, b)) == 1]


def _voice(edition: Edition, section: Section, rules: SaidOf) -> Voice:
    referring = edition.documents_from if section == "documents" else any("standard" in rule.terms for _, rule in rules)
    if referring and section in ("documents", "refuse_to_accept", "refuse_service"):
        return "by-reference"
    if rules or (section == "documents" and edition.no_papers):
        return "stated"
    return "silent" if edition.at_hand(PARTS.get(section) or cast("EditionSection", section)) else "not-held"


def _rule(cite: Cite | None, text: Text | None = None, **terms: Term | None) -> Said:
    return Said({name: value for name, value in terms.items() if value not in (None, ())}, cite, text)


def _rules(side: Side, other: Edition, meaning: _Meaning) -> dict[Section, SaidOf]:
    """What an edition says, by section and subject. The other edition tells only which routes are worth telling apart."""
    edition = side.edition
    circle = edition.for_whom
    return {
        "requests": [(one.request, _rule(one.cite)) for one in edition.requests],
        "applicants": [(one.filed_by, _rule(one.cite, when=one.when)) for one in edition.applicants],
        "for_whom": [(ONE, _rule(circle.cite, circle.text, when=circle.when))] if circle else [],
        "form": [(one.form, _rule(one.cite)) for one in edition.form],
        "channels": [(one.channel, _rule(one.cite, when=one.when, only=one.only)) for one in edition.channels],
        "fee": [(one.fee, _rule(one.cite, one.text, when=one.when)) for one in edition.fee],
        "documents_given": list(_given(edition)),
        "documents": list(_documents(side.rows)),
        "receipts": [(one.receipt, _rule(one.cite, shows=tuple(sorted(one.shows)), when=one.when)) for one in edition.receipts],
        "results": [(one.outcome, _rule(one.cite, one.text, valid=one.valid, when=one.when)) for one in edition.results],
        "stated_terms": [
            (ONE, _rule(one.cite, one.text, duration=one.duration, when=one.when)) for one in edition.stated_terms
        ],
        "route_sums": [(route, _rule(None, sum=total)) for route, total in route_sums(edition, other, meaning.categories)],
        "actor_terms": list(_actors(edition)),
        "pauses": [
            (one.pause, _rule(one.cite, one.text, duration=one.duration, notice=one.notice, when=one.when))
            for one in edition.pauses
        ],
        "refuse_to_accept": [_ground(one) for one in edition.refuse_to_accept],
        "appeal": [(ONE, _rule(one.cite, one.to, duration=one.within, when=one.when)) for one in edition.appeal],
        "refuse_service": [_ground(one) for one in edition.refuse_service],
    }


def _given(edition: Edition) -> Iterator[tuple[str, Said]]:
    if edition.no_papers:
        yield NONE_NEEDED, _rule(edition.no_papers.cite)
    if edition.requirements:
        yield LISTED, _rule(None)
    for one in edition.documents_from:
        yield f"{one.act}/{one.para}", _rule(one.cite, standard=one.act, para=one.para, when=one.when)
    if edition.comparison:
        yield COMPARED, _rule(edition.comparison.cite)


def _documents(rows: Iterable[ListRow]) -> Iterator[tuple[str, Said]]:
    """What the edition lists, and what is known from elsewhere of a list it points to."""
    for row in rows:
        if row.standing == "by-reference":
            continue
        asked = row.requirement
        yield (
            row.document,
            _rule(
                asked.cite,
                row.known.source if row.known else None,
                standing=row.standing,
                form=None if asked.form == "unspecified" else asked.form,
                copies=str(asked.copies) if asked.copies else None,
                issued=Duration(asked.valid.unit, asked.valid.value) if asked.valid else None,
                brought_by=None if asked.of_applicant else asked.brought_by,
                any_of=row.alternatives,
                name=None if asked.all_of else asked.name,
                when=asked.when,
            ),
        )


def _ground(ground: Ground) -> tuple[str, Said]:
    receipt = ground.receipt
    return ground.id, _rule(
        ground.cite,
        ground.text,
        standing=ground.standing,
        standard=ground.act,
        para=ground.para,
        receipt_annex=receipt.annex if receipt else None,
        issued_by=receipt.issued_by if receipt else None,
        when=ground.when,
    )


def _actors(edition: Edition) -> Iterator[tuple[str, Said]]:
    for step in edition.steps:
        if step.duration:
            inside = "inside-another-step" if step.part_of is not None else None
            yield step.actor, _rule(step.cite, step.action, duration=step.duration, inside=inside, when=step.when)


def route_sums(edition: Edition, other: Edition, categories: Categories) -> Iterator[tuple[str, RouteSum]]:
    """A sum for each way of filing and, where steps depend on it, for each variant of the service."""
    trees = [parsed(step.when) for step in (*edition.steps, *other.steps)]
    asked = any(REQUEST in facts_read(tree, categories) for tree in trees)
    offered = [one.request for one in edition.requests] or [one.request for one in other.requests]
    channels = dict.fromkeys(one.channel for one in edition.channels if one.only != "result")
    for channel in (channels or (None,)) if edition.steps else ():
        for request in (offered if asked else ()) or (None,):
            route = {CHANNEL: channel, REQUEST: request}
            known = {fact: value for fact, value in route.items() if value is not None}
            yield "/".join(known.values()) or ONE, _sum(edition.steps, known, categories)


def _sum(steps: Sequence[Step], known: Mapping[str, str], categories: Categories) -> RouteSum:
    """Steps inside another step add nothing; those under a condition the route leaves open are told apart."""
    sums: dict[Measure, int] = dict.fromkeys(SUMMED, 0)
    apart: list[Duration] = []
    under: list[StepUnder] = []
    untimed = 0
    for step in steps:
        holds = truth(parsed(step.when), known, categories)
        if holds is False or step.part_of is not None:
            continue
        if step.duration is None or step.duration == Duration("unstated"):
            untimed += 1
        elif step.when is not None and holds is None:
            under.append(StepUnder(step.duration, step.when))
        elif amounts := list(added(step)):
            for amount in amounts:
                sums[amount.unit] += amount.value
        else:
            apart.append(step.duration)
    return RouteSum(
        tuple(Duration(unit, value) for unit, value in sums.items() if value),
        tuple(sorted(apart, key=_order)),
        tuple(sorted(under, key=lambda one: (_order(one.duration), one.when))),
        untimed,
    )


def _order(duration: Duration) -> tuple[str, int, str]:
    return (duration.unit, duration.value or 0, duration.bound or "")

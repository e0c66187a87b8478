"""A review of rules in words, in both languages: what a page, a terminal and JSON only lay out."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from eligibility.answer.short_form import told
from eligibility.answer.telling.heading import edition_named
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.pack import EditionKey
from eligibility.review.bends_told import bend_told
from eligibility.review.changes import ChangeKind, ConclusionChange, EditionChange, RuleChange, SharedChange, SlotPair
from eligibility.review.placed_rules import KNOWN_BY, PlacedRule, ReviewSection
from eligibility.review.rests_on import SharedEntry
from eligibility.review.review_words import ANSWERS, COUNTS, OTHER_ANSWERS, SHARED_TITLES, TITLES
from eligibility.review.rule_words import RuleWords
from eligibility.review.unnoticed import Unnoticed, of_rule
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.text import N_, Text

PeopleTouched = Mapping[tuple[EditionKey, SlotPair], int]
"""of a population, how many are answered otherwise by a conclusion"""


class ToldField(NamedTuple):
    """What stands in one place before and after; None where there is no such place."""

    label: Text
    before: Text | None
    after: Text | None


class ToldFlip(NamedTuple):
    """Who gets another answer; of the plainest of them what is known."""

    before: Text
    after: Text
    kinds: int
    known: int
    example: tuple[Text, ...]


class ToldConclusion(NamedTuple):
    of: Text | None
    """a document of a group, where it is that one which counts or does not"""
    looked_at: bool
    """False where there are too many kinds of person"""
    flips: tuple[ToldFlip, ...]
    people: int | None
    """of a population, where one was given"""


class ToldRule(NamedTuple):
    section: ReviewSection
    id: str
    title: Text
    subject: Text
    kind: ChangeKind
    place: ToldField
    when: ToldField | None
    """its condition, be it changed or not; None of a rule for everybody"""
    fields: tuple[ToldField, ...]
    through: tuple[SharedEntry, ...]
    """what it rests on and is changed, by section and id"""
    conclusions: tuple[ToldConclusion, ...]
    """by which somebody is answered otherwise"""
    asked: bool
    """whether there was anything by which somebody could be"""
    unnoticed: tuple[Text, ...]
    """what could be wrong in it without any scenario noticing"""


class ToldEdition(NamedTuple):
    key: EditionKey
    act: Text
    service: Text
    kind: ChangeKind
    kinds: int
    known: int
    touched: int
    rules: tuple[ToldRule, ...]
    routes: tuple[ToldField, ...]


class ToldShared(NamedTuple):
    """An entry of the shared rules; the places in it are those of the rule file."""

    entry: SharedEntry
    title: Text
    kind: ChangeKind
    differences: tuple[ToldField, ...]


class Sides(NamedTuple):
    """The engines of the rules before and after."""

    old: Engine
    new: Engine


class FoundBesides(NamedTuple):
    """What was found about the changes beside those who are answered otherwise."""

    unnoticed: Unnoticed
    people: PeopleTouched


def told_edition(sides: Sides, change: EditionChange, found: FoundBesides) -> ToldEdition:
    engine, plan = (sides.new, change.new) if change.new else (sides.old, change.old)
    if plan is None:
        raise ValueError(f"neither pack has {change.key}")
    teller = _EditionTeller(sides, change, found)
    return ToldEdition(
        change.key,
        edition_named(engine.acts[change.key.act], plan.edition.annex),
        engine.pack.title(plan.edition),
        change.kind,
        change.kinds,
        change.known,
        change.touched,
        tuple(map(teller.rule, change.rules)),
        tuple(teller.routes()),
    )


class _EditionTeller:
    """Says what was in the words of the old rules, and what is in those of the new ones."""

    def __init__(self, sides: Sides, change: EditionChange, found: FoundBesides) -> None:
        self._change, self._found, self._new = change, found, sides.new
        plans = ((change.old, sides.old), (change.new, sides.new))
        self._words = tuple(RuleWords(plan, engine.pack) if plan else None for plan, engine in plans)

    def rule(self, change: RuleChange) -> ToldRule:
        placed, section = change.either, change.either.section
        words = self._words[1 if change.new else 0]
        if words is None:
            raise ValueError(f"a rule of no edition: {placed}")
        hidden = {"cite", "when", "all_of", KNOWN_BY.get(section)}
        fields = (field for field in change.fields if field.name not in hidden)
        return ToldRule(
            section,
            placed.id,
            in_both(TITLES[section]),
            words.subject(placed),
            change.kind,
            self._field(change, "cite"),
            self._field(change, "when") if _has_condition(change) else None,
            tuple(self._field(change, field.name) for field in fields),
            change.through,
            tuple(self._conclusion(section, one, words) for one in change.conclusions if one.flips is None or one.flips),
            bool(change.conclusions),
            tuple(self._unnoticed(change.new)) if change.new else (),
        )

    def _unnoticed(self, placed: PlacedRule) -> Iterator[Text]:
        found = of_rule(self._found.unnoticed, self._change.key, placed)
        return (bend_told(self._new, bend) for bend in found)

    def routes(self) -> Iterator[ToldField]:
        for one in self._change.routes:
            named, totals = Text("", ""), []
            for words, total in zip(self._words, (one.before, one.after), strict=True):
                totals.append(words.total(total) if words else None)
                named = words.route(one.route) if words and total else named
            yield ToldField(named, *totals)

    def _field(self, change: RuleChange, name: str) -> ToldField:
        label, said = Text("", ""), []
        for words, placed in zip(self._words, (change.old, change.new), strict=True):
            said.append(words.value(placed, name, getattr(placed.rule, name, None)) if words and placed else None)
            label = words.label(placed, name) if words and placed else label
        return ToldField(label, *said)

    def _conclusion(self, section: ReviewSection, one: ConclusionChange, words: RuleWords) -> ToldConclusion:
        answers = ANSWERS.get(section, OTHER_ANSWERS) if one.of is None else COUNTS
        flips = tuple(
            ToldFlip(
                in_both(answers[flip.before]),
                in_both(answers[flip.after]),
                flip.kinds,
                flip.known,
                tuple(self._person(one.pair, flip.example)),
            )
            for flip in one.flips or ()
        )
        of = words.accepted(one.of) if one.of else None
        return ToldConclusion(of, one.flips is not None, flips, self._found.people.get((self._change.key, one.pair)))

    def _person(self, pair: SlotPair, facts: Mapping[str, Value]) -> Iterator[Text]:
        """What is known, fact by fact; the day of filing, which always is, where the conclusion hangs on it."""
        sides = zip(self._words, pair, strict=True)
        by_day = any(words and slot is not None and words.hangs_on_day(slot) for words, slot in sides)
        for id, value in facts.items():
            found = next((said for words in reversed(self._words) if words and (said := words.fact(id, value))), None)
            if found:
                yield found
            elif by_day and isinstance(value, date):
                yield told(in_both(N_("day of filing")), day_text(value))


def _has_condition(change: RuleChange) -> bool:
    return any(one is not None and one.when is not None for one in (change.old, change.new))


def told_shared(sides: Sides, change: SharedChange) -> ToldShared:
    old, new = (_any_words(engine) for engine in sides)
    differences = tuple(
        ToldField(
            Text(path := ".".join(one.path), path),
            _shared_value(old, one.path, one.before),
            _shared_value(new, one.path, one.after),
        )
        for one in change.differences
    )
    return ToldShared(change.entry, in_both(SHARED_TITLES[change.entry.section]), change.kind, differences)


def shared_name(entry: SharedEntry) -> Text:
    """What it is and its id."""
    title = in_both(SHARED_TITLES[entry.section])
    return told(title, Text(entry.id, entry.id)) if entry.id else title


def _any_words(engine: Engine) -> RuleWords | None:
    """Those of any edition: what is shared means the same in all of them."""
    key = next(engine.pack.held(), None)
    return RuleWords(engine.plan(key)[0], engine.pack) if key else None


def _shared_value(words: RuleWords | None, path: tuple[str, ...], value: Any) -> Text | None:
    """A condition in words, with the rule file's own; a text as it is; anything else as the rule file has it."""
    if value is None:
        return None
    if path[-1:] == ("when",) and words is not None:
        said = words.condition(value)
        return Text(f"{said.kk} ({value})", f"{said.ru} ({value})")
    if isinstance(value, Mapping) and value.keys() == {"kk", "ru"} and all(isinstance(one, str) for one in value.values()):
        return Text(value["kk"], value["ru"])
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Text(shown, shown)

"""The interview: it always ends with everything settled, asks nothing idle, and asks it in a good order."""

from fractions import Fraction
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.condition import Value
from eligibility.law.logic import facts_read, truth
from eligibility.law.pack import EditionKey
from eligibility.law.space import assignments, consistent
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.questions import depends_on, questions, undetermined
from tests.reasoning.interviews import Asking, Decide, Facts, interview
from tests.reasoning.kleene_reference import reads_unsaid, ready
from tests.reasoning.random_rulebooks import Deciding, RuleBook, people, rule_books
from tests.reasoning.shipped_editions import EDITIONS, combinations, decided, edition_id, held_apart, plan_of, whole

SHIPPED_WORST = Fraction(6, 5)
"""how many times the fewest questions possible the shipped editions take"""


@given(rule_books(), st.data())
def test_answering_settles_everything(book: RuleBook, data: st.DataObject) -> None:
    """One question at a time, the first of those left; nobody is asked twice."""
    decide, person = book.deciding("direct"), data.draw(people(book))
    asked = interview(decide, person)
    decision = decide({fact: person[fact] for fact in asked})
    whole = decide(person)
    assert open_to_the_applicant(decision) == open_to_the_applicant(whole)
    assert [line.status for line in of_applicant(decision)] == [line.status for line in of_applicant(whole)]
    assert all(line.status != "undetermined" or unsaid(line, whole) for line in whole.lines)


def of_applicant(decision: Decision) -> list[Line]:
    """What the office obtains itself is nobody's question."""
    return [line for line in decision.lines if line.of_applicant]


def unsaid(line: Line, decision: Decision) -> bool:
    """No answer settles what the text does not say."""
    return reads_unsaid(line.entry.due, decision)


@given(rule_books(), st.data())
def test_every_question_asked_can_matter(book: RuleBook, data: st.DataObject) -> None:
    """With the other questions left open, or for some answers to them, some answer changes what is said without it.
    Where no answer turns a conclusion that Kleene's tables still leave open, all its unknown facts are asked."""
    decide, person = book.deciding("direct"), data.draw(people(book))
    known = {fact: value for fact, value in person.items() if data.draw(st.booleans())}
    decision = decide(known)
    for fact in questions(decision):
        assert fact not in known
        assert can_matter(fact, known, book, decide) or foregone(fact, decision, book)


def foregone(fact: str, decision: Decision, book: RuleBook) -> bool:
    """Whatever is answered, each open conclusion that reads the fact has one value."""
    plan, known = ready(decision), decision.facts
    for slot in undetermined(decision):
        tree = plan.conditions[slot]
        unknown = [one for one in facts_read(tree, plan.categories) if one not in known and one in plan.facts]
        told = ({**known, **answers} for answers in assignments({one: plan.open_values(one, known) for one in unknown}))
        values = {truth(tree, facts, plan.categories) for facts in told if book.possible(facts)}
        if fact in unknown and len(values) > 1:
            return False
    return True


def can_matter(fact: str, known: Facts, book: RuleBook, decide: Deciding) -> bool:
    plan, told_already = decide.plan, book.known(known)
    others = {one: plan.values(one, told_already) for one in plan.space if one not in known and one != fact}
    told = ({**known, **answers} for answers in chain([{}], assignments(others)))
    return any(answer_shows(fact, facts, book, decide) for facts in told if book.possible(facts))


def answer_shows(fact: str, known: Facts, book: RuleBook, decide: Deciding) -> bool:
    told = [{**known, fact: value} for value in decide.plan.open_values(fact, book.known(known))]
    return len({shown(decide(facts)) for facts in (known, *told) if book.possible(facts)}) > 1


def open_to_the_applicant(decision: Decision) -> list[str]:
    """What somebody preparing to file would still want to know."""
    slots = decision.slots
    lines = [line for line in of_applicant(decision) if line.status != "not-required"]
    found = [line.entry.document for line in lines if line.status == "undetermined"]
    found += [
        line.entry.document for line in lines if None in {slots[slot] for slot in line.entry.accepted if slot is not None}
    ]
    circle = [one.truth for one in decision.of("for_whom")]
    channels = [one.truth for one in decision.of("channels")]
    return [*found, *("a channel or the circle" for truth in (*circle, *channels) if truth is None)]


def test_what_is_known_makes_other_questions_needless() -> None:
    sections = {"requirements": ({"cite": "1", "document": "d0", "when": "b0 and b1 or b2"},), "refuse_to_accept": ()}
    decide = RuleBook(("b0", "b1", "b2"), {}, (), sections, None).deciding("direct")
    assert set(questions(decide({}))) == {"b0", "b1", "b2"}
    assert questions(decide({"b0": False})) == ("b2",)
    assert set(questions(decide({"b2": False}))) == {"b0", "b1"}
    assert questions(decide({"b2": True})) == ()


def shown(decision: Decision) -> tuple[object, ...]:
    """All that an interview is about."""
    lines = tuple((line.status, line.accepted, line.sets) for line in decision.lines)
    names = decision.plan.slots if decision.plan else {}
    beside = (slot for name, slot in names.items() if name.startswith(("circle:", "channel:", "fee:", "result:", "accepted:")))
    return lines, tuple(decision.slots[slot] for slot in beside)


def shipped(key: EditionKey) -> Decide:
    return lambda facts: decided(key, facts)


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_whoever_comes_the_shipped_interview_settles_the_checklist(key: EditionKey) -> None:
    decide = shipped(key)
    next_question: dict[Answers, str | None] = {}
    for person in combinations(plan_of(key)):
        known: Answers = ()
        while (fact := asked_next(decide, known, next_question)) is not None:
            known = (*known, (fact, person[fact]))


Answers = tuple[tuple[str, Value], ...]


def asked_next(decide: Decide, known: Answers, found: dict[Answers, str | None]) -> str | None:
    """The next question after these answers; without one, every line is settled."""
    if known not in found:
        decision = decide(dict(known))
        left = questions(decision)
        assert left or all(line.status != "undetermined" or unsaid(line, decision) for line in decision.lines), known
        assert not {fact for fact, _ in known}.intersection(left)
        found[known] = left[0] if left else None
    return found[known]


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_a_whole_round_of_questions_settles_every_line(key: EditionKey) -> None:
    """Whoever answers all questions of a decision at once has no line left open."""
    plan, decide = plan_of(key), shipped(key)
    asked = questions(decide({}))
    for answers in assignments({fact: whole(plan)[fact] for fact in asked}):
        if consistent(answers, held_apart(plan), plan.categories):
            decision = decide(answers)
            assert all(line.status != "undetermined" or unsaid(line, decision) for line in decision.lines), answers


@given(rule_books(), st.data())
def test_a_line_waits_for_unknown_facts_that_are_asked(book: RuleBook, data: st.DataObject) -> None:
    decide, person = book.deciding("direct"), data.draw(people(book))
    known = {fact: value for fact, value in person.items() if data.draw(st.booleans())}
    decision = decide(known)
    asked = set(questions(decision))
    for line in decision.lines:
        waits = depends_on(decision, line)
        if not line.of_applicant:
            assert not waits
            continue
        assert not waits or line.status == "undetermined"
        assert waits or line.status != "undetermined" or unsaid(line, decision)
        assert set(waits) <= asked - known.keys()


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_the_order_of_questions_is_near_the_best(key: EditionKey) -> None:
    """Expected over all people there can be, against the best order found by exhaustive search."""
    asking = Asking.of(shipped(key), whole(plan_of(key)))
    ours, best = asking.ours(), asking.best()
    assert best <= ours <= SHIPPED_WORST * best, f"{float(ours):.3f} questions, {float(best):.3f} would do"


def test_of_ways_of_filing_only_those_of_the_edition_are_offered() -> None:
    """Home schooling in Almaty region is asked for at the State Corporation or on the portal, not by telephone."""
    for key in EDITIONS:
        plan = plan_of(key)
        filing = {one.channel for one in plan.edition.channels if one.only != "result"}
        if filing and "channel" in plan.space and plan.edition.at_hand("channels"):
            assert set(plan.open_values("channel", {})) == filing
    plan = plan_of(EditionKey("almaty-region-2018-81", "home-schooling-disabled-children"))
    assert len(plan.space["channel"]) > len(plan.open_values("channel", {})) == 2

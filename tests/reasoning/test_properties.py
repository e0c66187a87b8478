"""What holds of every rule book and every case, tried on random ones and on the shipped editions."""

import itertools
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eligibility.answer.why import why
from eligibility.law.condition import (
    All,
    Compare,
    Condition,
    Constant,
    Either,
    Name,
    Not,
    OneOf,
    Operator,
    Other,
    Value,
    Window,
    parse,
    parsed,
    walk,
    written,
)
from eligibility.law.logic import Several, Truth, comparison, truth
from eligibility.law.ordered import Number, exact
from eligibility.law.pack import EditionKey
from eligibility.law.space import cells, looks
from eligibility.reasoning.case import FORMS_PRESENTED, STATES, Presented
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.direct import Direct
from eligibility.reasoning.plan import Entry, Plan
from eligibility.reasoning.program import Atom
from eligibility.reasoning.questions import questions, undetermined
from tests.reasoning.handmade_programs import program
from tests.reasoning.kleene_reference import Reference, reads_unsaid, ready, refines
from tests.reasoning.needs_rete import Rete
from tests.reasoning.random_rulebooks import COMPARISONS, RuleBook, brought, conditions, facts_of, people, rule_books
from tests.reasoning.shipped_editions import EDITIONS, decided, edition_id, plan_of, whole

Facts = Mapping[str, Value]
LACKING: dict[Truth, int] = {True: 0, None: 1, False: 2}


def some_of(facts: Facts) -> st.SearchStrategy[dict[str, Value]]:
    """The facts with any of them forgotten."""
    return st.sets(st.sampled_from(sorted(facts))).map(lambda kept: {id: facts[id] for id in facts if id in kept})


def statuses(decision: Decision) -> dict[str, object]:
    """What a decision says, whatever the order of the rules it was drawn from."""
    lines = {line.entry.document: (line.status, frozenset(line.accepted), frozenset(line.sets)) for line in decision.lines}
    channels = {one.rule.channel: one.truth for one in decision.of("channels")}
    flags = {one.rule.id: one.truth for one in decision.of("flags")}
    circle = next((one.truth for one in decision.of("for_whom")), None)
    return {**lines, **channels, **flags, "circle": circle}


@given(rule_books(contradictions=0), st.data())
def test_both_engines_and_the_reference_agree(book: RuleBook, data: st.DataObject) -> None:
    facts = data.draw(facts_of(book.facts).flatmap(some_of))
    decision = book.deciding("paired")(facts, data.draw(st.none() | brought(book)))
    for slot, value in Reference(ready(decision)).expected(decision.facts, decision.slots).items():
        assert decision.slots[slot] is value


@pytest.mark.parametrize("op", COMPARISONS)
def test_every_comparison_at_its_bounds(op: Operator) -> None:
    for bound, value in itertools.product(range(4), range(4)):
        for tree in (Compare("y", op, bound), Not(Compare("y", op, bound)), OneOf("y", (bound, bound + 2))):
            made = program(written(tree))
            atoms = [atom.of(value) for atom in made.atoms if isinstance(atom, Atom)]
            expected = truth(tree, {"y": value}, {})
            assert Direct(made).infer(atoms)[-1] is Rete(made).infer(atoms)[-1] is expected, (written(tree), value)


def test_for_every_number_a_cell_answers_every_comparison_alike() -> None:
    """Of every two comparisons, with a list among them."""
    fact = RuleBook(("y0",), {}, (), {"requirements": ()}, None).pack().facts["y0"]
    low, high = fact.range or (0, 0)
    numbers = range(low, high + 1)
    parts: list[Compare | OneOf] = [Compare("y0", op, bound) for op in COMPARISONS for bound in numbers]
    parts += [OneOf("y0", pair) for pair in itertools.combinations(numbers, 2)]
    for one, other in itertools.combinations(parts, 2):
        found = cells("y0", looks((one, other), {"y0": fact}, {}, {}))
        answers = {(comparison(one, {"y0": cell}), comparison(other, {"y0": cell})) for cell in found}
        for value in numbers:
            assert (comparison(one, {"y0": value}), comparison(other, {"y0": value})) in answers, (one, other, value)


@given(rule_books(), st.data())
def test_contradictions_settle_more_than_the_conditions_alone_and_nothing_else(book: RuleBook, data: st.DataObject) -> None:
    facts = data.draw(facts_of(book.facts).flatmap(some_of).filter(book.possible))
    decision = book.deciding("paired")(facts)
    for slot, least in Reference(ready(decision)).conditions(decision.facts).items():
        assert refines(decision.slots[slot], least)


@given(rule_books(), st.data())
def test_another_fact_never_changes_what_is_settled(book: RuleBook, data: st.DataObject) -> None:
    person = data.draw(people(book))
    more = data.draw(some_of(person))
    fewer = data.draw(some_of(more)) if more else {}
    decide = book.deciding()
    first, second, last = decide(fewer), decide(more), decide(person)
    for before, after in ((first, second), (second, last)):
        assert all(refines(late, early) for early, late in zip(before.slots, after.slots, strict=True))
        for early, late in zip(before.lines, after.lines, strict=True):
            assert set(late.accepted) <= set(early.accepted)
            assert set(late.sets) <= set(early.sets)
    due = [line.entry.due for line in last.lines]
    assert None not in {last.slots[slot] for slot in due if not reads_unsaid(slot, last)}


@given(rule_books(having=("e",)), st.data())
def test_of_a_value_that_stands_for_several_follows_what_follows_from_each(book: RuleBook, data: st.DataObject) -> None:
    """Whoever is equated to one of two is told what holds for both, and no more."""
    person = {**data.draw(facts_of(book.facts).flatmap(some_of)), "e": "v1"}
    exact = [{**person, "e": value} for value in ("v1", "v2")]
    assume(all(map(book.possible, exact)))
    deciding = book.deciding("paired")
    told = deciding({**person, "e": Several("v1-or-v2", ("v1", "v2"))})
    one, other = map(deciding, exact)
    assert list(told.slots) == [a if a is b else None for a, b in zip(one.slots, other.slots, strict=True)]
    for line in told.lines:
        assert why(told, line, "clerk").ru


@given(rule_books(having=("e",)), st.data())
def test_whoever_is_told_of_several_is_asked_which_where_it_matters(book: RuleBook, data: st.DataObject) -> None:
    person = {**data.draw(people(book)), "e": "v1"}
    assume(book.possible(person) and book.possible({**person, "e": "v2"}))
    deciding = book.deciding("direct")
    asked = questions(deciding({**person, "e": Several("v1-or-v2", ("v1", "v2"))}))
    one, other = (deciding({**person, "e": value}) for value in ("v1", "v2"))
    open_slots = set(undetermined(one)) | set(undetermined(other))
    matters = any(
        one.slots[line.entry.due] is not other.slots[line.entry.due]
        for line in one.lines
        if line.of_applicant and line.entry.due not in open_slots
    )
    assert set(asked) <= {"e"}
    assert not matters or asked == ("e",)


def test_what_the_text_does_not_say_stays_open_whatever_is_answered() -> None:
    sections = {"requirements": ({"cite": "1", "document": "d0", "when": "b0 or unsaid"},), "refuse_to_accept": ()}
    decide = RuleBook(("b0",), {}, (), sections, "unsaid").deciding()
    assert questions(decide({})) == ("b0",)
    assert decide({"b0": True}).lines[0].status == "required"
    left = decide({"b0": False})
    assert left.lines[0].status == "undetermined"
    assert questions(left) == ()
    assert left.of("for_whom")[0].truth is None


def test_contradictions_see_the_years_of_a_list() -> None:
    sections = {"requirements": ({"cite": "1", "document": "d0", "when": "y0 in [2, 4]"},), "refuse_to_accept": ()}
    book = RuleBook(("b0", "y0"), {}, ("b0 and y0 > 4",), sections, None)
    decide = book.deciding()
    assert decide({"b0": True, "y0": 2}).lines[0].status == "required"
    assert decide({"b0": True}).lines[0].status == "undetermined"


@given(rule_books(), st.data())
def test_the_order_of_rules_and_facts_changes_nothing(book: RuleBook, data: st.DataObject) -> None:
    other = book.reordered(data.draw)
    facts = data.draw(facts_of(book.facts).flatmap(some_of).filter(book.possible))
    turned = dict(data.draw(st.permutations(list(facts.items()))))
    assert statuses(book.deciding("paired")(facts)) == statuses(other.deciding("paired")(turned))


WORDS = st.from_regex(r"[a-z_][a-z0-9_-]{0,8}", fullmatch=True).filter(
    lambda word: word not in {"and", "or", "not", "in", "true", "false", "unsaid"}
)
NUMBERS: st.SearchStrategy[Number] = st.one_of(st.integers(0, 200), st.decimals(0, 99, places=4).map(exact))
ANY_VALUE = st.one_of(WORDS, NUMBERS, st.booleans(), st.dates(max_value=date(9998, 12, 31)))
OTHERS = st.builds(Other, WORDS, st.none() | NUMBERS)
COMPARED = st.one_of(NUMBERS, st.booleans(), st.builds(Other, WORDS, NUMBERS))
IN_A_YEAR = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))
ANY_TREE: st.SearchStrategy[Condition] = st.recursive(
    st.one_of(
        st.builds(Constant, st.sampled_from([True, False, None])),
        st.builds(Name, WORDS),
        st.builds(Compare, WORDS, st.sampled_from(COMPARISONS[:2]), ANY_VALUE),
        st.builds(
            Compare,
            WORDS,
            st.sampled_from(COMPARISONS),
            st.one_of(NUMBERS, st.booleans(), OTHERS.filter(lambda one: one.times)),
        ),
        st.builds(Compare, WORDS, st.sampled_from(COMPARISONS[2:]), OTHERS),
        st.builds(Window, WORDS, IN_A_YEAR, IN_A_YEAR),
        st.builds(OneOf, WORDS, st.lists(ANY_VALUE, min_size=1, max_size=4).map(tuple)),
    ),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=2, max_size=4).map(tuple)),
        st.builds(Either, st.lists(inner, min_size=2, max_size=4).map(tuple)),
    ),
    max_leaves=20,
)


@given(ANY_TREE)
def test_a_condition_reads_back_as_it_was_written(tree: Condition) -> None:
    """Every tree of groups of two parts or more, lists of one value or more, numbers from 0, and words that are no
    keywords; nested groups of one kind stay nested. Other trees have no text of their own: a group of one part is
    written as the part. Texts are at most 2,000 characters long and 40 levels deep."""
    assert parse(written(tree)) == tree


@pytest.mark.parametrize(
    "text", ["a and b or c", "(a or b) and c", "not (a and b)", "not not a and b", "(a and b) and c", "a or not b"]
)
def test_no_needless_brackets_are_written(text: str) -> None:
    assert written(parsed(text)) == text


@given(conditions(("k0",)))
def test_writing_twice_writes_the_same(tree: Condition) -> None:
    text = written(tree)
    assert written(parsed(text)) == text


@pytest.mark.parametrize("key", EDITIONS, ids=edition_id)
def test_every_shipped_condition_reads_back_as_it_was_written(key: EditionKey) -> None:
    plan = plan_of(key)
    for tree in (*plan.conditions.values(), *plan.categories.values()):
        assert parse(written(tree)) == tree
        assert all(len(part.parts) > 1 for part in walk(tree) if isinstance(part, (All, Either)))


def papers(plan: Plan, entry: Entry, plain: bool) -> st.SearchStrategy[Presented]:
    """Documents a line asks for, or that serve as one of them."""
    named = sorted({document for wanted in (entry.wanted, *entry.wanted_if) for document in wanted})
    if plain:
        return st.builds(Presented, st.sampled_from(named))
    forms, states = st.sampled_from([None, *FORMS_PRESENTED]), st.one_of(st.just(STATES[0]), st.sampled_from(STATES))
    groups = st.sampled_from([None, entry.document])
    return st.builds(Presented, st.sampled_from(named), forms, states, st.none(), groups)


@st.composite
def files(draw: st.DrawFn, plain: bool) -> tuple[EditionKey, dict[str, Value], list[Presented]]:
    """What somebody brings: of many lines, or, in all forms and states, of one that says which form it asks for."""
    key, plan, entries = draw(st.sampled_from(LISTS))
    answers = {fact: st.sampled_from(values) for fact, values in whole(plan).items()}
    facts = draw(st.fixed_dictionaries({}, optional=answers))
    if not plain:
        groups = tuple(entry for entry in entries if len(entry.wanted) > 1)
        entries = (draw(st.sampled_from(draw(st.sampled_from([entries, groups or entries])))),)
    brought = st.one_of([papers(plan, one, plain) for one in entries])
    return key, facts, draw(st.lists(brought, min_size=1, max_size=12 if plain else 4))


def says_more_than_a_name(entry: Entry) -> bool:
    return entry.missing is not None and (entry.requirement.form != "unspecified" or len(entry.wanted) > 1)


LISTS = [
    (key, plan, entries)
    for key in EDITIONS
    if (plan := plan_of(key)) and (entries := tuple(filter(says_more_than_a_name, plan.entries)))
]


File = tuple[EditionKey, dict[str, Value], list[Presented]]


def at_hand(decision: Decision) -> dict[str, int]:
    """How far the file, and what each of its lines asks for, is complete: no, not settled, yes."""
    plan, slots = ready(decision), decision.slots
    asked = {f"{at} {entry.document}": entry.missing for at, entry in enumerate(plan.entries) if entry.missing is not None}
    return {name: LACKING[slots[slot]] for name, slot in (asked | {"file": plan.incomplete}).items()}


def assert_each_counts(decide: Callable[[list[Presented]], Decision], papers: list[Presented]) -> None:
    before = at_hand(decide([]))
    for count in range(1, len(papers) + 1):
        after = at_hand(decide(papers[:count]))
        worse = [name for name in before if after[name] < before[name]]
        assert not worse, f"{papers[count - 1]} makes {worse} less complete after {papers[: count - 1]}"
        before = after


def shipped(file: File) -> None:
    key, facts, papers = file
    assert_each_counts(lambda some: decided(key, facts, some), papers)


@given(files(plain=True))
def test_one_more_document_never_makes_a_file_less_complete(file: File) -> None:
    shipped(file)


@settings(max_examples=400)
@given(rule_books(), st.data())
def test_nor_do_more_copies_or_another_day_of_issue(book: RuleBook, data: st.DataObject) -> None:
    facts, deciding = data.draw(facts_of(book.facts).flatmap(some_of)), book.deciding("direct")
    assert_each_counts(lambda some: deciding(facts, some), data.draw(brought(book)))


@settings(max_examples=400)
@given(files(plain=False))
def test_one_more_document_of_any_form_and_state_never_makes_a_file_less_complete(file: File) -> None:
    shipped(file)

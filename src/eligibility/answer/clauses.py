"""Conclusions said in words: facts and categories as clauses in Kazakh and Russian, or in the short form."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import cast

from eligibility.answer import short_form
from eligibility.law.condition import (
    All,
    Compare,
    Condition,
    Constant,
    Either,
    Name,
    Not,
    OneOf,
    Other,
    Value,
    Window,
    parsed,
)
from eligibility.law.filing_facts import INCOMPLETE
from eligibility.law.logic import Facts, Several
from eligibility.law.ordered import Ordered, least
from eligibility.law.vocabulary import Choice, Fact, Phrase
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Atom, Compared, Lit
from eligibility.words.catalogue import in_both
from eligibility.words.joining import alternatives, bracketed, conjoined
from eligibility.words.numerals import number_text
from eligibility.words.text import N_, Text

NOTHING: Facts = {}


def clause(plan: Plan, literal: Lit, known: Mapping[str, Value]) -> Text | None:
    """What a slot's truth says about the person; nothing for slots that are no fact, and for categories told by their parts."""
    slot, holds = literal
    if slot >= len(plan.program.atoms):
        category = plan.named_categories.get(plan.program.nodes[slot - len(plan.program.atoms)].name)
        return None if category is None or category.says is None else _of(category.says, holds)
    match plan.program.atoms[slot]:
        case Atom() as atom:
            return fact_clause(plan, atom, holds, known.get(atom.fact))
        case Compared(tree):
            return _compared(plan, tree, holds, known)
        case _:
            return None


def several_clause(plan: Plan, id: str, value: Several) -> Text:
    """An answer that is known only up to several."""
    fact = plan.facts[id]
    said = (fact.values or {})[str(value)].holds
    return said or short_form.told(short_form.name_of(plan, id), short_form.label_of(fact, value))


def fact_clause(plan: Plan, atom: Atom, holds: bool, value: Value | None) -> Text:
    fact = plan.facts.get(atom.fact)
    own = _own_words(fact, atom, holds, value) if fact else None
    return own or short_form.told(short_form.name_of(plan, atom.fact), _answer(plan, atom, holds, value))


def measured(plan: Plan, atom: Atom | Compared, holds: bool, known: Facts) -> Text | None:
    """How an answer that is counted compares with what it is held against; nothing of what is chosen from a menu."""
    if isinstance(atom, Compared):
        return short_form.compared(plan, atom.tree, holds, known)
    if atom.at_least is None and not plan.looks.grain(atom.fact):
        return None
    return _answer(plan, atom, holds, None)


def _answer(plan: Plan, atom: Atom, holds: bool, value: Value | None) -> Text:
    if atom.at_least is not None:
        return short_form.at_least(plan, atom.fact, atom.at_least, holds)
    fact = plan.facts.get(atom.fact)
    if fact is None or plan.looks.grain(atom.fact):
        bounds: list[Ordered] = [one for one in atom.values if not isinstance(one, (str, tuple))]
        said = [short_form.ordered(plan, atom.fact, "==", one, holds) for one in bounds]
        return alternatives(said) if holds else conjoined(said)
    if fact.type == "bool":
        return short_form.value_named(fact, holds is (atom.values == (True,)))
    return short_form.chosen(fact, atom.values, holds, value)


def _own_words(fact: Fact, atom: Atom, holds: bool, value: Value | None) -> Text | None:
    """The clauses that the pack gives this fact, where it gives them."""
    if atom.at_least is not None:
        return _counted(fact, atom.at_least, holds)
    if fact.values is None:
        return None if fact.says is None or fact.type != "bool" else _of(fact.says, holds is (atom.values == (True,)))
    named = [fact.values[str(one)] for one in atom.values]
    if isinstance(value, tuple):
        met = [fact.values[one] for one in value if one in atom.values]
        return _all(conjoined, (one.holds if holds else one.fails for one in (met if holds else named)))
    if len(named) == 1:
        return _clause_of(named[0], holds)
    if value is not None:
        return fact.values[str(value)].holds
    if fact.name is not None:
        return None  # a name and its labels say «this, that or the other» without the same clause thrice
    return _all(alternatives if holds else conjoined, (_clause_of(one, holds) for one in named))


def _clause_of(choice: Choice, holds: bool) -> Text | None:
    return choice.holds if holds else choice.fails


def _all(join: Callable[[Iterable[Text]], Text], said: Iterable[Text | None]) -> Text | None:
    found = list(said)
    known = [one for one in found if one is not None]
    return join(known) if known and len(known) == len(found) else None


def _counted(fact: Fact, at_least: Ordered, holds: bool) -> Text | None:
    if fact.says is None or isinstance(at_least, date) or short_form.is_finest(at_least):
        return None
    phrase, n = _of(fact.says, not holds), number_text(at_least)
    return Text(phrase.kk.format(n=n), phrase.ru.format(n=n))


def _of(phrase: Phrase, holds: bool) -> Text:
    return phrase.holds if holds else phrase.fails


def condition_text(plan: Plan, when: str) -> Text:
    """A rule's condition in words, whoever it is about."""
    return _condition(plan, parsed(when), True, outer=True)


def _condition(plan: Plan, tree: Condition, holds: bool, outer: bool = False) -> Text:
    match tree:
        case Not(part):
            return _condition(plan, part, not holds, outer)
        case All(parts) | Either(parts):
            said = [_condition(plan, part, holds) for part in parts]
            both = isinstance(tree, All) is holds
            text = conjoined(said) if both else alternatives(said)
            return text if outer else bracketed(text)
        case Name(id) if id in plan.named_categories:
            says = plan.named_categories[id].says
            return _of(says, holds) if says else _condition(plan, plan.categories[id], holds, outer)
        case Name(id) if id == INCOMPLETE:
            return in_both(N_("the file is not complete")) if holds else in_both(N_("the file is complete"))
        case Name(id):
            return fact_clause(plan, Atom(id, (True,)), holds, None)
        case OneOf(fact, values):
            return fact_clause(plan, Atom(fact, values), holds, None)
        case Compare() | Window():
            return _comparison(plan, tree, holds)
        case Constant(None):
            return in_both(N_("the text does not say when"))
        case Constant():
            return in_both(N_("always"))


def _comparison(plan: Plan, tree: Compare | Window, holds: bool) -> Text:
    if isinstance(tree, Window) or isinstance(tree.value, Other):
        return _compared(plan, tree, holds, NOTHING)
    if tree.op in ("==", "!="):
        return fact_clause(plan, Atom(tree.fact, (tree.value,)), holds is (tree.op == "=="), None)
    bound = cast("Ordered", tree.value)
    lowest = least(bound, plan.looks.grain(tree.fact) or "whole", above=tree.op in (">", "<="))
    return fact_clause(plan, Atom(tree.fact, at_least=lowest), holds is tree.op.startswith(">"), None)


def _compared(plan: Plan, tree: Compare | Window, holds: bool, known: Facts) -> Text:
    return short_form.told(short_form.name_of(plan, tree.fact), short_form.compared(plan, tree, holds, known))

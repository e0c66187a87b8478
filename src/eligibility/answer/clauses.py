"""Conclusions said in words: facts and categories as clauses in Kazakh and Russian."""

from collections.abc import Mapping

from eligibility.law.condition import All, Compare, Condition, Constant, Either, Name, Not, OneOf, Value, parsed
from eligibility.law.filing_facts import INCOMPLETE
from eligibility.law.vocabulary import Fact, Phrase
from eligibility.reasoning.plan import Plan
from eligibility.reasoning.program import Atom, Lit
from eligibility.words.catalogue import in_both
from eligibility.words.closed import yes_or_no
from eligibility.words.joining import alternatives, bracketed, clauses, conjoined
from eligibility.words.text import N_, Text


def clause(plan: Plan, literal: Lit, known: Mapping[str, Value]) -> Text | None:
    """What a slot's truth says about the person; nothing for slots that are no fact or category."""
    slot, holds = literal
    if slot >= len(plan.program.atoms):
        category = plan.named_categories.get(plan.program.nodes[slot - len(plan.program.atoms)].name)
        return None if category is None else category.says.holds if holds else category.says.fails
    atom = plan.program.atoms[slot]
    return fact_clause(plan.facts[atom.fact], atom, holds, known.get(atom.fact)) if isinstance(atom, Atom) else None


def fact_clause(fact: Fact, atom: Atom, holds: bool, value: Value | None) -> Text:
    if atom.at_least is not None:
        phrase = _says(fact).fails if holds else _says(fact).holds
        return Text(phrase.kk.format(n=atom.at_least), phrase.ru.format(n=atom.at_least))
    if fact.values is None:
        true = holds is (atom.values == (True,))
        return _says(fact).holds if true else _says(fact).fails
    if len(atom.values) == 1:
        choice = fact.values[str(atom.values[0])]
        return choice.holds if holds else choice.fails
    if value is not None:
        return fact.values[str(value)].holds
    if holds:
        return alternatives(fact.values[str(one)].holds for one in atom.values)
    return clauses(fact.values[str(one)].fails for one in atom.values)


def value_text(fact: Fact, value: Value | None) -> Text:
    """An answer as the question's menu shows it."""
    if value is None:
        return in_both(N_("not known"))
    if fact.values is not None:
        return fact.values[str(value)].label
    if isinstance(value, bool):
        return yes_or_no(value)
    return Text(str(value), str(value))


def _says(fact: Fact) -> Phrase:
    if fact.says is None:
        raise ValueError("lint lets no such fact pass")
    return fact.says


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
            return says.holds if holds else says.fails
        case Name(id) if id == INCOMPLETE:
            return in_both(N_("the file is not complete")) if holds else in_both(N_("the file is complete"))
        case Name(id):
            return fact_clause(plan.facts[id], Atom(id, (True,)), holds, None)
        case OneOf(fact, values):
            return fact_clause(plan.facts[fact], Atom(fact, values), holds, None)
        case Compare(fact, op, value):
            return _comparison(plan.facts[fact], fact, op, value, holds)
        case Constant(None):
            return in_both(N_("the text does not say when"))
        case Constant():
            return in_both(N_("always"))


def _comparison(fact: Fact, id: str, op: str, value: Value, holds: bool) -> Text:
    if op in ("==", "!="):
        return fact_clause(fact, Atom(id, (value,)), holds is (op == "=="), None)
    bound = int(value) + (op in (">", "<="))
    return fact_clause(fact, Atom(id, at_least=bound), holds is op.startswith(">"), None)

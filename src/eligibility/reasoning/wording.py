"""The vocabulary in the words of one edition: what it and its act call otherwise than all acts together do."""

from collections.abc import Mapping

from eligibility.law.address import Forms
from eligibility.law.edition import Edition
from eligibility.law.filing_facts import CHANNEL, REQUEST
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Act, Category, Choice, Fact
from eligibility.words.text import Text

PROVIDER = "{provider}"
"""in what a menu offers: who renders the service here"""


def facts_of(pack: Pack, edition: Edition, act: Act) -> Mapping[str, Fact]:
    requests = {one.request: one.label for one in edition.requests if one.label}
    ways = {one.channel: one.label for one in edition.channels if one.label}
    provider = (act.providers or {})[edition.provider] if edition.provider else None
    found = {}
    for id, fact in pack.facts.items():
        values = dict(fact.values or {})
        if id == REQUEST:
            values |= {value: _variant(values[value], label) for value, label in requests.items()}
        elif id == CHANNEL:
            values |= {value: _way(values[value], label, provider) for value, label in ways.items()}
        values = {value: _offered(choice, provider) for value, choice in values.items()}
        worded = fact._replace(values=values) if values else fact
        found[id] = _without_clauses(worded) if act.recipient else worded
    return found


def categories_of(pack: Pack, act: Act) -> Mapping[str, Category]:
    if act.recipient is None:
        return pack.categories
    return {id: category._replace(says=None) for id, category in pack.categories.items()}


def _variant(choice: Choice, label: Text) -> Choice:
    return choice._replace(label=label, menu=None, holds=None, fails=None)


def _way(choice: Choice, label: Text, provider: Text | None) -> Choice:
    """Its clauses say as much as before: by which way one files."""
    found = _named_after(provider, label)
    return choice._replace(label=found, menu=found) if found else choice


def _offered(choice: Choice, provider: Text | None) -> Choice:
    return choice._replace(menu=_named_after(provider, choice.menu)) if choice.menu else choice


def _named_after(provider: Text | None, said: Text) -> Text | None:
    """With the blank filled; nothing where nobody is named to fill it."""
    if PROVIDER not in said.kk + said.ru:
        return said
    return Text(said.kk.replace(PROVIDER, provider.kk), said.ru.replace(PROVIDER, provider.ru)) if provider else None


def _without_clauses(fact: Fact) -> Fact:
    """Told by its name, in the words said of another person: they call nobody by a word that the act does not have."""
    ask = fact.ask._replace(desk=fact.name or fact.ask.other) if isinstance(fact.ask, Forms) else fact.ask
    values = {
        id: choice._replace(
            label=choice.label._replace(desk=choice.label.other) if isinstance(choice.label, Forms) else choice.label,
            holds=None,
            fails=None,
        )
        for id, choice in (fact.values or {}).items()
    }
    return fact._replace(ask=ask, says=None, values=values or None)

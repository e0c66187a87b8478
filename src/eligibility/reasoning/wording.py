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
    own = {
        REQUEST: {one.request: one.label for one in edition.requests},
        CHANNEL: {one.channel: one.label for one in edition.channels},
    }
    provider = (act.providers or {})[edition.provider] if edition.provider else None
    found = {}
    for id, fact in pack.facts.items():
        values = {value: _choice(choice, provider, own.get(id, {}).get(value)) for value, choice in (fact.values or {}).items()}
        worded = fact._replace(values=values) if values else fact
        found[id] = _without_clauses(worded) if act.recipient else worded
    return found


def categories_of(pack: Pack, act: Act) -> Mapping[str, Category]:
    if act.recipient is None:
        return pack.categories
    return {id: category._replace(says=None) for id, category in pack.categories.items()}


def _choice(choice: Choice, provider: Text | None, own: Text | None) -> Choice:
    if own:
        return choice._replace(label=own, menu=None, holds=None, fails=None)
    if choice.menu is None or PROVIDER not in choice.menu.kk + choice.menu.ru:
        return choice
    if provider is None:
        return choice._replace(menu=None)
    kk, ru = choice.menu.kk.replace(PROVIDER, provider.kk), choice.menu.ru.replace(PROVIDER, provider.ru)
    return choice._replace(menu=Text(kk, ru))


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

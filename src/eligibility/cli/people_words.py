"""How a population is told on a terminal: standings, statuses and directions in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from eligibility.answer.amounts import term_text
from eligibility.answer.short_form import told, value_named
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.law.condition import Value
from eligibility.law.logic import Truth
from eligibility.law.pack import Pack
from eligibility.population.tally import Asking
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text

STANDINGS: Mapping[str, str] = {
    "in-force": N_("in force on the day of filing"),
    "not-adopted": N_("the act not yet adopted on the day of filing"),
    "not-in-effect": N_("the act not yet in effect on the day of filing"),
    "undetermined": N_("not certain whether the act was in force on the day of filing"),
    "edition-not-held": N_("the wording of the day of filing not at hand"),
    "repealed": N_("the act repealed by the day of filing"),
    "no-edition": N_("no act at hand for the region on the day of filing"),
}
STATUSES: Mapping[str, str] = {
    "required": N_("required"),
    "not-required": N_("not required"),
    "undetermined": N_("not determined"),
    "missing": N_("missing"),
    "perhaps-missing": N_("perhaps missing"),
}
MET: Mapping[str, str] = {"met": N_("met"), "open": N_("not determined")}
BELONGING: Mapping[str, str] = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("not known")}
TRUTHS: Mapping[Truth, str] = {True: N_("yes"), False: N_("no"), None: N_("not determined")}


def asking_text(pack: Pack, asking: Asking) -> str:
    """The service, and where it is asked for."""
    title = pack.services[asking.service].title
    places = [pack.acts[asking.act].cited] if asking.act else []
    places += [pack.regions[asking.region]] if asking.region else []
    return joined(" – ", (title, *places))[lang()]


def ground_text(pack: Pack, service: str, id: str) -> Text:
    """What a ground says, by the first edition of the service that has it in words."""
    editions = (pack.edition(*key) for key in pack.held() if key.service == service)
    grounds = (one for edition in editions if edition for one in (*edition.refuse_to_accept, *edition.refuse_service))
    return next((one.text for one in grounds if one.id == id and one.text), Text(id, id))


def counts_text(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """In the order of the words, without what nobody is."""
    return "; ".join(f"{say(words[key])}: {counts[key]}" for key in words if counts.get(key))


def facts_text(pack: Pack, on: Any, facts: Mapping[str, Value]) -> Text:
    """A person in short: the day of filing and the facts that are known."""
    day = told(in_both(N_("day of filing")), day_text(on))
    return joined(
        "; ", (day, *(told(pack.facts[id].called, value_named(pack.facts[id], value)) for id, value in facts.items()))
    )


def put_bad(bad: Mapping[str, int]) -> None:
    """What keeps rows from being cases, by how often."""
    if not bad:
        return
    put(say(N_("Rows set apart, which are no cases: {n}"), n=sum(bad.values())), "bad")
    for code, count in sorted(bad.items(), key=lambda one: (-one[1], one[0])):
        put(f"{code}: {count}", indent=2)


def term_words(terms: Iterable[Any]) -> Text:
    found = [term_text(one) for one in terms]
    return joined(" + ", found) if found else in_both(N_("not stated"))

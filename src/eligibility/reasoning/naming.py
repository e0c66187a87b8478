"""What ids are called: the answers of a fact, the forms and states of a document, yes and no."""

from collections.abc import Iterable, Mapping
from itertools import chain

from eligibility.diagnostics.meant import Names
from eligibility.law.vocabulary import Fact
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

PRESENTED: Mapping[str, str] = {
    "original": N_("original"),
    "copy": N_("copy"),
    "both": N_("original and copy"),
    "electronic": N_("electronic document"),
    "readable": N_("readable"),
    "damaged": N_("damaged"),
    "expired": N_("expired"),
    "name-differs": N_("the name differs"),
    "iin-differs": N_("the IIN differs"),
    "outdated-form": N_("outdated form"),
}
"""forms and states of a document presented"""


def names_of_choice(fact: Fact) -> Names:
    return {id: choice.label for id, choice in (fact.values or {}).items()}


def names_presented(known: Iterable[str]) -> Names:
    return {id: in_both(PRESENTED[id]) for id in known if id in PRESENTED}


def says_yes_or_no(typed: object) -> bool:
    """Whether it is one of the words that stand for true and false on a screen."""
    words = chain.from_iterable(_both(in_both(one)) for one in (N_("yes"), N_("no")))
    return isinstance(typed, str) and typed.strip().casefold() in words


def _both(text: Text) -> tuple[str, str]:
    return text.kk, text.ru

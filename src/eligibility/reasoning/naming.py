"""What ids are called: the answers of a fact, the forms and states of a document, yes and no."""

from collections.abc import Iterable
from itertools import chain

from eligibility.diagnostics.meant import Names
from eligibility.law.vocabulary import Fact
from eligibility.words.closed import form_text, state_text, yes_or_no
from eligibility.words.text import Text


def names_of_choice(fact: Fact) -> Names:
    return {id: choice.called("self") for id, choice in (fact.values or {}).items()}


def names_presented(known: Iterable[str]) -> Names:
    """Of forms and states of a document presented."""
    return {id: said for id in known if (said := form_text(id) or state_text(id))}


def says_yes_or_no(typed: object) -> bool:
    """Whether it is one of the words that stand for true and false on a screen."""
    words = chain.from_iterable(_both(yes_or_no(one)) for one in (True, False))
    return isinstance(typed, str) and typed.strip().casefold() in words


def _both(text: Text) -> tuple[str, str]:
    return text.kk, text.ru

"""The words of closed sets: forms and states of a document, yes and no."""

from collections.abc import Mapping
from functools import cache

from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

FORMS: Mapping[str, str] = {
    "original": N_("original"),
    "copy": N_("copy"),
    "both": N_("original and copy"),
    "electronic": N_("electronic document"),
}
STATES: Mapping[str, str] = {
    "readable": N_("readable"),
    "damaged": N_("damaged"),
    "expired": N_("expired"),
    "name-differs": N_("the name differs"),
    "iin-differs": N_("the IIN differs"),
    "outdated-form": N_("outdated form"),
}
YES_NO: Mapping[bool, str] = {True: N_("yes"), False: N_("no")}
OF_SPREADSHEETS = {"true": True, "истина": True, "false": False, "ложь": False}


def yes_or_no(value: bool) -> Text:
    return in_both(YES_NO[value])


@cache
def truths() -> Mapping[str, bool]:
    """What stands for yes and no in a cell of a table, in small letters: the words of both languages, and those of
    spreadsheets."""
    said = {word: value for value in (True, False) for word in (yes_or_no(value).kk, yes_or_no(value).ru)}
    return OF_SPREADSHEETS | {word.lower(): value for word, value in said.items()}


def form_text(form: str | None) -> Text | None:
    """Nothing where it is not said in which form."""
    return in_both(FORMS[form]) if form is not None and form in FORMS else None


def state_text(state: str) -> Text | None:
    return in_both(STATES[state]) if state in STATES else None

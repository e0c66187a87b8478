"""An edition's standing on a day, said in words."""

from eligibility.law.life import Life, LifeReason
from eligibility.law.vocabulary import Act
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.text import N_, Text

REASONS: dict[LifeReason, str] = {
    "in-force": N_("The edition is in force on this day."),
    "not-adopted": N_("The decree was not adopted yet on this day; it was adopted on: {day}."),
    "not-in-effect": N_("The decree was not in effect yet on this day; it took effect at the earliest on: {day}."),
    "effect-undetermined": N_(
        "It is not determined whether the decree was in effect yet: it took effect ten calendar days after its first "
        "official publication, at the earliest on: {day}; the day of publication is not in the text."
    ),
    "amendment-undetermined": N_(
        "It is not determined whether the amendment by decree № {number} was in effect yet: at the earliest on: {day}; "
        "the day of publication is not in the text."
    ),
    "repeal-undetermined": N_(
        "It is not determined whether the repeal by decree № {number} was in effect yet: at the earliest on: {day}; "
        "the day it took effect is not in the text."
    ),
    "edition-not-held": N_(
        "The text of this edition as it was before the amendment by decree № {number} is not held; "
        "the amended text applied at the earliest from: {day}."
    ),
    "added-not-adopted": N_(
        "This annex was added by decree № {number}, which was not adopted yet on this day; it was adopted on: {day}."
    ),
    "added-not-in-effect": N_(
        "This annex was added by decree № {number}, which was not in effect yet on this day; "
        "it took effect at the earliest on: {day}."
    ),
    "added-undetermined": N_(
        "This annex was added by decree № {number}; it is not determined whether that was in effect yet: "
        "at the earliest on: {day}; the day of publication is not in the text."
    ),
    "repealed": N_("The decree was repealed by decree № {number} from: {day}."),
    "repealed-day-unknown": N_(
        "The decree was repealed by decree № {number}; the exact day is not known, at the earliest: {day}."
    ),
}


INFERRED: dict[LifeReason, str] = {
    "amendment-undetermined": N_(
        "The note of the amendment of this annex is lost in the text. Presumably it was amended by decree № {number}; "
        "it is not determined whether that amendment was in effect yet: at the earliest on: {day}."
    ),
    "edition-not-held": N_(
        "The note of the amendment of this annex is lost in the text. Presumably it was amended by decree № {number}; "
        "then its text as it was before is not held, and the amended text applied at the earliest from: {day}."
    ),
}
"""where the amending decree is no fact but an inference"""
FROM_PUBLICATION: dict[LifeReason, str] = {
    "effect-undetermined": N_(
        "It is not determined whether the decree was in effect yet: it took effect when ten calendar days had passed, "
        "beginning with the day of its first official publication, at the earliest on: {day}; "
        "the day of publication is not in the text."
    ),
}
"""where the text counts the day of publication as the first of the ten"""


def status_reason(life: Life, act: Act) -> Text:
    words = {**REASONS, **(FROM_PUBLICATION if act.counts_publication_day else {}), **(INFERRED if life.inferred else {})}
    return in_both(words[life.reason], day=day_text(life.day), number=life.number or act.number)


BANNER = N_("Attention: this is not the law on the chosen day. {reason} What follows is shown as if it were in force.")


def banner(life: Life, act: Act) -> Text:
    """Heads every output about an edition outside its life."""
    return in_both(BANNER, reason=status_reason(life, act))

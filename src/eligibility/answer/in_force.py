"""An edition's standing on a day, said in words."""

from datetime import date

from eligibility.law.life import Life, LifeReason
from eligibility.law.vocabulary import Act, ActKind, Amendment, InForce, Repeal
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.text import LANGS, N_, Text

REASONS: dict[LifeReason, str] = {
    "in-force": N_("The edition is in force on this day."),
    "not-adopted": N_("There was no such {name} yet on this day; the day of adoption: {day}."),
    "not-in-effect": N_("On this day the {name} does not work yet; it works from: {day}."),
    "effect-undetermined": N_(
        "It is not determined whether the {name} works on this day: it takes effect {n} calendar days after its first "
        "official publication, at the earliest on: {day}; the day of publication is not in the text."
    ),
    "effect-unknown": N_("It is not known from which day the {name} works; it was adopted on: {day}."),
    "amendment-undetermined": N_(
        "It is not determined whether the amendment {by} was in effect yet: at the earliest on: {day}; "
        "the day of publication is not in the text."
    ),
    "repeal-undetermined": N_(
        "It is not determined whether the repeal {by} was in effect yet: at the earliest on: {day}; "
        "the day it took effect is not in the text."
    ),
    "edition-not-held": N_(
        "The text of this edition as it was before the amendment {by} is not held; "
        "the amended text applied at the earliest from: {day}."
    ),
    "added-not-adopted": N_("This annex was added {by}; on this day that was not adopted yet; the day of adoption: {day}."),
    "added-not-in-effect": N_("This annex was added {by}; on this day that was not in effect yet; it works from: {day}."),
    "added-undetermined": N_(
        "This annex was added {by}; it is not determined whether that was in effect yet: "
        "at the earliest on: {day}; the day of publication is not in the text."
    ),
    "filed-before-amendment": N_(
        "Files lodged before this day go by the wording that stood before the amendment {by}, though that is in force: {day}."
    ),
    "filed-before-repeal": N_("Files lodged before this day go by the {name}, though it was repealed {by}: {day}."),
    "repealed": N_("The {name} was repealed {by} from: {day}."),
    "repealed-day-unknown": N_("The {name} was repealed {by}; the exact day is not known, at the earliest: {day}."),
}
EARLIEST: dict[LifeReason, str] = {
    "not-in-effect": N_("On this day the {name} does not work yet; it works at the earliest from: {day}."),
    "added-not-in-effect": N_(
        "This annex was added {by}; on this day that was not in effect yet; it works at the earliest from: {day}."
    ),
}
"""where the day is only the earliest possible one"""
ON_THE_DAY: dict[LifeReason, str] = {
    "edition-not-held": N_(
        "The text of this edition as it was before the amendment {by} is not held; the amended text applies from: {day}."
    ),
}
"""where the day is known"""
INFERRED: dict[LifeReason, str] = {
    "amendment-undetermined": N_(
        "The note of the amendment of this annex is lost in the text. Presumably it was amended {by}; "
        "it is not determined whether that amendment was in effect yet: at the earliest on: {day}."
    ),
    "edition-not-held": N_(
        "The note of the amendment of this annex is lost in the text. Presumably it was amended {by}; "
        "then its text as it was before is not held, and the amended text applied at the earliest from: {day}."
    ),
}
"""where the amending act is no fact but an inference"""
FROM_PUBLICATION: dict[LifeReason, str] = {
    "effect-undetermined": N_(
        "It is not determined whether the {name} works on this day: it takes effect when {n} calendar days have passed, "
        "beginning with the day of its first official publication, at the earliest on: {day}; "
        "the day of publication is not in the text."
    ),
}
"""where the text counts the day of publication as the first of them"""
BANNER = N_("Attention: this is not the law on the chosen day. {reason} What follows is shown as if it were in force.")


def status_reason(life: Life, act: Act) -> Text:
    words = {**REASONS, **(ON_THE_DAY if life.exact else EARLIEST)}
    effect = act.in_force if isinstance(act.in_force, InForce) else InForce()
    if effect.counting_publication_day:
        words |= FROM_PUBLICATION
    if life.inferred:
        words |= INFERRED
    kind, cause = act.kind, life.cause
    names = {"name": kind.name, "of": kind.of, "day": day_text(life.day), "n": effect.days_after_publication}
    return sentence(in_both(words[life.reason], by=changed_by(kind, cause) if cause else "", **names))


def banner(life: Life, act: Act) -> Text:
    """Heads every output about an edition outside its life."""
    return in_both(BANNER, reason=status_reason(life, act))


def changed_by(kind: ActKind, cause: Amendment | Repeal) -> Text:
    """«by decree № 434», by its day where its number is not known."""
    by = (cause.kind or kind).by
    if cause.number:
        return in_both(N_("{by} number {number}"), by=by, number=cause.number)
    return in_both(N_("{by} of {day}"), by=by, day=day_text(cause.adopted))


def dated(kind: ActKind, number: str | None, adopted: date) -> Text:
    if number:
        return in_both(N_("{name} of {day}, number {number}"), name=kind.name, day=day_text(adopted), number=number)
    return in_both(N_("{name} of {day}"), name=kind.name, day=day_text(adopted))


def sentence(text: Text) -> Text:
    """Its first letter a capital."""
    return Text(*(text[lang][:1].upper() + text[lang][1:] for lang in LANGS))

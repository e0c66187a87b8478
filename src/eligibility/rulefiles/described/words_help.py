"""What the words of closed sets mean in rule files: each set as its place knows it, in its order."""

from collections.abc import Mapping
from typing import get_args

from eligibility.law.edition import Edition, EditionSection
from eligibility.law.validity import Age
from eligibility.law.vocabulary import Measure
from eligibility.rulefiles.described.editions_help import EDITIONS
from eligibility.words.text import N_

Words = Mapping[str, str]

_FACT_TYPES: Words = {
    "bool": N_("yes or no"),
    "choice": N_("one of several values"),
    "years": N_("whole years"),
    "months": N_("whole months"),
    "number": N_("a number, also a fraction"),
    "date": N_("a day of the calendar"),
}
_STAGES: Words = {
    "filing": N_("when the documents are handed in"),
    "examination": N_("while they are examined"),
}
_FORMS: Words = {
    "original": N_("the original"),
    "copy": N_("a copy"),
    "both": N_("the original and a copy"),
    "electronic": N_("an electronic document"),
    "unspecified": N_("the text does not say"),
}
_UNITS: Words = {
    "minutes": N_("minutes"),
    "hours": N_("hours of the day"),
    "working-hours": N_("working hours"),
    "working-days": N_("working days"),
    "calendar-days": N_("calendar days"),
    "months": N_("calendar months"),
    "within-working-day": N_("within the working day"),
    "times-per-day": N_("so many times a day"),
    "unstated": N_("days of which the text does not say whether they are working days"),
}
_MEASURES: Words = {word: _UNITS[word] for word in get_args(Measure)}
_AGES: Words = {word: _UNITS[word] for word in get_args(Age)}
_BOUNDS: Words = {
    "within": N_("within, «ішінде»"),
    "at-most": N_("at most, «аспайды»"),
    "exactly": N_("exactly so much"),
    "not-before": N_("not before"),
    "at-least": N_("at least, «кем емес»"),
}
_FILLINGS: Words = {
    "accepted-on": N_("the day on which the documents were accepted"),
    "result-day": N_("the day on which the answer is due"),
    "number": N_("the number that the office gave"),
    "documents": N_("how many documents were presented"),
    "service": N_("the name of the service"),
    "clerk": N_("who accepted the documents"),
}
_STATUSES: Words = {
    "regulated": N_("an act rules it"),
    "merged": N_("merged with another service"),
    "abolished": N_("no longer provided"),
    "unknown": N_("not known"),
}
_CONFIDENCE: Words = {
    "official": N_("seen on the page of a state body"),
    "secondary": N_("told by somebody else"),
    "inferred": N_("our own conclusion"),
}
_TEXTS: Words = {
    "whole": N_("the whole text"),
    "partial": N_("a part of the text"),
    "elsewhere": N_("none of the text; what is known comes from other sources"),
}
_LINES: Words = {
    "encoded": N_("a rule cites it"),
    "definition": N_("names things and decides nothing"),
    "reference": N_("only points elsewhere"),
    "unread": N_("nobody has said yet what becomes of it"),
}
_FLAG_KINDS: Words = {
    "silent": N_("the text does not say"),
    "ambiguous": N_("the text can be understood in two ways"),
    "contradictory": N_("the text contradicts itself"),
    "misprint": N_("the text is misprinted"),
}
_SERVICE_FORMS: Words = {
    "paper": N_("on paper"),
    "electronic": N_("electronic"),
    "electronic-partial": N_("electronic, partly automated"),
    "electronic-full": N_("electronic, fully automated"),
    "non-automated": N_("not automated"),
}
_FEES: Words = {
    "free": N_("free of charge"),
    "paid": N_("for a charge"),
}
_RECEIPTS: Words = {
    "talon": N_("a talon"),
    "acceptance": N_("a receipt for the documents"),
    "referral": N_("a referral"),
}
_NOTICES: Words = {
    "plain": N_("a notice without the term"),
    "with-term": N_("a notice that states the term"),
}
_PAUSES: Words = {
    "extension": N_("extension"),
    "suspension": N_("suspension"),
}
_USES: Words = {
    "filing": N_("applications alone are taken"),
    "result": N_("results alone are handed out"),
}
_BRINGERS: Words = {
    "applicant": N_("the person brings it"),
    "office": N_("the office gets it from state systems"),
}
_ISSUED: Words = {
    "paper": N_("on paper"),
    "electronic": N_("electronic"),
}
_LEAVES: Words = {
    "whether": N_("whether it is so at all"),
    "who": N_("whom it concerns"),
    "form": N_("in which form"),
    "term": N_("how long, or from which day"),
    "amount": N_("how much"),
    "nothing": N_("nothing: its letter still decides"),
}
_SUBJECTS: Words = {
    "danger": N_("danger to life or health: told first of all"),
    "applicant": N_("who may apply, and for whom the service is"),
    "documents": N_("what to bring"),
    "channel": N_("where and how to apply"),
    "money": N_("what it costs, and what is paid"),
    "term": N_("when it is due"),
    "text": N_("something else in the text"),
}
_AUDIENCES: Words = {
    "citizen": N_("a citizen: what to bring, where to go, what it costs, when it is due"),
    "clerk": N_("a clerk: what may be refused, which paper is issued, how a term is counted"),
    "lawyer": N_("a lawyer: misprints, headings, numbering"),
}
_DAYS: Words = {
    "holiday": N_("a holiday"),
    "observed": N_("a day given for a holiday that fell on a day off"),
    "swapped": N_("a day off exchanged for a Saturday or Sunday that is worked"),
    "kurban-ait": N_("the first day of Kurban Ait"),
    "christmas": N_("Orthodox Christmas"),
}
_SECTIONS: Words = {section: EDITIONS[Edition].keys[section] for section in get_args(EditionSection)}

SETS: tuple[Words, ...] = (
    *(_FACT_TYPES, _STAGES, _FORMS, _UNITS, _MEASURES, _AGES, _BOUNDS, _FILLINGS, _STATUSES, _CONFIDENCE, _TEXTS, _LINES),
    *(_FLAG_KINDS, _SERVICE_FORMS, _FEES, _RECEIPTS, _NOTICES, _PAUSES, _USES, _BRINGERS, _ISSUED, _LEAVES, _AUDIENCES),
    *(_SUBJECTS, _DAYS, _SECTIONS),
)

"""What documents, ways and closed words are called on a screen and on paper, and what is said of documents brought."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from eligibility.law.edition import FeeKind, Use
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.pack import Pack
from eligibility.law.validity import Age, Validity
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.decision import Line
from eligibility.reasoning.matching import Remark, copies_presented
from eligibility.reasoning.verdict import Advice
from eligibility.words.catalogue import catalogue, in_both
from eligibility.words.days import day_text
from eligibility.words.joining import clauses, conjoined, joined
from eligibility.words.text import LANGS, N_, NN_, Text

FEES: dict[FeeKind, str] = {"free": N_("free of charge"), "paid": N_("for a fee")}
USES: dict[Use, str] = {"filing": N_("only to file the application"), "result": N_("only to receive the result")}
COMPARISON = N_(
    "Originals and copies of the documents are shown together for comparison, after which the originals are given back."
)
REMARKS: dict[Remark, str] = {
    "original-not-shown": N_("The original must be shown for comparison as well."),
    "copy-missing": N_("A copy is needed as well."),
    "electronic": N_("The text does not say whether an electronic document will do."),
    "not-electronic": N_(
        "The text wants this document in electronic form; it does not say whether it will do in another form."
    ),
    "damaged": N_("The text does not say whether a damaged document will do."),
    "expired": N_("The text does not say whether an expired document will do."),
    "name-differs": N_("The text does not say what follows when the name differs."),
    "iin-differs": N_("The text does not say what follows when the IIN differs."),
    "outdated-form": N_("The text does not say whether a document of an outdated form will do."),
    "too-few-copies": N_("Copies needed: {needed}; presented: {presented}."),
    "copies-unknown": N_("Copies needed: {needed}; how many were presented is not said."),
    "too-old": N_("What was presented was issued too early. {limit} The earliest day of issue: {day}."),
    "set-incomplete": N_("Not all of the documents that will do only together were presented."),
    "issue-day-unknown": N_("Say on which day it was issued. {limit} The earliest day of issue: {day}."),
}
ANY_OF, THIS_ONE = N_("Any one of these will do: {names}."), N_("To be presented here: {names}.")
COPIES = NN_("{n} copy", "{n} copies")
AGES: dict[Age, tuple[str, str]] = {
    "calendar-days": NN_(
        "It has to be issued no earlier than {n} calendar day before the filing.",
        "It has to be issued no earlier than {n} calendar days before the filing.",
    ),
    "months": NN_(
        "It has to be issued no earlier than {n} month before the filing.",
        "It has to be issued no earlier than {n} months before the filing.",
    ),
}
ADVICE: dict[Advice, str] = {
    "no-right": N_("The text gives no right to refuse to accept the documents."),
    "talon": N_("By the text they are registered and the talon is handed out."),
    "pointed": N_(
        "No ground to refuse to accept the documents is established here: for it the text points to the Standard, "
        "whose text is not at hand."
    ),
    "silent": N_(
        "The text does not say whether the documents may be refused here, so no ground to refuse to accept them is established."
    ),
    "partial": N_(
        "Only a part of the text is at hand, so no ground to refuse to accept the documents is established here, "
        "and it is not known whether there is one."
    ),
    "unsettled": N_("It is not determined yet whether there is a ground to refuse to accept the documents."),
    "tell": N_("Advice of the program: tell the applicant which documents are missing."),
    "list-elsewhere": N_(
        "Which documents are missing is not known here: the list is in the Standard, whose text is not at hand."
    ),
    "no-list": N_("Which documents are missing is not known here: the text at hand has no list of documents."),
}


def copies_text(copies: int) -> Text:
    return _plural(COPIES, copies, Text(str(copies), str(copies)))


def validity_text(valid: Validity, figure: Text | None = None) -> Text:
    """How old a document may be, its figure written as it is given."""
    return _plural(AGES[valid.unit], valid.value, figure or Text(str(valid.value), str(valid.value)))


def _plural(messages: tuple[str, str], n: int, figure: Text) -> Text:
    return Text(*(catalogue(lang).plural(*messages, n).format(n=figure[lang]) for lang in LANGS))


def remarks_of(line: Line, filed: date) -> Iterator[tuple[Remark, Text]]:
    """What is remarked of what was brought for a line."""
    asked = line.entry.requirement
    said: dict[str, object] = {}
    if line.brought and asked.copies:
        said = {"needed": asked.copies, "presented": copies_presented(asked, line.brought.brought)}
    if asked.valid:
        said |= {"limit": validity_text(asked.valid), "day": day_text(asked.valid.earliest_issue(filed))}
    for remark in line.brought.remarks if line.brought else ():
        yield remark, in_both(REMARKS[remark], **said)


def advice_text(advice: Iterable[Advice]) -> Text | None:
    """What the desk is told instead of a right to refuse."""
    found = [in_both(ADVICE[one]) for one in advice]
    return joined(" ", found) if found else None


def together(names: Iterable[Text]) -> Text:
    """Documents that will do only together."""
    return in_both(N_("{names} (together)"), names=conjoined(names))


def options_text(options: Collection[Text]) -> Text | None:
    """Of a group, what will do; one that facts have narrowed to a single paper is no choice."""
    if not options:
        return None
    return in_both(ANY_OF if len(options) > 1 else THIS_ONE, names=clauses(options))


def document_name(pack: Pack, line: Line) -> Text:
    """As the edition words it, where that is about this one document."""
    requirement = line.entry.requirement
    own = requirement.name if not requirement.all_of else None
    return own or pack.documents[line.entry.document].name


def plain_name(pack: Pack, id: str) -> Text:
    """As a citizen is told it."""
    found = pack.documents[id]
    return found.plain or found.name


def way_name(facts: Mapping[str, Fact], way: str) -> Text:
    """As a menu offers it: where one goes by its name."""
    return (facts[CHANNEL].values or {})[way].offered("self")

"""What documents, ways and closed words are called on a screen and on paper."""

from collections.abc import Iterable

from eligibility.law.edition import FeeKind, Use
from eligibility.law.filing_facts import CHANNEL
from eligibility.law.pack import Pack
from eligibility.reasoning.decision import Line
from eligibility.reasoning.matching import Remark
from eligibility.reasoning.verdict import Advice
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text

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
        "Only a part of the regulation is at hand, so no ground to refuse to accept the documents is established here, "
        "and it is not known whether there is one."
    ),
    "unsettled": N_("It is not determined yet whether there is a ground to refuse to accept the documents."),
    "tell": N_("Advice of the program: tell the recipient which documents are missing."),
    "list-elsewhere": N_(
        "Which documents are missing is not known here: the list is in the Standard, whose text is not at hand."
    ),
    "no-list": N_("Which documents are missing is not known here: the text at hand has no list of documents."),
}


def remark_text(remark: Remark) -> Text:
    return in_both(REMARKS[remark])


def advice_text(advice: Iterable[Advice]) -> Text | None:
    """What the desk is told instead of a right to refuse."""
    found = [in_both(ADVICE[one]) for one in advice]
    return joined(" ", found) if found else None


def document_name(pack: Pack, line: Line) -> Text:
    """As the edition words it, where that is about this one document."""
    requirement = line.entry.requirement
    own = requirement.name if not requirement.all_of else None
    return own or pack.documents[line.entry.document].name


def way_name(pack: Pack, way: str) -> Text:
    return (pack.facts[CHANNEL].values or {})[way].label

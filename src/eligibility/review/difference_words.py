"""The words of differences between rules: sections, terms and their values, for a terminal, a page and JSON alike."""

from collections.abc import Callable

from eligibility.answer.amounts import SUMS, term_text
from eligibility.answer.names import together
from eligibility.law.edition import Alternative
from eligibility.law.pack import Pack
from eligibility.review.comparison import COMPARED, LISTED, NONE_NEEDED, RouteSum, Section
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text

SaysCondition = Callable[[str], Text]
"""says a condition in words"""

SECTION_TITLES: dict[Section, str] = {
    "requests": N_("Variants of the service"),
    "applicants": N_("Who may file"),
    "for_whom": N_("For whom"),
    "form": N_("Form of the service"),
    "channels": N_("Where to file"),
    "fee": N_("Fee"),
    "documents_given": N_("How the documents are given"),
    "documents": N_("Documents"),
    "receipts": N_("Papers handed out on acceptance"),
    "results": N_("Results"),
    "stated_terms": N_("Total term stated in the text"),
    "route_sums": N_("Sum of the steps' terms by way of filing"),
    "actor_terms": N_("Terms of the steps by who acts"),
    "pauses": N_("Extension and suspension"),
    "refuse_to_accept": N_("Grounds to refuse to accept the documents"),
    "refuse_service": N_("Grounds to refuse the service"),
    "appeal": N_("Appeal"),
}
SUBJECTS: dict[str, str] = {
    "paper": N_("on paper"),
    "electronic": N_("electronic"),
    "electronic-partial": N_("electronic (partly automated)"),
    "electronic-full": N_("electronic (fully automated)"),
    "non-automated": N_("not automated"),
    "free": N_("free of charge"),
    "paid": N_("for a fee"),
    "talon": N_("talon"),
    "acceptance": N_("receipt of acceptance"),
    "referral": N_("referral"),
    "extension": N_("extension"),
    "suspension": N_("suspension"),
    LISTED: N_("the act itself lists documents"),
    NONE_NEEDED: N_("no papers are needed"),
    COMPARED: N_("originals and copies are shown for comparison, the originals are given back"),
}
NAMED: frozenset[Section] = frozenset({"requests", "applicants", "channels", "documents", "results", "actor_terms"})
"""sections whose subjects the rules themselves name"""

LABELS: dict[str, str] = {
    "any_of": N_("any one of"),
    "brought_by": N_("who brings it"),
    "copies": N_("how many copies"),
    "duration": N_("term"),
    "form": N_("in what form"),
    "inside": N_("runs inside another step's term"),
    "issued": N_("issued before the filing by no more than"),
    "issued_by": N_("who issues the receipt"),
    "name": N_("as the text names it"),
    "notice": N_("notice is given"),
    "only": N_("only for"),
    "para": N_("paragraph of the Standard"),
    "receipt_annex": N_("annex of the Standard with the receipt"),
    "shows": N_("what it shows"),
    "standard": N_("Standard"),
    "standing": N_("where it is from"),
    "sum": N_("sum"),
    "valid": N_("valid"),
    "when": N_("condition"),
}
VALUES: dict[str, str] = {
    "listed": N_("named in the act itself"),
    "by-reference": N_("by reference to the Standard"),
    "indicative": N_("for orientation only, known from elsewhere"),
    "filing": N_("filing the application"),
    "result": N_("receiving the result"),
    "inside-another-step": N_("yes"),
    "office": N_("the office obtains it itself"),
}
ABSENT: dict[str, str] = {"when": N_("always"), "inside": N_("no"), "brought_by": N_("the applicant")}
"""what it means that a rule has no such term; of the others it means that the text does not state it"""
NOT_STATED = N_("not stated")


def alternative_text(pack: Pack, said: SaysCondition, one: Alternative) -> Text:
    """A document that will do for a group, or several together, with the condition under which they do."""
    names = [pack.documents[id].name for id in one.documents]
    name = together(names) if len(names) > 1 else names[0]
    return name if one.when is None else _under(name, said(one.when))


def sum_text(said: SaysCondition, total: RouteSum) -> Text:
    """The terms of a route's steps added up by unit."""
    parts = [in_both(SUMS[one.unit], n=one.value) for one in total.sums]
    parts += [term_text(one) for one in total.apart]
    parts += [_under(term_text(one.duration), said(one.when)) for one in total.under]
    if total.untimed:
        parts.append(in_both(N_("steps without a term: {n}"), n=total.untimed))
    return joined("; ", parts) if parts else in_both(N_("the term is not stated"))


def _under(what: Text, condition: Text) -> Text:
    return in_both(N_("{what} (condition: {condition})"), what=what, condition=condition)

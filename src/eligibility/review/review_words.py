"""Words of a page that reviews a change: sections, keys of rules, values of closed sets, and answers before and after."""

from collections.abc import Mapping

from eligibility.law.logic import Truth
from eligibility.review.changes import ChangeKind
from eligibility.review.difference_words import LABELS, NOT_STATED, SECTION_TITLES, SUBJECTS, VALUES
from eligibility.review.placed_rules import ReviewSection
from eligibility.review.scenario_changes import ScenarioOutcome
from eligibility.words.text import N_

TITLES: Mapping[ReviewSection, str] = {
    "head": N_("The edition as a whole"),
    "title": N_("Name of the service in the act"),
    "form": SECTION_TITLES["form"],
    "requests": SECTION_TITLES["requests"],
    "applicants": SECTION_TITLES["applicants"],
    "for_whom": SECTION_TITLES["for_whom"],
    "channels": SECTION_TITLES["channels"],
    "fee": SECTION_TITLES["fee"],
    "requirements": SECTION_TITLES["documents"],
    "no_papers": N_("That no papers are needed"),
    "documents_from": N_("Reference to the list of documents of another act"),
    "comparison": N_("Originals shown for comparison"),
    "receipts": SECTION_TITLES["receipts"],
    "results": SECTION_TITLES["results"],
    "stated_terms": SECTION_TITLES["stated_terms"],
    "terms_from": N_("Reference to the total term of another act"),
    "hours": N_("Working hours"),
    "steps": N_("Steps"),
    "pauses": SECTION_TITLES["pauses"],
    "refuse_to_accept": SECTION_TITLES["refuse_to_accept"],
    "refuse_to_accept_unsaid": N_("Where the text does not say whether the documents may be refused"),
    "refuse_service": SECTION_TITLES["refuse_service"],
    "appeal": SECTION_TITLES["appeal"],
    "flags": N_("What the text leaves open or says oddly"),
}
KEYS: Mapping[str, str] = {
    **{name: LABELS[name] for name in ("any_of", "brought_by", "copies", "duration", "form", "name", "notice", "only")},
    **{name: LABELS[name] for name in ("issued", "shows", "valid", "when")},
    "about": N_("what it is about"),
    "act": N_("which act"),
    "action": N_("what is done"),
    "actor": N_("who acts"),
    "annex": N_("annex"),
    "cite": N_("place in the act"),
    "do": N_("what a citizen is told"),
    "flags": N_("remarks on it, by their ids"),
    "for": N_("for whom it is"),
    "from": N_("what the term counts from"),
    "holds": N_("what of the text is at hand"),
    "issued_as": N_("how the paper itself is issued"),
    "kind": N_("what is odd"),
    "known": N_("where it is known from"),
    "known_since": N_("known from this day on"),
    "label": N_("what it is called here"),
    "leaves": N_("what it leaves open"),
    "para": N_("which paragraph of it"),
    "part_of": N_("runs inside the term of the step"),
    "provider": N_("who renders the service"),
    "receipt": N_("receipt for documents not accepted"),
    "requirements_as_in": N_("the list is the same as in"),
    "since": N_("from which day the term runs"),
    "step": N_("number of the step"),
    "text": N_("words"),
    "text_held": N_("how much of the text is at hand"),
    "to": N_("to whom"),
    "told": N_("words to the person"),
    "within": N_("term"),
}
"""what a rule says under each key; what it is known by stands above it"""
CLOSED: Mapping[str, str] = {
    **SUBJECTS,
    **VALUES,
    "applicant": N_("the applicant"),
    "unspecified": NOT_STATED,
    # what is odd about a text, whom it helps to know, and what it leaves open
    "silent": N_("the text is silent"),
    "ambiguous": N_("the text can be read in several ways"),
    "contradictory": N_("the text contradicts itself"),
    "misprint": N_("a misprint"),
    "citizen": N_("the applicant"),
    "clerk": N_("the desk"),
    "lawyer": N_("the lawyer"),
    "whether": N_("whether it applies"),
    "who": N_("to whom it applies"),
    "form": N_("the form"),
    "term": N_("the term"),
    "amount": N_("the amount"),
    "nothing": N_("nothing"),
    "danger": N_("a danger"),
    "documents": N_("the documents"),
    "channel": N_("the way of filing"),
    "money": N_("money"),
    "text": N_("the text itself"),
    # notices, and how much of a text is at hand
    "plain": N_("a notice"),
    "with-term": N_("a notice with the term"),
    "whole": N_("the whole text"),
    "partial": N_("a part of the text"),
    "elsewhere": N_("nothing of the text"),
}
AnswerWords = Mapping[Truth, str]
NOT_DETERMINED = N_("not determined")
ANSWERS: Mapping[ReviewSection, AnswerWords] = {
    "requirements": {True: N_("required"), False: N_("not required"), None: NOT_DETERMINED},
    "channels": {True: N_("open"), False: N_("closed"), None: NOT_DETERMINED},
    "applicants": {True: N_("may file"), False: N_("may not file"), None: NOT_DETERMINED},
    "for_whom": {True: N_("is for this person"), False: N_("is not for this person"), None: NOT_DETERMINED},
    "results": {True: N_("expected"), False: N_("not expected"), None: NOT_DETERMINED},
    "refuse_to_accept": {True: N_("may be refused"), False: N_("may not be refused"), None: NOT_DETERMINED},
    "refuse_service": {True: N_("may be refused"), False: N_("may not be refused"), None: NOT_DETERMINED},
}
OTHER_ANSWERS: AnswerWords = {True: N_("applies"), False: N_("does not apply"), None: NOT_DETERMINED}
COUNTS: AnswerWords = {True: N_("counts"), False: N_("does not count"), None: NOT_DETERMINED}
"""of a document of a group"""
NOT_LOOKED_AT = N_("Who is answered otherwise was not looked at: there are too many kinds of person.")
SHARED_TITLES: Mapping[str, str] = {
    "facts": N_("Facts"),
    "documents": N_("Catalogue of documents"),
    "services": N_("Services"),
    "actors": N_("Who acts"),
    "outcomes": N_("Outcomes"),
    "receipt-fields": N_("What receipts show"),
    "calendar": N_("Working calendar"),
    "categories": N_("Categories"),
    "contradictions": N_("Answers that contradict each other"),
    "parameters": N_("Parameters"),
    "events": N_("Events that terms count from"),
    "regions": N_("Regions"),
    "region-changes": N_("Changes of regions"),
    "region-words": N_("What people call regions"),
    "situations": N_("Situations of life"),
    "contacts": N_("Whom to ask"),
    "acts": N_("Acts"),
    "requests": SECTION_TITLES["requests"],
}
OUTCOMES: Mapping[ScenarioOutcome, str] = {
    "no-longer": N_("answered as expected before, and no longer"),
    "now": N_("answered as expected now, and not before"),
    "otherwise": N_("answered otherwise than expected before and now, and not alike"),
}
"""of scenarios"""
CHANGE_KINDS: Mapping[ChangeKind, str] = {"added": N_("new"), "removed": N_("left out"), "changed": N_("changed")}
EDITION_KINDS: Mapping[ChangeKind, str] = {
    "added": N_("the edition is new"),
    "removed": N_("the edition is left out"),
    "changed": N_("the edition is changed"),
}

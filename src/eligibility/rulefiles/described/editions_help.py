"""What the keys of an edition mean: what one wording of an act says about one service."""

from collections.abc import Mapping

from eligibility.law.edition import (
    Alternative,
    Appeal,
    Applicant,
    AsIn,
    ByReference,
    Channel,
    Circle,
    Edition,
    Fee,
    Flag,
    Ground,
    Hours,
    NoPapers,
    OriginalsShown,
    Pause,
    Receipt,
    RefusalReceipt,
    Requirement,
    Result,
    ServiceForms,
    StatedTerm,
    Step,
    Title,
    Unsaid,
    Variant,
)
from eligibility.law.validity import Validity
from eligibility.law.vocabulary import Amount, Duration
from eligibility.rulefiles.described.record_help import CITE, FLAGS, KNOWN, WHEN, RecordHelp
from eligibility.rulefiles.shared_flags import NamedFlag
from eligibility.words.text import N_

EDITIONS: Mapping[type[object], RecordHelp] = {
    Edition: RecordHelp(
        N_("Service in an act"),
        {
            "service": N_("The service: an id of services/*.yaml."),
            "annex": N_("The number of the annex; absent where the act has no annexes."),
            "provider": N_("Who provides the service: an id from providers of act.yaml."),
            "title": N_("What this act calls the service, where that is not its common name."),
            "form": N_("In which form the service is given."),
            "requests": N_("Variants of the service, where it has several."),
            "applicants": N_("Who may file."),
            "for_whom": N_("Whom the service is for, only where the text says so."),
            "channels": N_("Where and how to file, and where the result is handed out."),
            "fee": N_("Whether the service is paid; leave it out where the text is silent."),
            "results": N_("What a person gets in the end."),
            "receipts": N_("Papers handed out when the documents are accepted."),
            "documents_from": N_("Another act to which this one points for the list of documents."),
            "comparison": N_("The clause that originals are shown beside the copies and given back."),
            "requirements": N_("The documents that the act asks for, each line once; none if it says that none are needed."),
            "no_papers": N_("Where the act says that no papers are needed, beside «requirements: none»."),
            "refuse_to_accept": N_("Grounds on which the documents may be refused at the window."),
            "refuse_to_accept_unsaid": N_("Where the text does not say whether the documents may be refused."),
            "refuse_service": N_("Grounds on which the service may be refused."),
            "appeal": N_("To whom a refusal can be appealed; leave it out where the text is silent."),
            "pauses": N_("Extensions and suspensions of the term."),
            "stated_terms": N_("The total term, only where the text itself states one."),
            "terms_from": N_("Another act to which this one points for the total term."),
            "hours": N_("When the office is open, as the text says."),
            "steps": N_("Who does what within which term, in the order of the text."),
            "flags": N_("Remarks on the text: where it is silent, ambiguous, contradictory or misprinted."),
            "requirements_as_in": N_("An act held in text that lists the same documents for the service, as far as known."),
            "known": N_("Where it is known from that the act rules the service, if its text is not at hand."),
            "known_since": N_("The first day for which this is known, of an older act. Before it another answer is given."),
            "text": N_("How much of the text is at hand is written in act.yaml, never here."),
            "holds": N_("The sections that are at hand, of a text held in part; name no other."),
        },
    ),
    Title: RecordHelp(
        N_("Name of the service in this act"),
        {
            "text": N_("The name in the words of this act."),
            "cite": CITE,
            "flags": FLAGS,
        },
    ),
    Alternative: RecordHelp(
        N_("One of the documents that will do"),
        {
            "document": N_("The document: an id of documents/*.yaml."),
            "when": N_("For whom this will do; without it, for everybody."),
            "all_of": N_("Several documents that will do only together, instead of one document."),
        },
    ),
    Requirement: RecordHelp(
        N_("Required documents"),
        {
            "cite": CITE,
            "document": N_("The document, or the name of the group of which any_of lists the members."),
            "all_of": N_("Several documents that one line of the text asks for together."),
            "any_of": N_("Documents of which any one will do."),
            "form": N_("Whether the original, a copy or both are asked for."),
            "when": N_("Who must bring it, as a condition; without it, everybody."),
            "name": N_("The document in the words of this act, where they say more than the catalogue."),
            "known": KNOWN,
            "flags": FLAGS,
            "brought_by": N_("Who brings the document: the person, or the office itself from state systems."),
            "copies": N_("How many of it the text asks for, where it says so."),
            "valid": N_("How old the document may be on the day of filing."),
        },
    ),
    Validity: RecordHelp(
        N_("Age of a document"),
        {
            "value": N_("How many days or months before the filing it may have been issued at most."),
            "unit": N_("Whether days or months are counted."),
            "cite": N_("Where the text says so, if not at the place of the requirement itself."),
        },
    ),
    NoPapers: RecordHelp(
        N_("No papers are needed"),
        {
            "cite": CITE,
            "known": KNOWN,
            "flags": FLAGS,
        },
    ),
    Variant: RecordHelp(
        N_("Variant of the service"),
        {
            "request": N_("The variant: a value of the fact request."),
            "cite": CITE,
            "flags": FLAGS,
            "label": N_("What is asked for here, where the label of the variant does not fit this service."),
        },
    ),
    Applicant: RecordHelp(
        N_("Applicant"),
        {
            "filed_by": N_("Who may file: a value of the fact filed_by."),
            "cite": CITE,
            "when": WHEN,
            "known": KNOWN,
            "flags": FLAGS,
        },
    ),
    Channel: RecordHelp(
        N_("Way to file"),
        {
            "channel": N_("Where to file: a value of the fact channel."),
            "cite": CITE,
            "when": N_("To whom this way is open; without it, to everybody."),
            "known": KNOWN,
            "only": N_("Write it where applications alone are taken here, or results alone handed out."),
            "flags": FLAGS,
            "label": N_("What the text calls this way, where its label does not fit; {provider} is who renders the service."),
        },
    ),
    Circle: RecordHelp(
        N_("Whom the service is for"),
        {
            "when": N_("Who belongs to them, as a condition."),
            "text": N_("Whom the service is for, in whole sentences."),
            "cite": CITE,
            "flags": FLAGS,
        },
    ),
    ServiceForms: RecordHelp(
        N_("Form of the service"),
        {
            "form": N_("The form that the text names."),
            "cite": CITE,
            "flags": FLAGS,
        },
    ),
    Fee: RecordHelp(
        N_("Fee"),
        {
            "fee": N_("Whether the service is free or paid."),
            "cite": CITE,
            "when": N_("Who pays this, as a condition; without it, everybody."),
            "text": N_("The amount and the way to pay, in the words of the act."),
            "known": KNOWN,
            "flags": FLAGS,
        },
    ),
    Result: RecordHelp(
        N_("Result"),
        {
            "outcome": N_("What is given: an id of outcomes/*.yaml."),
            "text": N_("The result in the words of the act."),
            "cite": CITE,
            "when": N_("Who gets this result, as a condition; without it, everybody."),
            "valid": N_("How long the result is valid."),
            "notice": N_("Whether a notice on paper tells the person, and whether it states the term."),
            "form": N_("In which form the text wants it issued, where it says so."),
            "told": N_("The same in a sentence to the person, for a notice; nothing that the act does not say."),
            "issued_as": N_(
                "On which form or with which signature the text wants this paper, in a sentence. A print that cannot be so "
                "says it."
            ),
            "flags": FLAGS,
        },
    ),
    Receipt: RecordHelp(
        N_("Paper handed out on acceptance"),
        {
            "receipt": N_("Which paper is handed out."),
            "shows": N_("What the text wants on it: ids of receipt-fields/*.yaml."),
            "cite": CITE,
            "when": WHEN,
            "form": N_("In which form the text wants it issued, where it says so."),
            "flags": FLAGS,
        },
    ),
    ByReference: RecordHelp(
        N_("Reference to another act"),
        {
            "act": N_("The act it points to: the name of its folder."),
            "para": N_("The paragraph of that act, in quotes."),
            "cite": N_("Where this act points to the other one."),
            "annex": N_("The annex of that act, where the text names it."),
            "when": WHEN,
            "flags": FLAGS,
        },
    ),
    OriginalsShown: RecordHelp(
        N_("Originals shown"),
        {
            "cite": CITE,
            "flags": FLAGS,
        },
    ),
    RefusalReceipt: RecordHelp(
        N_("Receipt for a refusal"),
        {
            "annex": N_("The annex that holds the form of the receipt, in quotes."),
            "issued_by": N_("Who issues it: an id of actors/*.yaml."),
            "form": N_("In which form the text wants it issued, where it says so."),
        },
    ),
    Ground: RecordHelp(
        N_("Ground for refusal"),
        {
            "id": N_("Its name, once in the file."),
            "text": N_("The ground in the words of the act."),
            "cite": CITE,
            "when": N_("When there is this ground; without a condition, answers alone cannot show it."),
            "act": N_("The act that has the ground, where this one only points to it."),
            "para": N_("The paragraph of that act, in quotes."),
            "receipt": N_("The paper that is handed out on this refusal."),
            "known": KNOWN,
            "flags": FLAGS,
        },
    ),
    Appeal: RecordHelp(
        N_("Appeal against a refusal"),
        {
            "to": N_("To whom the appeal goes."),
            "cite": CITE,
            "within": N_("Within which term, where the text says so."),
            "since": N_("The day from which that term runs, in words."),
            "when": WHEN,
            "flags": FLAGS,
        },
    ),
    Unsaid: RecordHelp(
        N_("What the text does not say"),
        {
            "cite": N_("The place that would have to say it."),
            "when": N_("In which cases the text does not say it; without it, in all."),
            "flags": FLAGS,
        },
    ),
    Pause: RecordHelp(
        N_("Extension or suspension"),
        {
            "pause": N_("Whether the term is extended or suspended."),
            "text": N_("When and how this is done, in whole sentences."),
            "cite": CITE,
            "when": WHEN,
            "duration": N_("For how long."),
            "notice": N_("How soon the person is told."),
            "flags": FLAGS,
        },
    ),
    StatedTerm: RecordHelp(
        N_("Total term"),
        {
            "text": N_("The term in the words of the act."),
            "duration": N_("The same term as a number and a unit."),
            "cite": CITE,
            "when": WHEN,
            "known": KNOWN,
            "from": N_("The event from which it counts, if that is not the filing: an id of events.yaml."),
            "flags": FLAGS,
        },
    ),
    Hours: RecordHelp(
        N_("Office hours"),
        {
            "text": N_("The hours in the words of the act."),
            "cite": CITE,
            "flags": FLAGS,
        },
    ),
    Step: RecordHelp(
        N_("Step"),
        {
            "step": N_("Its number; the same number under another condition is an alternative, never added up."),
            "actor": N_("Who does it: an id of actors/*.yaml."),
            "action": N_("What is done, in a short sentence in the present tense."),
            "cite": CITE,
            "duration": N_("Within which term; absent where the text gives none."),
            "when": N_("When the step takes place; without it, always."),
            "part_of": N_("The step within whose term this one runs, so that its own is not added."),
            "from": N_("The event from which the term counts, if not the end of the step before."),
            "flags": FLAGS,
        },
    ),
    Duration: RecordHelp(
        N_("Term"),
        {
            "unit": N_("The unit as the text names it; amounts are never converted."),
            "value": N_("The number of units; absent where the text gives none."),
            "bound": N_("How the text limits the amount; absent where it gives the bare amount."),
            "plus": N_("A second amount of the same term, counted after the first."),
        },
    ),
    Amount: RecordHelp(
        N_("Second amount of a term"),
        {
            "value": N_("The number of units."),
            "unit": N_("The unit as the text names it; amounts are never converted."),
        },
    ),
    Flag: RecordHelp(
        N_("Remark on the text"),
        {
            "id": N_("Its name, once in the file."),
            "kind": N_("What is wrong with the text of the act."),
            "for": N_("Whom the remark helps; a clerk also sees what citizens see, and a lawyer sees everything."),
            "text": N_("The remark in one or two whole sentences that its reader understands."),
            "cite": N_("The place that the remark is about."),
            "when": N_("Whom the remark concerns; without a condition, everybody."),
            "leaves": N_("What the text leaves open."),
            "about": N_("What the remark is about; citizens are told general remarks in this order."),
            "do": N_("What a citizen is told instead: what is not said, then what to do; 25 words at most."),
        },
    ),
    NamedFlag: RecordHelp(
        N_("Remark from flags.yaml"),
        {
            "flag": N_("The remark: its name in the act's flags.yaml."),
            "cite": N_("The place in this annex, instead of the one in flags.yaml."),
            "when": N_("Whom it concerns here, instead of the condition in flags.yaml."),
            "with": N_("What fills the blanks of the text here."),
        },
    ),
    AsIn: RecordHelp(
        N_("The same list in another act"),
        {
            "act": N_("The act held in text that has the list: the name of its folder."),
            "known": N_("Where it is known from that the lists are the same."),
        },
    ),
}

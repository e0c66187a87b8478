"""What the keys of an act's own files mean: its life, its lines, and what its editions share."""

from collections.abc import Mapping

from eligibility.law.vocabulary import Act, Amendment, InForce, Known, NotModelled, Provisions, Registration, Repeal
from eligibility.rulefiles.described.record_help import RecordHelp
from eligibility.rulefiles.shared_flags import SharedFlag
from eligibility.words.text import N_

ACTS: Mapping[type[object], RecordHelp] = {
    Act: RecordHelp(
        N_("Act"),
        {
            "kind": N_("What kind of act it is: an id of act-kinds.yaml."),
            "issuer": N_("Who adopted the act."),
            "cited": N_("How official texts name the act: its issuer, day and number."),
            "regions": N_("Where the act applies: ids of regions.yaml, or all for the whole country."),
            "adopted": N_("The day on which the act was adopted."),
            "in_force": N_("From when the act is in force; unknown if that is not known."),
            "title": N_("The title of the act."),
            "number": N_("The number of the act, in quotes."),
            "registered": N_("The state registration of the act, if it was registered."),
            "text": N_("How much of the text of the act is at hand."),
            "providers": N_("Those who provide the services under this act, each under an id that the editions name."),
            "package": N_("The document that stands for the whole list of this act where other acts point to it."),
            "recipient": N_("What it calls whom a service is for, if not as shared clauses do; they are then not said of it."),
            "provider_called": N_("What it calls who renders a service, if papers would call him otherwise."),
            "unverified": N_("Write true if its title or details were not seen in an official text."),
            "published": N_("The day of its first official publication, once it is known."),
            "amendments": N_("The acts that amended it, in the order of time."),
            "repeal": N_("The act that repealed it."),
        },
    ),
    Amendment: RecordHelp(
        N_("Amendment"),
        {
            "adopted": N_("The day on which the amending act was adopted."),
            "in_force": N_("From when the amendment is in force; unknown if that is not known."),
            "number": N_("The number of the amending act, in quotes; the folder until-NUMBER is named after it."),
            "kind": N_("What kind of act made the amendment, if not the kind of the amended act."),
            "annexes": N_("Annexes that it gave a new wording."),
            "adds": N_("Annexes that the act did not have before."),
            "inferred": N_("Annexes of which the text has lost its own note of this amendment."),
            "registered": N_("The state registration of the amending act, if it was registered."),
            "published": N_("The day of its first official publication, once it is known."),
            "filed_before": N_("Files lodged before this day go by the earlier wording."),
        },
    ),
    Repeal: RecordHelp(
        N_("Repeal"),
        {
            "adopted": N_("The day on which the repealing act was adopted."),
            "in_force": N_("From when the repeal is in force; unknown if that is not known."),
            "number": N_("The number of the repealing act, in quotes."),
            "kind": N_("What kind of act made the repeal, if not the kind of the repealed act."),
            "published": N_("The day of its first official publication, once it is known."),
            "filed_before": N_("Files lodged before this day still go by the repealed act."),
        },
    ),
    InForce: RecordHelp(
        N_("Coming into force"),
        {
            "days_after_publication": N_("How many calendar days after its first official publication it begins to work."),
            "counting_publication_day": N_("Write true if the day of publication is itself the first of these days."),
            "on": N_("The day from which it works, where the text names one."),
            "cite": N_("Where the act says from when it works."),
        },
    ),
    Registration: RecordHelp(
        N_("State registration"),
        {
            "number": N_("The number under which the act is registered, in quotes."),
            "day": N_("The day of registration, if it is known."),
        },
    ),
    Provisions: RecordHelp(
        N_("Provisions of the act"),
        {
            "act": N_("Lines of the act itself, before its annexes, each with its status."),
            "annexes": N_("Lines of each annex under its number, each with its status."),
        },
    ),
    NotModelled: RecordHelp(
        N_("A line that the rules leave out"),
        {
            "not_modelled": N_("Why the rules leave this line out."),
        },
    ),
    SharedFlag: RecordHelp(
        N_("Remark that several editions share"),
        {
            "kind": N_("What is wrong with the text of the act."),
            "for": N_("Whom the remark helps; a clerk also sees what citizens see, and a lawyer sees everything."),
            "text": N_("The remark in one or two whole sentences; {annex} is the number of the annex."),
            "cite": N_("Where most annexes have the place in question; an edition may name another."),
            "when": N_("Whom the remark concerns; without a condition, everybody."),
            "leaves": N_("What the text leaves open."),
            "about": N_("What the remark is about; citizens are told general remarks in this order."),
            "do": N_("What a citizen is told instead: what is not said, then what to do; 25 words at most."),
            "with": N_("What fills the blanks of the text, unless an edition fills them otherwise."),
        },
    ),
    Known: RecordHelp(
        N_("Source"),
        {
            "source": N_("The page or paper it is known from, named so that others can find it."),
            "as_of": N_("Of which day the source is, or when it was seen, in words."),
            "confidence": N_("How sure this is."),
        },
    ),
}

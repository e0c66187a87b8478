"""What each kind of rule file is for."""

from collections.abc import Mapping

from eligibility.rulefiles.described.record_help import KindHelp
from eligibility.words.text import N_

KINDS_HELP: Mapping[str, KindHelp] = {
    "facts": KindHelp(N_("What may be asked about a person or a filing.")),
    "categories": KindHelp(N_("Groups of people that are derived from facts.")),
    "contradictions": KindHelp(N_("Answers that cannot be true together.")),
    "documents": KindHelp(N_("The catalogue of documents.")),
    "services": KindHelp(N_("The services, the same whatever act rules them.")),
    "actors": KindHelp(N_("Those who take the steps, with their names."), N_("Somebody who takes steps, under an id.")),
    "outcomes": KindHelp(N_("What a service may result in, with its names.")),
    "receipt-fields": KindHelp(N_("Lines of the papers handed out when documents are accepted.")),
    "regions": KindHelp(N_("Regions of the country, with their names."), N_("A region, under an id.")),
    "region-changes": KindHelp(N_("Regions that were renamed, divided or set apart, by day.")),
    "region-words": KindHelp(N_("What people call regions besides their names."), N_("Words for a region, under its id.")),
    "situations": KindHelp(N_("Services by what happens in a life."), N_("A situation, under an id.")),
    "contacts": KindHelp(N_("Telephones where questions about services are answered.")),
    "act-kinds": KindHelp(N_("What acts of each kind are called in sentences.")),
    "events": KindHelp(
        N_("What a term may count from, other than the filing."), N_("An event, under an id; a case gives its day.")
    ),
    "parameters": KindHelp(N_("Amounts that the law sets anew from day to day, such as the monthly calculation index.")),
    "calendar": KindHelp(N_("Days off and working days of a year.")),
    "act": KindHelp(N_("An act: what it is called, where and since when it works, what changed it.")),
    "provisions": KindHelp(N_("Every line of an act, each with what the rules make of it.")),
    "flags": KindHelp(N_("Remarks on the text that several editions of an act share.")),
    "sources": KindHelp(N_("Where things are known from, of an act whose text is not at hand.")),
    "edition": KindHelp(N_("What one wording of an act says about one service.")),
}

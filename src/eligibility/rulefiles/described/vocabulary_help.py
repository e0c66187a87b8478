"""What the keys of files that all acts share mean: facts, documents, services, regions, calendars."""

from collections.abc import Mapping

from eligibility.law.parameters import Parameter, ParameterValue
from eligibility.law.vocabulary import (
    ActKind,
    Category,
    Choice,
    Contact,
    Contradiction,
    Document,
    EverydayWords,
    Fact,
    Forms,
    Outcome,
    PartText,
    Phrase,
    ReceiptField,
    RegionChange,
    Service,
    Situation,
    Today,
    YesNo,
)
from eligibility.rulefiles.described.record_help import RecordHelp
from eligibility.rulefiles.written_calendar import CalendarSource, WrittenDayOff, WrittenWorkingDay, WrittenYear
from eligibility.words.text import N_, Text

VOCABULARY: Mapping[type[object], RecordHelp] = {
    Text: RecordHelp(
        N_("Text in both languages"),
        {
            "kk": N_("The text in Kazakh."),
            "ru": N_("The text in Russian."),
        },
    ),
    PartText: RecordHelp(
        N_("Name, in the languages in which it was seen"),
        {
            "kk": N_("The name in Kazakh, if a source has it."),
            "ru": N_("The name in Russian, if a source has it."),
        },
    ),
    Phrase: RecordHelp(
        N_("Pair of clauses"),
        {
            "holds": N_("A clause that says it is so; it begins with a small letter and has no full stop."),
            "fails": N_("A clause that says it is not so; it begins with a small letter and has no full stop."),
        },
    ),
    Choice: RecordHelp(
        N_("Value of a fact"),
        {
            "label": N_("The answer in a few words, as it stands behind the name of the fact; in forms where it differs."),
            "holds": N_("A clause that says the person has this value; without it the label is shown."),
            "fails": N_("A clause that says the person does not have this value; without it the label is shown."),
            "stands_for": N_("The values it stands for when nobody can tell which is right; it is offered to nobody."),
            "menu": N_("The answer as a question offers it, where that says more; {provider} is who renders the service."),
        },
    ),
    Forms: RecordHelp(
        N_("Text in the form for each of those it may be said to"),
        {
            "self": N_("Said to one who files for himself."),
            "child": N_("Said to one who files for his child."),
            "other": N_("Said to one who files for another person."),
            "desk": N_("Said to the desk, of the person before it."),
        },
    ),
    YesNo: RecordHelp(
        N_("Yes and no"),
        {
            "yes": N_("What «yes» is called behind the name of the fact."),
            "no": N_("What «no» is called behind the name of the fact."),
        },
    ),
    Fact: RecordHelp(
        N_("Fact"),
        {
            "type": N_("What kind of answer the question takes."),
            "ask": N_("The question, for everybody alike or in forms."),
            "why": N_("Why it is asked, in one sentence."),
            "says": N_("Clauses for clerks and letters; of what is counted, {n} stands for the number."),
            "values": N_("The values of a choice, under their ids."),
            "range": N_("The least and the greatest number that may be answered."),
            "since": N_("The date from which whole years or months are counted up to the filing: a fact of type date."),
            "fixed": N_("Write true if nobody can change it, so that no advice rests on changing it."),
            "stage": N_("When it becomes known."),
            "name": N_("What it is called in a few words."),
            "unit": N_("The unit of what is counted, such as tenge."),
            "many": N_("Write true if several values of a choice may be true of a person at once."),
            "hint": N_("What helps to answer; it is shown with the question."),
            "answers": N_("What yes and no are called behind the name; without it they are «yes» and «no»."),
            "sensitive": N_("Write true if paper that others may see must not give the answer back."),
        },
    ),
    Category: RecordHelp(
        N_("Category"),
        {
            "when": N_("Who belongs to the category, as a condition over facts and other categories."),
            "says": N_("Clauses for clerks and letters; without them the category is told by what it rests on."),
            "name": N_("Those who belong to it, in the plural and the nominative."),
        },
    ),
    Contradiction: RecordHelp(
        N_("Contradiction"),
        {
            "when": N_("Answers that cannot be true together, as a condition."),
            "text": N_("Why they cannot be true together, as whoever gives them is told."),
        },
    ),
    Document: RecordHelp(
        N_("Document"),
        {
            "name": N_("The name of the document."),
            "serves_as": N_("Documents that count as shown when this one is shown."),
            "plain": N_("What citizens read instead, where the name of the document holds a term they do not use."),
            "for_one_service": N_("Write true if it is made out for one service, so that each service wants its own."),
        },
    ),
    Outcome: RecordHelp(
        N_("What a service may end in"),
        {
            "kk": N_("What it is called in Kazakh."),
            "ru": N_("What it is called in Russian."),
            "refusal": N_("Write true if it tells of a refusal, so that a ground to refuse does not rule it out."),
        },
    ),
    ReceiptField: RecordHelp(
        N_("Line of a receipt"),
        {
            "name": N_("The name of the line on the paper."),
            "fills": N_("What the program prints there; without it the line is filled in by hand."),
        },
    ),
    Service: RecordHelp(
        N_("Service"),
        {
            "title": N_("The name of the service."),
            "unverified": N_("Write true if the Russian name is our own, not seen in an official text."),
            "today": N_("What is known of the service in the law of today."),
            "also": N_("What people call it, by which it is found; the words of today's law first."),
        },
    ),
    EverydayWords: RecordHelp(
        N_("Words of everyday speech"),
        {
            "kk": N_("Words and phrases of people who speak Kazakh, with the Russian words they use."),
            "ru": N_("Words and phrases of people who speak Russian."),
        },
    ),
    Situation: RecordHelp(
        N_("Situation in life"),
        {
            "name": N_("What the group of services is called."),
            "services": N_("The services that may be wanted then; the likeliest stands first."),
            "when": N_("In whose life that is, so that such a person is shown the group first; it decides nothing."),
        },
    ),
    Today: RecordHelp(
        N_("Service today"),
        {
            "status": N_("What has become of the service."),
            "acts": N_("Acts that rule the service today; the one that rules it as a whole stands first."),
            "into": N_("The service into which it was merged, or that took its place."),
            "names": N_("What the service is called today."),
            "note": N_("What else to know today, and where to ask."),
            "source": N_("Where all this was looked for."),
            "as_of": N_("When it was looked for, in words."),
        },
    ),
    RegionChange: RecordHelp(
        N_("Change of regions"),
        {
            "before": N_("Regions as they were before."),
            "after": N_("Regions that hold their land since then, with one that kept its name."),
            "on": N_("The day of the change."),
            "known": N_("Where the change is known from."),
        },
    ),
    Contact: RecordHelp(
        N_("Whom to ask"),
        {
            "number": N_("The telephone number, in quotes."),
            "name": N_("Who answers there."),
            "source": N_("Where the number was seen."),
            "as_of": N_("When it was seen, in words."),
            "confidence": N_("How sure this is."),
            "hours": N_("At which hours they answer."),
            "regions": N_("The regions it serves; without them, the whole country."),
            "services": N_("The services it answers about; without them, all."),
        },
    ),
    ActKind: RecordHelp(
        N_("Kind of act"),
        {
            "name": N_("What an act of this kind is called."),
            "of": N_("The same word where something belongs to the act, as in «the title of the decree»."),
            "by": N_("The same word where something is done by the act, as in «approved by the decree»."),
            "in": N_("The same word where something stands in the act, as in «in the decree»."),
            "appendix": N_("What an appendix to an annex of such an act is called; {n} is its number."),
        },
    ),
    Parameter: RecordHelp(
        N_("Parameter"),
        {
            "name": N_("What the amount is called, such as the monthly calculation index."),
            "values": N_("The amounts, each with the day from which it holds."),
            "unit": N_("The unit of what is counted, such as tenge."),
        },
    ),
    ParameterValue: RecordHelp(
        N_("Amount of a parameter"),
        {
            "from": N_("The first day on which this amount holds."),
            "value": N_("The amount; a fraction is written in quotes with a point."),
            "until": N_("The last day for which it is known; without it, up to the next amount."),
            "source": N_("Where the amount was set."),
        },
    ),
    WrittenYear: RecordHelp(
        N_("Working calendar of a year"),
        {
            "days_off": N_("Days on which nobody works, besides ordinary Saturdays and Sundays."),
            "working": N_("Saturdays and Sundays that are worked instead of another day."),
            "sources": N_("What the calendar was taken from."),
        },
    ),
    WrittenDayOff: RecordHelp(
        N_("Day off"),
        {
            "date": N_("The day off."),
            "kind": N_("Why it is off."),
            "name": N_("What people are told of this day."),
            "for": N_("Of a day that was moved: the day whose rest it is."),
            "estimated": N_("Write true if the day is computed ahead and nobody has confirmed it."),
        },
    ),
    WrittenWorkingDay: RecordHelp(
        N_("Working day"),
        {
            "date": N_("The Saturday, Sunday or holiday that is worked."),
            "name": N_("What people are told of this day."),
            "for": N_("The day off that is given for it."),
        },
    ),
    CalendarSource: RecordHelp(
        N_("Source of the calendar"),
        {
            "title": N_("What the source is."),
            "url": N_("The address of its page."),
        },
    ),
}

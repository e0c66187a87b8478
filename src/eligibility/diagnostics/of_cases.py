"""What can be wrong with a case: its form, the names in it, its facts, and whether any edition answers it."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import DID_YOU_MEAN, NOT_KNOWN, ONE_OF, Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    # its form
    "missing-key": Mistake(N_("{key} is missing"), N_("add it")),
    "no-act-or-region": Mistake(N_("neither an act nor a region is named"), N_("name one of the two")),
    "not-a-case": Mistake(N_("a case is a mapping of names to values"), N_("see docs/embedding.md")),
    "not-a-date": Mistake(N_("{id} is not a date"), N_("write it as 2018-03-01")),
    "not-a-decimal": Mistake(N_("{id} is not a number"), N_("write a number, with at most four decimals, such as 20000.50")),
    "not-a-document": Mistake(N_("a document presented is an id or a mapping"), N_("write for example {example}")),
    "not-a-number": Mistake(N_("{id} is not a whole number"), N_("write a whole number")),
    "not-a-person": Mistake(N_("person is a mapping of names to texts"), N_("see docs/embedding.md")),
    "not-a-count": Mistake(N_("{id} is no number of copies"), N_("write a whole number from 1 to {limit}")),
    "not-documents": Mistake(N_("submitted is a list of documents"), N_("write for example {example}")),
    "not-events": Mistake(N_("events are a mapping of names to days"), N_("see docs/embedding.md")),
    "not-facts": Mistake(N_("facts are a mapping of names to values"), N_("write for example {example}")),
    "not-true-or-false": Mistake(N_("{id} is neither true nor false"), N_("write true or false")),
    "not-values": Mistake(N_("the answer is a list of values, each once"), N_("write for example {example}")),
    "too-many": Mistake(N_("there are more than {limit} facts"), N_("leave out what is no fact")),
    "wrong-text": Mistake(
        N_("this is not a text of at most {limit} characters without control characters"), N_("check what was typed")
    ),
    # the names in it
    "unknown-act": Mistake(NOT_KNOWN, DID_YOU_MEAN, N_("«eligibility acts» shows all of them")),
    "unknown-document": Mistake(NOT_KNOWN, DID_YOU_MEAN, N_("«eligibility rules list documents» shows all of them")),
    "unknown-event": Mistake(NOT_KNOWN, DID_YOU_MEAN, N_("«eligibility rules list events» shows all of them")),
    "unknown-fact": Mistake(NOT_KNOWN, DID_YOU_MEAN, N_("«eligibility rules list facts» shows all of them")),
    "unknown-key": Mistake(NOT_KNOWN, DID_YOU_MEAN, ONE_OF),
    "unknown-region": Mistake(NOT_KNOWN, DID_YOU_MEAN, ONE_OF),
    "unknown-service": Mistake(NOT_KNOWN, DID_YOU_MEAN, N_("«eligibility services» shows all of them")),
    "unknown-value": Mistake(NOT_KNOWN, DID_YOU_MEAN, ONE_OF),
    # its facts and days
    "contradictory-facts": Mistake(N_("the facts contradict each other: {reason}")),
    "date-after-filing": Mistake(N_("{id} is after the day of filing"), N_("check both dates")),
    "date-out-of-range": Mistake(N_("there is no calendar for {id}"), N_("the calendar holds the years {first}–{last}")),
    "dates-differ": Mistake(N_("{fact} does not agree with {since}"), N_("give one of the two, or make them agree")),
    "out-of-range": Mistake(N_("{id} is not between {low} and {high}"), N_("check the number")),
    # the person's number
    "business-number": Mistake(N_("this is the number of a business (BIN), not of a person"), N_("check the number")),
    "impossible-birth-date": Mistake(N_("the IIN begins with a birth date that does not exist"), N_("check the number")),
    "not-twelve-digits": Mistake(N_("an IIN has twelve digits"), N_("check the number")),
    "wrong-check-digit": Mistake(N_("the check digit of the IIN does not fit"), N_("check the number")),
    # whether any edition answers it
    "not-held": Mistake(
        N_("no act at hand regulates {service} in this region: {region}"),
        N_("regions of which there is one: {regions}"),
        N_("no act at hand does"),
    ),
    "not-regulated": Mistake(N_("{act} does not regulate {service}"), N_("acts that do: {acts}"), N_("no act at hand does")),
    "other-region": Mistake(N_("{act} is not an act of {region}"), N_("leave one of the two out")),
    "request-not-at-hand": Mistake(
        N_("the part of the text at hand does not name the variant {id}, so it cannot be judged"),
        ONE_OF,
        N_("leave the variant out"),
    ),
    "request-not-offered": Mistake(N_("the service has no variant {id}"), ONE_OF, N_("leave the variant out")),
}

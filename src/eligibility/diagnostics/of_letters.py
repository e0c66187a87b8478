"""What can be wrong with a letter that is asked for: what the office states, and whether the case has such a letter."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import DID_YOU_MEAN, NOT_KNOWN, ONE_OF, Mistake
from eligibility.words.text import N_

_CHECK_FACTS = N_("check the facts of the case")
_CHECK_PRESENTED = N_("check what was presented")

MISTAKES: Mapping[str, Mistake] = {
    "unknown-kind": Mistake(NOT_KNOWN, DID_YOU_MEAN, ONE_OF),
    "letter-of-elsewhere": Mistake(
        N_("the text of the act is not at hand, so no paper but a checklist can rest on it"), N_("print the checklist")
    ),
    # what the office states
    "not-texts": Mistake(N_("this is a mapping of names to texts"), N_("see docs/letters.md")),
    "not-missing-documents": Mistake(N_("missing documents are a list of at most {limit}"), N_("write for example {example}")),
    "divided-twice": Mistake(N_("the Kazakh and the Russian text are divided by {sign} once"), N_("check what was typed")),
    "one-language": Mistake(
        N_("the text is needed in Kazakh and in Russian"),
        N_("write the Kazakh text, then {sign}, then the Russian one"),
    ),
    "two-numbers": Mistake(N_("a number is the same in both languages"), N_("check what was typed")),
    "accepted-before-filing": Mistake(N_("{id} is before the day of filing"), N_("check both dates")),
    # what this letter does not take
    "basis-not-stated": Mistake(
        N_("only a receipt of refusal to accept has a basis that the office states"),
        N_("state no basis (--basis; in a list letter.basis)"),
    ),
    "circumstances-not-stated": Mistake(
        N_("only a refusal tells the circumstances it rests on"),
        N_("state no circumstances (--circumstances; in a list letter.circumstances)"),
    ),
    "ground-not-stated": Mistake(
        N_("the ground of this letter comes from the decision, or it has none"),
        N_("state no ground (--ground; in a list letter.ground)"),
    ),
    "missing-not-stated": Mistake(
        N_("the missing documents of this letter come from the decision, or it names none"),
        N_("state no missing documents (--missing; in a list letter.missing)"),
    ),
    "number-not-stated": Mistake(N_("a checklist has neither a number nor a day of acceptance"), N_("leave both out")),
    "term-not-stated": Mistake(
        N_("only a notice states when the service is given"), N_("state no term (--term; in a list letter.term)")
    ),
    # what is stated against what is known
    "missing-indicative": Mistake(
        N_("this document is known here only from a source that is no law in this case: {name}"),
        N_("check the Standard and state it in its words"),
    ),
    "missing-not-required": Mistake(
        N_("the checklist of this case says that this document is not required: {name}"), _CHECK_FACTS
    ),
    "missing-of-office": Mistake(N_("the office itself obtains this document from state systems: {name}"), _CHECK_FACTS),
    "missing-presented": Mistake(N_("a document cannot be presented and missing at once"), _CHECK_PRESENTED),
    # what this letter needs
    "ground-needed": Mistake(
        N_("the edition only points to where the grounds are, so the office states the ground"),
        N_("state the ground (--ground; in a list letter.ground)"),
    ),
    "missing-needed": Mistake(
        N_("the list of documents is in the Standard, so the office states which are missing"),
        N_("state the missing documents (--missing; in a list letter.missing)"),
    ),
    "nothing-missing": Mistake(N_("no document is missing"), _CHECK_PRESENTED),
    "nothing-presented": Mistake(N_("no documents are presented"), N_("name them in the case")),
    "presented-not-said": Mistake(N_("no documents are presented"), N_("name them in the case, or [] where there are none")),
    # whether the case has such a letter
    "letter-not-in-case": Mistake(N_("the edition gives this letter in other cases only"), _CHECK_FACTS),
    "letter-not-in-edition": Mistake(N_("this edition has no such letter"), N_("it has: {known}"), N_("it has none")),
    "letter-not-in-force": Mistake(N_("the edition is not the law on the day"), N_("add --as-if-in-force")),
    "letter-undetermined": Mistake(N_("it is not determined whether this letter may be given"), N_("answer first: {known}")),
    "letter-unsaid": Mistake(
        N_("the text does not say whether this letter may be given here"), N_("«eligibility show» has the remarks on it")
    ),
    "no-ground": Mistake(
        N_("no ground that the edition itself lists is met, and where it lists any, this letter rests on those alone"),
        _CHECK_FACTS,
    ),
    "result-excluded": Mistake(N_("a ground to refuse the service is met, so nothing is granted: {ground}"), _CHECK_FACTS),
    "slip-left-to-standard": Mistake(
        N_("whether the documents may be refused in this case is left to the Standard, so no slip is given"), _CHECK_FACTS
    ),
    "slip-where-refusable": Mistake(
        N_("the edition lets the documents be refused in this case, so no slip is given"), _CHECK_FACTS
    ),
    "way-closed": Mistake(N_("nothing can be filed this way: {way}"), N_("it can be filed this way: {ways}"), _CHECK_FACTS),
}

"""What can be wrong with rule files: where they stand, their form, the names in them, what they say of acts and texts."""

from collections.abc import Mapping

from eligibility.diagnostics.code import DID_YOU_MEAN, Code
from eligibility.words.text import N_

_DEFINE = N_("define it first")
_KEEP_ONE = N_("keep one of the two")
_OTHER_ID = N_("give it another id")
_MEND_STATUS = N_(
    "write unsaid into the rule's condition there, narrow the flag's condition, or let it leave something else open"
)

CODES: Mapping[str, Code] = {
    # where they stand
    "duplicate-edition": Code(N_("{act} has an edition of {service} already: {other}"), _KEEP_ONE),
    "duplicate-id": Code(N_("{id} stands in {other} too"), _KEEP_ONE),
    "file-ending": Code(N_("no rule file has a name like this"), N_("end its name in .yaml")),
    "file-name": Code(N_("the file is not named after its annex and service"), N_("name it {name}.yaml")),
    "misplaced-file": Code(N_("no rule file belongs at this place"), DID_YOU_MEAN, N_("see the layout in writing-rules.md")),
    "no-rules": Code(N_("there is no folder of rules here"), N_("name a folder that holds rule files")),
    # their form
    "empty-text": Code(N_("the text in {key} is empty"), N_("write it")),
    "missing-language": Code(N_("{key} is missing"), N_("add it")),
    "unexpected-key": Code(N_("{id} is no key of this place"), DID_YOU_MEAN, N_("remove it")),
    "unknown-unit": Code(N_("{id} is not one of {known}"), DID_YOU_MEAN, N_("use one of them")),
    "unknown-word": Code(N_("{id} is not one of {known}"), DID_YOU_MEAN, N_("use one of them")),
    "wrong-file": Code(
        N_("the file does not have the form its place asks for"), N_("see writing-rules.md for what the file holds")
    ),
    "wrong-type": Code(N_("{key} does not have the form its place asks for"), N_("see writing-rules.md for what {key} holds")),
    # the names in them
    "undefined-act": Code(N_("unknown act {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-actor": Code(N_("unknown actor {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-applicant": Code(N_("unknown applicant {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-category": Code(N_("unknown category {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-channel": Code(N_("unknown channel {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-document": Code(N_("unknown document {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-event": Code(N_("unknown event {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-fact": Code(N_("unknown fact {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-flag": Code(N_("unknown flag {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-outcome": Code(N_("unknown outcome {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-provider": Code(N_("unknown provider {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-receipt-field": Code(N_("unknown receipt field {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-region": Code(N_("unknown region {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-request": Code(N_("unknown variant {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-service": Code(N_("unknown service {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-standard": Code(N_("unknown Standard {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-step": Code(N_("unknown step {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-value": Code(N_("unknown value {id}"), DID_YOU_MEAN, _DEFINE),
    # facts and categories
    "cyclic-category": Code(N_("the category {id} depends on itself"), N_("define it by facts")),
    "empty-range": Code(N_("no value lies between {low} and {high}"), N_("give the lowest value first")),
    "incomplete-fact": Code(N_("the {type} fact {id} lacks {lacks}"), N_("add {lacks}")),
    "name-taken": Code(N_("{id} has a meaning already"), N_("give the category another name")),
    "since-no-date": Code(N_("{id} is counted since {since}, which is no date fact"), N_("name a fact of type date")),
    "stands-for-inexact": Code(
        N_("{value} of {id} stands for {other}, which is no exact value of it"),
        N_("name values of the same fact that stand for themselves"),
    ),
    # entries of an edition
    "duplicate-flag": Code(N_("the flag {id} stands above already"), _OTHER_ID),
    "duplicate-ground": Code(N_("the ground {id} stands above already"), _OTHER_ID),
    "duplicate-rule": Code(N_("{document} is required under this very condition above already"), _KEEP_ONE),
    "no-amount": Code(N_("{value} is no amount of time"), N_("give the amount as the act does")),
    "requirement-shape": Code(
        N_("a requirement names one document (or a group with its any_of) or all_of several"),
        N_("keep either document or all_of"),
    ),
    # flags
    "blank-unfilled": Code(N_("nothing fills the blank {name} in the text of the flag {flag}"), N_("add {name} under with")),
    "definite-for-all": Code(N_("the flag {flag} leaves open {leaves}, but the rule is definite for everybody"), _MEND_STATUS),
    "definite-status": Code(N_("the flag {flag} leaves open {leaves}, but the rule is definite for: {facts}"), _MEND_STATUS),
    "duplicate-text": Code(
        N_("the text of the flag {flag} stands in {other} too"),
        N_("say it once, in the act's flags.yaml, and name it in the editions"),
    ),
    "leaves-missing": Code(
        N_("the flag {flag} does not say what it leaves open"),
        N_("add leaves: whether, who, form, term, amount, or nothing where the letter of the text still decides"),
    ),
    "unused-flag": Code(
        N_("no edition of the act names the flag {flag}"),
        N_("name it in the editions it holds for, or remove it"),
        severity="warning",
    ),
    # acts and their texts
    "act-days": Code(
        N_("the days of the act are out of order"), N_("an act is adopted, registered, amended, repealed, in this order")
    ),
    "citation-syntax": Code(
        N_("{text} is not a citation"), N_('write a paragraph such as "6", "6(1) item 4", "app 1 col 3" or "act 3"')
    ),
    "citation-unresolved": Code(
        N_("the act has no {text} in its provisions"), DID_YOU_MEAN, N_("add the line to provisions.yaml with its status")
    ),
    "cited-otherwise": Code(
        N_("the act is cited without its {needed}"), N_("number and day stand in the citation as they stand in the file")
    ),
    "encoded-uncited": Code(
        N_("{text} is said to be encoded, but no rule cites it"),
        N_("cite it in the rule that encodes it, or give it another status"),
        severity="warning",
    ),
    "inferred-annex": Code(
        N_("the amendment is inferred of annex {annex}, which it does not touch"),
        N_("name annexes that the amendment changes or adds"),
    ),
    "no-provisions": Code(N_("{act} has no provisions.yaml"), N_("list its paragraphs")),
    "overlapping-lives": Code(
        N_("{one} and {other} rule {service} in one region at the same time"),
        N_("an act begins when the one before it ends"),
    ),
}

"""What can be wrong with rule files: where they stand, their form, the names in them, what they say of acts and texts."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import DID_YOU_MEAN, Mistake
from eligibility.words.text import N_

_DEFINE = N_("define it first")
_KEEP_ONE = N_("keep one of the two")
_OTHER_ID = N_("give it another id")
_MEND_STATUS = N_(
    "write unsaid into the rule's condition there, narrow the flag's condition, or let it leave something else open"
)

MISTAKES: Mapping[str, Mistake] = {
    # where they stand
    "duplicate-edition": Mistake(N_("{act} has an edition of {service} already: {other}"), _KEEP_ONE),
    "duplicate-id": Mistake(N_("{id} stands in {other} too"), _KEEP_ONE),
    "file-ending": Mistake(N_("no rule file has a name like this"), N_("end its name in .yaml")),
    "file-name": Mistake(N_("the file is not named after its annex and service"), N_("name it {name}.yaml")),
    "misplaced-file": Mistake(N_("no rule file belongs at this place"), DID_YOU_MEAN, N_("see the layout in writing-rules.md")),
    "no-rules": Mistake(N_("there is no folder of rules here"), N_("name a folder that holds rule files")),
    # who signed them
    "signed-rules-changed": Mistake(
        N_("the rules of {act} have changed since {name} signed them on {day}"),
        N_("have a lawyer read what changed and sign again: eligibility rules sign {act}"),
        severity="warning",
    ),
    "signed-words-changed": Mistake(
        N_("words of {act} have changed since {name} signed it on {day}, and its rules have not"),
        N_("have a lawyer read the words and sign again: eligibility rules sign {act}"),
        severity="warning",
    ),
    "signoff-digest": Mistake(
        N_("{key} holds no digest"), N_("remove the file, and sign the act again: eligibility rules sign {act}")
    ),
    "signoff-name": Mistake(N_("the file is not named after the act that it signs"), N_("name it {name}.yaml")),
    # their form
    "empty-text": Mistake(N_("the text in {key} is empty"), N_("write it")),
    "empty-value": Mistake(N_("nothing stands here"), N_("write a value, or leave its key out")),
    "missing-language": Mistake(N_("{key} is missing"), N_("add it")),
    "needs-day": Mistake(N_("a day is expected here"), N_("write {day}"), N_("write a day as 2015-04-09")),
    "needs-keys": Mistake(
        N_("keys with their values are expected here"), N_("this place knows: {known}"), N_("write a name, a colon and a value")
    ),
    "needs-list": Mistake(N_("a list is expected here"), N_("write [{one}]"), N_("begin each entry with a dash: - …")),
    "needs-number": Mistake(N_("a whole number is expected here"), N_("write digits alone, without quotes")),
    "needs-quotes": Mistake(
        N_("a text is expected here, and {value} without quotes is none"), N_('put it in quotes: "{value}"')
    ),
    "needs-text": Mistake(N_("one text is expected here"), N_("write one text, in quotes where it holds a comma or a colon")),
    "needs-true-or-false": Mistake(N_("true or false is expected here"), N_("write one of the two, without quotes")),
    "other-language": Mistake(
        N_("the text in {key} is in the other language, as its letters and words tell"),
        N_("write Kazakh under kk and Russian under ru, and words of the other language in «…»"),
        severity="warning",
    ),
    "unexpected-key": Mistake(N_("{id} is no key of this place"), DID_YOU_MEAN, N_("this place knows: {known}")),
    "unknown-unit": Mistake(N_("{id} is not one of {known}"), DID_YOU_MEAN, N_("use one of them")),
    "unknown-word": Mistake(N_("{id} is not one of {known}"), DID_YOU_MEAN, N_("use one of them")),
    "wrong-file": Mistake(
        N_("the file does not have the form its place asks for"), N_("see writing-rules.md for what the file holds")
    ),
    "wrong-type": Mistake(
        N_("{key} does not have the form its place asks for"), N_("see writing-rules.md for what {key} holds")
    ),
    # the names in them
    "undefined-act": Mistake(N_("unknown act {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-act-kind": Mistake(N_("unknown kind of act {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-actor": Mistake(N_("unknown actor {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-applicant": Mistake(N_("unknown applicant {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-category": Mistake(N_("unknown category {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-channel": Mistake(N_("unknown channel {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-document": Mistake(N_("unknown document {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-event": Mistake(N_("unknown event {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-fact": Mistake(N_("unknown fact {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-flag": Mistake(N_("unknown flag {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-outcome": Mistake(N_("unknown outcome {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-parameter": Mistake(N_("unknown parameter {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-provider": Mistake(N_("unknown provider {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-receipt-field": Mistake(N_("unknown receipt field {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-region": Mistake(N_("unknown region {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-request": Mistake(N_("unknown variant {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-service": Mistake(N_("unknown service {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-source": Mistake(N_("unknown source {id}"), DID_YOU_MEAN, N_("define it in the act's sources.yaml")),
    "unused-source": Mistake(
        N_("no edition of the act names the source {id}"),
        N_("name it in the rules that are known from it, or remove it"),
        severity="warning",
    ),
    "undefined-step": Mistake(N_("unknown step {id}"), DID_YOU_MEAN, _DEFINE),
    "undefined-value": Mistake(N_("unknown value {id}"), DID_YOU_MEAN, _DEFINE),
    "unused-id": Mistake(N_("nothing names {id}"), N_("name it in a rule, or remove it"), severity="warning"),
    # facts and categories
    "clauses-alike": Mistake(
        N_("the clauses under holds and fails say the same in {key}"),
        N_("let one say that it is so, and the other that it is not"),
        severity="warning",
    ),
    "cyclic-category": Mistake(N_("the category {id} depends on itself"), N_("define it by facts")),
    "empty-range": Mistake(N_("no value lies between {low} and {high}"), N_("give the lowest value first")),
    "incomplete-fact": Mistake(N_("the {type} fact {id} lacks {lacks}"), N_("add {lacks}")),
    "many-of-one": Mistake(
        N_("{id} cannot hold several values at once"),
        N_("write many for a choice alone: not of the filing itself, nor of one whose values stand for others"),
    ),
    "name-taken": Mistake(N_("{id} has a meaning already"), N_("give it another name")),
    "parameter-values": Mistake(
        N_("the values of the parameter {id} are out of order"),
        N_("give each its own first day, in order, the last day before the next first one, and at most four decimals"),
    ),
    "since-no-date": Mistake(N_("{id} is counted since {since}, which is no date fact"), N_("name a fact of type date")),
    "stands-for-inexact": Mistake(
        N_("{value} of {id} stands for {other}, which is no exact value of it"),
        N_("name values of the same fact that stand for themselves"),
    ),
    # entries of an edition
    "alternative-shape": Mistake(
        N_("an alternative names one document, or all_of two or more that will do together"),
        N_("keep either document or all_of"),
    ),
    "duplicate-flag": Mistake(N_("the flag {id} stands above already"), _OTHER_ID),
    "duplicate-ground": Mistake(N_("the ground {id} stands above already"), _OTHER_ID),
    "duplicate-rule": Mistake(N_("{document} is required under this very condition above already"), _KEEP_ONE),
    "no-amount": Mistake(N_("{value} is no amount of time"), N_("give the amount as the act does")),
    "no-copies": Mistake(N_("{value} is no number of copies"), N_("give the number as the act does")),
    "no-papers-shape": Mistake(
        N_("that no papers are needed is said by requirements: none with no_papers beside it, and by nothing else"),
        N_("add the other of the two, or remove what lists documents"),
    ),
    "requirement-shape": Mistake(
        N_("a requirement names one document (or a group with its any_of) or all_of several"),
        N_("keep either document or all_of"),
    ),
    "terms-compete": Mistake(
        N_("another total term above holds for the same cases"),
        N_("say under when which case each is for, or flag what the text leaves open"),
        severity="warning",
    ),
    # flags
    "blank-unfilled": Mistake(N_("nothing fills the blank {name} in the text of the flag {flag}"), N_("add {name} under with")),
    "definite-for-all": Mistake(
        N_("the flag {flag} leaves open {leaves}, but the rule is definite for everybody"), _MEND_STATUS
    ),
    "definite-status": Mistake(N_("the flag {flag} leaves open {leaves}, but the rule is definite for: {facts}"), _MEND_STATUS),
    "do-missing": Mistake(
        N_("the flag {flag} is for citizens and does not say all that they are told; missing: {keys}"),
        N_("say what it is about, and in do what they do or may ask for, in one or two short sentences"),
    ),
    "do-too-long": Mistake(N_("what the flag {flag} tells a citizen has {n} words"), N_("say it in {limit} words or fewer")),
    "duplicate-text": Mistake(
        N_("the text of the flag {flag} stands in {other} too"),
        N_("say it once, in the act's flags.yaml, and name it in the editions"),
    ),
    "leaves-missing": Mistake(
        N_("the flag {flag} does not say what it leaves open"),
        N_("add leaves: whether, who, form, term, amount, or nothing where the letter of the text still decides"),
    ),
    "unused-flag": Mistake(
        N_("no edition of the act names the flag {flag}"),
        N_("name it in the editions it holds for, or remove it"),
        severity="warning",
    ),
    # acts and their texts
    "act-days": Mistake(
        N_("the days of the act are out of order"), N_("an act is adopted, registered, amended, repealed, in this order")
    ),
    "citation-syntax": Mistake(
        N_("{text} is not a citation"), N_('write a paragraph such as "6", "6(1) item 4", "app 1 col 3" or "act 3"')
    ),
    "citation-unresolved": Mistake(
        N_("the act has no {text} in its provisions"), DID_YOU_MEAN, N_("add the line to provisions.yaml with its status")
    ),
    "cited-otherwise": Mistake(
        N_("the act is cited without its {needed}"), N_("number and day stand in the citation as they stand in the file")
    ),
    "encoded-uncited": Mistake(
        N_("{text} is said to be encoded, but no rule cites it"),
        N_("cite it in the rule that encodes it, or give it another status"),
        severity="warning",
    ),
    "holds-not-partial": Mistake(
        N_("holds names parts of a text that is held in part, and the act does not say that it is"),
        N_("write text: partial in act.yaml, or remove holds"),
    ),
    "known-at-hand": Mistake(
        N_("what a text at hand says is cited, and not known from elsewhere"),
        N_("cite the place in the act, or write text: elsewhere in act.yaml"),
    ),
    "not-of-elsewhere": Mistake(
        N_("of an act whose text is not at hand nobody can know this: {section}"),
        N_("keep documents, fee, terms, channels, applicants and grounds, each with where it is known from"),
    ),
    "text-of-the-act": Mistake(
        N_("how much of the text is at hand is said of the act, not of one edition"), N_("move text to act.yaml")
    ),
    "inferred-annex": Mistake(
        N_("the amendment is inferred of annex {annex}, which it does not touch"),
        N_("name annexes that the amendment changes or adds"),
    ),
    "no-last-wording": Mistake(
        N_("the wording of {service} that followed in {act} is not among the files of the act"),
        N_("add the edition of the last wording, which stands in the folder of the act itself"),
    ),
    "no-package": Mistake(
        N_("nothing stands for the list of {act} as a whole where its text is not at hand"),
        N_("add package, a document of the catalogue, to its act.yaml"),
    ),
    "no-provisions": Mistake(N_("{act} has no provisions.yaml"), N_("list its paragraphs")),
    "unknown-wording": Mistake(
        N_("{act} has no amendment {id} that gave this annex a new wording"),
        DID_YOU_MEAN,
        N_("name the folder until-NUMBER by an amendment whose annexes name this one"),
    ),
    "provision-unread": Mistake(
        N_("it is not said yet what becomes of {text}; lines of the same part left so: {count}"),
        N_("say encoded, definition, reference or not_modelled with the reason"),
        severity="warning",
    ),
    "overlapping-lives": Mistake(
        N_("{one} and {other} rule {service} in one region at the same time"),
        N_("an act begins when the one before it ends"),
    ),
}

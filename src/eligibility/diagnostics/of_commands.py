"""What can be wrong with a command line beyond the case it names."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    "json-lines-alone": Mistake(N_("--json-lines reads cases from standard input alone"), N_("leave the rest out")),
    "not-written": Mistake(N_("the file cannot be written"), N_("check its folder and name")),
    "other-ending": Mistake(N_("this name ends in another format than the file has"), N_("let it end in {known}")),
    "act-begun": Mistake(N_("there are files in this folder already"), N_("choose another folder")),
    "act-folder": Mistake(
        N_("an act's folder stands in a folder acts and has a name of small letters"), N_("name for example {example}")
    ),
    "file-exists": Mistake(N_("there is such a file already"), N_("choose another name, or add --force")),
    "file-there": Mistake(N_("there is such a file already"), N_("choose another name")),
    "no-service": Mistake(N_("no service is chosen"), N_("name the service, or choose it when asked")),
    "no-region": Mistake(N_("no region is chosen"), N_("name the region, or choose it when asked")),
    "one-input": Mistake(N_("standard input can be read once only"), N_("put one of the two in a file")),
    "phrase-too-long": Mistake(
        N_("the phrase has more than {most} signs"), N_("write the one thing you look for, in a few words")
    ),
    "outline-form": Mistake(N_("{key} is not written as an outline has it"), N_("write for example {example}")),
    "no-terminal": Mistake(N_("nobody sits at a terminal here to be asked"), N_("name the file of a case: --record {name}")),
    "record-alone": Mistake(N_("--record takes one case and no scenarios"), N_("leave the rest out")),
    "signed-already": Mistake(
        N_("{name} signed {act} on {day}, and nothing has changed since"), N_("add --force to put your signature in that place")
    ),
    "signature-unconfirmed": Mistake(N_("nobody has confirmed the signature"), N_("sign at a terminal, or add --yes")),
    "signed-ahead": Mistake(N_("{day} is a day to come"), N_("sign with the day of today, or an earlier one")),
    "signer-missing": Mistake(N_("a signature needs the name of whoever signs"), N_('add it: --name "…"')),
    "signing-shipped": Mistake(
        N_("the rules that come with the program are not signed where it is installed"),
        N_("name a folder of your own behind them: --rules shipped --rules FOLDER"),
    ),
    "all-alone": Mistake(N_("--all writes the schemas of all kinds and takes no kind"), N_("leave the rest out")),
    "no-such-rules": Mistake(
        N_("{name} is neither a folder nor a revision of this folder's git repository that holds rules"),
        N_("name a folder of rules, the word shipped, or a revision, as HEAD~1, main or v2:path/of/rules"),
    ),
    "review-not-installed": Mistake(
        N_("comparing all kinds of person needs a part of the program that is not installed here"), N_("install it: {command}")
    ),
    "rules-in-error": Mistake(
        N_("the rules of {name} have mistakes: {count}"), N_("mend them first; «eligibility rules lint» shows all of them")
    ),
    "rules-of-another-format": Mistake(
        N_("the rules of {name} are written in a format that this program does not read; mistakes found: {count}"),
        N_("review them with the program of their time, or bring them into the format of today"),
    ),
    "too-many-rules": Mistake(
        N_("the rules of {name} are more than {files} files or {size} bytes"), N_("name the folder of the rules alone")
    ),
    "publication-of-no-use": Mistake(N_("{id} does not begin by its day of publication"), N_("remove it")),
    "published-before-adoption": Mistake(N_("{id} is before the day of adoption"), N_("check both dates")),
}

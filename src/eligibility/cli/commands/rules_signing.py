"""`eligibility rules sign`: a lawyer's name under an act as the rules hold it."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from eligibility.cli.errors import EXIT_FOUND
from eligibility.cli.language import check_language, say
from eligibility.cli.language import lang as language
from eligibility.cli.options import ACT, DAY, TEXT, JsonOption, LanguageOption, RulesOption, date_of, rules_of
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.refusal import refused
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.days import day_text
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.law.pack import Pack
    from eligibility.review.signing import ToSign
    from eligibility.rulefiles.signoffs import Signed, SignOff

SINCE: "dict[Signed | None, str]" = {
    "rules": N_("Signed before: {name}, {day}. The rules have changed since."),
    "words": N_("Signed before: {name}, {day}. The words have changed since, and the rules have not."),
    None: N_("Signed before: {name}, {day}. Nothing has changed since."),
}
SHORT = 12
"""signs of a digest that tell it from others"""


def sign_act(
    act: Annotated[str, typer.Argument(metavar=ACT, help=say(N_("The act that is signed, by its id.")))],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar=TEXT, help=say(N_("Who signs: the name, and the office if that matters."))),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar=DAY, help=say(N_("Day of the signature; today by default.")))
    ] = None,
    rules: RulesOption = None,
    force: Annotated[bool, typer.Option("--force", help=say(N_("Sign in the place of a signature that still holds.")))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=say(N_("Sign without being asked once more.")))] = False,
    as_json: JsonOption = False,
    lang: LanguageOption = None,
) -> None:
    from eligibility.review.signing import sign, to_sign
    from eligibility.rulefiles.lint import load

    check_language(lang)
    day, folders = date_of(on), rules_of(rules) or (SHIPPED,)
    pack = load(folders)
    found = to_sign(pack, folders, act, force)
    asks = sys.stdin.isatty() and not as_json
    if not as_json:
        _show(pack, found)
    signoff = found.signed(_name() if name is None and asks else name or "", day)
    if not yes and not asks:
        raise refused("signature-unconfirmed")
    if not (yes or _confirmed(signoff)):
        put(say(N_("Nothing was signed.")), "bad")
        raise typer.Exit(EXIT_FOUND)
    sign(found.path, signoff)
    if as_json:
        print_json({**signoff._asdict(), "on": signoff.on.isoformat(), "file": str(found.path)})
    else:
        put(say(N_("Written: {file}"), file=str(found.path)), "good", hang=2)


def _show(pack: "Pack", found: "ToSign") -> None:
    """What the name will stand under."""
    put(pack.acts[found.act].cited[language()], "head")
    for key in found.editions:
        if key.wording is None and (edition := pack.edition(*key)):
            put(pack.title(edition)[language()], indent=2, hang=2)
    earlier = sum(1 for key in found.editions if key.wording)
    put(say(N_("Editions: {n}. Of these, of earlier wordings: {earlier}."), n=len(found.editions), earlier=earlier))
    put(say(N_("Digest of the rules: {digest}"), digest=_short(found.digests.rules)))
    put(say(N_("Digest of the words: {digest}"), digest=_short(found.digests.words)))
    if found.before:
        put(say(SINCE[found.since], name=found.before.name, day=day_text(found.before.on)))


def _short(digest: str) -> str:
    return digest[: digest.index(":") + 1 + SHORT]


def _name() -> str:
    from eligibility.cli.talking import Stopped, read_as_typed, tell

    tell(say(N_("Who signs?")), "head")
    try:
        return read_as_typed()
    except Stopped:
        return ""


def _confirmed(signoff: "SignOff") -> bool:
    from eligibility.cli.talking import Stopped, agreed, tell

    question = N_("Do you sign that you have read these rules beside the text of the act, and that they agree? {name}, {day}")
    tell(say(question, name=signoff.name, day=day_text(signoff.on)), "head")
    try:
        return agreed()
    except Stopped:
        return False

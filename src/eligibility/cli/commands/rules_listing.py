"""`eligibility rules list`: the ids that rules may name, what each is called and where it is used."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from eligibility.answer.contract_parts import text_json
from eligibility.cli.errors import EXIT_FOUND
from eligibility.cli.language import check_language, say
from eligibility.cli.language import lang as language
from eligibility.cli.options import KIND, TEXT, JsonOption, LanguageOption, RulesOption, rules_of
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.meant import chosen
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.review.ids import Ident

FEW = 3
"""so many that were found by a word are shown with their places unasked"""


def list_ids(
    kind: Annotated[
        str, typer.Argument(metavar=KIND, help=say(N_("facts, documents, services, actors, outcomes, regions, acts, flags, …")))
    ],
    word: Annotated[
        str | None, typer.Argument(metavar=TEXT, help=say(N_("Only those with this in their id or name, in either language.")))
    ] = None,
    where: Annotated[bool, typer.Option("--where", help=say(N_("Show every place that names the id.")))] = False,
    as_json: JsonOption = False,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    from eligibility.review.ids import ids_of, kinds_of_ids
    from eligibility.rulefiles.loading import read_sources

    check_language(lang)
    asked = chosen(kind, kinds_of_ids(), KIND)
    found = [one for one in ids_of(read_sources(rules_of(rules) or SHIPPED), asked) if word is None or one.matches(word)]
    found.sort(key=lambda one: (one.act or "", one.id))
    if as_json:
        print_json([_ident_json(one) for one in found])
    else:
        for one in found:
            _show(one, where or (word is not None and len(found) <= FEW))
        if not found:
            put(say(N_("Nothing is called so.")))
    raise typer.Exit(0 if found else EXIT_FOUND)


def _show(one: "Ident", with_places: bool) -> None:
    put(f"{one.act}: {one.id}" if one.act else one.id, "head", hang=2)
    if name := one.name[language()]:
        put(name, indent=2, hang=2)
    if not with_places:
        put(say(N_("Used: {n}"), n=len(one.uses)), "dim", indent=2)
        return
    print("  " + say(N_("Stands in: {place}"), place=_line(one.place)))
    put(say(N_("Used: {n}"), n=len(one.uses)), indent=2)
    for place in one.uses:
        print(f"    {_line(place)}")


def _line(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _ident_json(one: "Ident") -> dict[str, Any]:
    found = {"kind": one.kind, "id": one.id, "act": one.act, "name": text_json(one.name), "place": str(one.place)}
    return {**found, "used": [str(place) for place in one.uses]}

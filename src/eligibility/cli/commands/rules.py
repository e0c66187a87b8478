"""`eligibility rules`: for authors of rule packs."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eligibility.cli.commands.rules_listing import list_ids
from eligibility.cli.commands.rules_mutating import try_mutants
from eligibility.cli.commands.rules_reviewing import review_rules
from eligibility.cli.commands.rules_schema import show_schema
from eligibility.cli.commands.rules_signing import sign_act
from eligibility.cli.commands.rules_starting import start_act
from eligibility.cli.commands.rules_testing import try_scenarios
from eligibility.cli.errors import EXIT_FOUND, EXIT_INPUT
from eligibility.cli.framework import Command, CommandGroup
from eligibility.cli.language import check_language, say, words
from eligibility.cli.language import lang as language
from eligibility.cli.options import DIR, JsonOption, LanguageOption
from eligibility.cli.output import print_json
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eligibility.diagnostics.diagnostic import Diagnostic
    from eligibility.diagnostics.mistake import Severity
    from eligibility.review.coverage import ActCoverage, LineStatus, Provision

STATUSES: "dict[LineStatus, str]" = {
    "encoded": N_("in the rules"),
    "definition": N_("a definition"),
    "reference": N_("a reference"),
    "not-modelled": N_("not modelled"),
    "none": N_("without a status"),
}
"""of the provisions of a decree"""
SEVERITIES: dict["Severity", str] = {"error": N_("error"), "warning": N_("warning")}

app = typer.Typer(cls=CommandGroup, add_completion=False)


@app.callback()
def common(lang: LanguageOption = None) -> None:
    check_language(lang)


FoldersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=f"{DIR}…",
        help=say(
            N_("Folders of rule files, one laid over another; the shipped ones, for which stands the word shipped, by default.")
        ),
    ),
]


@app.command("lint", cls=Command, help=say(N_("Find everything wrong with a pack of rules.")))
def lint(folders: FoldersArgument = None, as_json: JsonOption = False, lang: LanguageOption = None) -> None:
    from eligibility.rulefiles.lint import lint as find

    sources, found = find(folders or SHIPPED)
    counts = Counter(diagnostic.severity for diagnostic in found)
    if as_json:
        print_json({"diagnostics": [one.as_json(words()) for one in found], **counts})
    else:
        _print_diagnostics(found)
        sums = {"editions": len(sources.editions), "errors": counts["error"], "warnings": counts["warning"]}
        print(say(N_("Editions: {editions}. Errors: {errors}. Warnings: {warnings}."), **sums))
    raise typer.Exit(EXIT_FOUND if counts["error"] else 0)


def _print_diagnostics(found: "Iterable[Diagnostic]") -> None:
    """A line each, so that an editor finds the place; the code is the one the documentation explains."""
    for one in found:
        message, advice = one.message(words()), one.advice(words())
        print(f"{one.where}: {say(SEVERITIES[one.severity])} {one.code}: {message}" + (f" ({advice})" if advice else ""))


app.command("test", cls=Command, help=say(N_("Hold scenarios of your own against the rules, or write a case down as one.")))(
    try_scenarios
)

app.command("mutate", cls=Command, help=say(N_("Say what could be wrong in the rules without a scenario noticing.")))(
    try_mutants
)


app.command("review", cls=Command, help=say(N_("Show what a change of the rules changes, and whom it touches, to sign it.")))(
    review_rules
)
app.command("new", cls=Command, help=say(N_("Begin an act: its files, with what is known of it filled in.")))(start_act)
app.command("list", cls=Command, help=say(N_("List the ids of a kind, or find them by a word, with where they are used.")))(
    list_ids
)
app.command(
    "schema", cls=Command, help=say(N_("Print the JSON Schema of a kind of rule file, or write all of them for an editor."))
)(show_schema)


app.command("sign", cls=Command, help=say(N_("Sign an act, as a lawyer who has read its rules beside its text.")))(sign_act)


@app.command("coverage", cls=Command, help=say(N_("Say how much of each act the rules take in.")))
def coverage(
    folders: FoldersArgument = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", help=say(N_("List the lines of the acts that are not modelled, and why.")))
    ] = False,
    as_json: JsonOption = False,
    lang: LanguageOption = None,
) -> None:
    from eligibility.diagnostics.refusal import Refused
    from eligibility.review.coverage import coverage as count
    from eligibility.review.coverage import percent, total

    try:
        acts = count(folders or SHIPPED)
    except Refused as refused:
        if as_json:
            print_json({"errors": [one.as_json(words()) for one in refused.diagnostics]})
        else:
            _print_diagnostics(refused.diagnostics)
        raise typer.Exit(EXIT_INPUT) from None
    whole = percent(total(acts))
    if as_json:
        counts = {"counts": total(acts), "percent": whole}
        print_json({"acts": [_coverage_json(act) for act in acts], "total": counts})
    else:
        _print_coverage(acts, verbose)
    raise typer.Exit(0 if all(act.percent == 100 for act in acts) else EXIT_FOUND)


def _coverage_json(act: "ActCoverage") -> dict[str, Any]:
    def lines(found: "tuple[Provision, ...]") -> list[dict[str, Any]]:
        shown = ({"annex": one.annex, "line": one.line, "reason": one.reason and one.reason[language()]} for one in found)
        return [{key: value for key, value in one.items() if key != "reason" or value} for one in shown]

    return {
        "act": act.act,
        "counts": act.counts,
        "percent": act.percent,
        "not_modelled": lines(act.of("not-modelled")),
        "without_status": lines(act.of("none")),
    }


def _print_coverage(acts: "tuple[ActCoverage, ...]", verbose: bool) -> None:
    from eligibility.answer.places import cite_text
    from eligibility.law.citation import BODY
    from eligibility.law.vocabulary import Home
    from eligibility.review.coverage import percent, total

    rows = [(act.act, act.counts, act.percent) for act in acts]
    rows.append((say(N_("In all")), total(acts), percent(total(acts))))
    first, last = say(N_("Provisions of the act")), say(N_("with a status"))
    room = max(len(name) for name in (first, *(name for name, _, _ in rows)))
    heads = {status: say(text) for status, text in STATUSES.items()}
    print(f"{first:<{room}}  {'  '.join(heads.values())}  {last}")
    for name, counts, share in rows:
        cells = (f"{counts[status]:>{len(head)}}" for status, head in heads.items())
        print(f"{name:<{room}}  {'  '.join(cells)}  {f'{share:g} %':>{len(last)}}")
    unsaid = say(N_("it has no status"))
    for act in acts:
        for one in (*act.of("none"), *(act.of("not-modelled") if verbose else ())):
            line = one.line if one.annex is not None else BODY + one.line
            place = cite_text(Home(act.act, act.kind, act.kind.name, one.annex), line)[language()]
            print(f"{act.act}: {place}: {one.reason[language()] if one.reason else unsaid}")

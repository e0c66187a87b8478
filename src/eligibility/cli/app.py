"""The commands by name. Each lives in a module that is imported only when its command runs."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import typer

from eligibility import __version__
from eligibility.cli.framework import Command, CommandGroup
from eligibility.cli.language import check_language, say
from eligibility.words.text import N_

COMMANDS: dict[str, tuple[str, str]] = {
    "ask": ("ask:ask", N_("Ask only the questions that matter, then print the checklist.")),
    "screen": (
        "screen:screen",
        N_("Ask the few facts that tell which services are for a person; one list for several of them."),
    ),
    "check": ("check:check", N_("Decide a case: the checklist, the file presented, the grounds, the outcomes.")),
    "explain": ("explain:explain", N_("Say why a document is required or not, and what would change that.")),
    "terms": ("terms:terms", N_("Who must do what, by when: every step with its due day.")),
    "letter": ("letter:letter", N_("Make one letter: a checklist, a talon, a receipt, a notice, a refusal.")),
    "letters": ("letters:letters", N_("Make a letter for each of many cases; goes on where a run stopped.")),
    "verify": ("verify:verify", N_("Say whether the decision behind a letter still holds.")),
    "population": ("population:app", N_("Decide a whole table of people at once, and count them.")),
    "serve": ("serve:serve", N_("Show the pages of a kiosk, and give other programs the same answers over HTTP.")),
    "services": ("services:services", N_("List the services.")),
    "acts": ("acts:acts", N_("List the acts with their standing on a day.")),
    "show": ("show:show", N_("Show what an act says about a service.")),
    "diff": ("diff:diff", N_("Show what differs between two acts on one service.")),
    "stale": ("stale:stale", N_("Show what in the rules needs a maintainer's eye on a day.")),
    "doctor": ("doctor:doctor", N_("Show versions, the engine, the rules in use and what is missing.")),
    "completion": ("completion:completion", N_("Let the Tab key of bash, zsh or fish complete commands.")),
    "rules": ("rules:app", N_("For authors of rules: check a pack, print its schema.")),
}
"""module and function of each command, and its help"""


class Commands(CommandGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def summaries(self) -> Iterator[tuple[str, str]]:
        for name, (_, text) in COMMANDS.items():
            yield name, say(text)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        home, text = COMMANDS[cmd_name]
        module, _, function = home.partition(":")
        found = getattr(import_module(f"eligibility.cli.commands.{module}"), function)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False)
            alone.command(cmd_name, cls=Command, help=say(text))(found)
            found = alone
        command: Any = typer.main.get_command(found)
        command.help = command.help or say(text)
        return command


app = typer.Typer(
    name="eligibility",
    cls=Commands,
    help=say(N_("Which documents a state service needs, whether a file is complete, and why: every line traced to the act.")),
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def show_version(wanted: bool) -> None:
    if wanted:
        print(f"eligibility {__version__}")
        raise typer.Exit


@app.callback()
def common(
    lang: str | None = typer.Option(None, "--lang", metavar="kk|ru", help=say(N_("Language of the output."))),
    version: bool = typer.Option(False, "--version", is_eager=True, callback=show_version, help=say(N_("Show the version."))),
) -> None:
    check_language(lang)

"""The commands, each in a module that imports what it needs when it runs."""

import typer

from eligibility.cli.commands import ask, check, doctor, explain, known, rules, show
from eligibility.cli.help import Command, Group
from eligibility.cli.language import say
from eligibility.cli.options import Language, check_language
from eligibility.law.words import N_

app = typer.Typer(
    name="eligibility",
    cls=Group,
    help=say(
        N_("Which documents a state service needs, whether a file is complete, and why: every line traced to the decree.")
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)



@app.callback()
def common(lang: Language = None) -> None:
    check_language(lang)


app.command("ask", cls=Command, help=say(N_("Ask only the questions that matter, then print the checklist.")))(ask.ask)
app.command("check", cls=Command, help=say(N_("Decide a case: the checklist, the file presented, the grounds, the outcomes.")))(
    check.check
)
app.command("explain", cls=Command, help=say(N_("Say why a document is required or not, and what would change that.")))(
    explain.explain
)
app.command("services", cls=Command, help=say(N_("List the services.")))(known.services)
app.command("acts", cls=Command, help=say(N_("List the decrees with their standing on a day.")))(known.acts)
app.command("show", cls=Command, help=say(N_("Show what a decree says about a service.")))(show.show)
app.command("doctor", cls=Command, help=say(N_("Show versions, the engine, the rules in use and what is missing.")))(
    doctor.doctor
)
app.add_typer(rules.app, name="rules", help=say(N_("For authors of rules: check a pack, print its schema.")))

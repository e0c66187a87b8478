"""The program's entry: a command is run, and whatever stops it becomes a message and an exit code."""

import io
import os
import sys
from typing import NoReturn

from eligibility.cli.errors import (
    EXIT_ENGINE,
    EXIT_INTERRUPTED,
    EXIT_OUTPUT,
    fail,
    report,
    report_usage,
)
from eligibility.cli.language import say, speak_everywhere
from eligibility.cli.output import NOT_WRITTEN
from eligibility.diagnostics.refusal import Refused
from eligibility.words.text import N_


def main() -> NoReturn:
    steady_streams()
    speak_everywhere()
    sys.exit(run())


def steady_streams() -> None:
    """Makes the streams UTF-8 whatever the locale, with no failure over a sign that cannot be, and opens what is closed."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115  for good
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def run() -> int:
    """Runs what the command line asks for; the exit code."""
    try:
        code = _answer()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _forget_output()
        return 0
    except OSError as error:
        if error.errno not in NOT_WRITTEN:
            raise
        _forget_output()
        fail(say(N_("The output cannot be written.")))
        return EXIT_OUTPUT
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return EXIT_INTERRUPTED


def _answer() -> int:
    from eligibility.cli.framework import USAGE_ERROR, fault_of
    from eligibility.reasoning.inference import EngineDisagreement, EngineMissing

    try:
        return _command()
    except USAGE_ERROR as error:
        return report_usage(fault_of(error))
    except Refused as refused:
        return report(refused)
    except EngineMissing:
        fail(say(N_("The engine asked for is not installed here; run «eligibility doctor».")))
        return EXIT_ENGINE
    except EngineDisagreement as disagreement:
        fail(
            say(
                N_("The two engines disagree, so there is no decision. Report this as a defect: {names}."),
                names=", ".join(disagreement.conclusions),
            )
        )
        return EXIT_ENGINE


def _command() -> int:
    """Runs the command, not by way of the library's own main, which has words and exit codes of its own."""
    import typer
    from typer.main import get_command

    from eligibility.cli.app import app

    try:
        with get_command(app).make_context("eligibility", sys.argv[1:]) as context:
            context.command.invoke(context)
    except typer.Exit as exit:
        return exit.exit_code
    return 0


def _forget_output() -> None:
    """Gives up standard output, which nobody reads on: what is still to be written would fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

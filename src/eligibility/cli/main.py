"""The program's entry: errors become messages and exit codes here, and nowhere else."""

import errno
import io
import json
import os
import sys
from typing import NoReturn

from eligibility.cli.language import say, speak_everywhere, words
from eligibility.diagnostics.refused import Refused
from eligibility.words.text import N_

EXIT_FOUND = 1
"""the command did its work and found something wrong"""
EXIT_INPUT = 2
"""the input cannot be used; nothing was done"""
EXIT_ENGINE = 3
"""the engine gave no answer that can be trusted"""
EXIT_OUTPUT = 4
"""what was found could not be written"""
EXIT_INTERRUPTED = 130

NO_FILE_MADE = {"not-written", "letters-not-written", "process-ended"}
"""codes of mistakes of where to write, not of what to read"""
NOT_WRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def main() -> NoReturn:
    steady_streams()
    speak_everywhere()
    sys.exit(run())


def steady_streams() -> None:
    """UTF-8 whatever the locale, no failure over a sign that cannot be, and something in place of a closed stream."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115  for good
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def run() -> int:
    """The exit code."""
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
    from eligibility.cli.help import USAGE_ERROR, usage_text
    from eligibility.reasoning.inference import EngineDisagreement, EngineMissing

    try:
        return _command()
    except USAGE_ERROR as error:
        _report_usage(usage_text(error))
        return EXIT_INPUT
    except Refused as refused:
        report(refused)
        return EXIT_OUTPUT if refused.diagnostics[0].code in NO_FILE_MADE else EXIT_INPUT
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
    """Not by way of the library's own main, which has words and exit codes of its own."""
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
    """Nobody reads on: what is still to be written would fail again at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _wants_json() -> bool:
    return bool({"--json", "--json-lines"} & set(sys.argv))


def _report_usage(message: str) -> None:
    if _wants_json():
        print(
            json.dumps({"errors": [{"code": "command-line", "where": "", "message": message, "hint": ""}]}, ensure_ascii=False)
        )
    else:
        fail(message)


def report(refused: Refused) -> None:
    """Every mistake of the input: JSON on standard output where JSON was asked for, else sentences on standard error."""
    if _wants_json():
        print(json.dumps(refused_json(refused), ensure_ascii=False))
        return
    for diagnostic in refused.diagnostics:
        message, advice = diagnostic.message(words()), diagnostic.advice(words())
        named = str(diagnostic.where) in map(str, diagnostic.values.values())
        place = "" if named or not str(diagnostic.where) else f"{_place(str(diagnostic.where))}: "
        fail(f"{place}{message}" + (f" ({advice})" if advice else ""))


def _place(where: str) -> str:
    """An argument as the help calls it, or where something stands in the input."""
    speaks = words()
    return speaks(where) if speaks.knows(where) else where


def refused_json(refused: Refused) -> dict[str, object]:
    return {
        "errors": [
            {
                "code": diagnostic.code,
                "where": str(diagnostic.where),
                "message": diagnostic.message(words()),
                "hint": diagnostic.advice(words()),
            }
            for diagnostic in refused.diagnostics
        ]
    }


def fail(message: str) -> None:
    """File names and the like may hold signs that would colour or clear a screen."""
    print("eligibility: " + "".join(sign if sign.isprintable() else "?" for sign in message), file=sys.stderr)

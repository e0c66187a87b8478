"""The program's entry: errors become messages and exit codes here, and nowhere else."""

import json
import os
import sys
from typing import NoReturn

from eligibility.cli.language import say, speak_everywhere, words
from eligibility.law.diagnostics import Diagnostic, Place, Refused, Translate
from eligibility.law.words import N_

EXIT_FOUND = 1
"""the command did its work and found something wrong"""
EXIT_INPUT = 2
"""the input cannot be used; nothing was done"""
EXIT_ENGINE = 3
"""the engine gave no answer that can be trusted"""
EXIT_INTERRUPTED = 130


def main() -> NoReturn:
    speak_everywhere()
    import typer

    from eligibility.cli.app import app
    from eligibility.cli.help import USAGE_ERROR, usage_text
    from eligibility.reasoning.engines import EngineDisagreement, EngineMissing

    try:
        code = app(standalone_mode=False)
    except typer.Abort:
        sys.exit(EXIT_INTERRUPTED)
    except USAGE_ERROR as error:
        fail(usage_text(error))
        sys.exit(EXIT_INPUT)
    except Refused as refused:
        report(refused)
        sys.exit(EXIT_INPUT)
    except EngineMissing:
        fail(say(N_("The engine asked for is not installed here; run «eligibility doctor».")))
        sys.exit(EXIT_ENGINE)
    except EngineDisagreement as disagreement:
        fail(
            say(
                N_("The two engines disagree, so there is no decision. Report this as a defect: {names}."),
                names=", ".join(disagreement.conclusions),
            )
        )
        sys.exit(EXIT_ENGINE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    sys.exit(code if isinstance(code, int) else 0)


def report(refused: Refused) -> None:
    """Every mistake of the input: JSON on standard output where JSON was asked for, else sentences on standard error."""
    if {"--json", "--json-lines"} & set(sys.argv):
        print(json.dumps(refused_json(refused), ensure_ascii=False))
        return
    for diagnostic in refused.diagnostics:
        place = f"{diagnostic.where}: " if str(diagnostic.where) else ""
        speak = language_of(diagnostic)
        advice = diagnostic.advice(speak)
        fail(f"{place}{diagnostic.message(speak)}" + (f" ({advice})" if advice else ""))


def language_of(diagnostic: Diagnostic) -> Translate:
    """Mistakes of a case are said in the reader's language; those of rule files in their authors', English."""
    known = words().knows(diagnostic.text) and (not diagnostic.hint or words().knows(diagnostic.hint))
    return str if isinstance(diagnostic.where, Place) and not known else words()


def refused_json(refused: Refused) -> dict[str, object]:
    return {
        "errors": [
            {
                "code": diagnostic.code,
                "where": str(diagnostic.where),
                "message": diagnostic.message(language_of(diagnostic)),
                "hint": diagnostic.advice(language_of(diagnostic)),
            }
            for diagnostic in refused.diagnostics
        ]
    }


def fail(message: str) -> None:
    print(f"eligibility: {message}", file=sys.stderr)

"""What the commands end with, and how mistakes are told: sentences on standard error, or JSON where JSON was asked for."""

import sys
from typing import TYPE_CHECKING

from eligibility.cli.help import param_name
from eligibility.cli.language import say, words
from eligibility.cli.output import print_json
from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused
from eligibility.words.spacing import harmless
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.cli.framework import Fault

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


def report(refused: Refused) -> int:
    """Tells every mistake found; the exit code they lead to."""
    if _wants_json():
        print_json(refused_json(refused))
    else:
        for diagnostic in refused.diagnostics:
            fail(told(diagnostic))
    return EXIT_OUTPUT if refused.diagnostics[0].code in NO_FILE_MADE else EXIT_INPUT


def report_usage(fault: "Fault") -> int:
    """Tells what is wrong with the command line itself; the exit code it leads to."""
    message = _usage_text(fault)
    if _wants_json():
        print_json({"errors": [{"code": "command-line", "where": "", "message": message, "hint": ""}]})
    else:
        fail(message)
    return EXIT_INPUT


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
    """One sentence on standard error."""
    print(f"eligibility: {harmless(message)}", file=sys.stderr)


def _usage_text(fault: "Fault") -> str:
    name = fault.name or (param_name(fault.param) if fault.param else "")
    match fault.kind:
        case "no-command" if fault.guess:
            return say(N_("There is no command {name}; did you mean {guess}?"), name=name, guess=fault.guess)
        case "no-command":
            return say(N_("There is no command {name}; see --help."), name=name)
        case "no-option":
            return say(N_("There is no option {name}; see --help."), name=name)
        case "missing":
            return say(N_("{name} is missing; see --help."), name=name)
        case "bad-value":
            return say(N_("The value of {name} cannot be used; see --help."), name=name)
        case "other":
            return say(N_("The command line is not understood; see --help."))


def _wants_json() -> bool:
    return bool({"--json", "--json-lines"} & set(sys.argv))


def told(diagnostic: Diagnostic) -> str:
    """What is wrong and how to mend it, behind the place where it is."""
    message, advice = diagnostic.message(words()), diagnostic.advice(words())
    named = str(diagnostic.where) in map(str, diagnostic.values.values())
    place = "" if named or not str(diagnostic.where) else f"{_place(str(diagnostic.where))}: "
    return f"{place}{message}" + (f" ({advice})" if advice else "")


def _place(where: str) -> str:
    """An argument as the help calls it, or where something stands in the input."""
    speaks = words()
    return speaks(where) if speaks.knows(where) else where

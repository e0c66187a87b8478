"""Help in the reader's language."""

from collections.abc import Iterable
from typing import Any

from eligibility.cli.language import say
from eligibility.cli.output import put, width
from eligibility.words.text import N_

NAME_ROOM = 29
"""columns before the words that explain a name"""


def print_help(command: Any, path: str, commands: Iterable[tuple[str, str]] | None = None) -> None:
    """What the command does, with its arguments and options; of a group also its commands."""
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    names = "".join(f" {_argument_name(one)}" if one.required else f" [{_argument_name(one)}]" for one in arguments)
    chosen = "" if commands is None else " " + say(N_("COMMAND"))
    put(say(N_("Usage: {command}"), command=f"{path}{chosen}{names} [--…]"), "head")
    put()
    put(command.help or "")
    _section(N_("Commands"), commands or ())
    _section(N_("Arguments"), ((_argument_name(one), one.help or "") for one in arguments))
    own = ((_option_name(one), one.help or "") for one in options)
    _section(N_("Options"), [*own, ("--help, -h", say(N_("Show this help.")))])


def param_name(param: Any) -> str:
    """An argument or option as the help calls it."""
    return _argument_name(param) if param.param_type_name == "argument" else str(param.opts[0])


def _argument_name(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _option_name(option: Any) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"


def _section(title: str, rows: Iterable[tuple[str, str]]) -> None:
    found = list(rows)
    if not found:
        return
    put()
    put(say(title), "head")
    for name, text in found:
        _row(name, text, min(NAME_ROOM, width() // 2))


def _row(name: str, text: str, room: int) -> None:
    if len(name) + 4 <= room:
        put(f"{name:<{room - 2}}{text}", indent=2, hang=room - 2)
    else:
        put(name, indent=2)
        put(text, indent=room)

"""Help and usage errors in the reader's language; the command-line library speaks English only."""

from collections.abc import Iterable, Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from eligibility.cli.framework import plain_help_option, take_plainly
from eligibility.cli.language import say
from eligibility.cli.output import put, width
from eligibility.diagnostics.meant import closest
from eligibility.words.text import N_

USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""the base of everything the library finds wrong with a command line"""

NAME_ROOM = 29
"""columns before the words that explain a name"""


class NoCommand(typer.BadParameter):
    """A command that does not exist."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.guess = closest(name, known)


class Command(TyperCommand):
    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        take_plainly(self.params)

    def get_help_option(self, ctx: Any) -> Any:
        return plain_help_option(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        print_help(self, ctx)


class CommandGroup(TyperGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "no_args_is_help": False, "invoke_without_command": True})
        take_plainly(self.params)

    def get_help_option(self, ctx: Any) -> Any:
        return plain_help_option(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        print_help(self, ctx)

    def summaries(self) -> Iterator[tuple[str, str]]:
        """The commands with their help."""
        for name, one in self.commands.items():
            yield name, one.help or ""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if self.get_command(ctx, args[0]) is None:
            raise NoCommand(args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Without a command, the help."""
        if not ctx._protected_args and not ctx.args:  # noqa: SLF001
            print_help(self, ctx)
            return None
        return super().invoke(ctx)


def print_help(command: Any, ctx: Any) -> None:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    names = "".join(f" {_argument_name(one)}" if one.required else f" [{_argument_name(one)}]" for one in arguments)
    chosen = " " + say(N_("COMMAND")) if isinstance(command, TyperGroup) else ""
    put(say(N_("Usage: {command}"), command=f"{ctx.command_path}{chosen}{names} [--…]"), "head")
    put()
    put(command.help or "")
    _section(N_("Commands"), command.summaries() if isinstance(command, CommandGroup) else ())
    _section(N_("Arguments"), ((_argument_name(one), one.help or "") for one in arguments))
    own = ((_option_name(one), one.help or "") for one in options)
    _section(N_("Options"), [*own, ("--help, -h", say(N_("Show this help.")))])


def _argument_name(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _option_name(option: Any) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"


def _section(title: str, rows: Any) -> None:
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


def usage_text(error: Any) -> str:
    """What is wrong with the command line, by the kind of error alone."""
    name = getattr(error, "option_name", None) or _param_name(error)
    match type(error).__name__:
        case "NoCommand" if error.guess:
            return say(N_("There is no command {name}; did you mean {guess}?"), name=error.name, guess=error.guess)
        case "NoCommand":
            return say(N_("There is no command {name}; see --help."), name=error.name)
        case "NoSuchOption":
            return say(N_("There is no option {name}; see --help."), name=name)
        case "MissingParameter":
            return say(N_("{name} is missing; see --help."), name=name)
        case "BadParameter" | "BadOptionUsage" | "BadArgumentUsage":
            return say(N_("The value of {name} cannot be used; see --help."), name=name)
        case _:
            return say(N_("The command line is not understood; see --help."))


def _param_name(error: Any) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return ""
    return _argument_name(param) if param.param_type_name == "argument" else str(param.opts[0])

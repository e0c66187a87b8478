"""What the command-line library is bent to, and the only place that knows its inside: hence the range of its versions in
pyproject.toml.

It speaks English only, so help and mistakes are told in our own words. It would load a validation framework for each text,
number, path and flag, for which a cold command pays dearly, so those are taken as they are typed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Any, Literal, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from eligibility.cli.help import print_help
from eligibility.diagnostics.meant import closest

USAGE_ERROR = typer.TyperException
"""the base of everything the library finds wrong with a command line"""

CONVERTERS: dict[Any, Callable[[Any], Any]] = {str: str, int: int, bool: bool, Path: Path, list[str]: str}


class NoCommand(typer.BadParameter):
    """A command that does not exist."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.guess = closest(name, known)


class Command(TyperCommand):
    """A command whose help we print and whose values are taken as they are typed."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        _take_plainly(self.params)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_with_values(args, self.params)))

    def get_help_option(self, ctx: Any) -> Any:
        return _plain_help_option(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        print_help(self, ctx.command_path)


class CommandGroup(TyperGroup):
    """Commands under one name; the name alone prints their help."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "no_args_is_help": False, "invoke_without_command": True})
        _take_plainly(self.params)

    def get_help_option(self, ctx: Any) -> Any:
        return _plain_help_option(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        print_help(self, ctx.command_path, self.summaries())

    def summaries(self) -> Iterator[tuple[str, str]]:
        """The commands with their help."""
        for name, one in self.commands.items():
            yield name, one.help or ""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if self.get_command(ctx, args[0]) is None:
            raise NoCommand(args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that was typed; where none was, prints the help."""
        if not ctx._protected_args and not ctx.args:  # noqa: SLF001
            print_help(self, ctx.command_path, self.summaries())
            return None
        return super().invoke(ctx)


def supplied(name: str, make: Callable[..., Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """What several commands are given alike has its options where it is made: in the place of its parameter `name` the command
    has the options of `make`, and is given what `make` makes of them."""
    shared = signature(make).parameters

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        named = signature(command).parameters.values()
        every = [each for one in named for each in (shared.values() if one.name == name else (one,))]

        def run(**values: Any) -> None:
            given = {option: values.pop(option) for option in shared if option in values}
            command(**values, **{name: make(**given)})

        vars(run)["__signature__"] = Signature([one.replace(kind=Parameter.KEYWORD_ONLY) for one in every])
        run.__annotations__ = {one.name: one.annotation for one in every}
        return run

    return decorate


class Fault(NamedTuple):
    """What is wrong with a command line: of a command or option the name, and the one that may have been meant."""

    kind: Literal["no-command", "no-option", "missing", "bad-value", "other"]
    param: Any = None
    name: str = ""
    guess: str = ""


def fault_of(error: Any) -> Fault:
    """The fault behind an error of the library, by its class alone: its message is English and may repeat what was typed."""
    param, name = getattr(error, "param", None), getattr(error, "option_name", None) or ""
    match type(error).__name__:
        case "NoCommand":
            return Fault("no-command", name=error.name, guess=error.guess)
        case "NoSuchOption":
            return Fault("no-option", param, name)
        case "MissingParameter":
            return Fault("missing", param, name)
        case "BadParameter" | "BadOptionUsage" | "BadArgumentUsage":
            return Fault("bad-value", param, name)
        case _:
            return Fault("other")


class _AsTyped:
    """Stands in for the library's own way of making a value."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self._convert = convert

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        try:
            return [self._convert(one) for one in value] if many else self._convert(value)
        except ValueError:
            raise typer.BadParameter("", ctx, param) from None


def _take_plainly(params: list[Any]) -> None:
    """Where the library keeps its converters elsewhere, this changes nothing but the speed."""
    for param in params:
        annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        if annotation in CONVERTERS:
            param._runtime_param = _AsTyped(CONVERTERS[annotation])  # noqa: SLF001


def _with_values(args: Sequence[str], params: Iterable[Any]) -> Iterator[str]:
    """The words typed, with an empty value behind each option whose value may be left out and is; the library knows no such
    options, and here they are those whose value the help has in brackets."""
    optional = {name for one in params if str(one.metavar or "").startswith("[") for name in one.opts}
    own = args[: args.index("--")] if "--" in args else args
    for at, word in enumerate(args):
        following = args[at + 1] if at + 1 < len(args) else "--"
        left_out = at < len(own) and word in optional and following.startswith("-") and following != "-"
        yield f"{word}=" if left_out else word


def _plain_help_option(option: Any) -> Any:
    if option is not None:
        _take_plainly([option])
    return option

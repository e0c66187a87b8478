"""Texts, numbers, paths and flags taken from the command line as they are.

The command-line library would load a validation framework for each of them, for which a cold command pays dearly. Where it
keeps its converters elsewhere, this changes nothing but the speed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

CONVERTERS: dict[Any, Callable[[Any], Any]] = {str: str, int: int, bool: bool, Path: Path, list[str]: str}


class PlainText:
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


def take_plainly(params: list[Any]) -> None:
    for param in params:
        annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        if annotation in CONVERTERS:
            param._runtime_param = PlainText(CONVERTERS[annotation])  # noqa: SLF001


def plain_help_option(option: Any) -> Any:
    if option is not None:
        take_plainly([option])
    return option

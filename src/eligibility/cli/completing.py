"""What may follow the words typed so far: commands, options, and the values that are known beforehand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from eligibility.cli.app import app
from eligibility.cli.framework import CommandGroup
from eligibility.cli.language import lang, say
from eligibility.cli.options import ACT, KIND, REGION, SERVICE, SITUATION
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import N_

Offer = tuple[str, str]
"""what may be typed, and what it means"""


def offers(words: Sequence[str]) -> list[Offer]:
    """What may stand in place of the last word, which may be empty; nothing where only a file's name can."""
    *before, typed = [word for word in words if word != "="]
    command, options, names = _reached(before)
    if options is not None:
        found = _values(options, command)
    elif typed.startswith("-"):
        found = _options(command)
    elif isinstance(command, CommandGroup):
        found = command.summaries()
    else:
        arguments = [one for one in command.params if one.param_type_name == "argument"]
        found = _values(arguments[min(names, len(arguments) - 1)], command) if arguments else ()
    return [(value, text) for value, text in found if value.startswith(typed)]


def _reached(words: Iterable[str]) -> tuple[Any, Any, int]:
    """The command that is being typed, the option whose value is due, and how many arguments stand already."""
    command: Any = typer.main.get_command(app)
    due, names = None, 0
    for word in words:
        if due is not None:
            due = None
        elif word.startswith("-"):
            option = next((one for one in command.params if word in one.opts), None)
            due = None if option is None or option.is_flag else option
        elif isinstance(command, TyperGroup) and (inner := command.get_command(typer.Context(command), word)):
            command = inner
        else:
            names += 1
    return command, due, names


def _options(command: Any) -> Iterator[Offer]:
    for option in command.params:
        if option.param_type_name == "option":
            yield max(option.opts, key=len), option.help or ""
    yield "--help", say(N_("Show this help."))


def _values(param: Any, command: Any) -> Iterable[Offer]:
    metavar = str(param.metavar)
    if metavar in _KNOWN:
        return _KNOWN[metavar]()
    if metavar == KIND:
        return [(kind, "") for kind in _kinds(command.name)]
    return [(value, "") for value in metavar.split("|")] if "|" in metavar and metavar.isascii() else ()


def _kinds(command: str) -> Iterable[str]:
    if command == "schema":
        from eligibility.rulefiles.schema import KINDS

        return KINDS
    if command == "list":
        from eligibility.review.ids import kinds_of_ids

        return kinds_of_ids()
    from eligibility.letters.kinds import KINDS as LETTERS

    return LETTERS


def _services() -> Iterator[Offer]:
    for id, service in shipped_pack().services.items():
        yield id, service.title[lang()]


def _regions() -> Iterator[Offer]:
    for id, region in shipped_pack().regions.items():
        yield id, region[lang()]


def _situations() -> Iterator[Offer]:
    for id, situation in shipped_pack().situations.items():
        yield id, situation.name[lang()]


def _acts() -> Iterator[Offer]:
    for id, act in shipped_pack().acts.items():
        yield id, f"{act.issuer[lang()]}, № {act.number}" if act.number else act.issuer[lang()]


_KNOWN: dict[str, Callable[[], Iterable[Offer]]] = {
    SERVICE: _services,
    REGION: _regions,
    ACT: _acts,
    SITUATION: _situations,
}

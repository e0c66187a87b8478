"""What README, docs and messages tell to type is there: commands, their options, make targets."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from eligibility.cli.completing import offers
from eligibility.words.text import LANGS, Lang
from tests.faces.test_pages import PAGES, TOP
from tools import catalogues

GROUPS = {"rules", "population"}
OF_ALL = {"--help", "--version", "--lang"}
TARGETS = re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def lines_of(page: Path) -> Iterator[str]:
    """The lines that tell what to type, without the program's own path; what a line says beside the command stays."""
    for block in re.findall(r"```(?:console|sh)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            yield re.sub(r"^(\$ )?\S*/?(?=eligibility )", "", line)


def wrong_in(line: str) -> Iterator[str]:
    words = re.split(r"\s{2,}| \(|; ", line.removeprefix("eligibility "))[0].split()
    for command in commands_of(words):
        before = command[:-1]
        if command[-1] not in {value for value, _ in offers([*before, ""])} | OF_ALL:
            yield " ".join(command)
            continue
        known = {value for value, _ in offers([*command, "--"])} | OF_ALL
        yield from (option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line) if option not in known)


def commands_of(words: list[str]) -> Iterator[list[str]]:
    """`services | acts` is two, and `rules new | list` too."""
    group = words[:1] if words[0] in GROUPS else []
    names = words[len(group) :]
    yield from ([*group, name] for at, name in enumerate(names) if at == 0 or names[at - 1] == "|")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("eligibility check CASE --for clerk   one case; --json for others", []),
        ("eligibility chek CASE", ["chek"]),
        ("eligibility check CASE --jsn", ["--jsn"]),
        ("eligibility services | act", ["act"]),
        ("eligibility rules list | lnt   for authors", ["rules lnt"]),
        ("eligibility population cont people.csv", ["population cont"]),
    ],
)
def test_what_is_not_there_is_noticed(line: str, wrong: list[str]) -> None:
    assert list(wrong_in(line)) == wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_is_there(page: Path) -> None:
    lines = [line for line in lines_of(page) if line.startswith("eligibility ")]
    assert [(line, wrong) for line in lines for wrong in wrong_in(line)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_that_a_message_names_is_there(lang: Lang) -> None:
    """In its quotes it stands whole, to be typed."""
    said = [text for message in catalogues.read(lang) for text in _one_or_several(message.string or "")]
    named = [quoted for text in said for quoted in re.findall(r"«([a-z][^»]*)»", text)]
    commands = [one.removeprefix("eligibility ") for one in named if one.startswith("eligibility ")]
    assert commands
    assert [wrong for command in commands for wrong in wrong_in(command)] == []
    known = {value for value, _ in offers([""])}
    assert [one for one in named if one.split()[0] in known and len(one.split()) > 1] == []


def _one_or_several(text: str | Sequence[str]) -> Sequence[str]:
    return [text] if isinstance(text, str) else text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_target_of_make_is_there(page: Path) -> None:
    named = re.findall(r"(?:`|^)make ((?:[a-z-]+ ?)+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for names in named for name in names.split() if name not in TARGETS] == []

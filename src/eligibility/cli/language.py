"""The language of this process: `--lang`, else the locale's, else Kazakh. Chosen before any help text is made."""

import gettext
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache

from eligibility.cli.choice import chosen
from eligibility.words.catalogue import DOMAIN, LOCALES, Catalogue, catalogue
from eligibility.words.text import LANGS, Lang, Text


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    for at, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        elif value == argument:
            continue
        if value in ("kk", "ru"):
            return "kk" if value == "kk" else "ru"
    for name in ("ELIGIBILITY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name, ""):
            return "ru" if value.startswith("ru") else "kk"
    return "kk"


@cache
def lang() -> Lang:
    return choose(sys.argv[1:], os.environ)


def words() -> Catalogue:
    return catalogue(lang())


def say(message: str, **values: object) -> str:
    """A message of the program in this process's language."""
    said = {name: value[lang()] if isinstance(value, Text) else value for name, value in values.items()}
    text = words()(message)
    return text.format(**said) if said else text


def speak_everywhere() -> None:
    """Lets the command-line library take its own words from the same catalogues."""
    words()
    os.environ["LANGUAGE"] = lang()
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)


def check_language(lang: str | None) -> None:
    if lang is not None:
        chosen(lang, LANGS, "--lang")

"""The words of letters: Jinja templates, one whole letter per kind and language, an office's own before the shipped ones."""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.refusal import refused
from eligibility.files import resource, write_whole
from eligibility.letters.content import Code, Emblem, Letter, shape
from eligibility.letters.markup import LINE, read_letter
from eligibility.letters.numbers import count_words
from eligibility.letters.pictures import Pictures
from eligibility.words.days import day_text
from eligibility.words.spacing import held
from eligibility.words.text import Lang

ENDING = ".j2"
_TAG = re.compile(r"<([^\W\d][\w.:-]*)(?=[\s/>])")
_HYPHEN = re.compile(r"(\d)-(?=[^\W\d])")
_CODE = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)


class _MarkLines(Extension):
    """Each element carries its file and line, so that a mistake is told where it stands, be it in a template's own part."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        if name is None or not name.endswith(".xml.j2"):
            return source
        return "".join(self._numbered(source, quote(filename or name)))

    def _numbered(self, source: str, file: str) -> Iterator[str]:
        line = 1
        for part in _CODE.split(source):
            if _CODE.match(part):
                yield part
            else:
                first = line
                yield _TAG.sub(
                    lambda found: f'<{found[1]} {LINE}="{first + part.count(chr(10), 0, found.start())}:{file}"',  # noqa: B023
                    part,
                )
            line += part.count("\n")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Shuts templates off from the program, and from multiplying, by which one could fill the memory."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> NoReturn:
        raise SecurityError(f"{operator} is not allowed")


@cache
def environment(templates: Path | None) -> Environment:
    """All that templates are filled by. An office may put templates of its own before the shipped ones."""
    shipped = resource("templates") / "letters"
    folders = [templates, shipped] if templates else [shipped]
    made = _Sandbox(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[_MarkLines],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["day"] = _day
    made.filters["count_words"] = _count_words
    made.filters["capital"] = capital
    made.filters["sentence"] = sentence
    made.filters["shape"] = shape
    made.filters["held"] = _held
    return made


def write(
    view: Mapping[str, Any], kind: str, lang: Lang, code: Code, templates: Path | None = None, logo: Emblem | None = None
) -> Letter:
    """The letter that the template of this kind and language makes of a view."""
    rendered, file = rendered_by(_template(kind, lang), view, templates)
    return read_letter(rendered, file, lang, code, Pictures(templates, logo))


def _template(kind: str, lang: Lang) -> str:
    return f"{kind}.{lang}.xml.j2"


MISTAKES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""what a template can do wrong"""


def write_originals(folder: Path) -> list[str]:
    """The shipped templates, for an office to start from; refuses to write over any file."""
    shipped = sorted(one for one in (resource("templates") / "letters").iterdir() if one.name.endswith(ENDING))
    for one in shipped:
        if os.path.lexists(folder / one.name):
            raise refused("file-there", str(folder / one.name))
    folder.mkdir(parents=True, exist_ok=True)
    for one in shipped:
        write_whole(folder / one.name, one.read_bytes())
    return [one.name for one in shipped]


def check_template(kind: str, lang: Lang, templates: Path | None) -> None:
    """Refuses a template that cannot even be read."""
    name = _template(kind, lang)
    try:
        environment(templates).get_template(name)
    except MISTAKES as error:
        _refuse_mistake(error, name)


def rendered_by(name: str, view: Mapping[str, Any], templates: Path | None) -> tuple[str, str]:
    """What a template makes of its values, and the file it is in."""
    file = name
    try:
        template = environment(templates).get_template(name)
        file = template.filename or name
        return template.render(view), file
    except MISTAKES as error:
        _refuse_mistake(error, file)


def _refuse_mistake(error: Exception, file: str) -> NoReturn:
    match error:
        case TemplateNotFound():
            raise refused("template-missing", Place(str(error.name), 1, 1), name=str(error.name)) from None
        case TemplateSyntaxError():
            place, reason = Place(error.filename or file, error.lineno, 1), str(error.message)
        case _:
            place, reason = _place_of(error, file), str(error)[:200] or type(error).__name__
    raise refused("letter-template", place, reason=reason) from None


def _place_of(error: BaseException, file: str) -> Place:
    """Where the template, or a part that it takes in, failed: out of the trace, which Jinja rewrites to show their lines."""
    place, trace = Place(file, 1, 1), error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name == file or name.endswith(ENDING):
            place = Place(name, trace.tb_lineno, 1)
        trace = trace.tb_next
    return place


def _held(text: str) -> str:
    return _HYPHEN.sub("\\1\u2060-\u2060", held(text))


@pass_context
def _day(context: Context, day: date) -> str:
    return day_text(day)[context["lang"]]


@pass_context
def _count_words(context: Context, count: int) -> str:
    return count_words(count, context["lang"])


def capital(text: str) -> str:
    """A phrase with a capital, for the head of a line; an address of the web stays as it is."""
    first = text.partition(" ")[0]
    if first.isascii() and "." in first[:-1]:
        return text
    at = 1 if text.startswith("«") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def sentence(text: str) -> str:
    """What somebody typed, as a sentence."""
    return capital(text) if text.endswith((".", "!", "?", "…")) else f"{capital(text)}."

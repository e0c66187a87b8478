"""Messages in Kazakh and Russian. A message without a translation is an error, never English on a screen."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from eligibility.files import BUILT, leave, resource
from eligibility.words.text import LANGS, Lang, Text

DOMAIN = "eligibility"
LOCALES = BUILT / "locales"
"""the compiled catalogues, laid out as gettext looks for them"""


class MissingTranslation(LookupError):
    """A message that a catalogue lacks."""


class Catalogue:
    """The program's messages in one language."""

    def __init__(self, lang: Lang, translations: gettext.GNUTranslations) -> None:
        self.lang: Lang = lang
        self._translations = translations
        self._known: dict[str, str] = {}

    def __call__(self, message: str) -> str:
        found = self._known.get(message)
        if found is None:
            found = self._known[message] = self._checked(message, self._translations.gettext(message))
        return found

    def knows(self, message: str) -> bool:
        return self._translations.gettext(message) != message

    def plural(self, one: str, many: str, count: int) -> str:
        return self._checked(one, self._translations.ngettext(one, many, count))

    def _checked(self, message: str, translated: str) -> str:
        if message and translated == message:
            raise MissingTranslation(f"{self.lang}: {message!r}")
        return translated


@cache
def catalogue(lang: Lang) -> Catalogue:
    source = resource("locales") / lang / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = LOCALES / lang / "LC_MESSAGES" / f"{DOMAIN}.mo"
    fresh = compiled.is_file() and (not source.is_file() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns)
    content = compiled.read_bytes() if fresh else compile_catalogue(source, compiled)
    return Catalogue(lang, gettext.GNUTranslations(BytesIO(content)))


def in_both(message: str, **values: object) -> Text:
    """The message in both languages; values that are texts are given in the same language."""
    return _filled_in(message, values) if values else _as_it_stands(message)


@cache
def _as_it_stands(message: str) -> Text:
    return _filled_in(message, {})


def _filled_in(message: str, values: dict[str, object]) -> Text:
    return Text(*(fill(lang, message, values) for lang in LANGS))


def fill(lang: Lang, message: str, values: dict[str, object]) -> str:
    said = {name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
    return catalogue(lang)(message).format(**said)


def compile_catalogue(source: Path, compiled: Path) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        read = read_po(file)
    written = BytesIO()
    write_mo(written, read)
    content = written.getvalue()
    leave(compiled, content)
    return content

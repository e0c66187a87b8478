"""A Russian text in a Kazakh place, and the other way round, as far as letters and words tell."""

import re
from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources
from eligibility.words.text import LANGS

_LONG_ENOUGH = 8
"""letters; of less nothing can be told"""
_SHARED_WORDS = 3
"""names of two words are often the same in both languages, sentences never"""

_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”|\{[^}]*\}")
_SMALL_WORDS = re.compile(
    r"(?:без|в|во|вместо|для|до|за|и|из|или|к|как|ко|либо|между|на|над|но|о|об|от|перед|по|под|при|про|с|со|также|только|у|"
    r"через|что|чтобы|если|где|же|ли|вы|ваш|его|ее|её|их|них|него|был|были|было|есть|нет|год|года|лет|эта|эти|это|этот)\Z"
)
_RUSSIAN_END = re.compile(
    r"..(?:[кшщч]ий|ый|ой|[оеы]е|ие|ая|яя|ого|его|ому|ему|[ыи]ми|[ая]ми|ых|ую|юю|[ое]сти?|ции|[ая]ет|ует|[ае]но|[аи]тель|"
    r"[аяеи]ни[еяюи]|[аяеи]нием|[аяеи]ться|[аяеию]тся)\Z"
)


def check_languages(sources: Sources) -> Iterator[Diagnostic]:
    for file in sources.files():
        yield from _of_file(file, file.data, ())


def _of_file(file: YamlFile, data: Any, path: Steps) -> Iterator[Diagnostic]:
    if isinstance(data, list):
        for at, below in enumerate(data):
            yield from _of_file(file, below, (*path, at))
    elif isinstance(data, dict) and data.keys() == set(LANGS):
        if isinstance(data["kk"], list):
            return  # people mix the languages in everyday words
        kk, ru = (str(data[lang]) for lang in LANGS)
        if is_russian(kk) or (kk == ru and len(_words(kk)) >= _SHARED_WORDS and not is_kazakh(ru)):
            yield Diagnostic("other-language", file.place((*path, "kk")), key="kk")
        if is_kazakh(ru):
            yield Diagnostic("other-language", file.place((*path, "ru")), key="ru")
    elif isinstance(data, dict):
        for key, below in data.items():
            yield from _of_file(file, below, (*path, key))


def is_russian(text: str) -> bool:
    """Without a letter of Kazakh alone, and with a word that Kazakh has not."""
    if _KAZAKH_LETTER.search(text) or len("".join(_words(text))) < _LONG_ENOUGH:
        return False
    return any(_SMALL_WORDS.match(word) or _RUSSIAN_END.search(word) for word in _words(text))


def is_kazakh(text: str) -> bool:
    """With a word of Kazakh letters that is neither quoted nor a name."""
    return any(word[0].islower() and _KAZAKH_LETTER.search(word) for word in _WORD.findall(_QUOTED.sub(" ", text)))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(_QUOTED.sub(" ", text))]

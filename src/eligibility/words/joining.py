"""Texts put together, in both languages at once."""

from collections.abc import Iterable

from eligibility.words.catalogue import in_both
from eligibility.words.text import LANGS, N_, Text


def joined(between: str, texts: Iterable[Text]) -> Text:
    found = list(texts)
    return Text(between.join(one.kk for one in found), between.join(one.ru for one in found))


def clauses(texts: Iterable[Text]) -> Text:
    return joined("; ", texts)


def alternatives(texts: Iterable[Text]) -> Text:
    return _linked(in_both(N_(" or ")), texts)


def conjoined(texts: Iterable[Text]) -> Text:
    return _linked(in_both(N_(" and ")), texts)


def _linked(word: Text, texts: Iterable[Text]) -> Text:
    """«a», «a or b», «a, b or c»; semicolons where commas stand inside."""
    *others, last = list(texts) or [Text("", "")]
    if not others:
        return last
    inside = any("," in text[lang] for text in (*others, last) for lang in LANGS)
    first = joined("; " if inside else ", ", others)
    return Text(f"{first.kk}{word.kk}{last.kk}", f"{first.ru}{word.ru}{last.ru}")


def bracketed(text: Text) -> Text:
    return Text(f"({text.kk})", f"({text.ru})")


def with_place(text: Text, place: Text) -> Text:
    """A sentence and where it stands; the full stop ends both: «… is not named (annex 2, paragraph 6).»"""
    return Text(*(f"{text[lang].removesuffix('.')} ({place[lang]})." for lang in LANGS))


def of_somebody(name: Text, sentence: Text) -> Text:
    """Who, and what is said of that one: after the colon a sentence goes on with a small letter."""
    return Text(*(f"{name[lang]}: {_going_on(sentence[lang])}" for lang in LANGS))


def _going_on(sentence: str) -> str:
    first, second = sentence[:1], sentence[1:2]
    return sentence if second.isupper() else first.lower() + sentence[1:]

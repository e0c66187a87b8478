"""Texts put together, in both languages at once."""

from collections.abc import Iterable

from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text


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
    found = list(texts)
    return Text(word.kk.join(one.kk for one in found), word.ru.join(one.ru for one in found))


def bracketed(text: Text) -> Text:
    return Text(f"({text.kk})", f"({text.ru})")

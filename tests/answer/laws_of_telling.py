"""What holds of all that is told, whoever tells it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from eligibility.answer.told import Told
from eligibility.words.text import LANGS, Lang, Text

END = Told("section", Text("", ""))


def broken_laws(told: Iterable[Told]) -> list[str]:
    return list(_broken(list(told)))


def _broken(told: list[Told]) -> Iterator[str]:
    if [one.as_ for one in told].count("title") != 1:
        yield "there is not one title"
    for one in told:
        if not all(one.text[lang].strip() for lang in LANGS) and not _of_a_name(one):
            yield f"not in both languages: {one}"
    for before, one in pairwise((*told, END)):
        if before.as_ == "section" and (one.as_ == "section" or one.apart):
            yield f"an empty section: {before}"
        if one.as_ == "note" and before.as_ not in ("item", "note", "group"):
            yield f"a note on nothing: {one}"


def _of_a_name(one: Told) -> bool:
    """A service's name of today may have been seen in one language alone."""
    return one.as_ == "text" and one.labelled and any(one.text[lang] for lang in LANGS)


def words_of(told: Iterable[Told], lang: Lang) -> list[str]:
    """Every word that a screen shows, signs among them, in the order of reading."""
    shown = (f"{one.sign} {one.text[lang]}" for one in told if one.text[lang])
    return " ".join(shown).split()

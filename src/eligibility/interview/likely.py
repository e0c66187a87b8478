"""Things known by several names, and which of them a phrase is likely to mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from eligibility.interview.spelling import Spelt, folded, readings
from eligibility.interview.word_forms import likeness, stem

IDLE = frozenset(
    word
    for text in (
        "а без бы в во где для до же за и из или к как ко куда ли мне мой моя мою мы на надо не нужен нужна нужно нужны о об",
        "он она от по под при про с со то у хочу что чтобы это я есть если получить взять оформить сделать можно",
        "бар болу болса болып бойынша да дейін деген ету және маған менің мен не осы қажет қайда қалай керек үшін туралы алу",
        "алғым келеді пен беру алмаймын алмайды алмайтын істеу",
    )
    for word in folded(text)
)
"""words that tell nothing of what is wanted"""

_UNKNOWN = 0.5
"""the weight of a word that no name has: it speaks against a thing a little"""
_FORM, _BEGINNING = 0.9, 0.7
"""above these a word is a form of another, or at least begins it"""
_MISSPELT = 0.77
"""from which likeness of two stems one may be the other misspelt"""
_LESS = 0.85
"""what a misspelt word counts beside one that is spelt well"""


class Likely(NamedTuple):
    """A thing that a phrase may mean, and how likely it is, up to 1."""

    id: str
    by: str
    """the name that is nearest to the phrase"""
    score: float


@dataclass(frozen=True)
class NamedThings:
    """Things by id, each with all it is called."""

    names: Mapping[str, tuple[str, ...]]

    def likely(self, phrase: str) -> list[Likely]:
        """All that the phrase may mean at all, the likeliest first; of several ways to read it, by the one that says most."""
        found = [self._likely(_telling(words)) for words in readings(phrase)]
        return max(found, key=lambda one: one[0].score if one else 0.0, default=[])

    def _likely(self, asked: Spelt) -> list[Likely]:
        like = {word: self._known(word) for word in dict.fromkeys(asked)}
        weights = {word: self._weight(known) for word, known in like.items()}
        total = sum(weights.values())
        if not any(like.values()):
            return []
        found = []
        for id, names in self._words.items():
            said = sum(weight * _best(like[word], self._all_words[id]) for word, weight in weights.items()) / total
            if said:
                nearest, by = max((self._fit(words, like, weights, total), -at) for at, (_, words) in enumerate(names))
                found.append(Likely(id, names[-by][0], (said + nearest) / 2))
        return sorted(found, key=lambda one: (-one.score, one.id))

    def _fit(self, name: Spelt, like: Mapping[str, Mapping[str, float]], weights: Mapping[str, float], total: float) -> float:
        """How much of the phrase the name says, and how much of the name the phrase does."""
        said = sum(weight * _best(like[word], name) for word, weight in weights.items()) / total
        if not said:
            return 0.0
        meant = sum(self._weights[word] * max(known.get(word, 0.0) for known in like.values()) for word in name)
        meant /= sum(self._weights[word] for word in name)
        return 2 * said * meant / (said + meant)

    def _known(self, word: str) -> dict[str, float]:
        """The words of names that this one may be; only one that none of them is may be misspelt."""
        found = {known: alike for known in self._weights if (alike := likeness(word, known))}
        if any(alike > _FORM for alike in found.values()):
            return found
        typed = stem(word)
        near = process.extract(typed, self._stems, scorer=OSA.normalized_similarity, score_cutoff=_MISSPELT, limit=None)
        return found | {known: max(found.get(known, 0.0), _LESS * alike) for _, alike, known in near}

    def _weight(self, known: Mapping[str, float]) -> float:
        """The rarer among the things, the more a word tells."""
        things = {
            id
            for id, words in self._all_words.items()
            if any(alike > _BEGINNING and one in words for one, alike in known.items())
        }
        return self._rarity(len(things)) if things else _UNKNOWN

    def _rarity(self, things: int) -> float:
        return log((len(self.names) + 1) / things) / log(len(self.names) + 1)

    @cached_property
    def _words(self) -> dict[str, list[tuple[str, Spelt]]]:
        """Each name with its words, but for those that tell nothing."""
        return {id: [(name, _telling(folded(name))) for name in names] for id, names in self.names.items()}

    @cached_property
    def _all_words(self) -> dict[str, frozenset[str]]:
        return {id: frozenset(word for _, words in names for word in words) for id, names in self._words.items()}

    @cached_property
    def _weights(self) -> dict[str, float]:
        """Every word of any name, by how much it tells."""
        words = dict.fromkeys(word for names in self._words.values() for _, said in names for word in said)
        return {word: self._rarity(sum(word in said for said in self._all_words.values())) for word in words}

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {word: stem(word) for word in self._weights}


def _telling(words: Spelt) -> Spelt:
    """Those that tell something; all where none does."""
    return tuple(word for word in words if word not in IDLE) or words


def _best(known: Mapping[str, float], words: Iterable[str]) -> float:
    return max((known.get(word, 0.0) for word in words), default=0.0)

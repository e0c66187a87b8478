"""How many people: by service and place, by what is asked of them, and by category."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.law.logic import Truth
from eligibility.population.facets import Facets, facets_of

BELONGS: Mapping[Truth, str] = {True: "yes", False: "no", None: "unknown"}


class Asking(NamedTuple):
    """Those who ask for a service in a place."""

    service: str
    act: str | None
    region: str | None


@dataclass
class Tally:
    """Of those who ask for one service in one place."""

    people: int = 0
    standings: Counter[str] = field(default_factory=Counter)
    """how the edition stands on their days; `no-edition` where none is held"""
    documents: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """by document: required, not-required, undetermined; missing, perhaps-missing of those who presented any"""
    grounds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """by ground: met, open"""
    categories: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """by category that the edition asks about: yes, no, unknown"""

    def add(self, facets: Facets, people: int) -> None:
        self.people += people
        self.standings[facets.status or "no-edition"] += people
        for document, status in facets.documents:
            self.documents[document][status] += people
        for document, truth in facets.missing:
            self.documents[document]["missing" if truth else "perhaps-missing"] += people
        for ground, truth in (*facets.to_accept, *facets.to_serve):
            self.grounds[ground]["met" if truth else "open"] += people
        for category, holds in facets.categories:
            self.categories[category][BELONGS[holds]] += people


class FacetTable:
    """Facets of answers by their numbers."""

    def __init__(self, look: Callable[[Answer | NoEdition], Facets] = facets_of) -> None:
        self._look = look
        self._known: dict[Facets, int] = {}
        self._listed: list[Facets] = []

    def number(self, answer: Answer | NoEdition) -> int:
        facets = self._look(answer)
        found = self._known.get(facets)
        if found is None:
            found = self._known[facets] = len(self._listed)
            self._listed.append(facets)
        return found

    def __getitem__(self, number: int) -> Facets:
        return self._listed[number]


def tallied(counted: Mapping[tuple[Asking, int], int], facets: FacetTable) -> Iterator[tuple[Asking, Tally]]:
    """The sums, service after service."""
    found: dict[Asking, Tally] = {}
    for (asking, number), people in counted.items():
        found.setdefault(asking, Tally()).add(facets[number], people)
    yield from sorted(found.items(), key=lambda pair: tuple(one or "" for one in pair[0]))

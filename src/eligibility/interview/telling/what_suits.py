"""What is for a person, as it is told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from eligibility.answer.answer import Answer
from eligibility.answer.in_force import sentence
from eligibility.answer.told import Told, Tone
from eligibility.interview.screening import Screening
from eligibility.interview.suited import Suitability, Suited
from eligibility.words.catalogue import in_both
from eligibility.words.days import day_text
from eligibility.words.text import N_, Text


class StatusSection(NamedTuple):
    title: str
    tone: Tone = "plain"
    note: str = ""
    """what is to be said of all of them"""


OF_SOURCES = N_("The texts of these acts are not at hand; that they rule the services is known from other sources.")
SECTIONS: Mapping[Suitability | Literal["others-named"], StatusSection] = {
    "for-you": StatusSection(N_("These suit")),
    "may-be": StatusSection(N_("These may suit")),
    "others-named": StatusSection(N_("The texts name others and do not say whether these are for everybody else too")),
    "not-said": StatusSection(N_("The act does not say whom these are for; they may suit")),
    "not-known": StatusSection(N_("Whom these are for is not known here; they may suit"), note=OF_SOURCES),
    "not": StatusSection(N_("By the answers, these are for others"), note=N_("The texts name no ground to refuse for that.")),
    "no-law": StatusSection(
        N_("Of these no act at hand is the law in this region on this day"),
        "dim",
        N_("That does not mean that they are not regulated."),
    ),
}
EXPLAINED = ("for-you", "may-be", "others-named", "not")
OTHERS = N_("Other services")
ON_DAY = N_("What is for a person: {region}, {day}")


def numbered_services(screening: Screening) -> tuple[str, ...]:
    """The services that may be chosen, in the order in which they are shown; the first is number 1."""
    return tuple(one.service for status in SECTIONS if status != "no-law" for one in _of_status(screening, status))


def tell_screening(screening: Screening) -> Iterator[Told]:
    """A service that may be chosen bears its number."""
    regions, situations = screening.engine.pack.regions, screening.engine.pack.situations
    yield Told("title", in_both(ON_DAY, region=regions[screening.named["region"]], day=day_text(screening.on)))
    if screening.situation:
        yield Told("text", situations[screening.situation].name)
    if screening.region_told:
        yield Told("text", screening.region_told.text, "bad")
    for warning in _warnings(screening):
        yield Told("text", warning, "bad")
    numbers = {id: at for at, id in enumerate(numbered_services(screening), 1)}
    for status, section in SECTIONS.items():
        found = _of_status(screening, status)
        if found:
            yield Told("section", in_both(section.title), section.tone)
            if section.note:
                yield Told("group", in_both(section.note), "dim")
            yield from _services(screening, status, found, numbers)


def _of_status(screening: Screening, status: str) -> list[Suited]:
    """In the order of the groups; where others are named, an answer settles nothing, so they stand apart."""
    every = (one for group in screening.groups for one in group.services)
    return [one for one in every if ("others-named" if one.others_named else one.status) == status]


def _warnings(screening: Screening) -> Iterable[Text]:
    """How editions stand that may not be the law on the day, each once."""
    told = [one.answer for one in screening.found if one.decision and not one.indicative]
    return dict.fromkeys(one.warning for one in told if isinstance(one, Answer) and one.warning)


def _services(screening: Screening, status: str, found: list[Suited], numbers: Mapping[str, int]) -> Iterator[Told]:
    if status in EXPLAINED or status == "no-law":
        for one in found:
            yield from _service(one, numbers.get(one.service))
        return
    for group in screening.groups:
        mine = [one for one in group.services if one in found]
        if mine:
            yield Told("group", group.situation.name if group.situation else in_both(OTHERS), "dim")
        for one in mine:
            yield from _service(one, numbers[one.service])


def _service(one: Suited, number: int | None) -> Iterator[Told]:
    if number is None:
        yield Told("item", sentence(one.name), "dim", "•")
        return
    yield Told("item", sentence(one.name), sign=str(number), service=one.service)
    for text in one.dangers:
        yield Told("note", text, "bad", "!")
    if one.status in EXPLAINED:
        yield Told("note", one.why, "dim")
        for flag in one.remarks if one.status == "may-be" else ():
            if flag.do:
                yield Told("note", flag.do, "dim", "!")

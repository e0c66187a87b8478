"""What is for a person, as it is read on a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TextIO

from eligibility.answer.answer import Answer
from eligibility.cli.language import lang, say
from eligibility.cli.output import Style, put
from eligibility.interview.screening import Screening
from eligibility.interview.suited import Suitability, Suited
from eligibility.words.days import day_text
from eligibility.words.text import N_


class StatusSection(NamedTuple):
    title: str
    style: Style = "head"
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


def print_screening(screening: Screening, to: TextIO | None = None) -> None:
    """On standard output, or elsewhere where it is not the result that was asked for."""
    for text, style, indent, hang in _printed(screening):
        put(text, style, indent, hang, to)


class _Printed(NamedTuple):
    """A paragraph as it is printed."""

    text: str = ""
    style: Style = "plain"
    indent: int = 0
    hang: int = 0


def _printed(screening: Screening) -> Iterator[_Printed]:
    regions, situations = screening.engine.pack.regions, screening.engine.pack.situations
    region = regions[screening.named["region"]]
    yield _Printed(say(ON_DAY, region=region, day=day_text(screening.on)), "head")
    if screening.situation:
        yield _Printed(situations[screening.situation].name[lang()])
    if screening.region_told:
        yield _Printed(screening.region_told.text[lang()], "bad")
    for warning in _warnings(screening):
        yield _Printed(warning, "bad")
    numbers = {id: at for at, id in enumerate(numbered_services(screening), 1)}
    for status, section in SECTIONS.items():
        found = _of_status(screening, status)
        if found:
            yield _Printed()
            yield _Printed(say(section.title), section.style)
            if section.note:
                yield _Printed(say(section.note), "dim", 1)
            yield from _section(screening, status, found, numbers)


def _of_status(screening: Screening, status: str) -> list[Suited]:
    """In the order of the groups; where others are named, an answer settles nothing, so they stand apart."""
    every = (one for group in screening.groups for one in group.services)
    return [one for one in every if ("others-named" if one.others_named else one.status) == status]


def _warnings(screening: Screening) -> Iterable[str]:
    """How editions stand that may not be the law on the day, each once."""
    told = [one.answer for one in screening.found if one.decision and not one.indicative]
    return dict.fromkeys(one.warning[lang()] for one in told if isinstance(one, Answer) and one.warning)


def _section(screening: Screening, status: str, found: list[Suited], numbers: Mapping[str, int]) -> Iterator[_Printed]:
    if status in EXPLAINED or status == "no-law":
        for one in found:
            yield from _service(one, numbers.get(one.service))
        return
    for group in screening.groups:
        mine = [one for one in group.services if one in found]
        if mine:
            yield _Printed(group.situation.name[lang()] if group.situation else say(OTHERS), "dim", 1)
        for one in mine:
            yield from _service(one, numbers[one.service])


def _service(one: Suited, number: int | None) -> Iterator[_Printed]:
    if number is None:
        yield _Printed(f"• {one.name[lang()]}", "dim", 1, 2)
        return
    yield _Printed(f"{number:>3}  {one.name[lang()]}", hang=5 - (3 - len(str(number))))
    for text in one.dangers:
        yield _Printed(f"! {text[lang()]}", "bad", 5, 2)
    if one.status in EXPLAINED:
        yield _Printed(one.why[lang()], "dim", 5)
        for flag in one.remarks if one.status == "may-be" else ():
            if flag.do:
                yield _Printed(f"! {flag.do[lang()]}", "dim", 5, 2)

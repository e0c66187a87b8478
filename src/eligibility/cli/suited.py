"""What is for a person, as it is read on a terminal."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from eligibility.answer.answer import Answer
from eligibility.cli.language import lang, say
from eligibility.cli.output import Style, put
from eligibility.interview.screening import Screening
from eligibility.interview.suited import Status, Suited
from eligibility.words.days import day_text
from eligibility.words.text import N_


class Section(NamedTuple):
    title: str
    style: Style = "head"
    note: str = ""
    """what is to be said of all of them"""


OF_SOURCES = N_("The texts of these acts are not at hand; that they rule the services is known from other sources.")
SECTIONS: Mapping[Status, Section] = {
    "for-you": Section(N_("These suit")),
    "may-be": Section(N_("These may suit")),
    "not-said": Section(N_("The act does not say whom these are for; they may suit")),
    "not-known": Section(N_("Whom these are for is not known here; they may suit"), note=OF_SOURCES),
    "not": Section(N_("By the answers, these are for others"), note=N_("The texts name no ground to refuse for that.")),
    "no-law": Section(
        N_("Of these no act at hand is the law in this region on this day"),
        "dim",
        N_("That does not mean that they are not regulated."),
    ),
}
EXPLAINED: tuple[Status, ...] = ("for-you", "may-be", "not")
OTHERS = N_("Other services")
ON_DAY = N_("What is for a person: {region}, {day}")


def numbered_services(screening: Screening) -> tuple[str, ...]:
    """The services that may be chosen, in the order in which they are shown; the first is number 1."""
    return tuple(one.service for status in SECTIONS if status != "no-law" for one in _of_status(screening, status))


def print_screening(screening: Screening) -> None:
    pack = screening.engine.pack
    region, on = screening.named["region"], screening.on
    put(say(ON_DAY, region=pack.regions[region], day=day_text(on)), "head")
    if screening.situation:
        put(pack.situations[screening.situation].name[lang()])
    if screening.region_told:
        put(screening.region_told.text[lang()], "bad")
    for warning in _warnings(screening):
        put(warning, "bad")
    numbers = {id: at for at, id in enumerate(numbered_services(screening), 1)}
    for status, section in SECTIONS.items():
        found = _of_status(screening, status)
        if found:
            put()
            put(say(section.title), section.style)
            if section.note:
                put(say(section.note), "dim", indent=1)
            _section(screening, status, found, numbers)


def _of_status(screening: Screening, status: Status) -> list[Suited]:
    """In the order of the groups."""
    return [one for group in screening.groups for one in group.services if one.status == status]


def _warnings(screening: Screening) -> Iterable[str]:
    """How editions stand that may not be the law on the day, each once."""
    told = [one.answer for one in screening.found if one.decision and not one.indicative]
    return dict.fromkeys(one.warning[lang()] for one in told if isinstance(one, Answer) and one.warning)


def _section(screening: Screening, status: Status, found: list[Suited], numbers: Mapping[str, int]) -> None:
    if status in EXPLAINED or status == "no-law":
        for one in found:
            _service(one, numbers.get(one.service))
        return
    for group in screening.groups:
        mine = [one for one in group.services if one in found]
        if mine:
            put(group.situation.name[lang()] if group.situation else say(OTHERS), "dim", indent=1)
        for one in mine:
            _service(one, numbers[one.service])


def _service(one: Suited, number: int | None) -> None:
    if number is None:
        put(f"• {one.name[lang()]}", "dim", indent=1, hang=2)
        return
    put(f"{number:>3}  {one.name[lang()]}", hang=5 - (3 - len(str(number))))
    if one.status in EXPLAINED:
        put(one.why[lang()], "dim", indent=5)
        for flag in one.remarks if one.status == "may-be" else ():
            put(f"! {(flag.do or flag.text)[lang()]}", "dim", indent=5, hang=2)

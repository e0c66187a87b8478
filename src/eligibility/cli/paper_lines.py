"""The list of papers as a person reads it on a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from eligibility.answer.given_back import answers_behind_all
from eligibility.answer.in_short import LIST_NOT_HELD, NO_LIST, NO_PAPERS
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import COMPARISON, options_text
from eligibility.answer.places import cite_text
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.cli.page import Page, heading_line
from eligibility.law.edition import Flag
from eligibility.words.text import N_

BRING, STILL, PRESENTED = N_("Bring"), N_("Still to bring"), N_("Presented")
OPEN, NOT_NEEDED = N_("Not determined yet"), N_("Not needed")
TICKED, EMPTY, UNSURE, SPARED, OFFICE, KNOWN = "☑", "☐", "?", "–", "•", "≈"
OF_A_SOURCE = {
    "required": N_("By this source they are presented:"),
    "undetermined": N_("By this source it is not determined yet:"),
    "not-required": N_("By this source they are not presented:"),
}
BY_OFFICE = N_("The office obtains these itself from state systems; nothing has to be brought")
OF_A_SOURCE_BY_OFFICE = N_("By this source the office obtains them itself from state systems:")


class _Parted(NamedTuple):
    """The lines by what becomes of them."""

    needed: list[AnswerLine]
    brought: list[AnswerLine]
    """that will do"""
    open: list[AnswerLine]
    spared: list[AnswerLine]
    office: list[AnswerLine]
    known: list[AnswerLine]
    """no law here, but known from elsewhere"""


def print_papers(page: Page) -> None:
    parted = _parted(page.answer.lines_to_read)
    presented = page.answer.verdict.presented
    _group(page, STILL if presented else BRING, parted.needed)
    _presented(page, parted.brought)
    _comparison(page, bool(parted.needed or parted.brought))
    _group(page, OPEN, parted.open)
    _group(page, BY_OFFICE, parted.office)
    _without_list(page)
    _indicative(page, parted.known)
    _spared(page, parted.spared)


def _parted(lines: Iterable[AnswerLine]) -> _Parted:
    parted = _Parted([], [], [], [], [], [])
    for line in lines:
        _place_of(line, parted).append(line)
    return parted


def _place_of(line: AnswerLine, parted: _Parted) -> list[AnswerLine]:
    if line.known:
        return parted.known
    if line.obtained:
        return parted.office
    if line.status == "not-required":
        return parted.spared
    if line.line.counts is True:
        return parted.brought
    return parted.needed if line.status == "required" else parted.open


def _sign(line: AnswerLine) -> str:
    if line.known:
        return KNOWN
    if line.obtained:
        return OFFICE
    if line.status == "not-required":
        return SPARED
    if line.line.counts is True:
        return TICKED
    open_still = line.status != "required" or bool(line.brought_remarks)
    return UNSURE if open_still and line.line.counts is None else EMPTY


def _group(page: Page, title: str, lines: Sequence[AnswerLine]) -> None:
    """To a citizen what decides is told once for all papers that it decides."""
    if lines:
        heading_line(say(title))
    if not page.for_citizen:
        for line in lines:
            _line(page, line)
            page.remark(line.requirement.flags, indent=3)
        return
    for reason, found in by_reason(page, lines):
        told = list(found)
        if title != BY_OFFICE or told[0][1][0].status != "required":
            put(reason, "dim", indent=1)
        for named, alike in told:
            _of_one_name(page, named, alike)


def _of_one_name(page: Page, named: str, lines: Sequence[AnswerLine]) -> None:
    line, places = lines[0], dict.fromkeys(one.place_within[lang()] for one in lines)
    where = f" – {'; '.join(places)}" if line.status == "required" else ""
    put(f"{_sign(line)} {named}{where}", indent=1, hang=2)
    options_and_age(page, line)
    _brought(line)
    page.remark((flag for one in lines for flag in one.requirement.flags), indent=3)


def by_reason(page: Page, lines: Iterable[AnswerLine]) -> Iterator[tuple[str, Iterable[tuple[str, list[AnswerLine]]]]]:
    """Lines under what decides them; those of one name are one to a citizen."""
    found: dict[str, dict[str, list[AnswerLine]]] = {}
    for line in lines:
        of_name = found.setdefault(line.what_decides(page.shown.reader)[lang()], {})
        of_name.setdefault(_named(page, line), []).append(line)
    for reason, named in found.items():
        yield reason, named.items()


def _named(page: Page, line: AnswerLine) -> str:
    how = f" ({line.how[lang()]})" if line.how and line.status != "not-required" else ""
    return page.name(line) + how


def _line(page: Page, line: AnswerLine) -> None:
    asked = line.status != "not-required"
    put(f"{_sign(line)} {_named(page, line)}", indent=1, hang=2)
    if asked:
        options_and_age(page, line)
    _brought(line)
    put(line.what_decides(page.shown.reader)[lang()], "dim", indent=3)


def _brought(line: AnswerLine) -> None:
    """What keeps what was brought from counting."""
    for remark in line.brought_remarks:
        put(remark[lang()], "bad", indent=3)


def options_and_age(page: Page, line: AnswerLine) -> None:
    if options := options_text(page.options(line)):
        put(options[lang()], indent=3)
    if line.validity:
        put(line.validity[lang()], indent=3)


def _presented(page: Page, lines: Sequence[AnswerLine]) -> None:
    """Of what will do there is nothing to explain but to an auditor."""
    if not lines:
        return
    heading_line(say(PRESENTED))
    for line in lines:
        if page.shown.reader == "auditor":
            _line(page, line)
        else:
            _name(page, line)
        page.remark(line.requirement.flags, indent=3)


def _spared(page: Page, lines: Sequence[AnswerLine]) -> None:
    if not lines:
        return
    heading_line(say(NOT_NEEDED))
    if page.shown.reader == "auditor":
        for line in lines:
            _line(page, line)
        return
    _spared_by(page, lines)
    for line in lines:
        _name(page, line)


def _spared_by(page: Page, lines: Sequence[AnswerLine]) -> None:
    """The answers that spare the papers, once for all of them."""
    if given := answers_behind_all(page.answer.decision, (one.line for one in lines)):
        put(given[lang()], "dim", indent=1)


def _name(page: Page, line: AnswerLine) -> None:
    put(f"{_sign(line)} {page.name(line)}", indent=1, hang=2)


def _comparison(page: Page, listed: bool) -> None:
    comparison = page.answer.edition.comparison
    if comparison is None or not listed:
        return
    if page.for_citizen:
        put(say(N_("Take the originals too: they are compared with the copies and given back to you.")), indent=1)
    else:
        place = cite_text(page.answer.decision.home, comparison.cite)
        put(say(N_("{text} Basis: {place}."), text=say(COMPARISON), place=place), indent=1)
    page.remark(comparison.flags, indent=1)


def _without_list(page: Page) -> None:
    answer = page.answer
    if none := answer.edition.no_papers:
        put()
        put(say(N_("{text} Basis: {place}."), text=say(NO_PAPERS), place=cite_text(answer.decision.home, none.cite)), "good")
        page.remark(none.flags, indent=1)
    elif not answer.lines:
        put()
        put(say(NO_LIST if answer.edition.at_hand("requirements") else LIST_NOT_HELD), "bad")


def _indicative(page: Page, lines: Sequence[AnswerLine]) -> None:
    """What is no law here stands apart, under its source."""
    for source, group in groupby(lines, key=lambda line: line.source_text):
        if source is None:
            continue
        heading_line(
            say(N_("For information: not {in_act}, but known from another source"), in_act=page.answer.decision.act.kind.in_)
        )
        put(f"{KNOWN} {source[lang()]}", "dim", indent=1, hang=2)
        told = set[Flag]()
        for title, found in _by_status(list(group)):
            _of_source(page, title, found, told)


def _of_source(page: Page, title: str, lines: Sequence[AnswerLine], told: set[Flag]) -> None:
    spared = bool(lines) and lines[0].status == "not-required"
    if lines and (spared or not page.for_citizen):
        put(say(title), indent=1)
    if spared and page.for_citizen:
        _spared_by(page, lines)
        for line in lines:
            _name(page, line)
        return
    for reason, named in by_reason(page, lines):
        put(reason, "dim", indent=1)
        for name, alike in named:
            _known_line(page, name, alike[0])
            if not spared:
                flags = [flag for line in alike for flag in _unsaid_of(page, line, told)]
                page.tell(flags, indent=3, home=alike[0].source_home)


def _known_line(page: Page, name: str, line: AnswerLine) -> None:
    put(f"{KNOWN} {name}", indent=1, hang=2)
    if line.status != "not-required":
        options_and_age(page, line)


def _by_status(lines: Sequence[AnswerLine]) -> Iterator[tuple[str, list[AnswerLine]]]:
    for status, title in OF_A_SOURCE.items():
        yield title, [line for line in lines if line.status == status and not line.obtained]
    yield OF_A_SOURCE_BY_OFFICE, [line for line in lines if line.obtained]


def _unsaid_of(page: Page, line: AnswerLine, told: set[Flag]) -> list[Flag]:
    """What the source remarks on the line and has not been told yet."""
    found = [flag for flag in line.source_flags if flag not in told and page.remarks.are_for(flag)]
    told.update(found)
    return found

"""The list of papers, as it is told."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from eligibility.answer.given_back import answers_behind_all
from eligibility.answer.in_short import LIST_NOT_HELD, NO_LIST, NO_PAPERS
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import COMPARISON, options_text
from eligibility.answer.places import cite_text
from eligibility.answer.telling.teller import AnswerTeller
from eligibility.answer.told import Told
from eligibility.law.edition import Flag
from eligibility.words.catalogue import in_both
from eligibility.words.joining import bracketed, clauses, joined
from eligibility.words.text import N_, Text

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


def tell_papers(teller: AnswerTeller) -> Iterator[Told]:
    parted = _parted(teller.answer.lines_to_read)
    presented = teller.answer.verdict.presented
    yield from _group(teller, STILL if presented else BRING, parted.needed)
    yield from _presented(teller, parted.brought)
    yield from _comparison(teller, bool(parted.needed or parted.brought))
    yield from _group(teller, OPEN, parted.open)
    yield from _group(teller, BY_OFFICE, parted.office)
    yield from _without_list(teller)
    yield from _indicative(teller, parted.known)
    yield from _spared(teller, parted.spared)


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


def _group(teller: AnswerTeller, title: str, lines: Sequence[AnswerLine]) -> Iterator[Told]:
    """To a citizen what decides is told once for all papers that it decides."""
    if lines:
        yield Told("section", in_both(title))
    if not teller.for_citizen:
        for line in lines:
            yield from _line(teller, line)
            yield from teller.remark(line.requirement.flags)
        return
    for reason, found in by_reason(teller, lines):
        told = list(found)
        if title != BY_OFFICE or told[0][1][0].status != "required":
            yield Told("group", reason, "dim")
        for named, alike in told:
            yield from _of_one_name(teller, named, alike)


def _of_one_name(teller: AnswerTeller, named: Text, lines: Sequence[AnswerLine]) -> Iterator[Told]:
    line = lines[0]
    if line.status == "required":
        named = joined(" – ", (named, clauses(dict.fromkeys(one.place_within for one in lines))))
    yield Told("item", named, sign=_sign(line))
    yield from options_and_age(teller, line)
    yield from _brought(line)
    yield from teller.remark(flag for one in lines for flag in one.requirement.flags)


Reasoned = tuple[Text, Iterable[tuple[Text, list[AnswerLine]]]]
"""what decides, and by their names the lines that it decides"""


def by_reason(teller: AnswerTeller, lines: Iterable[AnswerLine]) -> Iterator[Reasoned]:
    """Lines under what decides them; those of one name are one to a citizen."""
    found: dict[Text, dict[Text, list[AnswerLine]]] = {}
    for line in lines:
        of_name = found.setdefault(line.what_decides(teller.reader), {})
        of_name.setdefault(_named(teller, line), []).append(line)
    for reason, named in found.items():
        yield reason, named.items()


def _named(teller: AnswerTeller, line: AnswerLine) -> Text:
    name = teller.name(line)
    return joined(" ", (name, bracketed(line.how))) if line.how and line.status != "not-required" else name


def _line(teller: AnswerTeller, line: AnswerLine) -> Iterator[Told]:
    yield Told("item", _named(teller, line), sign=_sign(line))
    if line.status != "not-required":
        yield from options_and_age(teller, line)
    yield from _brought(line)
    yield Told("note", line.what_decides(teller.reader), "dim")


def _brought(line: AnswerLine) -> Iterator[Told]:
    """What keeps what was brought from counting."""
    yield from (Told("note", remark, "bad") for remark in line.brought_remarks)


def options_and_age(teller: AnswerTeller, line: AnswerLine) -> Iterator[Told]:
    if options := options_text(teller.options(line)):
        yield Told("note", options)
    if line.validity:
        yield Told("note", line.validity)


def _presented(teller: AnswerTeller, lines: Sequence[AnswerLine]) -> Iterator[Told]:
    """Of what will do there is nothing to explain but to an auditor."""
    if not lines:
        return
    yield Told("section", in_both(PRESENTED))
    for line in lines:
        yield from _line(teller, line) if teller.reader == "auditor" else _name(teller, line)
        yield from teller.remark(line.requirement.flags)


def _spared(teller: AnswerTeller, lines: Sequence[AnswerLine]) -> Iterator[Told]:
    if not lines:
        return
    yield Told("section", in_both(NOT_NEEDED))
    if teller.reader == "auditor":
        for line in lines:
            yield from _line(teller, line)
        return
    yield from _spared_by(teller, lines)


def _spared_by(teller: AnswerTeller, lines: Sequence[AnswerLine]) -> Iterator[Told]:
    """The answers that spare the papers, once for all of them."""
    if given := answers_behind_all(teller.answer.decision, (one.line for one in lines)):
        yield Told("group", given, "dim")
    for line in lines:
        yield from _name(teller, line)


def _name(teller: AnswerTeller, line: AnswerLine) -> Iterator[Told]:
    yield Told("item", teller.name(line), sign=_sign(line))


def _comparison(teller: AnswerTeller, listed: bool) -> Iterator[Told]:
    comparison = teller.answer.edition.comparison
    if comparison is None or not listed:
        return
    if teller.for_citizen:
        yield Told("group", in_both(N_("Take the originals too: they are compared with the copies and given back to you.")))
    else:
        place = cite_text(teller.answer.decision.home, comparison.cite)
        yield Told("group", in_both(N_("{text} Basis: {place}."), text=in_both(COMPARISON), place=place))
    yield from teller.remark(comparison.flags, "item")


def _without_list(teller: AnswerTeller) -> Iterator[Told]:
    answer = teller.answer
    if none := answer.edition.no_papers:
        place = cite_text(answer.decision.home, none.cite)
        said = in_both(N_("{text} Basis: {place}."), text=in_both(NO_PAPERS), place=place)
        yield Told("text", said, "good", apart=True)
        yield from teller.remark(none.flags, "item")
    elif not answer.lines:
        missing = NO_LIST if answer.edition.at_hand("requirements") else LIST_NOT_HELD
        yield Told("text", in_both(missing), "bad", apart=True)


def _indicative(teller: AnswerTeller, lines: Sequence[AnswerLine]) -> Iterator[Told]:
    """What is no law here stands apart, under its source."""
    for source, group in groupby(lines, key=lambda line: line.source_text):
        if source is None:
            continue
        title = N_("For information: not {in_act}, but known from another source")
        yield Told("section", in_both(title, in_act=teller.answer.decision.act.kind.in_))
        yield Told("item", source, "dim", KNOWN)
        told = set[Flag]()
        for status_title, found in _by_status(list(group)):
            yield from _of_source(teller, status_title, found, told)


def _of_source(teller: AnswerTeller, title: str, lines: Sequence[AnswerLine], told: set[Flag]) -> Iterator[Told]:
    spared = bool(lines) and lines[0].status == "not-required"
    if lines and (spared or not teller.for_citizen):
        yield Told("group", in_both(title))
    if spared and teller.for_citizen:
        yield from _spared_by(teller, lines)
        return
    for reason, named in by_reason(teller, lines):
        yield Told("group", reason, "dim")
        for name, alike in named:
            yield from known_line(teller, name, alike[0])
            if not spared:
                flags = [flag for line in alike for flag in _unsaid_of(teller, line, told)]
                yield from teller.tell(flags, home=alike[0].source_home)


def known_line(teller: AnswerTeller, name: Text, line: AnswerLine) -> Iterator[Told]:
    """One that is no law here."""
    yield Told("item", name, sign=KNOWN)
    if line.status != "not-required":
        yield from options_and_age(teller, line)


def _by_status(lines: Sequence[AnswerLine]) -> Iterator[tuple[str, list[AnswerLine]]]:
    for status, title in OF_A_SOURCE.items():
        yield title, [line for line in lines if line.status == status and not line.obtained]
    yield OF_A_SOURCE_BY_OFFICE, [line for line in lines if line.obtained]


def _unsaid_of(teller: AnswerTeller, line: AnswerLine, told: set[Flag]) -> list[Flag]:
    """What the source remarks on the line and has not been told yet."""
    found = [flag for flag in line.source_flags if flag not in told and teller.remarks.are_for(flag)]
    told.update(found)
    return found

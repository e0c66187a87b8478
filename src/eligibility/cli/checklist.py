"""An answer as a person reads it on a terminal."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from eligibility.answer.answer import Answer, FeeTold, Way
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import COMPARISON, FEES, USES
from eligibility.answer.places import cite_text
from eligibility.cli.heading import print_heading
from eligibility.cli.intake import print_intake
from eligibility.cli.language import lang, say
from eligibility.cli.output import Style, put
from eligibility.cli.remarked import flagged
from eligibility.law.edition import Channel, Flag
from eligibility.reasoning.decision import EntryStatus
from eligibility.reasoning.remarks import Remarks
from eligibility.words.joining import alternatives
from eligibility.words.text import N_


class StatusGroup(NamedTuple):
    status: EntryStatus
    title: str
    sign: str
    style: Style


GROUPS = (
    StatusGroup("required", N_("Bring"), "☐", "head"),
    StatusGroup("undetermined", N_("Not determined yet"), "?", "head"),
    StatusGroup("not-required", N_("Not needed"), "–", "dim"),
)
OF_A_SOURCE = {
    "required": N_("By this source they are presented:"),
    "undetermined": N_("By this source it is not determined yet:"),
    "not-required": N_("By this source they are not presented:"),
}
BY_OFFICE = N_("The office obtains these itself from state systems; nothing has to be brought")
OF_A_SOURCE_BY_OFFICE = N_("By this source the office obtains them itself from state systems:")
NO_PAPERS = N_("By this text no papers are needed.")
NO_LIST = N_("The list of documents is not in the text at hand.")
LIST_NOT_HELD = N_("The part of the text with the list of documents is not at hand.")


def print_answer(answer: Answer, brief: bool = False) -> None:
    """Where it is to be `brief`, remarks on the text that touch nothing told here, and commands that lead on, are left out."""
    if not print_heading(answer, brief):
        from eligibility.cli.law_of_today import print_today

        print_today(answer.today)
        return
    if answer.known_only:
        from eligibility.cli.known import print_known

        print_known(answer, brief)
        return
    remarks = answer.remarks()
    _closed_way(answer)
    _circle(answer, remarks)
    _filing(answer, remarks)
    for group in GROUPS:
        _group(answer, remarks, [one for one in answer.lines_to_read if not one.known], group)
    _by_office(answer, remarks)
    if none := answer.edition.no_papers:
        put()
        put(say(N_("{text} Basis: {place}."), text=say(NO_PAPERS), place=cite_text(answer.decision.home, none.cite)), "good")
        flagged(answer, remarks.of(none.flags), indent=1)
    elif not answer.lines:
        put()
        put(say(NO_LIST if answer.edition.at_hand("requirements") else LIST_NOT_HELD), "bad")
    _indicative(answer, [one for one in answer.lines_to_read if one.known])
    _section(N_("Questions whose answers still matter"), (one.ask[lang()] for one in answer.questions))
    _channels(answer, remarks)
    _offers(answer, remarks)
    print_intake(answer, remarks)
    _uncounted(answer)
    if not brief:
        _rest(answer, remarks)


def _closed_way(answer: Answer) -> None:
    """Said first: nothing of what follows can be had by this way."""
    if answer.closed_way is None:
        return
    put(say(N_("The application cannot be filed this way: {way}."), way=answer.way_name(answer.closed_way)), "bad")
    if answer.open_ways:
        put(
            say(N_("It can be filed this way: {ways}."), ways="; ".join(answer.way_name(id)[lang()] for id in answer.open_ways))
        )


def _group(answer: Answer, remarks: Remarks, lines: Iterable[AnswerLine], group: StatusGroup) -> None:
    found = _of_status(lines, group.status)
    if not found:
        return
    put()
    put(say(group.title), group.style)
    for line in found:
        _line(line, group.sign)
        if group.status != "not-required":
            flagged(answer, remarks.of(line.requirement.flags), indent=3)
    comparison = answer.edition.comparison
    if comparison and group.status == "required":
        place = cite_text(answer.decision.home, comparison.cite)
        put(say(N_("{text} Basis: {place}."), text=say(COMPARISON), place=place), indent=1)
        flagged(answer, remarks.of(comparison.flags), indent=1)


def _by_office(answer: Answer, remarks: Remarks) -> None:
    found = [line for line in answer.lines_to_read if line.obtained and not line.known]
    if not found:
        return
    put()
    put(say(BY_OFFICE), "head")
    for line in found:
        _line(line, "•")
        flagged(answer, remarks.of(line.requirement.flags), indent=3)


def _indicative(answer: Answer, lines: Sequence[AnswerLine]) -> None:
    """What is no law here stands apart, under its source."""
    for source, group in groupby(lines, key=lambda line: line.source_text):
        if source is None:
            continue
        put()
        put(say(N_("For information: documents known from another source")), "head")
        put(f"≈ {source[lang()]}", "dim", indent=1, hang=2)
        of_source, told = list(group), set[Flag]()
        parts = [(title, _of_status(of_source, status)) for status, title in OF_A_SOURCE.items()]
        for title, found in (*parts, (OF_A_SOURCE_BY_OFFICE, [line for line in of_source if line.obtained])):
            if found:
                put(say(title), indent=1)
            for line in found:
                _line(line, "≈")
                if line.status != "not-required":
                    found_flags = [flag for flag in line.source_flags if flag not in told]
                    flagged(answer, found_flags, indent=3, home=line.source_home)
                    told.update(found_flags)


def _of_status(lines: Iterable[AnswerLine], status: str) -> list[AnswerLine]:
    return [line for line in lines if line.status == status and not line.obtained]


def _line(line: AnswerLine, sign: str) -> None:
    asked = line.status != "not-required"
    how = f" ({line.how[lang()]})" if line.how and asked else ""
    put(f"{sign} {line.name[lang()]}{how}", indent=1, hang=2)
    if line.options and asked:
        names = alternatives(line.options)
        message = N_("Any one of these will do: {names}.") if len(line.options) > 1 else N_("To be presented here: {names}.")
        put(say(message, names=names), indent=3)
    if line.validity and asked:
        put(line.validity[lang()], indent=3)
    put(line.what_decides[lang()], "dim", indent=3)


def _circle(answer: Answer, remarks: Remarks) -> None:
    circle = answer.circle
    if circle is None:
        return
    put(circle.rule.text[lang()], "bad" if circle.belongs is False else "plain")
    if circle.belongs is False:
        put(
            say(N_("By the answers given, the recipient is not among them. The text names no ground to refuse for that.")),
            "bad",
        )
    elif circle.unsaid:
        put(say(N_("The text does not say whether the service is for this recipient.")))
    flagged(answer, remarks.of(circle.rule.flags), indent=1)


def _filing(answer: Answer, remarks: Remarks) -> None:
    """Says so where the person who files is none of those the text lets file, or it does not say."""
    if answer.filing in (None, "allowed"):
        return
    if answer.filing == "not-provided":
        put(say(N_("The text does not provide for this person to file the application.")), "bad")
    elif answer.filing == "open":
        put(say(N_("It is not determined yet whether this person may file the application.")))
    else:
        put(say(N_("The text does not say whether this person may file the application.")))
    flagged(answer, remarks.of(flag for one in answer.filing_rules for flag in one.rule.flags), indent=1)


def _channels(answer: Answer, remarks: Remarks) -> None:
    if not answer.channels:
        return
    put()
    put(say(N_("Where to file")), "head")
    for way in answer.channels:
        put(f"• {answer.way_name(way.channel)[lang()]}{only(way.rule)}: {say(_openness(way))}", indent=1, hang=2)
        if way.rule:
            flagged(answer, remarks.of(way.rule.flags), indent=3)


def _openness(way: Way) -> str:
    if way.open is None:
        return N_("the text does not say") if way.unsaid else N_("not determined")
    return N_("open") if way.open else N_("closed")


def only(channel: Channel | None) -> str:
    """For which use a channel is, where it is for one alone."""
    return f" ({say(USES[channel.only])})" if channel and channel.only else ""


def _offers(answer: Answer, remarks: Remarks) -> None:
    """What it costs and what comes of it, as far as the text says."""
    _section(N_("Fee"), map(_fee, answer.fees))
    flagged(answer, remarks.of(flag for one in answer.fees for flag in one.rule.flags), indent=3)
    _section(N_("What the procedure can end in"), (one.rule.text[lang()] for one in answer.results))
    flagged(answer, remarks.of(flag for one in answer.results for flag in one.rule.flags), indent=3)


def _fee(fee: FeeTold) -> str:
    text = fee.rule.text[lang()] if fee.rule.text else say(FEES[fee.rule.fee])
    if fee.status != "undetermined":
        return text
    return say(N_("{text}: the text does not say") if fee.unsaid else N_("{text}: not determined"), text=text)


def _section(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        put()
        put(say(title), "head")
    for line in found:
        put(f"• {line}", indent=1, hang=2)


def _uncounted(answer: Answer) -> None:
    if answer.year_lacking is not None:
        from eligibility.answer.term_reasons import uncounted_because

        put()
        put(uncounted_because(answer.year_lacking)[lang()], "bad")


def _rest(answer: Answer, remarks: Remarks) -> None:
    rest = remarks.rest()
    if not rest:
        return
    put()
    put(say(N_("What the text leaves open or says oddly")), "head")
    for flag in rest:
        place = cite_text(answer.decision.home, flag.cite)
        put(f"• {flag.text[lang()]} ({place[lang()]})", "dim", indent=1, hang=2)

"""An answer as a person reads it on a terminal: what came of the papers first, then the list, then where, when and how much."""

from collections.abc import Iterable

from eligibility.answer.answer import Answer, FeeTold, Way
from eligibility.answer.in_short import in_short
from eligibility.answer.names import FEES, USES
from eligibility.cli.heading import print_heading
from eligibility.cli.intake import print_intake
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.cli.page import QUESTIONS, Page, asked, heading_line, left_to_ask
from eligibility.cli.paper_lines import print_papers
from eligibility.cli.showing import Shown
from eligibility.law.edition import Channel
from eligibility.words.text import N_


def print_answer(answer: Answer, shown: Shown) -> None:
    page = Page(answer, shown, answer.remarks(shown.reader))
    page.tell(page.remarks.about("danger"), indent=0, style="bad")
    if not print_heading(answer, shown.commands):
        from eligibility.cli.law_of_today import print_today

        print_today(answer.today)
        return
    if answer.known_only:
        from eligibility.cli.known import print_known

        print_known(page)
        return
    _closed_way(answer)
    _circle(page)
    _filing(page)
    print_intake(page)
    print_papers(page)
    if page.for_citizen:
        _in_short(page)
    else:
        _channels(page)
        _offers(page)
    _questions(page)
    _uncounted(answer)
    _general(page)


def _closed_way(answer: Answer) -> None:
    """Said first: nothing of what follows can be had by this way."""
    if answer.closed_way is None:
        return
    put(say(N_("The application cannot be filed this way: {way}."), way=answer.way_name(answer.closed_way)), "bad")
    if answer.open_ways:
        put(
            say(N_("It can be filed this way: {ways}."), ways="; ".join(answer.way_name(id)[lang()] for id in answer.open_ways))
        )


def _circle(page: Page) -> None:
    circle = page.answer.circle
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
    page.remark(circle.rule.flags, indent=1)


def _filing(page: Page) -> None:
    """Says so where the person who files is none of those the text lets file, or it does not say."""
    answer = page.answer
    if answer.filing in (None, "allowed"):
        return
    if answer.filing == "not-provided":
        put(say(N_("The text does not provide for this person to file the application.")), "bad")
    elif answer.filing == "open":
        put(say(N_("It is not determined yet whether this person may file the application.")))
    else:
        put(say(N_("The text does not say whether this person may file the application.")))
    page.remark((flag for one in answer.filing_rules for flag in one.rule.flags), indent=1)


def _in_short(page: Page) -> None:
    """Where, when and how much, with what is to be known of it."""
    answer = page.answer
    heading_line(say(N_("In short")))
    for row in in_short(answer):
        remarks = page.remarks.about(row.open) if row.open else ()
        page.tell(remarks, indent=1, sign="•", style="plain")
        if not remarks:
            put(f"• {row.name[lang()]}: {row.said[lang()]}", indent=1, hang=2)
    of_ways = [flag for way in answer.channels if way.rule for flag in way.rule.flags]
    of_fees = [flag for fee in answer.fees for flag in fee.rule.flags]
    page.remark((*of_ways, *of_fees), indent=1)
    page.tell(page.remarks.about("channel", "money", "term"), indent=1)


def _channels(page: Page) -> None:
    """The ways that are open, those of which it is not known, and after them those that are closed."""
    ways, closed = page.answer.channels, [way for way in page.answer.channels if way.open is False]
    if not ways:
        return
    heading_line(say(N_("Where to file")))
    for way in ways:
        if way.open is not False:
            put(f"• {_named(page, way)}{_openness(way)}", indent=1, hang=2)
        if way.rule:
            page.remark(way.rule.flags, indent=3)
    if closed:
        put(say(N_("It cannot be filed in these ways: {ways}."), ways="; ".join(_named(page, way) for way in closed)), indent=1)
    page.tell(page.remarks.about("channel"), indent=1)


def _named(page: Page, way: Way) -> str:
    return f"{page.answer.way_name(way.channel)[lang()]}{only(way.rule)}{page.id(way.channel)}"


def _openness(way: Way) -> str:
    """Nothing of a way that is open."""
    if way.open is not None:
        return ""
    return f": {say(N_('the text does not say') if way.unsaid else N_('not determined'))}"


def only(channel: Channel | None) -> str:
    """For which use a channel is, where it is for one alone."""
    return f" ({say(USES[channel.only])})" if channel and channel.only else ""


def _offers(page: Page) -> None:
    """What it costs and what comes of it, as far as the text says."""
    answer = page.answer
    _section(N_("Fee"), map(_fee, answer.fees))
    page.remark((flag for one in answer.fees for flag in one.rule.flags), indent=3)
    page.tell(page.remarks.about("money"), indent=3)
    _section(N_("What the procedure can end in"), (one.rule.text[lang()] for one in answer.results))
    page.remark((flag for one in answer.results for flag in one.rule.flags), indent=3)


def _fee(fee: FeeTold) -> str:
    text = fee.rule.text[lang()] if fee.rule.text else say(FEES[fee.rule.fee])
    if fee.status != "undetermined":
        return text
    return say(N_("{text}: the text does not say") if fee.unsaid else N_("{text}: not determined"), text=text)


def _section(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        heading_line(say(title))
    for line in found:
        put(f"• {line}", indent=1, hang=2)


def _questions(page: Page) -> None:
    _section(QUESTIONS, (asked(page, one) for one in left_to_ask(page)))


def _uncounted(answer: Answer) -> None:
    if answer.year_lacking is not None:
        from eligibility.answer.term_reasons import uncounted_because

        put()
        put(uncounted_because(answer.year_lacking)[lang()], "bad")


def _general(page: Page) -> None:
    found = page.remarks.general()
    if found:
        heading_line(say(N_("Please note") if page.for_citizen else N_("What the text leaves open or says oddly")))
        page.tell(found, indent=1, sign="•", style="plain" if page.for_citizen else "dim")

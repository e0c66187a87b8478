"""An answer as it is told: what came of the papers first, then the list, then where, when and how much."""

from collections.abc import Iterator

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer, FeeTold, Way
from eligibility.answer.in_short import in_short
from eligibility.answer.names import FEES, USES
from eligibility.answer.readers import Reader
from eligibility.answer.telling.heading import tell_heading
from eligibility.answer.telling.intake import tell_intake
from eligibility.answer.telling.paper_lines import tell_papers
from eligibility.answer.telling.teller import QUESTIONS, AnswerTeller, left_to_ask, section
from eligibility.answer.told import Told
from eligibility.law.edition import Channel
from eligibility.words.catalogue import in_both
from eligibility.words.joining import bracketed, clauses, joined
from eligibility.words.text import N_, Text


def tell_answer(
    answer: Answer | NoEdition, reader: Reader = "citizen", ids: bool = False, commands: bool = False
) -> Iterator[Told]:
    """All there is to tell of a case, in the order of reading; with the ids of things, and commands that lead on, on demand."""
    if isinstance(answer, Answer):
        return _answer(AnswerTeller(answer, reader, answer.remarks(reader), ids, commands))
    from eligibility.answer.telling.law_of_today import tell_absent

    return tell_absent(answer)


def _answer(teller: AnswerTeller) -> Iterator[Told]:
    answer = teller.answer
    yield from teller.tell(teller.remarks.about("danger"), "text", tone="bad")
    yield from tell_heading(answer, teller.commands)
    if not answer.answered:
        from eligibility.answer.telling.law_of_today import tell_today

        yield from tell_today(answer.today)
    elif answer.known_only:
        from eligibility.answer.telling.known import tell_known

        yield from tell_known(teller)
    else:
        yield from _by_the_text(teller)


def _by_the_text(teller: AnswerTeller) -> Iterator[Told]:
    yield from _closed_way(teller.answer)
    yield from _circle(teller)
    yield from _filing(teller)
    yield from tell_intake(teller)
    yield from tell_papers(teller)
    if teller.for_citizen:
        yield from _in_short(teller)
    else:
        yield from _channels(teller)
        yield from _offers(teller)
    yield from section(QUESTIONS, left_to_ask(teller))
    yield from _uncounted(teller.answer)
    yield from _general(teller)


def _closed_way(answer: Answer) -> Iterator[Told]:
    """Said first: nothing of what follows can be had by this way."""
    if answer.closed_way is None:
        return
    closed = N_("The application cannot be filed this way: {way}.")
    yield Told("text", in_both(closed, way=answer.way_name(answer.closed_way)), "bad")
    if answer.open_ways:
        yield Told(
            "text", in_both(N_("It can be filed this way: {ways}."), ways=clauses(map(answer.way_name, answer.open_ways)))
        )


def _circle(teller: AnswerTeller) -> Iterator[Told]:
    circle = teller.answer.circle
    if circle is None:
        return
    yield Told("text", circle.rule.text, "bad" if circle.belongs is False else "plain")
    if circle.belongs is False:
        no_ground = N_("By the answers given, the recipient is not among them. The text names no ground to refuse for that.")
        yield Told("text", in_both(no_ground), "bad")
    elif circle.unsaid:
        yield Told("text", in_both(N_("The text does not say whether the service is for this recipient.")))
    yield from teller.remark(circle.rule.flags, "item")


def _filing(teller: AnswerTeller) -> Iterator[Told]:
    """Says so where the person who files is none of those the text lets file, or it does not say."""
    answer = teller.answer
    if answer.filing in (None, "allowed"):
        return
    if answer.filing == "not-provided":
        yield Told("text", in_both(N_("The text does not provide for this person to file the application.")), "bad")
    elif answer.filing == "open":
        yield Told("text", in_both(N_("It is not determined yet whether this person may file the application.")))
    else:
        yield Told("text", in_both(N_("The text does not say whether this person may file the application.")))
    yield from teller.remark((flag for one in answer.filing_rules for flag in one.rule.flags), "item")


def _in_short(teller: AnswerTeller) -> Iterator[Told]:
    """Where, when and how much, with what is to be known of it."""
    answer = teller.answer
    yield Told("section", in_both(N_("In short")))
    for row in in_short(answer):
        remarks = teller.remarks.about(row.open) if row.open else ()
        yield from teller.tell(remarks, "item", "•", "plain")
        if not remarks:
            yield Told("item", joined(": ", (row.name, row.said)), sign="•", labelled=True)
    of_ways = [flag for way in answer.channels if way.rule for flag in way.rule.flags]
    of_fees = [flag for fee in answer.fees for flag in fee.rule.flags]
    yield from teller.remark((*of_ways, *of_fees), "item")
    yield from teller.tell(teller.remarks.about("channel", "money", "term"), "item")


def _channels(teller: AnswerTeller) -> Iterator[Told]:
    """The ways that are open, those of which it is not known, and after them those that are closed."""
    ways, closed = teller.answer.channels, [way for way in teller.answer.channels if way.open is False]
    if not ways:
        return
    yield Told("section", in_both(N_("Where to file")))
    for way in ways:
        if way.open is not False:
            yield Told("item", _openness(_named(teller, way), way), sign="•")
        if way.rule:
            yield from teller.remark(way.rule.flags)
    if closed:
        ways_closed = clauses(_named(teller, way) for way in closed)
        yield Told("group", in_both(N_("It cannot be filed in these ways: {ways}."), ways=ways_closed))
    yield from teller.tell(teller.remarks.about("channel"), "item")


def _named(teller: AnswerTeller, way: Way) -> Text:
    return teller.with_id(with_use(teller.answer.way_name(way.channel), way.rule), way.channel)


def _openness(named: Text, way: Way) -> Text:
    """The way alone where it is open."""
    if way.open is not None:
        return named
    return joined(": ", (named, in_both(N_("the text does not say") if way.unsaid else N_("not determined"))))


def with_use(name: Text, channel: Channel | None) -> Text:
    """With the use that a channel is for, where it is for one alone."""
    return joined(" ", (name, bracketed(in_both(USES[channel.only])))) if channel and channel.only else name


def _offers(teller: AnswerTeller) -> Iterator[Told]:
    """What it costs and what comes of it, as far as the text says."""
    answer = teller.answer
    yield from section(N_("Fee"), map(_fee, answer.fees))
    yield from teller.remark(flag for one in answer.fees for flag in one.rule.flags)
    yield from teller.tell(teller.remarks.about("money"))
    yield from section(N_("What the procedure can end in"), answer.ends)
    yield from teller.remark(flag for one in answer.results for flag in one.rule.flags)


def _fee(fee: FeeTold) -> Text:
    text = fee.rule.text or in_both(FEES[fee.rule.fee])
    if fee.status != "undetermined":
        return text
    return in_both(N_("{text}: the text does not say") if fee.unsaid else N_("{text}: not determined"), text=text)


def _uncounted(answer: Answer) -> Iterator[Told]:
    if answer.year_lacking is not None:
        from eligibility.answer.term_reasons import uncounted_because

        yield Told("text", uncounted_because(answer.year_lacking), "bad", apart=True)


def _general(teller: AnswerTeller) -> Iterator[Told]:
    found = teller.remarks.general()
    if found:
        title = N_("Please note") if teller.for_citizen else N_("What the text leaves open or says oddly")
        yield Told("section", in_both(title))
        yield from teller.tell(found, "item", "•", "plain" if teller.for_citizen else "dim")

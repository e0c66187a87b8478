"""A decision as a person reads it on a terminal."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from eligibility.answer.contract import COMPARISON, FORMS
from eligibility.cli.document_names import document_name, flagged
from eligibility.cli.heading import print_heading
from eligibility.cli.intake import print_intake
from eligibility.cli.language import lang, say
from eligibility.cli.output import Style, put
from eligibility.engine import Engine
from eligibility.law.edition import Channel, Fee, FeeKind, Flag, Use
from eligibility.law.logic import Truth
from eligibility.reasoning.decision import Decision, EntryStatus, Line, closed_way
from eligibility.reasoning.explanation import known_from, what_decides
from eligibility.reasoning.plan import CHANNEL
from eligibility.reasoning.questions import is_unsaid, questions
from eligibility.reasoning.remarks import Remarks, of_source
from eligibility.reasoning.shown import lines_to_read
from eligibility.reasoning.wording import alternatives, cite_text
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
NO_LIST = N_("The list of documents is not in the text at hand.")
FEES: dict[FeeKind, str] = {"free": N_("free of charge"), "paid": N_("for a fee")}
USES: dict[Use, str] = {"filing": N_("only to file the application"), "result": N_("only to receive the result")}


def print_decision(decision: Decision, engine: Engine, brief: bool = False) -> None:
    """The remarks on the text that touch nothing told here are only counted where it is to be `brief`."""
    if not print_heading(engine, decision):
        return
    remarks = Remarks(decision)
    _closed_way(decision, engine)
    _circle(decision, remarks)
    _filing(decision, remarks)
    lines = lines_to_read(decision)
    for group in GROUPS:
        _group(decision, engine, remarks, [one for one in lines if not one.entry.row.known], group)
    if not decision.lines:
        put()
        put(say(NO_LIST), "bad")
    _indicative(decision, engine, [one for one in lines if one.entry.row.known])
    _questions(decision, engine)
    _channels(decision, engine, remarks)
    _offers(decision, remarks)
    print_intake(decision, engine, remarks)
    _rest(decision, remarks, brief)


def way_name(engine: Engine, way: str) -> str:
    return (engine.pack.facts[CHANNEL].values or {})[way].label[lang()]


def _closed_way(decision: Decision, engine: Engine) -> None:
    """Said first: nothing of what follows can be had by this way."""
    way = closed_way(decision)
    if way is None:
        return
    put(say(N_("The application cannot be filed this way: {way}."), way=way_name(engine, way)), "bad")
    others = [way_name(engine, id) for id, opened, one in decision.channels() if opened and not (one and one.only == "result")]
    if others:
        put(say(N_("It can be filed this way: {ways}."), ways="; ".join(dict.fromkeys(others))))


def _group(decision: Decision, engine: Engine, remarks: Remarks, lines: Iterable[Line], group: StatusGroup) -> None:
    found = [line for line in lines if line.status == group.status]
    if not found:
        return
    put()
    put(say(group.title), group.style)
    for line in found:
        _line(decision, engine, line, group.sign)
        if group.status != "not-required":
            flagged(decision, remarks.of(line.entry.requirement.flags), indent=3)
    comparison = decision.edition.comparison
    if comparison and group.status == "required":
        place = cite_text(decision.edition.annex, comparison.cite)
        put(say(N_("{text} Basis: {place}."), text=say(COMPARISON), place=place), indent=1)
        flagged(decision, remarks.of(comparison.flags), indent=1)


def _indicative(decision: Decision, engine: Engine, lines: Sequence[Line]) -> None:
    """What is no law here stands apart, under its source."""
    for known, group in groupby(lines, key=lambda line: line.entry.row.known):
        if known is None:
            continue
        put()
        put(say(N_("For information: documents known from another source")), "head")
        put(f"≈ {known_from(known)[lang()]}", "dim", indent=1, hang=2)
        of_source_lines, told = list(group), set[Flag]()
        for status, title in OF_A_SOURCE.items():
            found = [line for line in of_source_lines if line.status == status]
            if found:
                put(say(title), indent=1)
            for line in found:
                _line(decision, engine, line, "≈")
                if status != "not-required":
                    found_flags = [flag for flag in of_source(decision, line) if flag not in told]
                    flagged(decision, found_flags, indent=3, annex=line.entry.row.source_annex)
                    told.update(found_flags)


def _line(decision: Decision, engine: Engine, line: Line, sign: str) -> None:
    language = lang()
    form = FORMS[line.entry.requirement.form]
    name = document_name(line, engine)[language]
    put(f"{sign} {name}" + (f" ({say(form)})" if form and line.status != "not-required" else ""), indent=1, hang=2)
    if line.accepted and line.status != "not-required":
        names = alternatives(engine.pack.documents[one].name for one in line.accepted)
        message = N_("Any one of these will do: {names}.") if len(line.accepted) > 1 else N_("To be presented here: {names}.")
        put(say(message, names=names), indent=3)
    put(what_decides(decision, line)[language], "dim", indent=3)


def _circle(decision: Decision, remarks: Remarks) -> None:
    circle = decision.edition.for_whom
    if circle is None:
        return
    belongs = decision.truth("circle", 0)
    put(circle.text[lang()], "bad" if belongs is False else "plain")
    if belongs is False:
        put(
            say(N_("By the answers given, the recipient is not among them. The decree names no ground to refuse for that.")),
            "bad",
        )
    elif is_unsaid(decision, "circle", 0):
        put(say(N_("The text does not say whether the service is for this recipient.")))
    flagged(decision, remarks.of(circle.flags), indent=1)


def _filing(decision: Decision, remarks: Remarks) -> None:
    """Says so where the person who files is none of those the text lets file, or it does not say."""
    filed_by = decision.case.facts.get("filed_by")
    found = [(at, one) for at, one in enumerate(decision.edition.applicants) if one.filed_by == filed_by]
    allowed = {at: decision.truth("applicant", at) for at, _ in found}
    if filed_by is None or not decision.edition.applicants or True in allowed.values():
        return
    open_rules = [at for at, truth in allowed.items() if truth is None]
    if not open_rules:
        put(say(N_("The text does not provide for this person to file the application.")), "bad")
    elif not all(is_unsaid(decision, "applicant", at) for at in open_rules):
        put(say(N_("It is not determined yet whether this person may file the application.")))
    else:
        put(say(N_("The text does not say whether this person may file the application.")))
    flagged(decision, remarks.of(flag for _, one in found for flag in one.flags), indent=1)


def _questions(decision: Decision, engine: Engine) -> None:
    asked = (engine.pack.facts[fact].ask[lang()] for fact in questions(decision))
    _section(N_("Questions whose answers still matter"), asked)


def _channels(decision: Decision, engine: Engine, remarks: Remarks) -> None:
    if not decision.edition.channels:
        return
    put()
    put(say(N_("Where to file")), "head")
    for at, (id, opened, channel) in enumerate(decision.channels()):
        silent = channel is not None and is_unsaid(decision, "channel", at)
        put(f"• {way_name(engine, id)}{only(channel)}: {say(_openness(opened, silent))}", indent=1, hang=2)
        if channel:
            flagged(decision, remarks.of(channel.flags), indent=3)


def _openness(opened: Truth, silent: bool) -> str:
    if opened is None:
        return N_("the text does not say") if silent else N_("not determined")
    return N_("open") if opened else N_("closed")


def only(channel: Channel | None) -> str:
    """Of a channel for one way only, which."""
    return f" ({say(USES[channel.only])})" if channel and channel.only else ""


def _offers(decision: Decision, remarks: Remarks) -> None:
    """What it costs and what comes of it, as far as the text says."""
    fees = [(at, one) for at, one in enumerate(decision.edition.fee) if decision.truth("fee", at) is not False]
    results = [one for at, one in enumerate(decision.edition.results) if decision.truth("result", at) is not False]
    _section(N_("Fee"), (_fee(decision, at, one) for at, one in fees))
    flagged(decision, remarks.of(flag for _, one in fees for flag in one.flags), indent=3)
    _section(N_("What the procedure can end in"), (one.text[lang()] for one in results))
    flagged(decision, remarks.of(flag for one in results for flag in one.flags), indent=3)


def _fee(decision: Decision, at: int, fee: Fee) -> str:
    text = fee.text[lang()] if fee.text else say(FEES[fee.fee])
    if decision.truth("fee", at):
        return text
    unsaid = is_unsaid(decision, "fee", at)
    return say(N_("{text}: the text does not say"), text=text) if unsaid else say(N_("{text}: not determined"), text=text)


def _section(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        put()
        put(say(title), "head")
    for line in found:
        put(f"• {line}", indent=1, hang=2)


def _rest(decision: Decision, remarks: Remarks, brief: bool) -> None:
    rest = remarks.rest()
    if not rest:
        return
    put()
    if brief:
        message = N_("Remarks on the text that do not concern what is told here: {n}. They can be read with:")
        put(say(message, n=len(rest)), "dim")
        print(f"  eligibility show {decision.edition.service} --act {decision.act_id}")
        return
    put(say(N_("What the text leaves open or says oddly")), "head")
    for flag in rest:
        place = cite_text(decision.edition.annex, flag.cite)
        put(f"• {flag.text[lang()]} ({place[lang()]})", "dim", indent=1, hang=2)

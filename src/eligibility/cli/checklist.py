"""A decision as a person reads it on a terminal."""

from collections.abc import Iterable
from itertools import groupby

from eligibility.cli.heading import print_heading
from eligibility.cli.language import lang, say
from eligibility.cli.output import Style, put
from eligibility.contract import FORMS
from eligibility.engine import Engine
from eligibility.intake.verdict import REMARKS, Judged, refusals, verdict
from eligibility.law.edition import Channel, FeeKind, Use
from eligibility.law.words import N_, Text
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.explanation import known_from, what_decides
from eligibility.reasoning.presented import Remark
from eligibility.reasoning.questions import questions
from eligibility.reasoning.wording import alternatives, cite_text

GROUPS: tuple[tuple[str, str, str, Style], ...] = (
    ("required", N_("Bring"), "☐", "head"),
    ("undetermined", N_("Not determined yet"), "?", "head"),
    ("not-required", N_("Not needed"), "–", "dim"),
)
NO_LIST = N_("The list of documents is not in the text at hand.")
FEES: dict[FeeKind, str] = {"free": N_("free of charge"), "paid": N_("for a fee")}
USES: dict[Use, str] = {"filing": N_("only to file the application"), "result": N_("only to receive the result")}


def print_decision(decision: Decision, engine: Engine, brief: bool = False) -> None:
    """The remarks on the text that touch no document asked for are only counted where it is to be `brief`."""
    if not print_heading(engine, decision):
        return
    _circle(decision)
    _filing(decision)
    for status, title, sign, style in GROUPS:
        lines = [line for line in decision.lines_to_read() if line.status == status]
        if lines:
            put()
            put(say(title), style)
        _lines(decision, engine, lines, sign)
    if not decision.lines:
        put()
        put(say(NO_LIST), "bad")
    _questions(decision, engine)
    _channels(decision, engine)
    _offers(decision)
    _intake(decision, engine)
    _flags(decision, brief)


def document_name(line: Line, engine: Engine) -> Text:
    return (
        line.entry.requirement.name
        if line.entry.requirement.name and not line.entry.requirement.all_of
        else engine.pack.documents[line.entry.document].name
    )


def _lines(decision: Decision, engine: Engine, lines: Iterable[Line], sign: str) -> None:
    """Where the indicative ones are known from is said once for all of one source."""
    for known, group in groupby(lines, key=lambda line: line.entry.row.known):
        if known:
            put(f"≈ {known_from(known)[lang()]}", "dim", indent=1, hang=2)
        for line in group:
            _line(decision, engine, line, "≈" if known else sign)


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


def _circle(decision: Decision) -> None:
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


def _filing(decision: Decision) -> None:
    """Says so where the person who files is none of those the text lets file."""
    filed_by = decision.case.facts.get("filed_by")
    applicants = decision.edition.applicants
    allowed = [decision.truth("applicant", index) for index, one in enumerate(applicants) if one.filed_by == filed_by]
    if filed_by is not None and applicants and not any(one is not False for one in allowed):
        put(say(N_("The text does not provide for this person to file the application.")), "bad")


def _questions(decision: Decision, engine: Engine) -> None:
    asked = (engine.pack.facts[fact].ask[lang()] for fact in questions(decision))
    _section(N_("Questions whose answers still matter"), asked)


def _channels(decision: Decision, engine: Engine) -> None:
    names = engine.pack.facts["channel"].values or {}
    if not decision.edition.channels:
        return
    openness = {True: N_("open"), False: N_("closed"), None: N_("not determined")}
    _section(
        N_("Where to file"),
        (f"{names[id].label[lang()]}{only(channel)}: {say(openness[opened])}" for id, opened, channel in decision.channels()),
    )


def only(channel: Channel | None) -> str:
    """Of a channel for one way only, which."""
    return f" ({say(USES[channel.only])})" if channel and channel.only else ""


def _offers(decision: Decision) -> None:
    """What it costs and what comes of it, as far as the text says."""
    fees = (
        (one.text[lang()] if one.text else say(FEES[one.fee]), met)
        for at, one in enumerate(decision.edition.fee)
        if (met := decision.truth("fee", at)) is not False
    )
    results = (one.text[lang()] for at, one in enumerate(decision.edition.results) if decision.truth("result", at) is not False)
    _section(N_("Fee"), (text if met else say(N_("{text}: not determined"), text=text) for text, met in fees))
    _section(N_("What the procedure can end in"), results)


def _section(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        put()
        put(say(title), "head")
    for line in found:
        put(f"• {line}", indent=1, hang=2)


def _intake(decision: Decision, engine: Engine) -> None:
    judged = verdict(decision)
    if not judged.presented:
        return
    put()
    put(say(N_("The documents presented")), "head")
    complete = {
        True: N_("The file is complete."),
        False: N_("The file is not complete."),
        None: N_("It is not determined whether the file is complete."),
    }
    put(say(complete[judged.complete]), "good" if judged.complete else "bad", indent=1)
    _lacking(N_("Missing"), judged.missing, engine)
    _lacking(N_("Not determined"), judged.open, engine)
    for title, documents in (
        (N_("Compare with the original and give it back"), judged.compare),
        (N_("Brought without need"), judged.unneeded),
    ):
        for document in documents:
            put(f"{say(title)}: {engine.pack.documents[document].name[lang()]}", indent=1, hang=2)
    if judged.instead:
        put(judged.instead[lang()], indent=1)
    for one in judged.grounds:
        _ground(N_("Ground to refuse to accept the documents"), decision, one)
    for one in refusals(decision):
        _ground(N_("Ground to refuse the service"), decision, one)


def _lacking(title: str, lines: Iterable[Line], engine: Engine) -> None:
    remarks: dict[str, dict[Remark, None]] = {}
    for line in lines:
        of_document = remarks.setdefault(document_name(line, engine)[lang()], {})
        of_document |= dict.fromkeys(line.brought.remarks if line.brought else ())
    for name, wrong in remarks.items():
        put(f"{say(title)}: {name}", indent=1, hang=2)
        for remark in wrong:
            put(say(REMARKS[remark]), "dim", indent=3)


def _ground(title: str, decision: Decision, judged: Judged) -> None:
    met = say(N_("met")) if judged.met else say(N_("not determined"))
    place = cite_text(decision.edition.annex, judged.ground.cite)
    put(f"{say(title)} ({met}): {judged.ground.text[lang()]} ({place[lang()]})", indent=1, hang=2)


def _flags(decision: Decision, brief: bool) -> None:
    found = [flag for flag in decision.flags() if flag.kind != "misprint"]
    of_lines = {id for line in decision.lines if line.status != "not-required" for id in line.entry.requirement.flags}
    shown = [flag for flag in found if flag.id in of_lines] if brief else found
    if shown:
        put()
        put(say(N_("What the text leaves open or says oddly")), "head")
    for flag in shown:
        place = cite_text(decision.edition.annex, flag.cite)
        put(f"• {flag.text[lang()]} ({place[lang()]})", "dim", indent=1, hang=2)
    if len(shown) < len(found):
        message = N_("Remarks on the text that do not concern these documents: {n}. They can be read with:")
        put()
        put(say(message, n=len(found) - len(shown)), "dim")
        print(f"  eligibility show {decision.edition.service} --act {decision.act_id}")

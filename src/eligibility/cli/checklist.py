"""A decision as a person reads it on a terminal."""

from eligibility.cli.language import lang, say
from eligibility.cli.output import Style, put
from eligibility.contract import FORMS
from eligibility.dates import day_text
from eligibility.engine import Engine
from eligibility.intake.verdict import REMARKS, Judged, refusals, verdict
from eligibility.law.words import N_, Text
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.explanation import why
from eligibility.reasoning.questions import questions
from eligibility.reasoning.wording import alternatives, cite_text
from eligibility.standing import banner, status_reason

GROUPS: tuple[tuple[str, str, str, Style], ...] = (
    ("required", N_("Bring"), "☐", "head"),
    ("undetermined", N_("Not determined yet"), "?", "head"),
    ("not-required", N_("Not needed"), "–", "dim"),
)


def print_decision(decision: Decision, engine: Engine) -> None:
    language = lang()
    put(engine.pack.services[decision.edition.service].title[language], "head")
    put(
        say(
            N_("Decree № {number} of {day}, annex {annex}"),
            number=decision.act.number,
            day=day_text(decision.act.adopted),
            annex=decision.edition.annex,
        )
    )
    if not decision.answered:
        put(status_reason(decision.life, decision.act)[language], "bad")
        put(say(N_("To see its content all the same, add --as-if-in-force.")), "dim")
        return
    if decision.life.status != "in-force":
        reason = (
            banner(decision.life, decision.act) if not decision.life.answers else status_reason(decision.life, decision.act)
        )
        put(reason[language], "bad")
    _circle(decision)
    _filing(decision)
    for status, title, sign, style in GROUPS:
        lines = [line for line in decision.lines if line.status == status]
        if lines:
            put()
            put(say(title), style)
        for line in lines:
            _line(decision, engine, line, "≈" if line.standing == "indicative" else sign)
    if not decision.lines:
        put()
        put(say(N_("The list of documents is not in the text at hand.")), "bad")
    _questions(decision, engine)
    _channels(decision, engine)
    _intake(decision, engine)
    _flags(decision)


def document_name(line: Line, engine: Engine) -> Text:
    return (
        line.entry.requirement.name
        if line.entry.requirement.name and not line.entry.requirement.all_of
        else engine.pack.documents[line.entry.document].name
    )


def _line(decision: Decision, engine: Engine, line: Line, sign: str) -> None:
    language = lang()
    form = FORMS[line.entry.requirement.form]
    name = document_name(line, engine)[language]
    put(f"{sign} {name}" + (f" ({say(form)})" if form and line.status != "not-required" else ""), indent=1, hang=2)
    if line.accepted and line.status != "not-required":
        names = alternatives(engine.pack.documents[one].name for one in line.accepted)
        put(say(N_("Any one of these will do: {names}."), names=names), indent=3)
    put(why(decision, line)[language], "dim", indent=3)


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
    found = questions(decision)
    if found:
        put()
        put(say(N_("Questions whose answers still matter")), "head")
    for fact in found:
        put(f"• {engine.pack.facts[fact].ask[lang()]}", indent=1, hang=2)


def _channels(decision: Decision, engine: Engine) -> None:
    names = engine.pack.facts["channel"].values or {}
    if not decision.edition.channels:
        return
    put()
    put(say(N_("Where to file")), "head")
    openness = {True: N_("open"), False: N_("closed"), None: N_("not determined")}
    for id, opened, _ in decision.channels():
        put(f"• {names[id].label[lang()]}: {say(openness[opened])}", indent=1, hang=2)


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
    for title, lines in ((N_("Missing"), judged.missing), (N_("Not determined"), judged.open)):
        for line in lines:
            put(f"{say(title)}: {document_name(line, engine)[lang()]}", indent=1, hang=2)
            for remark in line.brought.remarks if line.brought else ():
                put(say(REMARKS[remark]), "dim", indent=3)
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


def _ground(title: str, decision: Decision, judged: Judged) -> None:
    met = say(N_("met")) if judged.met else say(N_("not determined"))
    place = cite_text(decision.edition.annex, judged.ground.cite)
    put(f"{say(title)} ({met}): {judged.ground.text[lang()]} ({place[lang()]})", indent=1, hang=2)


def _flags(decision: Decision) -> None:
    found = [flag for flag in decision.flags() if flag.kind != "misprint"]
    if found:
        put()
        put(say(N_("What the text leaves open or says oddly")), "head")
    for flag in found:
        place = cite_text(decision.edition.annex, flag.cite)
        put(f"• {flag.text[lang()]} ({place[lang()]})", "dim", indent=1, hang=2)

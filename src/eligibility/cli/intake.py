"""What came of the documents presented, as a clerk reads it on a terminal."""

from collections.abc import Iterable

from eligibility.cli.document_names import document_name, flagged
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.engine import Engine
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.matching import Remark
from eligibility.reasoning.remarks import Remarks
from eligibility.reasoning.verdict import REMARKS, Judged, refusals, verdict
from eligibility.reasoning.wording import cite_text
from eligibility.words.text import N_


def print_intake(decision: Decision, engine: Engine, remarks: Remarks) -> None:
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
    for at, silent in enumerate(decision.edition.refuse_to_accept_unsaid):
        if decision.truth("accept-unsaid", at) is not False:
            flagged(decision, remarks.of(silent.flags), indent=1)
    for one in judged.grounds:
        _ground(N_("Ground to refuse to accept the documents"), decision, one, remarks)
    for one in refusals(decision):
        _ground(N_("Ground to refuse the service"), decision, one, remarks)


def _lacking(title: str, lines: Iterable[Line], engine: Engine) -> None:
    found: dict[str, dict[Remark, None]] = {}
    for line in lines:
        of_document = found.setdefault(document_name(line, engine)[lang()], {})
        of_document |= dict.fromkeys(line.brought.remarks if line.brought else ())
    for name, wrong in found.items():
        put(f"{say(title)}: {name}", indent=1, hang=2)
        for remark in wrong:
            put(say(REMARKS[remark]), "dim", indent=3)


def _ground(title: str, decision: Decision, judged: Judged, remarks: Remarks) -> None:
    met = say(N_("met")) if judged.met else say(N_("not determined"))
    place = cite_text(decision.edition.annex, judged.ground.cite)
    put(f"{say(title)} ({met}): {judged.ground.text[lang()]} ({place[lang()]})", indent=1, hang=2)
    flagged(decision, remarks.of(judged.ground.flags), indent=3)

"""What came of the documents presented, as a clerk reads it on a terminal."""

from collections.abc import Iterable

from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import advice_text
from eligibility.answer.remarks import Remarks
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.cli.remarked import flagged
from eligibility.reasoning.verdict import Judged
from eligibility.words.text import N_


def print_intake(answer: Answer, remarks: Remarks) -> None:
    judged = answer.verdict
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
    _lacking(N_("Missing"), answer.missing)
    _lacking(N_("Not determined"), answer.perhaps_missing)
    for title, documents in (
        (N_("Compare with the original and give it back"), judged.compare),
        (N_("Brought without need"), judged.unneeded),
    ):
        for document in documents:
            put(f"{say(title)}: {answer.pack.documents[document].name[lang()]}", indent=1, hang=2)
    if instead := advice_text(judged.instead):
        put(instead[lang()], indent=1)
    for silent in answer.decision.of("refuse_to_accept_unsaid"):
        if silent.truth is not False:
            flagged(answer, remarks.of(silent.rule.flags), indent=1)
    for one in judged.grounds:
        _ground(N_("Ground to refuse to accept the documents"), answer, one, remarks)
    for one in answer.refusals:
        _ground(N_("Ground to refuse the service"), answer, one, remarks)
    if any(one.met for one in (*judged.grounds, *answer.refusals)):
        _appeal(answer, remarks)


def _lacking(title: str, lines: Iterable[AnswerLine]) -> None:
    found: dict[str, dict[str, None]] = {}
    for line in lines:
        of_document = found.setdefault(line.name[lang()], {})
        of_document |= dict.fromkeys(remark[lang()] for remark in line.brought_remarks)
    for name, wrong in found.items():
        put(f"{say(title)}: {name}", indent=1, hang=2)
        for remark in wrong:
            put(remark, "dim", indent=3)


def _appeal(answer: Answer, remarks: Remarks) -> None:
    if not answer.appeals:
        return
    from eligibility.answer.appeals import appeal_text

    for one in answer.appeals:
        put(appeal_text(answer, one)[lang()], indent=1, hang=2)
        flagged(answer, remarks.of(one.rule.flags), indent=3)


def _ground(title: str, answer: Answer, judged: Judged, remarks: Remarks) -> None:
    met = say(N_("met")) if judged.met else say(N_("not determined"))
    place = answer.place_of(judged.ground.cite, judged.home)
    put(f"{say(title)} ({met}): {judged.ground.text[lang()]} ({place[lang()]})", indent=1, hang=2)
    flagged(answer, remarks.of(judged.ground.flags), indent=3)

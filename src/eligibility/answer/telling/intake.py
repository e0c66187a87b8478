"""What came of the documents presented: the verdict first, and what the desk may do."""

from collections.abc import Iterator

from eligibility.answer.names import advice_text
from eligibility.answer.telling.teller import AnswerTeller
from eligibility.answer.told import Told
from eligibility.law.logic import Truth
from eligibility.reasoning.verdict import Judged
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import N_

COMPLETE = {
    True: N_("The file is complete."),
    False: N_("The file is not complete."),
    None: N_("It is not determined whether the file is complete."),
}
ACCEPTANCE: dict[Truth, str] = {
    True: N_("There is a ground to refuse to accept the documents: {text} ({place})."),
    None: N_("It is not determined whether there is a ground to refuse to accept the documents: {text} ({place})."),
}
SERVICE: dict[Truth, str] = {
    True: N_("There is a ground to refuse the service: {text} ({place})."),
    None: N_("It is not determined whether there is a ground to refuse the service: {text} ({place})."),
}


def tell_intake(teller: AnswerTeller) -> Iterator[Told]:
    judged = teller.answer.verdict
    if not judged.presented:
        return
    yield Told("text", in_both(COMPLETE[judged.complete]), "good" if judged.complete else "bad", apart=True)
    if judged.unneeded:
        yield from _documents(teller, N_("Brought without need"), judged.unneeded)
    if not teller.for_citizen:
        yield from _at_the_desk(teller)
    found = [*((ACCEPTANCE, one) for one in judged.grounds), *((SERVICE, one) for one in teller.answer.refusals)]
    for words, one in found:
        if one.met or not teller.for_citizen:
            yield from _ground(teller, words[one.met], one)
    if any(one.met for _, one in found):
        yield from _appeal(teller)


def _documents(teller: AnswerTeller, title: str, documents: tuple[str, ...]) -> Iterator[Told]:
    for document in documents:
        name = teller.with_id(teller.answer.pack.documents[document].name, document)
        yield Told("text", joined(": ", (in_both(title), name)), labelled=True)


def _at_the_desk(teller: AnswerTeller) -> Iterator[Told]:
    """What a clerk does with the papers, and what he has no right to."""
    judged = teller.answer.verdict
    yield from _documents(teller, N_("Compare with the original and give it back"), judged.compare)
    if instead := advice_text(judged.instead):
        yield Told("text", instead)
    for silent in teller.answer.decision.of("refuse_to_accept_unsaid"):
        if silent.truth is not False:
            yield from teller.remark(silent.rule.flags, "item")


def _ground(teller: AnswerTeller, words: str, judged: Judged) -> Iterator[Told]:
    ground, place = judged.ground, teller.answer.place_of(judged.ground.cite, judged.home)
    yield Told("item", in_both(words, text=ground.text, place=place))
    yield from teller.remark(ground.flags)


def _appeal(teller: AnswerTeller) -> Iterator[Told]:
    if not teller.answer.appeals:
        return
    from eligibility.answer.appeals import appeal_text

    for one in teller.answer.appeals:
        yield Told("item", appeal_text(teller.answer, one))
        yield from teller.remark(one.rule.flags)

"""What came of the documents presented: the verdict first, and what the desk may do."""

from eligibility.answer.names import advice_text
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.cli.page import Page
from eligibility.law.logic import Truth
from eligibility.reasoning.verdict import Judged
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


def print_intake(page: Page) -> None:
    judged = page.answer.verdict
    if not judged.presented:
        return
    put()
    put(say(COMPLETE[judged.complete]), "good" if judged.complete else "bad")
    if judged.unneeded:
        _documents(page, N_("Brought without need"), judged.unneeded)
    if not page.for_citizen:
        _at_the_desk(page)
    found = [*((ACCEPTANCE, one) for one in judged.grounds), *((SERVICE, one) for one in page.answer.refusals)]
    for words, one in found:
        if one.met or not page.for_citizen:
            _ground(page, words[one.met], one)
    if any(one.met for _, one in found):
        _appeal(page)


def _documents(page: Page, title: str, documents: tuple[str, ...]) -> None:
    for document in documents:
        put(f"{say(title)}: {page.answer.pack.documents[document].name[lang()]}{page.id(document)}", hang=2)


def _at_the_desk(page: Page) -> None:
    """What a clerk does with the papers, and what he has no right to."""
    judged = page.answer.verdict
    _documents(page, N_("Compare with the original and give it back"), judged.compare)
    if instead := advice_text(judged.instead):
        put(instead[lang()])
    for silent in page.answer.decision.of("refuse_to_accept_unsaid"):
        if silent.truth is not False:
            page.remark(silent.rule.flags, indent=1)


def _ground(page: Page, words: str, judged: Judged) -> None:
    ground, place = judged.ground, page.answer.place_of(judged.ground.cite, judged.home)
    put(say(words, text=ground.text[lang()], place=place[lang()]), indent=1, hang=2)
    page.remark(ground.flags, indent=3)


def _appeal(page: Page) -> None:
    if not page.answer.appeals:
        return
    from eligibility.answer.appeals import appeal_text

    for one in page.answer.appeals:
        put(appeal_text(page.answer, one)[lang()], indent=1, hang=2)
        page.remark(one.rule.flags, indent=3)

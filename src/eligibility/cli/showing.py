"""An answer shown as it was asked for: as JSON, or as a checklist on a terminal."""

from typing import NamedTuple

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.readers import Reader


class Shown(NamedTuple):
    """How an answer is to be shown."""

    reader: Reader = "citizen"
    ids: bool = False
    """with the ids by which a case names things"""
    commands: bool = True
    """whether commands that lead on are named"""


FOR_CITIZEN = Shown()


def show_any(answer: Answer | NoEdition, as_json: bool, shown: Shown = FOR_CITIZEN) -> None:
    """An answer, or that there is no edition to answer by."""
    if isinstance(answer, Answer):
        show_answer(answer, as_json, shown)
    elif as_json:
        print(answer.json())
    else:
        from eligibility.cli.law_of_today import print_absent

        print_absent(answer)


def show_answer(answer: Answer, as_json: bool, shown: Shown = FOR_CITIZEN) -> None:
    if as_json:
        print(answer.json())
        return
    from eligibility.cli.checklist import print_answer

    print_answer(answer, shown)

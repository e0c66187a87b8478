"""An answer shown as it was asked for: as JSON, or as a checklist on a terminal."""

from typing import TYPE_CHECKING, NamedTuple, TextIO

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.readers import Reader

if TYPE_CHECKING:
    from eligibility.interview.screening import Screening


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
    if as_json:
        print(answer.json())
        return
    from eligibility.answer.telling.checklist import tell_answer
    from eligibility.cli.layout import lay_out

    lay_out(tell_answer(answer, *shown))


def print_screening(screening: "Screening", to: TextIO | None = None) -> None:
    from eligibility.cli.layout import lay_out
    from eligibility.interview.telling.what_suits import tell_screening

    lay_out(tell_screening(screening), to)

"""An answer shown as it was asked for: as JSON, or as a checklist on a terminal."""

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.cli.page import FOR_CITIZEN, Shown


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

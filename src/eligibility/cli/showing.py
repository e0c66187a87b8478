"""An answer shown as it was asked for: as JSON, or as a checklist on a terminal."""

from eligibility.answer.answer import Answer


def show_answer(answer: Answer, as_json: bool, brief: bool = False) -> None:
    if as_json:
        print(answer.json())
        return
    from eligibility.cli.checklist import print_answer

    print_answer(answer, brief)

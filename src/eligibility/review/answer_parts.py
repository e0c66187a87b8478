"""An answer as scenarios read it: by the parts of the contract, each made when it is first asked for."""

from typing import Any

from eligibility.answer.answer import Answer
from eligibility.answer.contract import part_data


class AnswerParts(dict[str, Any]):
    """Nobody makes the terms and the questions for a scenario that expects documents alone."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, name: str) -> Any:
        found = self[name] = part_data(self._answer, name)
        return found

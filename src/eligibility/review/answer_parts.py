"""An answer as scenarios read it: by the parts of the contract, each made when it is first asked for."""

from typing import Any

from eligibility.answer.answer import Answer
from eligibility.answer.contract import part_data
from eligibility.answer.contract_parts import in_words


class AnswerParts(dict[str, Any]):
    """Nobody makes the terms and the questions for a scenario that expects documents alone."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, name: str) -> Any:
        data = part_data(self._answer, name)
        found = self[name] = [_LineRead(one) for one in data] if name == "checklist" else in_words(data)
        return found

    def whole(self) -> dict[str, Any]:
        """The contract with all its parts."""
        return self._answer.data()


class _LineRead(dict[str, Any]):
    """A line of the list, whose words are most of its cost and are read least."""

    def __getitem__(self, key: str) -> Any:
        return in_words(super().__getitem__(key))

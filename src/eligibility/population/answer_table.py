"""The distinct answers of a population, each told once in both languages: lines with their reasons, grounds, terms, remarks."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer

ToldAnswer = dict[str, Any]

OF_ANSWER = (
    "service",
    "service_name",
    "edition",
    "reason",
    "checklist",
    "no_papers",
    "channels",
    "applicants",
    "for_whom",
    "fee",
    "intake",
    "outcomes",
    "refusal_grounds",
    "open_grounds",
    "terms",
    "flags",
)
"""what of the contract is told; a day of the calendar, a question and a receipt are one person's"""
NOT_OF_LINE = ("why_to_citizen", "plain_name")
OF_TERMS = ("stated", "sum")
NOT_OF_STATED = ("due", "due_between", "skipped", "because", "also")


class AnswerTable:
    """Answers by their numbers, from 1; the same answer has one number."""

    def __init__(self, known: Mapping[int, ToldAnswer] | None = None) -> None:
        self._told: dict[int, ToldAnswer] = dict(known or {})
        self._numbers = {_digest(told): number for number, told in self._told.items()}

    def number(self, answer: Answer | NoEdition) -> int:
        told = told_of(answer)
        key = _digest(told)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._told.setdefault(number, told)
        return number

    def rows(self, counts: Mapping[int, int]) -> Iterator[ToldAnswer]:
        """Every answer with how many people it is of."""
        for number, told in self._told.items():
            yield {"answer": number, "people": counts.get(number, 0), **told}


def told_of(answer: Answer | NoEdition) -> ToldAnswer:
    """What is the same for everybody to whom it is told."""
    said = json.loads(answer.json())
    told = {key: said[key] for key in OF_ANSWER if key in said}
    told["checklist"] = [{key: value for key, value in line.items() if key not in NOT_OF_LINE} for line in said["checklist"]]
    terms = said["terms"]
    if terms:
        told["terms"] = {key: terms[key] for key in OF_TERMS}
        if terms["stated"]:
            told["terms"]["stated"] = {key: value for key, value in terms["stated"].items() if key not in NOT_OF_STATED}
    return told


def _digest(told: ToldAnswer) -> bytes:
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).digest()

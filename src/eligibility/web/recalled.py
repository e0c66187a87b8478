"""Texts of the answers given last: a case like one before it, of whomever, costs its reading and a look-up."""

from collections import OrderedDict
from collections.abc import Hashable

from eligibility.answer.provenance import moment_text
from eligibility.engine import Engine

KEPT = 256
"""answers, of some 20 KB each"""
MOMENT = b'"decided_at": "'
"""stands last in an answer, and is all of it that does not follow from the rules and the case"""


class AnswersTold:
    """By one engine. A text is known by its case without the person, of whom nothing is kept."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def to(self, data: object) -> bytes:
        """The answer to a case as JSON, with the moment of now."""
        case = self._engine.read(data)
        told = self._kept.get(case.key)
        if told is None:
            whole, mark, _ = self._engine.any_answer(case).json().encode().rpartition(MOMENT)
            told = self._kept[case.key] = whole + mark
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(case.key)
        return b'%s%s"}}' % (told, moment_text().encode())

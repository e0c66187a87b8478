"""Texts of the answers given last: who asks the same again, sign for sign, is given the same with the moment of now."""

from collections import OrderedDict
from hashlib import blake2b
from secrets import token_bytes

from eligibility.answer.provenance import moment_text
from eligibility.engine import Engine
from eligibility.web.received import case_told

KEPT = 256
"""answers, of 20 to 90 KB each"""
MOMENT = b'"decided_at": "'
"""stands last in an answer, and is all of it that does not follow from the rules and the case"""
SALT = 16


class AnswersTold:
    """By one engine. A text is known by a salted hash of what was asked, and names nobody; it lasts as long as the process."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._salt = token_bytes(SALT)
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def to(self, asked: bytes) -> bytes:
        """The answer to a case, both as JSON; refuses whatever is no case."""
        key = blake2b(asked, key=self._salt, digest_size=SALT).digest()
        told = self._kept.get(key)
        if told is None:
            told = self._kept[key] = self._made(asked)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return b'%s%s"}}' % (told, moment_text().encode())

    def _made(self, asked: bytes) -> bytes:
        """All but the moment."""
        answer = self._engine.any_answer(case_told(asked))
        whole, mark, _ = answer.json().encode().rpartition(MOMENT)
        return whole + mark

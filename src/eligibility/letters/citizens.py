"""What a citizen is told of the text's caveats: their own remarks, in their own words, and few of them."""

import re
from collections.abc import Iterable

from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.law.edition import About, Flag
from eligibility.words.text import LANGS, Text

ORDER: tuple[About, ...] = ("danger", "applicant", "documents", "channel", "money", "term", "text")
"""in which a citizen is told what concerns the whole"""
MOST = 5
"""of them: more are read by nobody"""
_SENTENCE = re.compile(r"(?<=[.?!]) ")


class _Remarks:
    """Handed out rule by rule, each told once."""

    def __init__(self, flags: Iterable[Flag]) -> None:
        self._left = {flag.id: flag for flag in flags if flag.kind != "misprint"}

    def of(self, ids: Iterable[str]) -> tuple[Flag, ...]:
        return self._out(id for id in dict.fromkeys(ids) if id in self._left)

    def about(self, *subjects: About) -> tuple[Flag, ...]:
        return self._out([id for id, flag in self._left.items() if flag.about in subjects])

    def general(self) -> tuple[Flag, ...]:
        """What no rule has named, the gravest first."""
        return tuple(sorted(self._left.values(), key=lambda flag: ORDER.index(flag.about or "text"))[:MOST])

    def _out(self, ids: Iterable[str]) -> tuple[Flag, ...]:
        return tuple([self._left.pop(id) for id in ids])


def remarks_of(answer: Answer) -> _Remarks:
    return _Remarks(answer.flags("citizen"))


def told_citizen(flag: Flag) -> Text:
    """What to do rather than what the text is like."""
    return flag.do or flag.text


def of_everybody(line: AnswerLine) -> bool:
    """Whether no answer decides about it, so that there is no reason in this case."""
    return line.status == "required" and line.reason.because == ()


def reason_of(line: AnswerLine) -> Text:
    """Why it is asked for, or not; where that stands is told apart from it."""
    return Text(*(_without_place(line.what_decides[lang], line.place[lang]) for lang in LANGS))


def _without_place(reason: str, place: str) -> str:
    told, found, _ = reason.rpartition(place)
    *before, _ = _SENTENCE.split(told)
    return " ".join(before) if found and before else reason

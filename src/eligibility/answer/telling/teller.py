"""What all parts of a told answer share: the answer, who reads it, and the remarks not told yet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.answer.places import cite_text
from eligibility.answer.question import Question
from eligibility.answer.readers import Reader
from eligibility.answer.remarks import Remarks, remark_text
from eligibility.answer.told import Told, ToldAs, Tone
from eligibility.law.edition import Flag
from eligibility.law.vocabulary import Home
from eligibility.words.catalogue import in_both
from eligibility.words.joining import with_place
from eligibility.words.text import N_, Text

QUESTIONS = N_("Questions whose answers still matter")


class AnswerTeller(NamedTuple):
    answer: Answer
    reader: Reader
    remarks: Remarks
    ids: bool = False
    """whether the ids by which a case names things are told"""
    commands: bool = False
    """whether commands that lead on are named"""

    @property
    def for_citizen(self) -> bool:
        return self.reader == "citizen"

    def with_id(self, text: Text, id: str) -> Text:
        """With the id behind it, where ids are asked for."""
        return Text(f"{text.kk} [{id}]", f"{text.ru} [{id}]") if self.ids else text

    def remark(self, ids: Iterable[str], as_: ToldAs = "note") -> Iterator[Told]:
        """Remarks on the text under the rule they are about."""
        return self.tell(self.remarks.of(ids), as_)

    def tell(
        self, flags: Iterable[Flag], as_: ToldAs = "note", sign: str = "!", tone: Tone = "dim", home: Home | None = None
    ) -> Iterator[Told]:
        """`home` where they are of another act's. A citizen is told what to do, others where it stands too."""
        for flag in flags:
            text = remark_text(flag, self.reader)
            if not self.for_citizen:
                text = with_place(text, cite_text(home or self.answer.decision.home, flag.cite))
            yield Told(as_, text, tone, sign)

    def name(self, line: AnswerLine) -> Text:
        return self.with_id(line.plain_name if self.for_citizen else line.name, line.document)

    def options(self, line: AnswerLine) -> tuple[Text, ...]:
        return line.plain_options if self.for_citizen else line.options


def section(title: str, texts: Iterable[Text]) -> Iterator[Told]:
    """Nothing where nothing is to be listed."""
    found = list(texts)
    if found:
        yield Told("section", in_both(title))
    for text in found:
        yield Told("item", text, sign="•")


def left_to_ask(teller: AnswerTeller) -> Iterator[Text]:
    """A citizen has seen beside the papers what they hang by."""
    seen = {fact for line in teller.answer.lines_to_read for fact in line.waits_for} if teller.for_citizen else ()
    left = (one for one in teller.answer.questions_for(teller.reader) if one.fact not in seen)
    yield from (_asked(teller, one) for one in left)


def _asked(teller: AnswerTeller, question: Question) -> Text:
    return teller.with_id(question.ask, question.fact)

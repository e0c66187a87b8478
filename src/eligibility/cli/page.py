"""What all parts of an answer's screen share: the answer, who reads it, and the remarks not told yet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.answer.places import cite_text
from eligibility.answer.question import Question
from eligibility.answer.remarks import Remarks, told
from eligibility.cli.language import lang
from eligibility.cli.output import Style, put
from eligibility.cli.showing import Shown
from eligibility.law.edition import Flag
from eligibility.law.vocabulary import Home
from eligibility.words.joining import with_place
from eligibility.words.text import N_, Text

QUESTIONS = N_("Questions whose answers still matter")


class Page(NamedTuple):
    answer: Answer
    shown: Shown
    remarks: Remarks

    @property
    def for_citizen(self) -> bool:
        return self.shown.reader == "citizen"

    def id(self, id: str) -> str:
        """An id as it stands behind a name, where ids are asked for."""
        return f" [{id}]" if self.shown.ids else ""

    def remark(self, ids: Iterable[str], indent: int) -> None:
        """Remarks on the text under the rule they are about."""
        self.tell(self.remarks.of(ids), indent)

    def tell(self, flags: Iterable[Flag], indent: int, sign: str = "!", style: Style = "dim", home: Home | None = None) -> None:
        """`home` where they are of another act's. A citizen is told what to do, others where it stands too."""
        for flag in flags:
            text = told(flag, self.shown.reader)
            if not self.for_citizen:
                text = with_place(text, cite_text(home or self.answer.decision.home, flag.cite))
            put(f"{sign} {text[lang()]}", style, indent=indent, hang=2)

    def name(self, line: AnswerLine) -> str:
        return (line.plain_name if self.for_citizen else line.name)[lang()] + self.id(line.document)

    def options(self, line: AnswerLine) -> tuple[Text, ...]:
        return line.plain_options if self.for_citizen else line.options


def heading_line(title: str) -> None:
    put()
    put(title, "head")


def left_to_ask(page: Page) -> Iterator[Question]:
    """A citizen has seen beside the papers what they hang by."""
    seen = {fact for line in page.answer.lines_to_read for fact in line.waits_for} if page.for_citizen else ()
    yield from (one for one in page.answer.questions_for(page.shown.reader) if one.fact not in seen)


def asked(page: Page, question: Question) -> str:
    return question.ask[lang()] + page.id(question.fact)

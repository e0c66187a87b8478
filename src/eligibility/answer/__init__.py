"""The whole answer for a case: a decision with everything that follows from it, in sentences, pictures and JSON."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.answer.absent import NoEdition as NoEdition
    from eligibility.answer.answer import Answer as Answer
    from eligibility.answer.answer import CircleTold as CircleTold
    from eligibility.answer.answer import FeeTold as FeeTold
    from eligibility.answer.answer import Way as Way
    from eligibility.answer.line import AnswerLine as AnswerLine
    from eligibility.answer.line import NamedDocument as NamedDocument
    from eligibility.answer.question import Option as Option
    from eligibility.answer.question import Question as Question
    from eligibility.answer.readers import Reader as Reader
    from eligibility.answer.remarks import Remarks as Remarks
    from eligibility.answer.remarks import remark_text as remark_text
    from eligibility.answer.today import ActOfToday as ActOfToday
    from eligibility.answer.today import TodayTold as TodayTold
    from eligibility.answer.told import Told as Told
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "absent": "NoEdition",
            "answer": "Answer CircleTold FeeTold Way",
            "line": "AnswerLine NamedDocument",
            "question": "Option Question",
            "readers": "Reader",
            "remarks": "Remarks remark_text",
            "today": "ActOfToday TodayTold",
            "told": "Told",
        },
    )

"""An answer in paragraphs, for whoever reads it: a terminal and a page lay out the same."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.answer.telling.checklist import tell_answer as tell_answer
else:
    __all__, __getattr__, __dir__ = face(__name__, {"checklist": "tell_answer"})

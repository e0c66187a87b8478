"""Conversations held at random."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from eligibility.answer.question import Question
from eligibility.diagnostics.refusal import Refused
from eligibility.interview.conversation import Asking
from eligibility.interview.reply import Reply

__all__ = ["possible", "stepped"]


def stepped(conversation: Asking, draw: Callable[[Any], Any]) -> Asking:
    """After an answer at random, if there is anything to answer; where it cannot be true, the same conversation."""
    if conversation.question is None:
        return conversation
    reply: Reply | None = draw(st.sampled_from([None, *possible(conversation.question)]))
    try:
        return conversation.reply(reply)
    except Refused:
        return conversation


def possible(question: Question) -> Sequence[Reply]:
    if question.options:
        return [option.value for option in question.options]
    born = [date(2001, 6, 3)] if question.kind == "number-or-birth-date" else []
    return [0, 3, 17, 40, 70, *born]

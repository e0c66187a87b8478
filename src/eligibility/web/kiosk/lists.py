"""The list as a file for somebody at home, or on the paper of the office's printer in a hall."""

import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from eligibility.answer.answer import Answer
from eligibility.diagnostics.refusal import refused
from eligibility.interview.conversation import Conversation
from eligibility.letters.kinds import LetterKind
from eligibility.web.kiosk.front import Front
from eligibility.web.papers import paper
from eligibility.web.printing import Desk, Press
from eligibility.words.text import Lang

LIST: LetterKind = "checklist"
PRINTING = 8
"""seconds that the office's printer may take to accept a page"""


def offered(front: Front, talk: Conversation) -> Mapping[str, Any]:
    """How the page offers the list besides itself."""
    possible = find_spec("typst") is not None and _is_listed(talk)
    return {"as_file": possible and front.mode == "self", "printer": front.fixed.printer if possible else None}


class Lists:
    """Made by the press; of one service alone, for no paper is about several."""

    def __init__(self, press: Press) -> None:
        self._press = press

    async def file(self, talk: Conversation, lang: Lang) -> bytes:
        _check(talk)
        return await self._press.made(paper, LIST, lang, "pdf", talk.case_of(talk.services[0]))

    async def print(self, talk: Conversation, lang: Lang, printer: str) -> None:
        _check(talk)
        await self._press.made(printed, lang, printer, talk.case_of(talk.services[0]))


def _is_listed(talk: Conversation) -> bool:
    answers = list(talk.answers.values())
    return len(answers) == 1 and isinstance(answers[0], Answer) and answers[0].answered


def _check(talk: Conversation) -> None:
    if not _is_listed(talk):
        raise refused("not-printed")


def printed(desk: Desk, lang: Lang, printer: str, case: dict[str, object]) -> None:
    """By the system's own way of printing, which is given no title: what waits for a printer is seen by others."""
    content = paper(desk, LIST, lang, "pdf", case)
    try:
        subprocess.run(["lp", "-s", "-d", printer, "-"], input=content, check=True, capture_output=True, timeout=PRINTING)  # noqa: S603, S607
    except (OSError, subprocess.SubprocessError):
        raise refused("not-printed") from None

"""The list as a file for somebody at home, or on the paper of the office's printer in a hall."""

import subprocess
from collections.abc import Mapping
from functools import partial
from importlib.util import find_spec
from shutil import which
from time import monotonic
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
APART = 10
"""seconds between two lists on the office's printer, which has paper for others too"""
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
        self._free_at = 0.0

    async def file(self, talk: Conversation, lang: Lang) -> bytes:
        _check(talk)
        return await self._press.made(partial(paper, LIST, lang, "pdf", talk.case_of(talk.services[0])))

    async def print(self, talk: Conversation, lang: Lang, printer: str) -> None:
        _check(talk)
        if monotonic() < self._free_at:
            raise refused("papers-busy", seconds=APART)
        self._free_at = monotonic() + APART
        await self._press.made(partial(printed, lang, printer, talk.case_of(talk.services[0])))


def _is_listed(talk: Conversation) -> bool:
    answers = list(talk.answers.values())
    return len(answers) == 1 and isinstance(answers[0], Answer) and answers[0].answered


def _check(talk: Conversation) -> None:
    if not _is_listed(talk):
        raise refused("not-printed")


def printed(lang: Lang, printer: str, case: dict[str, object], desk: Desk) -> None:
    """By the system's own way of printing, which is given no title: what waits for a printer is seen by others."""
    command = which("lp")
    if command is None:
        raise refused("not-printed")
    content = paper(LIST, lang, "pdf", case, desk)
    try:
        subprocess.run(  # noqa: S603  the printer's name was checked at the start
            [command, "-s", "-d", printer, "-"], input=content, check=True, capture_output=True, timeout=PRINTING
        )
    except (OSError, subprocess.SubprocessError):
        raise refused("not-printed") from None

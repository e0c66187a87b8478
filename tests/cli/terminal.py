"""A terminal on which somebody talks with the program."""

import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path

import pexpect

from tests.cli.running import PROGRAM

__all__ = ["Screen"]

REACTION = 0.2
"""seconds before a key is pressed: between the prompt and the reading after it, a signal would be lost"""
NO_CHANGE: Mapping[str, str] = {}


def _heeds_control_c() -> None:
    """Also where the tests run in the background, so that the shell has them ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Screen:
    """The interview on a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        spoken: str = "ask",
        columns: int = 80,
        rows: int = 40,
        environment: Mapping[str, str] = NO_CHANGE,
        folder: Path | None = None,
    ) -> None:
        told = {**os.environ, "ELIGIBILITY_LANG": "ru", "TERM": "xterm", **environment}
        for name in {"COLUMNS", "LINES", "NO_COLOR"} - environment.keys():
            told.pop(name, None)
        command, *program = PROGRAM
        self.child = pexpect.spawn(
            command,
            [*program, spoken, *arguments],
            env=told,
            encoding="utf-8",
            timeout=20,
            dimensions=(rows, columns),
            preexec_fn=_heeds_control_c,
            cwd=folder,
        )

    def sees(self, text: str) -> str:
        self.child.expect_exact(text)
        return str(self.child.before)

    def types(self, text: str) -> None:
        self.sees("> ")
        self.child.sendline(text)

    def files_for(self, answer: str = "1") -> None:
        """The first question at a terminal; by default somebody files for himself."""
        self.sees("Для кого Вы подаете заявление?")
        self.types(answer)

    def reads_to(self, text: str) -> str:
        """All that is said up to this text, page by page."""
        said = ""
        while self.child.expect_exact([text, "следующие строки"]):
            said += str(self.child.before)
            self.types("")
        return said + str(self.child.before)

    def interrupts(self) -> None:
        self.sees("> ")
        time.sleep(REACTION)
        self.child.sendintr()

    def ends(self) -> tuple[int, str]:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, str(self.child.before)

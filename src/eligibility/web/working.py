"""What a process of the server does before it answers: it opens the rules and makes the application."""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eligibility.engine import Engine
from eligibility.letters.processes import end_with_parent
from eligibility.web.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""by this variable the library of figures knows the folder that the workers share, before it is loaded"""
Opening = Callable[[], Engine]


@dataclass(frozen=True, slots=True)
class Working:
    """Carried to a worker by a pipe that only the two processes have, and so is the key."""

    opening: Opening
    """engines are opened in the worker: only how travels"""
    settings: Settings
    key: bytes
    figures: str = ""
    """the folder of the workers' figures, where there are several"""

    def __call__(self) -> "FastAPI":
        if self.figures:
            os.environ[SHARED] = self.figures
            end_with_parent()  # else it would hold the address for ever
        from eligibility.web.assembly import http_app

        _log_plainly()
        return http_app(self.opening(), self.settings, self.key)


def _log_plainly() -> None:
    """Our own lines as they are; of the library's only what went wrong, for its warnings repeat what our answers say."""
    ours = logging.getLogger("eligibility.web")
    ours.setLevel(logging.INFO)
    ours.propagate = False
    ours.handlers = [logging.StreamHandler(sys.stderr)]
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)

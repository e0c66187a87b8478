"""What an office sets of its server: where it listens, whom it trusts, and what a kiosk is fixed to."""

import atexit
import os
from dataclasses import dataclass, field
from datetime import date
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Literal

from eligibility.letters.statement import Office

Network = IPv4Network | IPv6Network
Logged = Literal["failures", "requests"]
LOGGED: tuple[Logged, ...] = ("failures", "requests")

SEALING = 32
"""bytes of a sealing key"""
IDLE = 60
"""seconds after which a kiosk forgets a visitor who does nothing"""
WARNING = 20
"""of them, in which it warns"""


def private_folder() -> Path:
    """For the owner's eyes alone, and gone when the program ends."""
    folder = mkdtemp(prefix="eligibility-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return Path(folder)


@dataclass(frozen=True, slots=True)
class KioskSettings:
    """What the operator of a hall fixes; what is left out, the visitor chooses."""

    region: str | None = None
    services: tuple[str, ...] = ()
    """empty for all"""
    on: date | None = None
    """the day that is taken for today"""
    printer: str | None = None
    """the office's own, as `lp` names it; else the browser prints"""
    idle: int = IDLE


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole server."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    rate: int = 600
    """requests a minute that one address may make"""
    proxies: tuple[Network, ...] = ()
    """whose word is taken for the address of a client, and for nothing else"""
    office: Office | None = None
    """without it no official paper is made over the network"""
    runtime: Path = field(default_factory=private_folder)
    """for what the workers share while they run"""
    parents: tuple[str, ...] = ()
    """origins whose pages may hold the interview in a frame"""
    log: Logged = "failures"
    kiosk: KioskSettings | None = None
    """None where everybody uses a browser of their own"""

    @property
    def printers(self) -> int:
        """Processes that make papers for one worker: all together at most one a core, and one at least."""
        return max(1, (os.cpu_count() or 1) // self.workers)

"""A visit sealed into the page that shows it, so that nobody reads it there, and nothing opens it once it has ended."""

import json
import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from eligibility.web.kiosk.visit import Visit, visit_of

LASTS = 600
"""seconds after its last request that a visit ends"""
MOST = 16 * 1024
"""characters that a seal may have"""
WAITING = 1
"""second that another worker may take to write that a visit has ended"""
_NONCE = 12


class Seals:
    """Made and opened with the key of this start of the server, by the same rules: what was answered by others may mean
    nothing here. Ended visits are known to all workers; their file holds ids and moments, nothing of what was said."""

    def __init__(self, key: bytes, rules: str, runtime: Path) -> None:
        self._key, self._rules = key, rules.encode()
        self._cipher = ChaCha20Poly1305(key)
        self._ended = runtime / "ended-visits.sqlite"
        self._ended_here: dict[str, int] = {}
        with self._visits():
            pass  # where there can be no such file, that is told at the start

    def seal(self, visit: Visit, now: int) -> str:
        nonce = token_bytes(_NONCE)
        content = _written([now + LASTS, visit.data()])
        return urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, content, self._rules)).decode()

    def open(self, seal: str, now: int) -> Visit | None:
        """Nothing where the visit has ended, or where this is no seal of this server."""
        try:
            sealed = urlsafe_b64decode(seal[:MOST].encode("ascii"))
            until, data = json.loads(self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], self._rules))
        except (InvalidTag, Error, ValueError):
            return None
        visit = visit_of(data)
        return None if now >= until or self._has_ended(visit) else visit

    def end(self, visit: Visit, now: int) -> None:
        """For all workers; where nothing can be written any more, for this one at least."""
        self._ended_here = {id: until for id, until in self._ended_here.items() if until > now} | {visit.id: now + LASTS}
        with suppress(sqlite3.Error), self._visits() as ended:
            ended.execute("DELETE FROM ended WHERE until <= ?", (now,))
            ended.execute("INSERT OR REPLACE INTO ended VALUES (?, ?)", (visit.id, now + LASTS))

    def mark(self, visit: Visit) -> str:
        """A code for what a visit led to. Another visit has another one for the same, so nobody finds answers by trying."""
        return blake2b(_written(visit.data()), key=self._key, digest_size=8).hexdigest()

    def _has_ended(self, visit: Visit) -> bool:
        if visit.id in self._ended_here:
            return True
        with suppress(sqlite3.Error), self._visits() as ended:
            return ended.execute("SELECT 1 FROM ended WHERE visit = ?", (visit.id,)).fetchone() is not None
        return True  # nobody knows: who cannot be told from another begins anew

    @contextmanager
    def _visits(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._ended, timeout=WAITING, isolation_level=None)) as ended:
            ended.execute("CREATE TABLE IF NOT EXISTS ended (visit TEXT PRIMARY KEY, until INTEGER) WITHOUT ROWID")
            yield ended


def _written(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()

"""Plain data as the one line it is hashed by: equal data are equal bytes, in whatever order their keys came."""

import hashlib
import json
from typing import Any

PREFIX = "sha256:"
"""before the hashes that people see"""


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(content: Any) -> bytes:
    """Half a pair of UTF-16, which JSON can spell and UTF-8 cannot, stays itself."""
    return _ENCODER.encode(content).encode("utf-8", "surrogatepass")


def digest(content: Any) -> str:
    return PREFIX + hashlib.sha256(canonical(content)).hexdigest()

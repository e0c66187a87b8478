"""Plain data as the one line it is hashed by: equal data are equal bytes, in whatever order their keys came."""

import hashlib
import json
from typing import Any

PREFIX = "sha256:"
"""before the hashes that people see"""


def canonical(content: Any) -> bytes:
    """Half a pair of UTF-16, which JSON can spell and UTF-8 cannot, stays itself."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def digest(content: Any) -> str:
    return PREFIX + hashlib.sha256(canonical(content)).hexdigest()

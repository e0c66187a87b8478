"""Files that pages bring along: found once at the start, each under a name that changes with its content."""

import gzip
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


class Asset(NamedTuple):
    content: bytes
    media_type: str
    packed: bytes | None
    """by gzip, where it is text"""


class Assets(NamedTuple):
    """By the name under which a page asks for them; the style names its fonts as they lie beside it."""

    named: Mapping[str, str]
    """a file's name and the one it is asked for by"""
    held: Mapping[str, Asset]


def assets_in(folder: Path) -> Assets:
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in TYPES}
    named: dict[str, str] = {}
    held: dict[str, Asset] = {}
    for name in sorted(files, key=lambda name: name.endswith(".css")):
        content = files[name]
        if name.endswith(".css"):
            for other, asked_by in named.items():
                content = content.replace(other.encode(), asked_by.encode())
        stem, _, ending = name.rpartition(".")
        named[name] = f"{stem}.{sha256(content).hexdigest()[:12]}.{ending}"
        packed = None if ending == "woff2" else gzip.compress(content, mtime=0)
        held[named[name]] = Asset(content, TYPES[f".{ending}"], packed)
    return Assets(named, held)

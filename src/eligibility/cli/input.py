"""Files and standard input as plain data, within limits, with the place of whatever cannot be read."""

import sys
from pathlib import Path
from typing import Any

from eligibility.diagnostics.refusal import Refused, refused
from eligibility.plain.strictjson import parse_json

MAX_BYTES = 1_000_000


def read_bytes(path: str) -> bytes:
    """A file's content, `-` for standard input; refuses a large one before reading it whole."""
    try:
        if path == "-":
            content = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                content = file.read(MAX_BYTES + 1)
    except OSError:
        raise refused("no-file", path) from None
    if len(content) > MAX_BYTES:
        raise refused("too-large", path, limit=MAX_BYTES)
    return content


def read_data(path: str) -> Any:
    """A file's data: JSON, or YAML by the file's name. Standard input has no name, so there it is whichever can be read."""
    content = read_bytes(path)
    if path.endswith((".yaml", ".yml")):
        return _yaml(path, content)
    try:
        return parse_json(content, path)
    except Refused as refused:
        if path != "-" or refused.diagnostics[0].code != "json-syntax" or not content.strip():
            raise
        return _yaml_unless_json(path, content, refused)


def _yaml_unless_json(path: str, content: bytes, refused: Refused) -> Any:
    """The data as YAML; content that is not YAML either, and begins as JSON does, is refused as the JSON it was meant to be."""
    try:
        return _yaml(path, content)
    except Refused:
        if content.lstrip().startswith((b"{", b"[")):
            raise refused from None
        raise


def _yaml(path: str, content: bytes) -> Any:
    from eligibility.plain.yamlfile import read_yaml

    file = read_yaml(path, content)
    if file.diagnostics:
        raise Refused(file.diagnostics)
    return file.data

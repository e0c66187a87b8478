"""The full code that a letter's file carries, read where nothing that was typed can stand."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import refused
from eligibility.letters.code import CHECK, MAX_CODE, VERSION

MAX_FILE = 10_000_000
"""bytes of a letter that was scanned in or signed over; a longer file takes too long to be found to be none"""

FULL_CODE = re.compile(rf"{VERSION}\.[A-Z2-7]{{8,{MAX_CODE}}}\.[A-Z2-7]{{{CHECK}}}")
IN_PAGE = re.compile(b'content="(%s)"' % FULL_CODE.pattern.encode())
"""nobody's name can hold the quotes of a page's head"""


def code_in(content: bytes) -> str:
    """The full code a letter's file carries; refuses a file with none, or with several."""
    found = set(_codes(content))
    if not found:
        raise refused("no-code", "CODE")
    if len(found) > 1:
        raise refused("several-codes", "CODE")
    return found.pop()


def _codes(content: bytes) -> Iterator[str]:
    if content.startswith(b"%PDF"):
        for words in _keywords(content):
            yield from FULL_CODE.findall(words)
        return
    alone = b"".join(content.split()).decode("ascii", "replace")
    if FULL_CODE.fullmatch(alone):
        yield alone
    else:
        yield from (one.decode() for one in IN_PAGE.findall(content))


def _keywords(content: bytes) -> list[str]:
    """What a PDF says of itself, in the old way and in the new: a viewer that saves it again writes both otherwise."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise refused("pdf-not-installed", "CODE", command=command_for("pdf")) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(content))
        known, packet = reader.metadata, reader.xmp_metadata
        said = (known and known.keywords, packet and packet.pdf_keywords)
    except Exception:  # a file that only begins like a PDF can be wrong in any way
        return []
    return [str(words) for words in said if words]

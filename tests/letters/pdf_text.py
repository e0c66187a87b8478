"""What a reader's program finds in a PDF, by poppler's pdftotext, pdfinfo and pdftoppm, and a scanner's in its square."""

import re
import shutil
import subprocess
from typing import Any, NamedTuple

import pytest
from zxingcpp import read_barcodes

_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">')


class Box(NamedTuple):
    """Where a word stands, in points from the left upper corner of its page."""

    left: float
    top: float
    right: float
    bottom: float


def pdf_text(content: bytes) -> str:
    return _told("pdftotext", content, "-", "-").decode()


def pdf_boxes(content: bytes) -> list[Box]:
    return [Box(*map(float, found)) for found in _WORD.findall(_told("pdftotext", content, "-bbox", "-", "-").decode())]


def pdf_info(content: bytes, *options: str) -> str:
    return _told("pdfinfo", content, *options, "-").decode()


def scanned(content: bytes, dpi: int, page: int = 1) -> list[str]:
    """The squares of a page, read off its picture."""
    _, size, _, grey = _told("pdftoppm", content, "-r", str(dpi), "-gray", "-f", str(page), "-l", str(page)).split(b"\n", 3)
    width, height = map(int, size.split())
    picture: Any = memoryview(grey).cast("B", (height, width))
    return [found.text for found in read_barcodes(picture)]


def _told(program: str, content: bytes, *arguments: str) -> bytes:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed (poppler-utils)")
    return subprocess.run([found, *arguments], input=content, capture_output=True, check=True).stdout

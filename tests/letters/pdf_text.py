"""What a reader's program finds in a PDF, by poppler's pdftotext and pdfinfo."""

import shutil
import subprocess

import pytest


def pdf_text(content: bytes) -> str:
    return _told("pdftotext", content, "-", "-")


def pdf_info(content: bytes, *options: str) -> str:
    return _told("pdfinfo", content, *options, "-")


def _told(program: str, content: bytes, *arguments: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed (poppler-utils)")
    done = subprocess.run([found, *arguments], input=content, capture_output=True, check=True)
    return done.stdout.decode()

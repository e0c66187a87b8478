"""A letter made into a file of the format asked for."""

import os
from datetime import date
from pathlib import Path

from eligibility.letters.making import Format, Made


def rendered(made: Made, day: date, format: Format, templates: Path | None) -> bytes:
    match format:
        case "pdf":
            from eligibility.letters.pdf import as_pdf

            return as_pdf(made, day)
        case "html":
            from eligibility.letters.html import as_html

            return as_html(made, templates).encode()
        case "txt":
            from eligibility.letters.text import as_text

            return as_text(made).encode()


def write_whole(path: Path, content: bytes) -> None:
    """The whole file, or none of it; a link keeps pointing, a file keeps its mode, a pipe or device just gets the bytes."""
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise

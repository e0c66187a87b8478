"""Where rules, templates and words lie, and files written whole or not at all."""

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_PACKAGE = Path(__file__).parent
BUILT = _PACKAGE / "_shipped"
"""what is made of the rules and words when the program is built or first run"""
_CHECKOUT = _PACKAGE.parent.parent

PART = re.compile(r"\.[0-9a-f]{12}\.\d+\.part")
"""the name of a file not yet written to its end"""


def checkout() -> Path | None:
    """The top of the checkout that this program runs from, if it does."""
    return _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else None


def resource(name: str) -> Path:
    """The folder `rules`, `templates`, `locales` or `docs`: in a checkout the one at its top, else the installed one."""
    top = _CHECKOUT / name
    return top if checkout() and top.is_dir() else BUILT / name


def leave(path: Path, content: bytes) -> None:
    """Written whole for the next start; not at all in a folder that cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError:
        pass  # a read-only installation is compiled at build time; a read-only checkout is merely slower


def write_whole(path: Path, content: bytes) -> None:
    """The whole file, or none of it; a link keeps pointing, a file keeps its mode, a pipe or device just gets the bytes."""
    path = pointed(path)
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    with replacing(path) as part:
        part.write(content)


def write_new(path: Path, content: bytes) -> None:
    """The whole file, or none of it, for the eyes of its owner alone; never in the place of another."""
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """What is to stand at the path: it takes its place in one move, with the mode of what stood there, or leaves nothing."""
    path = pointed(path)
    part = part_of(path)
    try:
        if path.exists():
            part.touch(0o600)
        with part.open("wb") as file:
            yield file
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def pointed(path: Path) -> Path:
    """What a link points to. One that points to itself is an error of older Pythons and its own answer of newer ones."""
    try:
        found = path.resolve() if path.is_symlink() else path
        loops = found.is_symlink()
    except RuntimeError:
        loops = True
    if loops:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    return found


def part_of(path: Path) -> Path:
    """Beside it, under a name that is never longer."""
    return path.with_name(f".{hashlib.sha256(path.name.encode(errors='surrogateescape')).hexdigest()[:12]}.{os.getpid()}.part")


def sweep(folder: Path) -> None:
    """What a killed run left half written."""
    for part in folder.glob(".*.part"):
        if PART.fullmatch(part.name):
            part.unlink(missing_ok=True)

"""Rules named on a command line: the shipped ones, those of a folder, or those of a git revision."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.engine import Engine
from eligibility.reasoning.inference import EngineName
from eligibility.rulefiles.folders import SHIPPED
from eligibility.rulefiles.loading import read_sources

RULES = "rules"
"""where the rules of a revision lie, if it does not say"""
MAX_FILES, MAX_SIZE = 10_000, 100_000_000
"""of a revision's rules; the shipped ones are a hundredth of that"""
MAX_SECONDS = 60
SHOWN = 3
"""mistakes that are told of rules that cannot be read"""
ENDINGS = (".yaml", ".yml")
FILE = "100"
"""how git's mode of a plain file begins; links and other repositories are no rules"""


def engine_at(name: str, engine: EngineName | None = "direct") -> Engine:
    """Refuses, by this name, what is no rules and rules that cannot be read."""
    if name == SHIPPED:
        return Engine.shipped(engine)
    if Path(name).is_dir():
        return _engine(name, Path(name), engine)
    with TemporaryDirectory(prefix="eligibility-rules-") as folder:
        take_out(name, Path(folder))
        return _engine(name, Path(folder), engine)


def _engine(name: str, folder: Path, engine: EngineName | None) -> Engine:
    """Where files by themselves are not what their places ask for, it is the format that is another."""
    try:
        return Engine.of_rules(folder, engine)
    except Refused as mistakes:
        found = mistakes.diagnostics
        if any(one.code == "no-rules" for one in found):
            raise refused("no-such-rules", "", name=name) from None
        code = "rules-of-another-format" if read_sources(folder).diagnostics else "rules-in-error"
        shown = [_placed(one, name) for one in found[:SHOWN]]
        raise Refused([Diagnostic(code, "", name=name, count=len(found)), *shown]) from None


def _placed(one: Diagnostic, name: str) -> Diagnostic:
    """With the rules named that it is in."""
    where = one.where
    place = Place(f"{name}: {where.file}", where.line, where.column) if isinstance(where, Place) else name
    return Diagnostic(one.code, place, **one.values)


class _Blob(NamedTuple):
    """A file of a revision."""

    id: str
    size: int
    path: PurePosixPath


def take_out(name: str, folder: Path) -> None:
    """The rule files of a revision, written below a folder; refuses what git does not know, and what is too much."""
    if name.startswith("-"):
        raise refused("no-such-rules", "", name=name)
    tree = name if ":" in name else f"{name}:{RULES}"
    id = _git("rev-parse", "--verify", "--quiet", "--end-of-options", tree, name=name).decode().strip()
    blobs = list(_blobs(_git("ls-tree", "-r", "-l", "-z", "--full-tree", id, name=name)))
    if len(blobs) > MAX_FILES or sum(one.size for one in blobs) > MAX_SIZE:
        raise refused("too-many-rules", "", name=name, files=MAX_FILES, size=MAX_SIZE)
    wanted = "".join(f"{one.id}\n" for one in blobs).encode()
    content = _git("cat-file", "--batch", name=name, given=wanted)
    for blob, data in zip(blobs, _contents(content), strict=True):
        path = folder.joinpath(*blob.path.parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _blobs(listed: bytes) -> Iterator[_Blob]:
    """Plain files with the ending of rules, at paths that lead nowhere else."""
    for line in listed.split(b"\0"):
        head, _, path = os.fsdecode(line).partition("\t")
        if head:
            mode, _, id, size = head.split()
            at = PurePosixPath(path)
            if mode.startswith(FILE) and at.suffix in ENDINGS and _stays_below(at):
                yield _Blob(id, int(size), at)


def _stays_below(path: PurePosixPath) -> bool:
    """Git makes no other paths, but whoever writes its objects by hand can, and not every system parts them alike."""
    return not path.is_absolute() and not {"..", "\\", ":"} & {*path.parts, *str(path)}


def _contents(batch: bytes) -> Iterator[bytes]:
    """Each file behind a line that ends in its size, before a line's end."""
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        size = int(batch[at:end].split()[-1])
        yield batch[end + 1 : end + 1 + size]
        at = end + size + 2


def _git(*arguments: str, name: str, given: bytes = b"") -> bytes:
    """What git answers in the folder at hand; it asks nobody and fetches nothing."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "--no-pager", *arguments],  # noqa: S607
            input=given,
            capture_output=True,
            timeout=MAX_SECONDS,
            env={**os.environ, **quiet},
            check=False,
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        raise refused("no-such-rules", "", name=name) from None
    if done.returncode:
        raise refused("no-such-rules", "", name=name)
    return done.stdout

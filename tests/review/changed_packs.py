"""The small pack as it was, and with some of its files changed."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from eligibility.engine import Engine
from eligibility.review.told_changes import Sides
from tests.broken.broken_examples import BASE

EDITION = "acts/town-2018-1/1-wheelchairs.yaml"
Change = tuple[str, str, str]
"""a file, what stands in it, and what takes its place"""


def rules(folder: Path, *changes: Change, files: Mapping[str, str] = {}) -> Path:
    """A pack in a folder of its own, with the changes made and more files in it."""
    pack = Path(shutil.copytree(BASE, folder))
    for name, content in files.items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(content, encoding="utf-8")
    for name, was, now in changes:
        text = (pack / name).read_text(encoding="utf-8")
        assert was in text, f"{name} has no {was!r}"
        (pack / name).write_text(text.replace(was, now), encoding="utf-8")
    return pack


def sides(folder: Path, *changes: Change, before: Sequence[Change] = ()) -> Sides:
    """Engines of the pack as it was, with `before` in it, and with the changes made to that."""
    old, new = rules(folder / "old", *before), rules(folder / "new", *before, *changes)
    return Sides(Engine.of_rules(old, "direct"), Engine.of_rules(new, "direct"))

"""What README and docs tell other programs to import is public: a name that its package shows."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.faces.test_faces import packages

TOP = Path(__file__).resolve().parents[2]
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
PACKAGES = set(packages())


def names_on(page: str) -> Iterator[str]:
    """Every dotted name of the program, in the sentences and in the examples."""
    yield from re.findall(r"`(eligibility(?:\.\w+)+)", page)
    for example in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        for node in ast.walk(ast.parse(example)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("eligibility"):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names if alias.name.startswith("eligibility"))


def is_public(name: str) -> bool:
    """A package, or what a package shows, or an attribute of that."""
    if name in PACKAGES:
        return True
    home, _, last = name.rpartition(".")
    if home in PACKAGES:
        return last in import_module(home).__all__
    return "." in home and is_public(home) and hasattr(reached(home), last)


def reached(name: str) -> object:
    home, _, last = name.rpartition(".")
    return getattr(import_module(home) if home in PACKAGES else reached(home), last)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_public_things_only(page: Path) -> None:
    assert [name for name in names_on(page.read_text(encoding="utf-8")) if not is_public(name)] == []


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("`eligibility.law`", True),
        ("`eligibility.Engine.answer_nothing`", False),
        ("`eligibility.Engine.decide(case)`", True),
        ("`eligibility.engine.Engine`", False),
        ("```python\nfrom eligibility.law.pack import Pack\n```", False),
        ("```python\nfrom eligibility.law import Pack\n```", True),
        ("```python\nimport eligibility.law.pack\n```", False),
    ],
)
def test_a_module_is_no_public_thing(text: str, public: bool) -> None:
    [name] = names_on(text)
    assert is_public(name) is public

"""One word, one meaning: no two modules and no two classes of the program share a name."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "src" / "eligibility"
MODULES = [path for path in HOUSE.rglob("*.py") if path.name != "__init__.py"]


def test_no_two_modules_share_a_name() -> None:
    """A command's module bears the name of what it opens, so those are left out."""
    names = Counter(path.stem for path in MODULES if path.parent.name != "commands")
    assert [name for name, count in names.items() if count > 1] == []


def test_no_two_classes_share_a_name() -> None:
    names = Counter(name for path in MODULES for name in set(defined(path)))
    assert [name for name, count in names.items() if count > 1] == []


def defined(path: Path) -> Iterator[str]:
    """Classes, and names given to types; type variables are nobody's names."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not _is_variable(value):
                if name[0].isupper() and not name.isupper():
                    yield name


def _is_variable(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypeVar"

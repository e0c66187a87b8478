"""Every package shows what it is for and which of its names are for others; nothing that is shown is missing or unsaid."""

import ast
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

import eligibility


def packages() -> Iterator[str]:
    yield "eligibility"
    for found in pkgutil.walk_packages(eligibility.__path__, "eligibility."):
        if found.ispkg:
            yield found.name


PACKAGES = [import_module(name) for name in packages()]
SHOWN = [(package, name) for package in PACKAGES for name in package.__all__]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
class TestPackage:
    def test_says_what_it_is_for(self, package: ModuleType) -> None:
        assert package.__doc__

    def test_shows_to_type_checkers_what_it_shows(self, package: ModuleType) -> None:
        """The names imported under TYPE_CHECKING are those loaded when asked for, out of the same modules."""
        checked = dict(imported_for_types(package))
        if checked:
            assert sorted(checked) == package.__all__
            for name, home in checked.items():
                assert getattr(import_module(home), name) is getattr(package, name)

    def test_shows_no_name_of_a_module(self, package: ModuleType) -> None:
        """Which of the two would be meant depended on what was imported before."""
        modules = {found.name for found in pkgutil.iter_modules(package.__path__)}
        assert not modules & set(package.__all__)

    def test_has_no_other_names(self, package: ModuleType) -> None:
        with pytest.raises(AttributeError, match="has no attribute 'nothing_of_the_kind'"):
            _ = package.nothing_of_the_kind


@pytest.mark.parametrize(("package", "name"), SHOWN, ids=lambda one: getattr(one, "__name__", one))
def test_what_is_shown_is_there_and_says_what_it_is(package: ModuleType, name: str) -> None:
    assert hasattr(package, name)
    assert documented(package, name)


def test_the_program_shows_all_that_is_public() -> None:
    public = PACKAGES[0].__all__
    assert dir(eligibility) == public
    assert {"Engine", "Case", "Person", "Presented", "Decision", "Diagnostic", "Refused"} <= set(public)


def test_looking_at_a_package_loads_none_of_its_modules() -> None:
    program = f"import sys, {', '.join(packages())}; print(*(one for one in sys.modules if one.startswith('eligibility')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) - set(packages()) - {"eligibility._faces"}
    lint = import_module("eligibility.rulefiles.lint")
    assert loaded <= set(reached_from(lint)), "rulefiles.lint alone holds code of its own"


def reached_from(package: ModuleType) -> Iterator[str]:
    """Modules of the program loaded with this package, in a process of its own."""
    program = f"import sys, {package.__name__}; print(*(one for one in sys.modules if one.startswith('eligibility')))"
    yield from subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()


def imported_for_types(package: ModuleType) -> Iterator[tuple[str, str]]:
    for node in ast.parse(inspect.getsource(package)).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for one in node.body:
                assert isinstance(one, ast.ImportFrom)
                for alias in one.names:
                    assert alias.asname == alias.name
                    yield alias.name, one.module or ""


def documented(package: ModuleType, name: str) -> bool:
    """Whether the class or function has a docstring, or the constant one below it."""
    found = getattr(package, name)
    home = home_of(package, name)
    body = ast.parse(inspect.getsource(home)).body
    for node, below in zip(body, [*body[1:], None], strict=True):
        match node:
            case ast.ClassDef(name=defined) | ast.FunctionDef(name=defined) if defined == name:
                return bool(ast.get_docstring(node))
            case ast.Assign(targets=[ast.Name(id=defined)]) | ast.AnnAssign(target=ast.Name(id=defined)) if defined == name:
                return isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    raise AssertionError(f"{found} is not defined in {home.__name__}")


def home_of(package: ModuleType, name: str) -> ModuleType:
    """The module in which the name is defined, through the faces in between."""
    homes = dict(imported_for_types(package))
    if name not in homes:
        return package
    home = import_module(homes[name])
    return home_of(home, name) if hasattr(home, "__path__") else home

"""The wheel, built and installed where there is no checkout."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from eligibility.engine import Engine
from tests.cli.running import Done

CHECKOUT = Path(__file__).parents[2]
SOURCES = (
    "src",
    "rules",
    "templates",
    "locales",
    "docs",
    "tools",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    ".gitignore",
)
LEFT_OUT = shutil.ignore_patterns("_shipped", "__pycache__", "*.pyc")

pytestmark = [pytest.mark.xdist_group("shipping"), pytest.mark.skipif(os.name == "nt", reason="the office's shell is a shell")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that the checkout's own compiled rules stay as they are."""
    pytest.importorskip("hatchling")
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=LEFT_OUT)
        elif source.is_file():
            shutil.copy(source, copy / name)
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def office(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel in it. The libraries are those of this one: only the program is new."""
    home = tmp_path_factory.mktemp("office")
    venv.create(home, symlinks=True)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(home / "bin" / "python"),
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    (packages,) = (home / "lib").glob("python*/site-packages")
    libraries = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (packages / "libraries.pth").write_text("\n".join(libraries) + "\n")
    return home


def environment(office: Path, lang: str = "ru") -> dict[str, str]:
    """Nothing of the checkout's: a path to its modules would hide those installed."""
    return {"PATH": os.environ["PATH"], "ELIGIBILITY_LANG": lang, "HOME": str(office)}


def run(office: Path, *arguments: str, given: str = "", lang: str = "ru") -> Done:
    """Outside the checkout, without anything of its environment."""
    done = subprocess.run(
        [str(office / "bin" / "eligibility"), *arguments],
        input=given.encode(),
        capture_output=True,
        cwd=office,
        env=environment(office, lang),
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


class TestWheel:
    def test_holds_rules_templates_and_languages_compiled(self, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as archive:
            held = set(archive.namelist())
        shipped = "eligibility/_shipped/"
        for name in ("pack.jsonl", "locales/kk/LC_MESSAGES/eligibility.mo", "locales/ru/LC_MESSAGES/eligibility.mo"):
            assert shipped + name in held
        for folder in ("rules", "templates"):
            wanted = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / folder).rglob("*") if path.is_file()}
            assert {name for name in wanted if "__pycache__" not in name} <= {name.removeprefix(shipped) for name in held}

    def test_holds_every_module_and_nothing_of_the_tests(self, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as archive:
            held = set(archive.namelist())
        modules = {path.relative_to(CHECKOUT / "src").as_posix() for path in (CHECKOUT / "src").rglob("*.py")}
        assert {name for name in modules if "_shipped" not in name} <= held
        assert [name for name in held if re.match(r"tests|tools|docs", name)] == []
        assert any(name.endswith("licenses/LICENSE") for name in held)
        assert "eligibility/py.typed" in held

    def test_names_every_library_the_sources_import(self, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as archive:
            (name,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
            metadata = Parser().parsestr(archive.read(name).decode())
        required = {
            re.split(r"[\s;<>=!~\[]", one)[0].lower().replace("_", "-") for one in metadata.get_all("Requires-Dist", [])
        }
        homes = packages_distributions()
        for module in sorted(set(imported()) - set(sys.stdlib_module_names) - {"eligibility"}):
            distributions = {one.lower().replace("_", "-") for one in homes.get(module, [])}
            assert distributions & required or not distributions, f"{module} is imported, and nothing that holds it is required"


def imported() -> Iterator[str]:
    for path in (CHECKOUT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (one.name.partition(".")[0] for one in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


CASE = {"service": "prosthetic-orthopedic-aid", "act": "kyzylorda-2015-118", "on": "2016-03-01"}
FACTS = {"work_injury_by_employer": False, "disability": "none", "war_status": "participant"}


class TestInstalled:
    def test_runs_its_own_code_and_rules(self, office: Path) -> None:
        done = subprocess.run(
            [str(office / "bin" / "python"), "-c", "import eligibility; print(eligibility.__file__)"],
            capture_output=True,
            text=True,
            cwd=office,
            env=environment(office),
            check=True,
        )
        assert Path(done.stdout.strip()).is_relative_to(office)
        found = run(office, "doctor", "--json").json
        pack = Engine.shipped("direct").pack
        assert (found["rules"], found["editions"]) == (pack.digest, sum(1 for _ in pack.held()))

    def test_lists_services(self, office: Path) -> None:
        done = run(office, "services", "--json")
        assert (done.code, done.err) == (0, "")
        assert len(done.json) == 39

    def test_checks_a_case(self, office: Path) -> None:
        done = run(office, "check", "-", "--json", given=json.dumps({**CASE, "facts": FACTS}))
        assert (done.code, done.err) == (0, "")
        assert {one["document"] for one in done.json["checklist"] if one["status"] == "required"} == {
            "application",
            "gpw-certificate",
            "medical-organisation-conclusion",
        }

    @pytest.mark.parametrize(("lang", "head"), [("kk", "Ұсыну қажет"), ("ru", "Необходимо представить")])
    def test_asks_through_a_pipe(self, office: Path, lang: str, head: str) -> None:
        arguments = (CASE["service"], "--act", CASE["act"], "--on", CASE["on"])
        done = run(office, "ask", *arguments, given="2\n1\n2\n", lang=lang)
        assert done.code == 0
        assert head in done.out

    @pytest.mark.parametrize(
        "command", [("show", "wheelchairs", "--act", CASE["act"]), ("acts",), ("stale",), ("rules", "lint")]
    )
    def test_the_other_commands_run(self, office: Path, command: tuple[str, ...]) -> None:
        done = run(office, *command)
        assert (done.code, done.err) == (0, "")

    def test_works_where_nothing_can_be_written(self, office: Path) -> None:
        """An installation of the administrator's, used by somebody else; the checks above left no file in it."""
        (package,) = (office / "lib").glob("python*/site-packages/eligibility")
        made = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
        assert [name for name in made if name.endswith((".stamp", ".tmp"))] == []
        assert {name for name in made if name.endswith(".mo")} == {
            f"_shipped/locales/{lang}/LC_MESSAGES/eligibility.mo" for lang in ("kk", "ru")
        }

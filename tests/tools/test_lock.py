"""The lock file holds what pyproject.toml asks for, and the set-up takes from it what each target needs."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import lock, setup

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKED = {
    line.split("==")[0]: line for line in setup.LOCK.read_text(encoding="utf-8").splitlines() if re.match("[a-z0-9]", line)
}
GROUPS = lock.groups()
ALL = tuple(GROUPS)


def names(*groups: str) -> set[str]:
    return {entry.split("==")[0] for entry in setup.entries(*groups)}


class TestLock:
    @pytest.mark.parametrize("group", GROUPS)
    def test_holds_all_that_is_asked_for(self, group: str) -> None:
        """After a change of pyproject.toml: `make lock`."""
        for wanted in map(Requirement, GROUPS[group]):
            name = canonicalize_name(wanted.name)
            version = LOCKED[name].split("==")[1].split()[0]
            assert wanted.specifier.contains(version), f"{name} {version}"
            assert name in names(group)

    def test_is_entries_with_hashes_and_nothing_else(self) -> None:
        text = setup.LOCK.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        for entry in setup.entries(*ALL):
            assert re.fullmatch(
                r"[a-z0-9-]+==\S+( ; .+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+    # for [a-z ]+\n", entry
            )

    def test_is_wholly_reached_by_its_groups(self) -> None:
        assert names(*ALL) == set(LOCKED)


class TestParts:
    def test_running_takes_no_tools(self) -> None:
        ask = names(*setup.PARTS["ask"])
        assert {"pydantic", "typer"} <= ask
        assert not {"mypy", "ruff", "pytest", "hypothesis", "import-linter", "typst", "zen-engine", "durable-rules", "uv"} & ask

    @pytest.mark.parametrize(
        ("part", "more"),
        [("use", "typst"), ("test", "pytest"), ("check", "mypy"), ("bench", "zen-engine"), ("mutants", "mutmut")],
    )
    def test_each_adds_its_own(self, part: str, more: str) -> None:
        assert names(*setup.PARTS["ask"]) < names(*setup.PARTS[part])
        assert more in names(*setup.PARTS[part])
        assert more not in names(*setup.PARTS["ask"])


class TestCompiler:
    """Whether durable-rules can be built is told beforehand, in a few words."""

    @pytest.fixture(autouse=True)
    def can(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "gcc").touch(0o755)
        (tmp_path / "Python.h").touch()
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.delenv("CC", raising=False)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(sys, "version_info", (3, 11, 7))
        monkeypatch.setattr(sysconfig, "get_config_var", lambda name: "gcc -pthread")
        monkeypatch.setattr(sysconfig, "get_path", lambda name: str(tmp_path))

    def test_is_here(self) -> None:
        assert setup.no_rete() is None

    def test_is_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", os.devnull)
        assert setup.no_rete() == "no C compiler here"

    def test_is_named_by_the_environment(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("CC", "mycc -O1")
        assert setup.no_rete() == "no C compiler here"
        (tmp_path / "mycc").touch(0o755)
        assert setup.no_rete() is None

    def test_has_no_headers(self, tmp_path: Path) -> None:
        (tmp_path / "Python.h").unlink()
        assert setup.no_rete() == "no headers of Python here"

    def test_is_of_no_use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "version_info", (3, 13, 0))
        assert setup.no_rete() == "it is for Python below 3.13"
        monkeypatch.setattr(sys, "platform", "darwin")
        assert setup.no_rete() == "it is for Linux"


def test_what_was_not_run_is_the_last_line_of_the_tests(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "tests/decrees/test_decrees.py",
        "-p",
        "no:cacheprovider",
        "-k",
        "Kyzylorda or kyzylorda",
    ]
    done = subprocess.run(
        command,
        cwd=CHECKOUT,
        env={**os.environ, "ELIGIBILITY_SHARED": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    last = done.stdout.splitlines()[-1]
    assert re.match(r"Not run: \d+ tests \(the decrees' texts are not at hand; put them into ", last)
    assert "ELIGIBILITY_SHARED=DIR" in last


def test_every_target_is_told() -> None:
    told = [str(shutil.which("make")), "--no-print-directory", "help"]
    done = subprocess.run(told, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    targets = re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [line.split()[1] for line in done.stdout.splitlines()] == targets

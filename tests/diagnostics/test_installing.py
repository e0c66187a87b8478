"""The command that adds a missing part fits where the program stands."""

import shlex
import sys
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tools.setup import PARTS

from eligibility.diagnostics import installing
from eligibility.diagnostics.installing import command_for

TOP = Path(__file__).resolve().parents[2]
OURS = {
    "pdf": {"pypdf", "typst", "zxing-cpp"},
    "population": {"polars"},
    "rete": {"durable-rules"},
    "spark": {"pyspark"},
    "web": {"cryptography", "fastapi", "httptools", "prometheus-client", "starlette", "uvicorn", "uvloop"},
    "xlsx": {"python-calamine"},
}


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "checkout", lambda: None)


def test_in_the_environment_of_a_checkout_it_is_the_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(TOP / ".venv"))
    python, script = shlex.split(command_for("pdf"))
    assert Path(python).is_file()
    assert Path(script) == TOP / "tools" / "setup.py"
    assert Path(script).is_file()


@pytest.mark.parametrize("extra", sorted(OURS.keys() - {"rete"}))
def test_the_set_up_adds_what_it_is_advised_for(monkeypatch: pytest.MonkeyPatch, extra: str) -> None:
    """As it does durable-rules, wherever that can be built."""
    monkeypatch.setattr(sys, "prefix", str(TOP / ".venv"))
    _, _, *part = shlex.split(command_for(extra))
    assert extra in PARTS[part[0] if part else "use"]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("extra", OURS)
def test_elsewhere_the_libraries_have_their_own_names(extra: str) -> None:
    words = shlex.split(command_for(extra))
    assert words[:4] == [sys.executable, "-m", "pip", "install"]
    assert {Requirement(word).name for word in words[4:]} == OURS[extra]
    assert not any(word.startswith("eligibility") for word in words)
    if requires("eligibility"):
        assert all(Requirement(word).specifier for word in words[4:])


@pytest.mark.usefixtures("installed")
def test_without_pip_uv_installs_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "find_spec", lambda name: None)
    words = shlex.split(command_for("pdf"))
    assert words[:5] == ["uv", "pip", "install", "--python", sys.executable]


def test_no_page_and_no_message_tells_to_install_the_program_by_name() -> None:
    """No registry has it, and anybody could take the name. From a folder of wheels it is another matter."""
    pages = [*TOP.glob("*.md"), *(TOP / "docs").glob("*.md"), *(TOP / "locales").rglob("*.po"), *(TOP / "src").rglob("*.py")]
    lines = (line for page in pages for line in page.read_text(encoding="utf-8").splitlines())
    assert [line for line in lines if "install" in line and "eligibility[" in line and "--no-index" not in line] == []

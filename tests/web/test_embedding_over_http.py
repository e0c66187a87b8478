"""The examples of docs/embedding.md that ask a server are run as they stand there, against a running one."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import playwright
import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "embedding.md").read_text(encoding="utf-8").partition("## Over HTTP")[2]
EXAMPLES = {kind: re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL) for kind in ("sh", "python", "js")}
WRITTEN = "http://127.0.0.1:8000"
NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if sys.platform == "win32" else "node")
SERVER = [sys.executable, "-c", "from eligibility.cli.main import main; main()", "serve", "--port", "0"]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with subprocess.Popen(SERVER, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        found = re.search(r"http://[^/\s]+", process.stdout.readline())
        try:
            assert found
            yield found[0]
        finally:
            process.terminate()


def printed(command: list[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=folder, timeout=60, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def here(example: str, address: str) -> str:
    assert WRITTEN in example
    return example.replace(WRITTEN, address)


@pytest.mark.skipif(which("curl") is None, reason="curl is not installed")
def test_curl(address: str, tmp_path: Path) -> None:
    decided, batch, paper = (printed(["sh", "-c", here(one, address)], tmp_path) for one in EXAMPLES["sh"])
    assert json.loads(decided)["edition"]["service"] == "wheelchairs"
    right, wrong = (json.loads(line) for line in batch.splitlines())
    assert right["answer"]["checklist"]
    assert wrong["problem"]["code"] == "unknown-service"
    assert json.loads(paper)["same"]


def test_python(address: str, tmp_path: Path) -> None:
    (example,) = EXAMPLES["python"]
    found = printed([sys.executable, "-c", here(example, address)], tmp_path)
    assert "required ipr " in found
    wrong = printed([sys.executable, "-c", here(example, address).replace("group-1", "group-9")], tmp_path)
    assert wrong.startswith("facts.disability ")


def test_javascript(address: str, tmp_path: Path) -> None:
    (example,) = EXAMPLES["js"]
    node = [str(NODE), "--input-type=module", "-e"]
    assert printed([*node, here(example, address)], tmp_path).startswith("disability ")
    wrong = here(example, address).replace('"2016-03-01"', '"soon"')
    assert printed([*node, wrong], tmp_path).startswith("on ")

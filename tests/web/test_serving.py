"""`eligibility serve`, as a process of its own: it answers, writes nothing of what it is asked, and stops when told to."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.web.serving import serve

SURNAME = "Ескендіров"
CASE = {
    "service": "wheelchairs",
    "region": "kyzylorda-region",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
    "person": {"surname": SURNAME},
}
HEEDS_CONTROL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""also where the tests run in the background, so that the shell has them ignore it"""
COMMAND = [sys.executable, "-c", f"{HEEDS_CONTROL_C}; from eligibility.cli.main import main; main()", "serve", "--port", "0"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    environment = {**os.environ, "ELIGIBILITY_LANG": "ru"}
    with subprocess.Popen(
        COMMAND,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.search(r"http://\S+/api/v1", line)
        try:
            assert address, line
            yield address[0], process
        finally:
            process.kill()


def test_answers_and_says_nothing_of_it(server: tuple[str, "subprocess.Popen[str]"], tmp_path: Path) -> None:
    address, process = server
    sent = Request(f"{address}/decide", json.dumps(CASE).encode(), {"Content-Type": "application/json"})  # noqa: S310
    with urlopen(sent, timeout=30) as answered:  # noqa: S310
        found = json.load(answered)
        headers = {name.lower() for name in answered.headers}
    assert [line["document"] for line in found["checklist"]]
    assert "server" not in headers
    with socket.create_connection(("127.0.0.1", int(address.split(":")[2].split("/")[0]))) as raw:
        raw.sendall(f"GET {SURNAME}\r\n\r\n".encode())
        assert b" 400 " in raw.recv(1000)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert SURNAME not in said
    assert "disability" not in said
    assert list(tmp_path.iterdir()) == []


def test_an_address_where_nothing_can_listen_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        for host, port in (taken.getsockname(), ("127.0.0.1", 70_000), ("no such host", 0)):
            with pytest.raises(Refused) as found:
                serve(Engine.shipped("direct"), host, port, print)
            assert found.value.diagnostics[0].code == "cannot-listen"


def test_where_the_libraries_are_not_installed_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(Refused) as found:
        serve(Engine.shipped("direct"), "127.0.0.1", 0, print)
    (one,) = found.value.diagnostics
    assert (one.code, one.values) == ("web-not-installed", {"command": command_for("web")})

"""`eligibility serve`, as a process of its own: it answers, writes nothing of what it is asked, and stops when told to."""

import json
import signal
import socket
import sys
from pathlib import Path

import pytest

from eligibility.diagnostics.installing import command_for
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.web.serving import serve
from eligibility.web.settings import Settings
from tests.web.running import running, until

SURNAME = "Ескендіров"
CASE = {
    "service": "wheelchairs",
    "region": "kyzylorda-region",
    "on": "2016-03-01",
    "facts": {"disability": "group-1"},
    "person": {"surname": SURNAME},
}


def test_answers_and_says_nothing_of_it(tmp_path: Path) -> None:
    with running(folder=tmp_path) as server:
        status, headers, body = server.ask("/api/v1/decide", CASE)
        assert status == 200
        assert [line["document"] for line in json.loads(body)["checklist"]]
        assert "server" not in headers
        with server.connect() as raw:
            raw.sendall(f"GET {SURNAME}\r\n\r\n".encode())
            assert b" 400 " in raw.recv(1000)
        said = server.stop(signal.SIGINT)
    assert server.process.returncode == 130
    assert SURNAME not in said
    assert "disability" not in said
    assert list(tmp_path.iterdir()) == []


def test_the_first_page_is_opened_where_there_is_a_screen(tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.part; mv {opened}.part {opened}', "utf-8")
    browser.chmod(0o700)
    with running("--kiosk", "--open", DISPLAY=":9", BROWSER=f"{browser} %s") as server:
        until(opened.exists)
        assert opened.read_text().strip() == f"http://127.0.0.1:{server.port}"
        opened.unlink()
    with running("--open", DISPLAY="", WAYLAND_DISPLAY="", BROWSER=f"{browser} %s") as server:
        server.health()
    assert not opened.exists()


def test_an_address_where_nothing_can_listen_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        for host, port in (taken.getsockname(), ("127.0.0.1", 70_000), ("no such host", 0)):
            with pytest.raises(Refused) as found:
                serve(lambda: Engine.shipped("direct"), Settings(host=host, port=port), print)
            assert found.value.diagnostics[0].code == "cannot-listen"


def test_where_the_libraries_are_not_installed_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(Refused) as found:
        serve(lambda: Engine.shipped("direct"), Settings(port=0), print)
    (one,) = found.value.diagnostics
    assert (one.code, one.values) == ("web-not-installed", {"command": command_for("web")})


def test_a_request_under_way_is_answered_before_it_stops() -> None:
    with running() as server, server.connect() as asking:
        body = json.dumps(CASE).encode()
        head = (
            f"POST /api/v1/decide HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        asking.sendall(head.encode() + body[:5])
        server.health()
        server.process.send_signal(signal.SIGTERM)
        until(lambda: not _connects(server.port))
        asking.sendall(body[5:])
        answered = b"".join(iter(lambda: asking.recv(65536), b""))
        assert answered.startswith(b"HTTP/1.1 200 OK\r\n")
        assert answered.rstrip().endswith(b"}")
        assert server.process.wait(timeout=30) == 0


def _connects(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True

"""Several workers: each answers, one that dies is replaced, all end together, and their figures are told as one."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from tests.web.running import Running, running, until

WORKERS = 2


def counted(server: Running) -> int:
    _, _, told = server.ask("/api/v1/metrics")
    found = re.search(
        r'^eligibility_requests_total\{method="GET",route="/api/v1/health",status="200"\} (\S+)$', told, re.MULTILINE
    )
    return int(float(found[1])) if found else 0


def test_all_answer_and_all_end(tmp_path: Path) -> None:
    """Whatever is set reaches them."""
    (tmp_path / "office.yaml").write_text("name: Бөлім", "utf-8")
    (tmp_path / "server.yaml").write_text("office: office.yaml\nproxies: [10.0.0.0/8]\nkiosk: {on: 2016-03-01}", "utf-8")
    options = ("--workers", str(WORKERS), "--config", str(tmp_path / "server.yaml"))
    with running(*options, ELIGIBILITY_WEB_RUNTIME=str(tmp_path)) as server:
        workers = server.children()
        assert len(workers) == WORKERS
        for _ in range(40):
            server.health()
        until(lambda: counted(server) == 40)
        assert server.stop() == ""
    assert server.process.returncode == 0
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert list(tmp_path.glob("figures-*")) == []


def test_control_c_ends_them_too() -> None:
    with running("--workers", str(WORKERS)) as server:
        server.health()
        server.stop(signal.SIGINT)
    assert server.process.returncode == 130


def test_one_that_dies_is_replaced_and_its_figures_stay() -> None:
    with running("--workers", str(WORKERS)) as server:
        for _ in range(20):
            server.health()
        until(lambda: counted(server) == 20)
        before = server.children()
        os.kill(min(before), signal.SIGKILL)
        until(lambda: len(server.children() - before) == 1)
        assert counted(server) == 20
        until(lambda: "\neligibility_requests_under_way 1.0\n" in server.ask("/api/v1/metrics")[2])


def test_they_are_replaced_one_after_another_when_told_to() -> None:
    """Nobody notices, over new connections or over one that is kept as long as the server keeps it."""
    with running("--workers", str(WORKERS), ELIGIBILITY_WEB_RATE="1000000") as server:
        before = server.children()
        server.process.send_signal(signal.SIGHUP)
        answered = 0
        while len(server.children() - before) < WORKERS or server.children() & before:
            assert server.health()["status"] == "ok"
            answered += 1
            with closing(HTTPConnection("127.0.0.1", server.port, timeout=30)) as kept:
                answer = None
                while answer is None or not answer.will_close:
                    kept.request("GET", "/api/v1/health")
                    answer = kept.getresponse()
                    assert json.loads(answer.read())["status"] == "ok"
                    if not server.children() & before:
                        break
        assert answered


def test_they_do_not_outlive_their_parent() -> None:
    with running("--workers", str(WORKERS)) as server:
        workers = server.children()
        server.process.kill()
        until(lambda: not any(alive(worker) for worker in workers))


def alive(process: int) -> bool:
    try:
        return "zombie" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def test_nobody_sees_the_key() -> None:
    """It stands neither in the environment of a worker nor in its command line."""
    with running("--workers", str(WORKERS)) as server:
        known = variables(server.process.pid) | {b"LANGUAGE"}
        for worker in server.children():
            assert variables(worker) <= known
            assert not re.search(r"[0-9a-f]{32}", Path(f"/proc/{worker}/cmdline").read_text())


def variables(process: int) -> set[bytes]:
    return {one.partition(b"=")[0] for one in Path(f"/proc/{process}/environ").read_bytes().split(b"\0")}


BROKEN = """
from socket import create_server
from uvicorn import Config
from eligibility.web.supervising import Supervisor

def application():
    raise ZeroDivisionError

if __name__ == "__main__":
    with create_server(("127.0.0.1", 0)) as listener:
        Supervisor(Config(application, factory=True, workers=2), listener, lambda: print("listening")).run()
"""


def test_where_the_first_cannot_begin_the_server_ends(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, "utf-8")
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "ZeroDivisionError" in ended.stderr

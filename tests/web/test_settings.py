"""Settings come from a file, the environment and the command line; each mistake is told at the start, with its place."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.refusal import Refused
from eligibility.law.pack import Pack
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.web.configuring import read_settings
from eligibility.web.settings import KioskSettings, Settings
from tests.web.running import running

PACK: Pack = shipped_pack()
WHOLE = """
host: 0.0.0.0
port: 8080
workers: 2
rate: 100
proxies: [10.0.0.5, "fd00::/8"]
office: office.yaml
runtime: {folder}/run
parents: ["https://example.kz", "http://localhost:8081"]
log: requests
kiosk:
  region: kyzylorda-region
  services: [wheelchairs]
  on: 2016-03-01
  printer: hall-1
  idle: 90
"""


def read(text: str = "", options: Mapping[str, Any] | None = None, kiosk: bool = False, **environment: str) -> Settings:
    """The file, where it says anything, is written into the working directory."""
    path = Path("server.yaml")
    path.write_text(text)
    return read_settings(PACK, str(path) if text else None, environment, options or {}, kiosk)


def mistakes(*given: Any, **more: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as found:
        read(*given, **more)
    told = [one.message() + one.advice() for one in found.value.diagnostics]
    assert all(told)
    return [(one.code, str(one.where)) for one in found.value.diagnostics]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_whole_file(tmp_path: Path) -> None:
    Path("office.yaml").write_text("name: Бөлім")
    found = read(WHOLE.format(folder=tmp_path))
    assert found.office is not None
    assert found.office.name.kk == "Бөлім"
    assert replace(found, office=None) == Settings(
        "0.0.0.0",  # noqa: S104  nothing listens there
        8080,
        2,
        100,
        (ip_network("10.0.0.5"), ip_network("fd00::/8")),
        None,
        tmp_path / "run",
        ("https://example.kz", "http://localhost:8081"),
        "requests",
        KioskSettings("kyzylorda-region", ("wheelchairs",), date(2016, 3, 1), "hall-1", 90),
    )
    assert (tmp_path / "run").stat().st_mode & 0o777 == 0o700


def test_nothing_has_to_be_set() -> None:
    found = read()
    assert found == replace(Settings(), runtime=found.runtime)
    assert found.runtime.stat().st_mode & 0o777 == 0o700
    assert read(kiosk=True).kiosk == read("kiosk:").kiosk == KioskSettings()


def test_the_environment_counts_before_the_file_and_the_command_line_before_both() -> None:
    text = "host: one\nport: 1\nworkers: 3\nkiosk: {idle: 50, region: kyzylorda-region}"
    found = read(
        text,
        {"host": "three", "port": None},
        ELIGIBILITY_WEB_HOST="two",
        ELIGIBILITY_WEB_PORT="2",
        ELIGIBILITY_WEB_KIOSK_IDLE="40",
        ELIGIBILITY_WEB_PARENTS="https://a.kz, https://b.kz",
        HOME="unread",
    )
    assert (found.host, found.port, found.workers) == ("three", 2, 3)
    assert found.kiosk == KioskSettings("kyzylorda-region", idle=40)
    assert found.parents == ("https://a.kz", "https://b.kz")
    assert read(ELIGIBILITY_WEB_KIOSK_IDLE="50").kiosk == KioskSettings(idle=50)


def test_where_it_may_write_while_it_runs(tmp_path: Path) -> None:
    session, service = tmp_path / "session", tmp_path / "service"
    session.mkdir()
    assert read(XDG_RUNTIME_DIR=str(session)).runtime == session / "eligibility"
    assert read(XDG_RUNTIME_DIR=str(session), RUNTIME_DIRECTORY=f"{service}:{tmp_path}").runtime == service
    assert read(XDG_RUNTIME_DIR=str(tmp_path / "none")).runtime.is_dir()
    named = read(f"runtime: {tmp_path}/named", RUNTIME_DIRECTORY=str(service)).runtime
    assert named == tmp_path / "named"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- host", ("not-settings", "server.yaml:1:1")),
        ("kiosk: yes please", ("not-settings", "server.yaml:1:1")),
        ("hots: a", ("unknown-key", "server.yaml:1:1")),
        ("kiosk:\n  regoin: a", ("unknown-key", "server.yaml:2:3")),
        ("host: [a]", ("wrong-text", "server.yaml:1:1")),
        ("port: 70000", ("out-of-range", "server.yaml:1:1")),
        ("port: true", ("not-a-number", "server.yaml:1:1")),
        ("workers: 0", ("out-of-range", "server.yaml:1:1")),
        ("rate: many", ("not-a-number", "server.yaml:1:1")),
        ("proxies: 10.0.0.5", ("not-a-list", "server.yaml:1:1")),
        ("proxies: [10.0.0.5/8]", ("not-an-address", "server.yaml:1:11")),
        ("proxies: [5]", ("not-an-address", "server.yaml:1:11")),
        ("parents: [https://example.kz/]", ("not-an-origin", "server.yaml:1:11")),
        ('parents: ["*"]', ("not-an-origin", "server.yaml:1:11")),
        ('parents: ["https://example.kz; script-src *"]', ("not-an-origin", "server.yaml:1:11")),
        ("log: everything", ("unknown-value", "server.yaml:1:1")),
        ("office: none.yaml", ("no-file", "none.yaml")),
        ("kiosk: {region: nowhere}", ("unknown-region", "server.yaml:1:9")),
        ("kiosk:\n  services:\n  - wheelchairs\n  - wheelchars", ("unknown-service", "server.yaml:4:5")),
        ("kiosk: {on: 2018-02-30}", ("not-a-date", "server.yaml:1:9")),
        ("kiosk: {on: 1918-02-20}", ("date-out-of-range", "server.yaml:1:9")),
        ("kiosk: {printer: -o raw}", ("not-a-printer", "server.yaml:1:9")),
        ("kiosk: {idle: 39}", ("out-of-range", "server.yaml:1:9")),
        ("runtime: server.yaml", ("runtime-not-private", "server.yaml:1:1")),
        ("host: a: b", ("yaml-colon", "server.yaml:1:8")),
    ],
)
def test_a_mistake_in_the_file(text: str, found: tuple[str, str]) -> None:
    assert mistakes(text) == [found]


def test_a_folder_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert mistakes(f"runtime: {tmp_path}") == [("runtime-not-private", "server.yaml:1:1")]
    assert mistakes(RUNTIME_DIRECTORY=str(tmp_path)) == [("runtime-not-private", "runtime")]


def test_mistakes_in_an_office_are_told_where_they_are() -> None:
    Path("office.yaml").write_text("nam: Бөлім")
    assert mistakes("office: office.yaml\nport: -1") == [("out-of-range", "server.yaml:2:1"), ("unknown-key", "office.yaml")]


def test_all_mistakes_are_told_at_once_by_what_was_set() -> None:
    found = mistakes(
        "port: x\nrate: 0",
        {"workers": 65},
        ELIGIBILITY_WEB_PORT="y",
        ELIGIBILITY_WEB_PROT="1",
        ELIGIBILITY_WEB_KIOSK_SERVICES="wheelchairs,nothing",
    )
    assert found == [
        ("unknown-key", "ELIGIBILITY_WEB_PROT"),
        ("not-a-number", "ELIGIBILITY_WEB_PORT"),
        ("out-of-range", "--workers"),
        ("out-of-range", "server.yaml:2:1"),
        ("unknown-service", "ELIGIBILITY_WEB_KIOSK_SERVICES"),
    ]


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(Refused) as found:
        read_settings(PACK, "none.yaml", {}, {})
    assert [(one.code, one.where) for one in found.value.diagnostics] == [("no-file", "none.yaml")]


def test_the_command_tells_mistakes_and_does_not_start() -> None:
    Path("server.yaml").write_text("port: 70000\nrate: 0")
    with pytest.raises(AssertionError) as found, running("--config", "server.yaml", "--workers", "99"):
        pass
    said = str(found.value)
    assert "server.yaml:2:1" in said
    assert "--workers" in said
    assert "Traceback" not in said


def test_places_are_places() -> None:
    with pytest.raises(Refused) as found:
        read("port: -1")
    assert found.value.diagnostics[0].where == Place("server.yaml", 1, 1)
    assert json.dumps(found.value.diagnostics[0].as_json())

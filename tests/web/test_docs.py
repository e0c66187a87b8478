"""docs/server.md names every address, every setting and every code of the server."""

import re
from pathlib import Path

from eligibility.diagnostics.tables import tables
from eligibility.engine import Engine
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.web import http_app
from eligibility.web.configuring import VARIABLES, read_settings
from tests.diagnostics.page import OF_SERVER
from tests.web.client import get

PAGE = (Path(__file__).parents[2] / "docs" / "server.md").read_text("utf-8")


def test_every_mistake_of_the_server_is_on_the_page() -> None:
    listed = re.findall(r"^\| ([a-z-]+) \| ", PAGE.partition("| code | ")[2], re.MULTILINE)
    assert listed == sorted(code for room in OF_SERVER for code in tables()[room])


def test_every_address_is_on_the_page() -> None:
    listed = get(http_app(Engine.shipped("direct")), "/api/v1/openapi.json").json["paths"]
    addresses = {f"{method.upper()} {path.removeprefix('/api/v1/')}" for path, one in listed.items() for method in one}
    assert addresses == set(re.findall(r"`((?:GET|POST) [a-z/{}]+)`", PAGE))


def test_every_setting_is_on_the_page() -> None:
    rows = re.findall(r"^\| `([a-z: ]+)` \| `([A-Z_]+)` \| ", PAGE, re.MULTILINE)
    assert {variable: tuple(setting.split(": ")) for setting, variable in rows} == VARIABLES


def test_the_settings_on_the_page_are_settings(tmp_path: Path) -> None:
    (written,) = re.findall(r"^```yaml\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)
    (tmp_path / "server.yaml").write_text(written, "utf-8")
    (tmp_path / "office.yaml").write_text("{}", "utf-8")
    settings = read_settings(shipped_pack(), str(tmp_path / "server.yaml"), {}, {})
    assert settings.kiosk is not None
    assert settings.workers == 2

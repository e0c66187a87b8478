"""docs/server.md names every address and every code of the server."""

import re
from pathlib import Path

from eligibility.diagnostics.tables import tables
from eligibility.engine import Engine
from eligibility.web import http_app
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

"""What pages bring along: under names that change with the content, packed for whom takes it so."""

import gzip

import pytest

from eligibility.engine import Engine
from eligibility.web import http_app
from eligibility.web.kiosk.templating import assets
from tests.web.client import get

APP = http_app(Engine.shipped("direct"))


@pytest.mark.parametrize("name", assets().held)
def test_an_asset_is_the_same_packed_or_not_and_never_changes(name: str) -> None:
    plain = get(APP, f"/assets/{name}", accept_encoding="br, gzip;q=0")
    packed = get(APP, f"/assets/{name}", accept_encoding="gzip, deflate")
    assert "content-encoding" not in plain.headers
    assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert packed.headers["vary"] == "Accept-Encoding"
    if name.endswith(".woff2"):
        assert packed.body == plain.body
    else:
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body)


def test_there_is_no_other_file_there() -> None:
    for name in ("page.css", "OFL.txt", "..%2F_frame.html.j2"):
        assert get(APP, f"/assets/{name}").status == 404

"""Whatever is sent to whatever address: a right answer or what is wrong, never a failure, and no secret comes back."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from eligibility.engine import Engine
from eligibility.web import http_app
from eligibility.web.received import MAX_BODY
from eligibility.web.settings import Settings
from tests.web.client import get, sent
from tests.web.visitor import FORM, Visitor

APP = http_app(Engine.shipped("direct"), Settings(rate=1_000_000))
PATHS = get(APP, "/api/v1/openapi.json").json["paths"]
ROUTES = [(method.upper(), path.replace("{kind}", "checklist")) for path, one in PATHS.items() for method in one]
SECRET, IIN = "Ескендіров Құпия", "460301300129"
CASE: dict[str, Any] = {"service": "wheelchairs", "region": "kyzylorda-region", "on": "2016-03-01"}
TEXTS = {
    "template": "{{7*7}}{% for x in ().__class__.__mro__ %}${7*7}#{7*7}",
    "page": "<script>alert(1)</script>'\"--><svg onload=x>",
    "query": "' OR 1=1; DROP TABLE x; --",
    "path": "../../../../etc/passwd\\..\\..",
    "header": "x\r\nSet-Cookie: a=b\r\n\r\nHTTP/1.1 200 OK",
    "turned": "\u202e\u2066abc\u2069\u200f",
    "control": "\x00\x07\x1b[31m\x7f\x85",
    "half a sign": "\ud800",
    "wide": "𝕏😀" + "e" + "\u0301" * 200,
    "long": "я" * 5_000,
    "secret": f"{SECRET} {IIN}",
    "format": "%s%n{0}{code.__class__}",
}


def bodies() -> Iterator[tuple[str, bytes]]:
    for name, text in TEXTS.items():
        wrong = {**CASE, "service": text, "act": text, "region": text, "on": text, "filing_for": text, text: text}
        yield f"{name} for every word", dumped(wrong)
        inside = {"facts": {"disability": text, text: text}, "submitted": [text, {"document": text, text: text}]}
        yield f"{name} inside", dumped({**CASE, **inside, "events": {text: text}, "person": {text: text}})
        yield f"{name} of a person", dumped({**CASE, "person": {"surname": text, "iin": text, "address": text}})
        yield f"{name} raw", text.encode("utf-8", "surrogatepass")
    yield "deep", b'{"facts":' * 6_000
    yield "deep lists", b"[" * 60_000
    yield "large", b" " * (2 * MAX_BODY)
    yield "numbers", b'{"on": 1e999999, "service": NaN, "facts": {"age": -0.0e-99999}}'
    yield "a great number", b'{"facts": {"age": ' + b"9" * 5_000 + b"}}"
    yield "null", b"null"
    yield "not UTF-8", b'{"service": "\xff\xfe"}'
    yield "UTF-16", json.dumps(CASE).encode("utf-16")
    yield "a mark", b"\xef\xbb\xbf" + dumped(CASE)
    yield "a bomb of keys", dumped({**CASE, "facts": {str(at): SECRET for at in range(2_000)}})
    yield "like a paper", b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 500
    yield "like a code", b"EL1." + b"A" * 500 + b".AAAAAAAA"


def dumped(data: Any) -> bytes:
    return json.dumps(data).encode()


@pytest.fixture(scope="module", autouse=True)
def _printers() -> Iterator[None]:
    yield
    APP.state.press.close()


def fine(method: str, address: str, body: bytes, **headers: str) -> None:
    found = sent(APP, method, address, [body[at : at + 50_000] for at in range(0, len(body), 50_000)], headers)
    assert found.status < 500, (method, address, found.text[:500])
    assert found.headers["x-request-id"]
    if found.status >= 400:
        assert found.headers["content-type"] == "application/problem+json"
        assert found.json["status"] == found.status
    assert "\r" not in "".join(found.headers.values())
    if found.status >= 400 or address.endswith(("/batch", "/decide", "/questions", "/terms")):
        told = found.body.decode()
        for secret in (SECRET, IIN, "Құпия", "etc/passwd", "<script"):
            assert secret not in told


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
@pytest.mark.parametrize(("name", "body"), list(bodies()), ids=lambda value: value if isinstance(value, str) else "")
def test_bodies(route: tuple[str, str], name: str, body: bytes) -> None:
    method, path = route
    for kind in ("application/json", "application/x-ndjson", "text/plain") if method == "POST" else ("text/plain",):
        fine(method, path, body, content_type=kind)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_addresses_and_headers(route: tuple[str, str], text: str) -> None:
    method, path = route
    typed = quote(text.encode("utf-8", "surrogatepass"))[:8_000]
    said = "".join(sign for sign in text if sign.isprintable()).encode("utf-8", "replace").decode("latin-1")[:2_000]
    body = dumped(CASE)
    for name in ("find", "region", "on", "lang", typed):
        fine(method, f"{path}?{name}={typed}", body, content_type="application/json")
    fine(method, f"{path}?{typed}", body, content_type="application/json")
    fine(method, f"{path}/{typed}", body, content_type="application/json")
    for header in (
        "accept",
        "accept_language",
        "content_type",
        "content_length",
        "if_none_match",
        "host",
        "cookie",
        "x_request_id",
    ):
        fine(method, path, body, **{"content_type": "application/json", header: said})


@pytest.mark.parametrize("path", sorted({path for _, path in ROUTES}))
def test_methods(path: str) -> None:
    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "<X>"):
        if (method, path) not in ROUTES:
            found = sent(APP, method, path, [b""], {})
            assert (found.status, found.json["code"]) == (405, "other-method")


def test_kinds_of_papers() -> None:
    for text in TEXTS.values():
        typed = quote(text.encode("utf-8", "surrogatepass"))[:8_000]
        fine("POST", f"/api/v1/letters/{typed}", dumped(CASE), content_type="application/json")


PAGES = ("/", "/ru/", "/embed/kk/", "/assets/", "/api/v1/metrics", "/api/v1/openapi.json", "/nothing")
FIELDS = ("seal", "do", "phrase", "day", "typed", "option", "take")
FRAMED = http_app(Engine.shipped("direct"), Settings(rate=1_000_000, parents=("https://example.kz",)))
WHERE = ((), ("screening",), ("service:wheelchairs", "region:kyzylorda-region", "whom:self"))
AS_IT_IS = ("<script>alert", "<svg onload", "{{7*7}}", "\u202e", "\x00", "\x1b")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("address", PAGES)
def test_pages(address: str, text: str) -> None:
    typed = quote(text.encode("utf-8", "surrogatepass"))[:8_000]
    said = "".join(sign for sign in text if sign.isprintable()).encode("utf-8", "replace").decode("latin-1")[:2_000]
    raw = text.encode("utf-8", "surrogatepass")
    for method, path, body, headers in (
        ("GET", f"{address}?{typed}", b"", {}),
        ("GET", f"{address}{typed}", b"", {"accept": "text/html"}),
        ("POST", address, raw, {"content_type": FORM}),
        ("POST", address, b"do=" + typed.encode() + b"&seal=" + typed.encode(), {"content_type": FORM}),
        *(
            ("POST", address, b"do=find", {"content_type": FORM, name: said})
            for name in ("accept", "host", "cookie", "content_type")
        ),
    ):
        found = sent(FRAMED, method, path, [body], headers)
        assert found.status < 500, (method, path)
        assert "\r" not in "".join(found.headers.values())
        told = found.body.decode("utf-8", "replace")
        assert not [one for one in (*AS_IT_IS, SECRET, IIN) if one in told]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "where", [(), ("screening",), ("service:wheelchairs",), ("service:wheelchairs", "region:kyzylorda-region", "whom:self")]
)
def test_forms_of_a_visit(where: tuple[str, ...], text: str) -> None:
    """Also where the seal is a right one: what was typed is shown to whoever typed it, as text and nothing else."""
    visitor = Visitor(FRAMED)
    for press in where:
        visitor.press(press)
    seal = visitor.seal
    for do in ("find", "day", "answer", "take", "answer:1", "back", text):
        fields = dict.fromkeys(FIELDS, text) | {"seal": seal, "do": do}
        body = urlencode(fields, encoding="utf-8", errors="surrogatepass").encode()
        found = visitor.send(body)
        assert found.status in (200, 413, 422)
        assert "<h1" in found.text
        assert not [one for one in AS_IT_IS[:2] if one in found.text]

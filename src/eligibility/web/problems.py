"""What a request cannot be answered with, as problem+json: the diagnostics of the program in the language of the reader."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused
from eligibility.words.catalogue import catalogue
from eligibility.words.text import Lang

PROBLEM = "application/problem+json"
STATUS: Mapping[str, HTTPStatus] = {
    "defect": HTTPStatus.INTERNAL_SERVER_ERROR,
    "engines-disagree": HTTPStatus.INTERNAL_SERVER_ERROR,
    "kind-needs-office": HTTPStatus.FORBIDDEN,
    "no-such-address": HTTPStatus.NOT_FOUND,
    "not-accepted": HTTPStatus.NOT_ACCEPTABLE,
    "other-method": HTTPStatus.METHOD_NOT_ALLOWED,
    "other-type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "paper-not-finished": HTTPStatus.SERVICE_UNAVAILABLE,
    "papers-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "pdf-not-installed": HTTPStatus.NOT_IMPLEMENTED,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too-many-lines": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too-slow": HTTPStatus.REQUEST_TIMEOUT,
    "unknown-kind": HTTPStatus.NOT_FOUND,
}
"""of mistakes that are none of a case"""
UNREAD = {"duplicate-key", "json-syntax", "not-utf8", "too-deep"}
"""codes of what could not be read at all"""
UNFINISHED = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.REQUEST_TIMEOUT}
"""after which the rest of the request is not waited for"""
MAX_RANGES = 20
"""of languages that are looked at"""


def problem(request: Request, refused: Refused) -> Response:
    """All that was found wrong, the first of it also by itself."""
    status = status_of(refused.diagnostics[0].code)
    body = json.dumps(problem_data(request, refused), ensure_ascii=False)
    headers = {"Content-Language": _language(request), "Vary": "Accept-Language", "Cache-Control": "no-store"}
    if status in UNFINISHED:
        headers["Connection"] = "close"
    return Response(body, status.value, headers, PROBLEM)


def problem_data(request: Request, refused: Refused) -> dict[str, object]:
    """The same as plain data, for a place where other things are told too."""
    status = status_of(refused.diagnostics[0].code)
    told = [_told(one, _language(request)) for one in refused.diagnostics]
    return {"title": status.phrase, "status": status.value, **told[0], "request": request.scope.get("id", ""), "errors": told}


def _language(request: Request) -> Lang:
    return language_of(request.headers.get("accept-language", ""))


def status_of(code: str) -> HTTPStatus:
    return STATUS.get(code) or (HTTPStatus.BAD_REQUEST if code in UNREAD else HTTPStatus.UNPROCESSABLE_ENTITY)


def _told(one: Diagnostic, lang: Lang) -> dict[str, str]:
    words = catalogue(lang)
    return {"code": one.code, "where": str(one.where), "message": one.message(words), "hint": one.advice(words)}


def language_of(accepted: str) -> Lang:
    """The better liked of the two languages; Kazakh where neither or both are alike."""
    liked: dict[str, float] = {}
    for part in accepted.split(",", MAX_RANGES)[:MAX_RANGES]:
        name, _, parameter = part.strip().lower().partition(";")
        weight = _weight(parameter.strip())
        liked[name.strip().partition("-")[0]] = max(weight, liked.get(name.strip().partition("-")[0], 0.0))
    others = liked.get("*", 0.0)
    return "ru" if liked.get("ru", others) > liked.get("kk", others) else "kk"


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    try:
        return min(1.0, max(0.0, float(value))) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0

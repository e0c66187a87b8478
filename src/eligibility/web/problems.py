"""What a request cannot be answered with, as problem+json: the diagnostics of the program in the language of the reader."""

import json
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.refusal import Refused
from eligibility.web.negotiated import language_of
from eligibility.words.catalogue import catalogue
from eligibility.words.text import Lang

PROBLEM = "application/problem+json"
Telling = Callable[[Request, Refused], Response]
"""how a mistake is answered"""
STATUS: Mapping[str, HTTPStatus] = {
    "defect": HTTPStatus.INTERNAL_SERVER_ERROR,
    "engines-disagree": HTTPStatus.INTERNAL_SERVER_ERROR,
    "head-too-large": HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    "head-too-slow": HTTPStatus.REQUEST_TIMEOUT,
    "kind-needs-office": HTTPStatus.FORBIDDEN,
    "no-such-address": HTTPStatus.NOT_FOUND,
    "not-accepted": HTTPStatus.NOT_ACCEPTABLE,
    "not-http": HTTPStatus.BAD_REQUEST,
    "not-printed": HTTPStatus.SERVICE_UNAVAILABLE,
    "other-method": HTTPStatus.METHOD_NOT_ALLOWED,
    "other-type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "paper-not-finished": HTTPStatus.SERVICE_UNAVAILABLE,
    "papers-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "pdf-not-installed": HTTPStatus.NOT_IMPLEMENTED,
    "too-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too-many-lines": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too-many-requests": HTTPStatus.TOO_MANY_REQUESTS,
    "too-slow": HTTPStatus.REQUEST_TIMEOUT,
    "unknown-kind": HTTPStatus.NOT_FOUND,
}
"""of mistakes that are none of a case"""
UNREAD = {"duplicate-key", "json-syntax", "not-utf8", "too-deep"}
"""codes of what could not be read at all"""
UNFINISHED = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.REQUEST_TIMEOUT}
"""after which the rest of the request is not waited for"""
WAITING = {"paper-not-finished", "papers-busy", "too-many-requests"}
"""codes of what may go better a little later"""


def problem(request: Request, refused: Refused) -> Response:
    """All that was found wrong, the first of it also by itself."""
    body = json.dumps(problem_data(request, refused), ensure_ascii=False)
    headers = {**headers_of(refused), "Content-Language": _language(request), "Vary": "Accept-Language"}
    return Response(body, status_of(refused.diagnostics[0].code).value, headers, PROBLEM)


def headers_of(refused: Refused) -> dict[str, str]:
    """In whatever form it is told."""
    first, found = refused.diagnostics[0], {"Cache-Control": "no-store"}
    if status_of(first.code) in UNFINISHED:
        found["Connection"] = "close"
    if first.code in WAITING:
        found["Retry-After"] = str(first.values["seconds"])
    return found


def problem_data(request: Request, refused: Refused) -> dict[str, object]:
    """The same as plain data, for a place where other things are told too."""
    status = status_of(refused.diagnostics[0].code)
    told = errors_data(request, refused.diagnostics)
    return {"title": status.phrase, "status": status.value, **told[0], "request": request.scope.get("id", ""), "errors": told}


def errors_data(request: Request, mistakes: Iterable[Diagnostic]) -> list[dict[str, str]]:
    """In the language of the reader."""
    lang = _language(request)
    return [_told(one, lang) for one in mistakes]


def _language(request: Request) -> Lang:
    return language_of(request.headers.get("accept-language", ""))


def status_of(code: str) -> HTTPStatus:
    return STATUS.get(code) or (HTTPStatus.BAD_REQUEST if code in UNREAD else HTTPStatus.UNPROCESSABLE_ENTITY)


def _told(one: Diagnostic, lang: Lang) -> dict[str, str]:
    words = catalogue(lang)
    return {"code": one.code, "where": str(one.where), "message": one.message(words), "hint": one.advice(words)}

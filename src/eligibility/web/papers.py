"""Papers over HTTP: one made for a case, and one read back to see whether the decision behind it still holds."""

import json
from collections.abc import Mapping
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from eligibility.answer.contract_parts import Json
from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import chosen, mistyped
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.law.pack import Pack
from eligibility.letters.bulk.heads import LETTER
from eligibility.letters.carried import code_in
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.kinds import KIND, LetterKind, kind_named
from eligibility.letters.statement import OPTION, STATED, WHICH, Office, Statement, read_statement
from eligibility.letters.verify import verified
from eligibility.letters.writing import LANGUAGES, UNKNOWN, Format, Language, Wanted, langs_of, make
from eligibility.web.negotiated import language_of, type_of
from eligibility.web.printing import Desk, Mistakes, Press
from eligibility.web.problems import errors_data
from eligibility.web.received import JSON, UNKEPT, asked, case_in, content_of, type_sent

OPEN: tuple[LetterKind, ...] = ("checklist", "slip")
"""papers that speak for no office"""
FORMATS: Mapping[str, Format] = {"text/html": "html", "text/plain": "txt", "application/pdf": "pdf"}
MAX_PAPER = 1024 * 1024
"""bytes of one that is read back"""
PAGE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""a letter is a page by itself, and loads nothing"""


class Papers:
    """Made and read by the press; which kinds there are depends on whether it speaks for an office."""

    def __init__(self, press: Press, office: Office | None) -> None:
        self._press, self._office = press, office

    async def letters(self, request: Request) -> Response:
        """A paper for a case, as a page, as text or as PDF, in the language asked for."""
        wanted = asked(request, "lang").get("lang") or language_of(request.headers.get("accept-language", ""))
        lang: Language = chosen(wanted, LANGUAGES, "lang")
        kind = self._kind(request.path_params["kind"])
        type = type_of(request.headers.get("accept", ""), FORMATS)
        if type is None:
            raise refused("not-accepted", "accept", known=", ".join(FORMATS))
        content = await self._press.made(partial(paper, kind, lang, FORMATS[type], await case_in(request)))
        headers = {
            "Content-Language": ", ".join(langs_of(lang)),
            "Vary": "Accept, Accept-Language",
            "Cache-Control": "no-store",
        }
        if type == "text/html":
            headers["Content-Security-Policy"] = PAGE_POLICY
        return Response(content, headers=headers, media_type=type)

    def _kind(self, name: str) -> LetterKind:
        kind = kind_named(name, "kind")
        if self._office is None and kind not in OPEN:
            raise refused("kind-needs-office", "kind", known=", ".join(OPEN))
        return kind

    async def verify(self, request: Request) -> Response:
        """Whether the decision behind a paper is the same by the rules of today; takes its file, or its code as text."""
        asked(request)
        type = type_sent(request, *FORMATS)
        content = await content_of(request, MAX_PAPER)
        found, mistakes = await self._press.made(partial(held_against, content, FORMATS[type]))
        told = {**found, "refused": errors_data(request, mistakes) if mistakes else None}
        headers = {**UNKEPT, "Vary": "Accept-Language"}
        return Response(json.dumps(told, ensure_ascii=False).encode(), headers=headers, media_type=JSON)


def paper(kind: LetterKind, lang: Language, format: Format, data: dict[str, object], desk: Desk) -> bytes:
    """What an office states stands beside the case, as in a list; where there is no office, nothing is stated."""
    engine, office = desk
    stated = data.pop(LETTER, {}) if office else {}
    try:
        wanted = Wanted(kind, lang, office or UNKNOWN, _statement(stated, engine.pack))
        case = engine.read(data)
        return rendered(make(OnPaper(engine.answer(case)), wanted, case.person), case.on, format, None)
    except Refused as error:
        raise Refused(Diagnostic(one.code, _where(str(one.where)), **one.values) for one in error.diagnostics) from None


def _statement(stated: object, pack: Pack) -> Statement:
    """Kind and language are said in the address."""
    if isinstance(stated, dict) and (said := next((key for key in WHICH if key in stated), None)):
        raise refused("unknown-key", f"{LETTER}.{said}", **mistyped(said, STATED))
    return read_statement(stated, pack)


def _where(place: str) -> str:
    """An argument or an option of the command line as a request names it."""
    if place == KIND:
        return "kind"
    place = place.removesuffix(".")
    return f"{LETTER}.{place.removeprefix(OPTION).replace('-', '_')}" if place.startswith(OPTION) else place


def held_against(content: bytes, format: Format, desk: Desk) -> tuple[Json, Mistakes]:
    """What the code of a paper holds beside the decision of today, and why such a paper would not be given."""
    try:
        found = verified(content.decode("ascii", "replace") if format == "txt" else code_in(content), desk.engine)
    except Refused as error:
        raise Refused(Diagnostic(one.code, "body", **one.values) for one in error.diagnostics) from None
    return found.plain(), found.refused.diagnostics if found.refused else ()

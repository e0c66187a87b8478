"""What a browser shows where there is no page: what is wrong, in its reader's language, and the id of the request."""

from collections.abc import Callable, Sequence
from http.client import NOT_FOUND

from starlette.requests import Request
from starlette.responses import Response

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.templates import sentence
from eligibility.web.kiosk.front import Front
from eligibility.web.kiosk.templating import rendered
from eligibility.web.negotiated import HTML, goes_to_page, language_of
from eligibility.web.problems import Telling, headers_of, problem, status_of
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS, Lang

VARIES = {"Vary": "Accept, Accept-Language"}


def telling(fronts: Sequence[Front], is_for_programs: Callable[[str], bool]) -> Telling:
    """As a page to a browser that goes to one; to all others, the script of a page among them, as a problem."""

    def told(request: Request, mistake: Refused) -> Response:
        path = request.scope["path"]
        if is_for_programs(path) or not goes_to_page(request.headers.get("accept", "")):
            return problem(request, mistake)
        front = next((one for one in fronts if one.base and path.startswith(f"{one.base}/")), fronts[0])
        asked_in = (lang for lang in LANGS if path.startswith(front.address(lang)))
        lang = next(asked_in, None) or language_of(request.headers.get("accept-language", ""))
        return _page(front, lang, mistake, request.scope.get("id", ""))

    return told


def _page(front: Front, lang: Lang, mistake: Refused, id: str) -> Response:
    """Without a visit, and without what the script takes for a page: there the one before is still shown."""
    status = status_of(mistake.diagnostics[0].code)
    page = rendered("failed", lang, {"front": front, "mistakes": said(mistake, lang, status != NOT_FOUND), "id": id})
    headers = {**front.headers, **headers_of(mistake), **VARIES, "Content-Language": lang}
    return Response(page, status.value, headers, f"{HTML}; charset=utf-8")


def said(mistake: Refused, lang: Lang, hinted: bool = True) -> list[str]:
    """Each in whole sentences, with what to do about it; the list of addresses is no help to people."""
    translate = catalogue(lang)
    told = ((one.message(translate), one.advice(translate) if hinted else "") for one in mistake.diagnostics)
    return [" ".join(map(sentence, filter(None, one))) for one in told]

"""The pages over HTTP: a start, and one press of a button after another. Nothing personal stands in an address."""

from functools import partial
from time import time
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.web.kiosk.failing import said
from eligibility.web.kiosk.front import Front, fronts
from eligibility.web.kiosk.lists import Lists
from eligibility.web.kiosk.presses import Pressed, Pressing, Sent, Wrong
from eligibility.web.kiosk.screens import Screen, Screens
from eligibility.web.kiosk.sealing import LASTS, Seals
from eligibility.web.kiosk.templating import assets, rendered
from eligibility.web.kiosk.visit import Visit, new_id
from eligibility.web.negotiated import HTML, goes_to_page, language_of, takes
from eligibility.web.printing import Press
from eligibility.web.problems import headers_of, status_of
from eligibility.web.received import content_of
from eligibility.web.settings import Settings
from eligibility.web.watching import NamedRoute
from eligibility.words.text import LANGS, Lang

FILE = "tizbe-perechen.pdf"
MOST_FIELDS = 1_000
"""that a form may have"""
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


class Pages:
    """Of one server."""

    def __init__(self, engine: Engine, settings: Settings, key: bytes, press: Press) -> None:
        self._engine = engine
        self._lists = Lists(press)
        self._fronts = fronts(settings)
        self._seals = Seals(key, engine.pack.digest, settings.runtime)

    @property
    def routes(self) -> list[Route]:
        pages = (
            NamedRoute(front.address(lang), partial(self.page, front, lang), methods=["GET", "POST"])
            for front in self._fronts
            for lang in LANGS
        )
        return [NamedRoute("/", self.entrance), NamedRoute("/assets/{name}", self.asset), *pages]

    async def entrance(self, request: Request) -> Response:
        """In the language that the browser asks for."""
        lang = language_of(request.headers.get("accept-language", ""))
        return RedirectResponse(self._fronts[0].address(lang), headers={"Vary": "Accept-Language"})

    async def asset(self, request: Request) -> Response:
        asset = assets().held.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404)
        if asset.packed and takes(request.headers.get("accept-encoding", ""), "gzip"):
            return Response(asset.packed, headers={**FOR_EVER, "Content-Encoding": "gzip"}, media_type=asset.media_type)
        return Response(asset.content, headers=FOR_EVER, media_type=asset.media_type)

    async def page(self, front: Front, lang: Lang, request: Request) -> Response:
        """The start, or what follows from a press of a button."""
        if request.method == "POST":
            return await self._press(front, lang, request)
        return self._page(front, lang, Pressed(front.begun(new_id())))

    async def _press(self, front: Front, lang: Lang, request: Request) -> Response:
        """A visit that has ended begins anew; in a hall so does one whose browser would keep what was sent."""
        new = Pressed(front.begun(new_id()))
        try:
            form = await _form(request)
        except Refused as refused:
            return self._page(front, lang, new._replace(wrong=Wrong("", refused)))
        now = int(time())
        visit = self._seals.open(next(iter(form.get("seal", ())), ""), now)
        if visit is None or (front.mode == "kiosk" and goes_to_page(request.headers.get("accept", ""))):
            return self._page(front, lang, new, ended=True)
        if form.get("do") == ["clear"]:
            self._seals.end(visit, now)
            return self._page(front, lang, new)
        if form.get("do") in (["pdf"], ["print"]):
            return await self._listed(front, lang, visit, form["do"][0])
        pressing = Pressing(self._engine, front, lang)
        return self._page(front, lang, pressing.press(visit, form))

    async def _listed(self, front: Front, lang: Lang, visit: Visit, how: str) -> Response:
        """The list as a file for somebody at home; in a hall on the office's printer, where it has one."""
        if not visit.services or visit.region is None:
            return self._page(front, lang, Pressed(visit))
        try:
            talk = visit.talk(self._engine, front.today, visit.services)
            if how == "pdf" and front.mode == "self":
                headers = {"Content-Disposition": f'attachment; filename="{FILE}"', "Cache-Control": "no-store"}
                return Response(await self._lists.file(talk, lang), headers=headers, media_type="application/pdf")
            if how == "print" and front.fixed.printer:
                await self._lists.print(talk, lang, front.fixed.printer)
                return self._page(front, lang, Pressed(visit, talk=talk), printed=True)
        except Refused as refused:
            return self._page(front, lang, Pressed(visit, Wrong("", refused)))
        return self._page(front, lang, Pressed(visit))

    def _page(self, front: Front, lang: Lang, pressed: Pressed, *, ended: bool = False, printed: bool = False) -> Response:
        screens = Screens(self._engine, front, lang)
        try:
            screen = screens.of(pressed)
        except Refused as refused:
            pressed = Pressed(front.begun(pressed.visit.id), Wrong("", refused))
            screen = screens.of(pressed)
        seal = self._seals.seal(pressed.visit, int(time()))
        frame = {"front": front, "visit": pressed.visit, "seal": seal, "minutes": LASTS // 60}
        mistake = pressed.wrong and pressed.wrong.mistakes
        done = {"ended": ended, "printed": printed, "mistakes": said(mistake, lang) if mistake else ()}
        values = {"pack": self._engine.pack, "receipt": self._receipt(front, pressed.visit, screen)}
        page = rendered(screen.template, lang, {**frame, **done, **values, **screen.values})
        headers = {**front.headers, **(headers_of(mistake) if mistake else {}), "Content-Language": lang}
        status = status_of(mistake.diagnostics[0].code).value if mistake else 200
        return Response(page, status, headers, f"{HTML}; charset=utf-8")

    def _receipt(self, front: Front, visit: Visit, screen: Screen) -> str | None:
        """What a page tells the page around it once there is a result: the same as long as the answers of the visit are."""
        return self._seals.mark(visit) if front.mode == "embed" and screen.template == "result" else None


async def _form(request: Request) -> Sent:
    """Nothing where it is no form as a browser sends it."""
    content = await content_of(request)
    try:
        return parse_qs(content.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        return {}

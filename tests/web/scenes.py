"""Pages that no server has made, for what style and scripts do with them: they are built as those of templates/web/ are."""

from html import escape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Route

from eligibility.web.kiosk.assets import TYPES
from eligibility.web.kiosk.front import Front, Mode
from eligibility.words.text import Lang

ASSETS = Path(__file__).resolve().parents[2] / "templates" / "web" / "assets"
SITE = "http://hall.test"
PARENT = "http://parent.test"


def shown(main: str, mode: Mode = "kiosk", lang: Lang = "kk") -> str:
    front = Front(mode, parents=(PARENT,))
    scripts = "".join(f'<script type="module" src="/assets/{name}"></script>' for name in front.scripts)
    idle = ' data-idle="60" data-warn="20"' if front.warned_after else ""
    parents = escape(f'["{PARENT}"]')
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Қызмет</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">{scripts}</head>
<body data-mode="{mode}" data-start="/{lang}/"{idle} data-parents="{parents}">
<header class="top"><p>Қызмет</p>
<form method="post" action="/{lang}/"><button name="do" value="clear" class="clear">Өшіру</button></form></header>
<main id="main">{main}</main><footer><p>Сақталмайды.</p></footer>
<template id="lost"><h2>Келмеді</h2><p>Тағы бір рет.</p><button type="button" class="primary" value="retry">Тағы</button>
<button type="button" value="stay">Қалу</button></template>
<template id="idle"><h2>Осындасыз ба?</h2><p>Секунд: <span data-seconds>20</span></p>
<button type="button" value="stay">Иә</button></template>
<template id="keyboard"><span data-key="board">Пернетақта</span><span data-key="space">Бос орын</span>
<span data-key="erase">Өшіру</span><span data-key="shift">Бас әріптер</span><span data-key="done">Дайын</span>
<span data-key="kk">Қазақ әріптері</span><span data-key="ru">Орыс әріптері</span>
<span data-key="digits">Сандар</span></template>
</body></html>"""


def asking(title: str, inside: str) -> str:
    """A heading and a form under it."""
    return f'<h1 tabindex="-1">{title}</h1><form method="post" action="/kk/" autocomplete="off">{inside}</form>'


class Scene:
    """One page after another: each press is answered with `answer`, is lost where that is None, or waits in `held`."""

    def __init__(self, browser: Browser, first: str, width: int = 1080, height: int = 1920) -> None:
        self.answer: str | None = None
        self.holding = False
        self.held: list[Route] = []
        self.sent: list[dict[str, list[str]]] = []
        self._first = first
        self.page = browser.new_context(viewport={"width": width, "height": height}, has_touch=True).new_page()
        self.page.route("**/*", self._respond)
        self.page.clock.install()
        self.page.goto(f"{SITE}/kk/")

    def release(self) -> None:
        for route in self.held:
            self._answered(route)
        self.held.clear()

    def focused(self, selector: str) -> bool:
        return bool(self.page.evaluate(f"document.activeElement.matches({selector!r})"))

    def history(self) -> int:
        return int(self.page.evaluate("history.length"))

    def _respond(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/assets/"):
            file = ASSETS / path.rpartition("/")[2]
            route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
        elif route.request.method == "GET":
            self._page(route, self._first)
        else:
            self.sent.append(parse_qs(route.request.post_data or "", keep_blank_values=True))
            if self.holding:
                self.held.append(route)
            else:
                self._answered(route)

    def _answered(self, route: Route) -> None:
        if self.answer is None:
            route.abort()
        else:
            self._page(route, self.answer)

    def _page(self, route: Route, page: str) -> None:
        route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=Front("embed", parents=(PARENT,)).headers)

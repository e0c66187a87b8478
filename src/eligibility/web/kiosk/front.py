"""To whom pages are shown: to visitors of a hall, to somebody at home, within another site's page."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from eligibility.engine import Engine
from eligibility.interview.listed import acts_of_services
from eligibility.web.kiosk.visit import Visit
from eligibility.web.settings import WARNING, KioskSettings, Settings
from eligibility.words.text import Lang, Text

Mode = Literal["kiosk", "self", "embed"]
EMBED = "/embed"


@dataclass(frozen=True, slots=True)
class Front:
    """Where its pages begin, and what is settled beforehand."""

    mode: Mode
    base: str = ""
    fixed: KioskSettings = field(default_factory=KioskSettings)
    parents: tuple[str, ...] = ()
    """origins whose pages may hold this one in a frame"""
    office: Text | None = None
    """whose hall or site it is, where that is set"""

    def address(self, lang: Lang) -> str:
        return f"{self.base}/{lang}/"

    @property
    def warned_after(self) -> int | None:
        """Seconds until a visitor who does nothing is told that he will be forgotten; at home nobody else comes."""
        return self.fixed.idle - WARNING if self.mode == "kiosk" else None

    @property
    def scripts(self) -> tuple[str, ...]:
        match self.mode:
            case "kiosk":
                return "page.js", "keyboard.js"
            case "embed":
                return "page.js", "embed.js"
            case "self":
                return ("page.js",)

    @property
    def today(self) -> date:
        return self.fixed.on or date.today()

    @property
    def any_day(self) -> bool:
        """Whether another day than today can be named."""
        return self.mode == "self"

    def begun(self, id: str) -> Visit:
        return Visit(id, self.fixed.region)

    def services(self, engine: Engine) -> tuple[str, ...]:
        return self.fixed.services or tuple(acts_of_services(engine))

    @property
    def headers(self) -> dict[str, str]:
        """Nothing from elsewhere, nothing written into the page, and in nobody's frame but those allowed."""
        frames = " ".join(self.parents) or "'none'"
        policy = (
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
            f"form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
        )
        return {"Content-Security-Policy": policy, "Cache-Control": "no-store"}


def fronts(settings: Settings) -> tuple[Front, ...]:
    name = settings.office.name if settings.office else None
    office = name if name and name.kk and name.ru else None
    mode: Mode = "kiosk" if settings.kiosk else "self"
    fixed = settings.kiosk or KioskSettings()
    own = Front(mode, fixed=fixed, office=office)
    return (own, Front("embed", EMBED, fixed, settings.parents, office)) if settings.parents else (own,)

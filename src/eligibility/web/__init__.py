"""The server: the same answers over HTTP. Its libraries are an extra, loaded only where a server starts."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.web.assembly import http_app as http_app
    from eligibility.web.serving import serve as serve
    from eligibility.web.settings import KioskSettings as KioskSettings
    from eligibility.web.settings import Settings as Settings
else:
    __all__, __getattr__, __dir__ = face(
        __name__, {"assembly": "http_app", "serving": "serve", "settings": "KioskSettings Settings"}
    )

"""The pages for people who never open a terminal: in a hall, at home, in another site's frame."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.web.kiosk.pages import Pages as Pages
else:
    __all__, __getattr__, __dir__ = face(__name__, {"pages": "Pages"})

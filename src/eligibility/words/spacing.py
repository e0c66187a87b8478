"""Where lines may end: what belongs together stays on one line, on the screen, in plain text and on the printed page.

And which signs are not printed as they were found.
"""

import re
import textwrap
from functools import lru_cache

HELD = "\u00a0"
LONGEST = 30
"""signs held together on a line; more would leave a narrow column"""

_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d])(?<!жылғы) (?=\d)|(?<=№) (?=\w)")
_IN_DAY = re.compile(
    r"(?<=\d) (?=год|жыл|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел)"
)
_BEFORE_DASH = re.compile(r" (?=– )")
_AFTER_INITIAL = re.compile(r"(?<=(?<!\w)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.) (?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_AFTER_LABEL = re.compile(r"(?<=\d\)) (?=\w)")


@lru_cache(2048)
def held(text: str) -> str:
    """What belongs together stays on one line: «№ 118», «пункт 6», «1) тармақша», «1 марта», «А. Баталов»."""
    for pattern in (_BEFORE_NUMBER, _IN_DAY, _BEFORE_DASH, _AFTER_INITIAL, _AFTER_LABEL):
        text = pattern.sub(HELD, text)
    return " ".join(piece if len(piece) <= LONGEST else piece.replace(HELD, " ") for piece in text.split(" "))


def wrapped(text: str, room: int, lead: str = "", hang: str = "", cut: bool = True) -> list[str]:
    """The lines of a paragraph, none for no text. A word longer than a line (a link, a hash) stays whole unless `cut`."""
    lines = textwrap.wrap(
        held(text), room, initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False, break_long_words=cut
    )
    return [line.replace(HELD, " ") for line in lines]


def harmless(text: str) -> str:
    """With a question mark for each sign that would colour or clear a screen: names of files and sheets may hold such."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)

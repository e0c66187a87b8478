"""How a phrase may have been meant that was typed without a Kazakh keyboard, in Latin letters or in the wrong layout."""

import re
from itertools import groupby

Spelt = tuple[str, ...]

_ALIKE = str.maketrans("ёәғқңөұүһіыйэщ", "еагкноуухиииеш", "ъь")
"""letters that are typed one for the other, and those that are left out"""
_SOUNDS = {
    **dict(zip("abcdefghijklmnopqrstuvwyz", "абцдефгхижклмнопкрстувуыз", strict=True)),
    **dict(zip("äáəçčğıñńöóşšüúūýž", "аааччгынноошшууууж", strict=True)),
    "shch": "щ",
    "sch": "щ",
    "sh": "ш",
    "ch": "ч",
    "zh": "ж",
    "kh": "х",
    "gh": "ғ",
    "ts": "ц",
    "x": "кс",
    "'": "",
    "’": "",
    "ya": "я",
    "yu": "ю",
    "yo": "ё",
    "ye": "е",
}
_LATIN = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_LATIN_LETTER = re.compile(r"[a-zà-ÿāčğıńšşūžə]")
_KEYS = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё")
_UPPER_KEYS = str.maketrans("234580-=9", "әіңғүқөһұ")
"""the upper row of the Kazakh layout"""
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> Spelt:
    """The words of a text, with letters alike made one and doubled ones written once."""
    return tuple("".join(sign for sign, _ in groupby(word.translate(_ALIKE))) for word in _WORD.findall(text.casefold()))


def readings(phrase: str) -> tuple[Spelt, ...]:
    """The words that a phrase may mean, the likeliest reading first."""
    typed = phrase.casefold()
    if _LATIN_LETTER.search(typed):
        keyed = typed.translate(_KEYS)
        texts = [_LATIN.sub(lambda found: _SOUNDS[found[0]], typed), keyed, _with_upper_keys(keyed)]
    else:
        texts = [typed, _with_upper_keys(typed)]
    return tuple(dict.fromkeys(map(folded, texts)))


def _with_upper_keys(typed: str) -> str:
    """With the keys of the upper row as letters, in words that have others."""
    return " ".join(word if word.isdigit() else word.translate(_UPPER_KEYS) for word in typed.split())

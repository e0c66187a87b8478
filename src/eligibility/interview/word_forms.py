"""Whether two words are forms of one, by their endings in Kazakh and Russian. Words come folded, as `spelling` folds them."""

import re
from itertools import takewhile

_ADJECTIVE = "ии|ои|ая|яя|ое|ее|ие|ого|его|ому|ему|им|ом|ем|еи|их|ими|ую|юю"
_NOUN = "а|я|у|ю|о|е|и|ом|ем|ов|ев|еи|ам|ям|ах|ях|ами|ями|ию|ие|ия|иям|иях|иями|ием|ои|ею|ию"
_NOMINAL = f"(?:(?:н|ен|ов|ев|ск|еск|ическ|ичн|очн|онн)?(?:{_ADJECTIVE})|{_NOUN})?"
_FLEETING = "[ое]?[кц](?:а|у|е|и|ои|ом|ем|ов|ам|ах|ами)?"
"""коляс-ок, коляс-ка"""
_VERB = "(?:т|л|ла|ли|ет|ит|ат|ят|ут|ют|ивать|уи|аи|[аиея](?:т|л|ла|ли|ю|ет|ем|м|ют)|нут|у|ю)(?:ся|с)?"
_DEED = "(?:л|в)?[аеия]н(?:ие|ия|ию|ии|ием)"

_CASE = "[лдт][ае]р|имиз|иниз|миз|низ|им|ин|си|и|м|н|[ндт]ин|[гк][ае]|н[ае]|[аея]|[ндт]и|н?[дт][ае]|[дтн][ае]н|[мбп]ен"
_MADE_OF = f"{_CASE}|[дт]?[гк]и|[лдт]ик|ли|сиз|ши"
_KAZAKH_VERB = "у|уга|уди|ип|п|[гк][ае]н|атин|етин|итин|[мбп][ае]|са|се|аи|еи|с|т|ил|ин|лан|дир|тир"

_SAME_KIND = [re.compile(one) for one in (_NOMINAL, _FLEETING, f"(?:{_VERB})", f"[кгпб]?(?:{_MADE_OF}){{0,3}}")]
"""endings that a short stem may have side by side"""
_SAME_LANGUAGE = [
    re.compile(f"(?:{_NOMINAL}|{_FLEETING}|{_VERB}|{_DEED})"),
    re.compile(f"[кгпб]?(?:{_MADE_OF}|{_KAZAKH_VERB}){{0,4}}"),
]
"""and a longer one"""

_SHORTEST = 3
_LONG = 5


def likeness(one: str, other: str) -> float:
    """1 for the same word, less for a form of it and for its beginning, 0 for another word."""
    if one == other:
        return 1.0
    at = _beginning(one, other)
    ends = one[at:], other[at:]
    if at < _SHORTEST and (at < _SHORTEST - 1 or all(ends)):
        return 0.0
    kinds = _SAME_LANGUAGE if at >= _LONG else _SAME_KIND
    if max(map(len, ends)) <= at + 1 and any(all(kind.fullmatch(end) for end in ends) for kind in kinds):
        return 0.95
    if at > _SHORTEST and not ends[0]:
        return 0.75
    return 0.6 if at >= _LONG and not ends[1] else 0.0


def _beginning(one: str, other: str) -> int:
    """How many letters the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def stem(word: str) -> str:
    """The word without its longest ending, as far as four letters are left."""
    for at in range(_SHORTEST + 1, len(word)):
        if any(kind.fullmatch(word[at:]) for kind in _SAME_LANGUAGE):
            return word[:at]
    return word

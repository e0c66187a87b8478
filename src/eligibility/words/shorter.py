"""Lines made shorter where there is no room for the whole."""

from unicodedata import category

MORE = "…"
LEAST = 12
"""signs that are left of a line at least"""


def shorter(line: str, signs: int) -> str:
    """Out of the middle, at words: what a paper is stands at the end in Kazakh, at the beginning in Russian."""
    if len(line) <= signs:
        return line
    room = signs - len(f" {MORE} ")
    tail = _last_words(line, room // 2)
    head = _first_words(line, room - len(tail))
    return f"{head} {MORE} {_last_words(line, room - len(head))}"


def _first_words(line: str, signs: int) -> str:
    """Of a word longer than that its beginning, without a letter whose accents would be cut off."""
    end = signs
    while end and _is_accent(line[end]):
        end -= 1
    return line[: signs + 1].rpartition(" ")[0] or line[:end]


def _last_words(line: str, signs: int) -> str:
    start = len(line) - signs
    words = line[start - 1 :].partition(" ")[2]
    while start < len(line) and _is_accent(line[start]):
        start += 1
    return words or line[start:]


def _is_accent(sign: str) -> bool:
    return category(sign).startswith("M")

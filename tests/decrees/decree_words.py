"""The decrees' Kazakh text as extracted from PDF, made readable: letters, spaces, broken lines."""

import re
from collections.abc import Iterable

__all__ = ["joined", "normalised"]

CYRILLIC = "а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ"
WORD = re.compile(rf"[A-Za-z{CYRILLIC}]+")
LOOKALIKES = str.maketrans("iceoapxyICEOAPXYTHBKM", "ісеоархуІСЕОАРХУТНВКМ")
LETTER = re.compile(rf"[{CYRILLIC}]")
SPACED_LETTER = re.compile(rf"(?<!\S)\W?[{CYRILLIC}]\W?(?!\S)")

TORN_TAIL = re.compile(rf"(?<=[{CYRILLIC}]) (?=(?:і|ік|ін|ің|іне|іл|ілед|ілет|ілген|інг|імдіг|істан|г)(?!\w))")
"""the thin letter і makes the extractor see a space before it: «мемлекетт ік қызмет ін ің»"""

SPACE_BEFORE = re.compile(r"\s+(?=[,;:.)»](?:\s|$))|(?<=[(«])\s+|(?<=^\d) (?=[).])|(?<=^\d\d) (?=[).])")
MOVED_TAIL = re.compile(rf"(?<=[{CYRILLIC})»\"]) ?(?P<stop>[.;:])(?P<tail>(?:\d+[-–]? ?)?[{CYRILLIC}][{CYRILLIC} -]*)$")
"""a link's text that the extractor put behind the sentence: «сәйкес құжаттарды ұсынады:9-тармағына»"""
HYPHEN_AT_END = re.compile(r"\S-$")


def normalised(line: str) -> str:
    """One printed line: Cyrillic letters only in Kazakh words, one space between words, none inside them."""
    text = re.sub(r"[\u00a0\t\f\ufeff]", " ", line).strip()
    text = _without_letter_spacing(text)
    text = WORD.sub(_cyrillic, text)
    text = TORN_TAIL.sub("", text)
    text = re.sub(r"\s+", " ", text)
    return SPACE_BEFORE.sub("", text)


def joined(lines: Iterable[str]) -> str:
    """The lines of one paragraph as one text, with its full stop, semicolon or colon at the end again."""
    text = ""
    for line in lines:
        if not line:
            continue
        glue = "" if not text or HYPHEN_AT_END.search(text) or text.endswith("(") else " "
        text += glue + line
    return MOVED_TAIL.sub(r" \g<tail>\g<stop>", SPACE_BEFORE.sub("", text))


def _cyrillic(word: re.Match[str]) -> str:
    return word[0].translate(LOOKALIKES) if word[0] == "i" or LETTER.search(word[0]) else word[0]


def _without_letter_spacing(text: str) -> str:
    tokens = text.split()
    if len(SPACED_LETTER.findall(text)) < 3 or not _mostly_single(tokens):
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text))


def _mostly_single(tokens: list[str]) -> bool:
    return 5 * sum(len(token) <= 2 for token in tokens) >= 4 * len(tokens)

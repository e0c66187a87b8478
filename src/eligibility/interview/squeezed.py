"""The list that is taken along made to fit a square; its last line says what was left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from eligibility.interview.taken_along import AlongLine, Weight
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.shorter import MORE, shorter
from eligibility.words.text import N_, Lang, Text

MOST = 1_732
"""bytes: a square of version 30 holds no more, and a larger one is not easily read off a screen"""
SIGN = "*"
LINK = "www."
"""of the name of a portal: a telephone would make a link of it"""
NAMED = re.compile(r"((?:\d+\. )?(?:\[[\d, ]+\] )?)(.*?)(\**)", re.DOTALL)
"""the numbers before a name, the name, and the sign of its form"""
ASIDE, CUT = " – ", f" {MORE}"
LEAST = 24
"""signs that are left of a name at least"""
SHORTENED = N_("Shortened to fit.")
LEFT_OUT = N_("Left out for want of room: documents – {n}, of them certainly wanted – {required}.")


def squeeze(lines: Sequence[AlongLine], lang: Lang, most: int = MOST) -> str:
    """With the form that many share said once; then without notes, without alternatives, with names cut inside.

    In the end without what weighs least.
    """
    lines = tuple(lines)
    brief = _with_signs(lines)
    bare = [line._replace(note=None) for line in brief]
    plain = [line._replace(options=None) for line in bare]
    for kept, whole in ((lines, lines), (brief, brief), (bare, brief), (plain, brief)):
        said = "\n".join((*_written(kept, lang), *_ending(kept, whole, lang)))
        if _fits(said, most):
            return said
    while plain and not _fits(_cut(plain, brief, lang, LEAST), most):
        lightest = min(line.weight for line in plain)
        plain.pop(max(at for at, line in enumerate(plain) if line.weight == lightest))
    return _widest(plain, brief, lang, most)


def _with_signs(lines: Sequence[AlongLine]) -> tuple[AlongLine, ...]:
    """Each form that several papers share as a sign behind their names; what it means stands where the papers end."""
    found = Counter(line.how for line in lines if line.how)
    shared = (how for how, times in found.most_common() if times > 1)
    signs = {how: Text(SIGN * at, SIGN * at) for at, how in enumerate(shared, 1)}
    signed = [
        line._replace(text=joined("", (line.text, signs[line.how])), how=None) if line.how in signs else line for line in lines
    ]
    end = max((at for at, line in enumerate(lines, 1) if line.number), default=0)
    return (*signed[:end], *(AlongLine(joined(" ", (sign, how)), whole=True) for how, sign in signs.items()), *signed[end:])


def _fits(said: str, most: int) -> bool:
    return len(said.encode()) <= most


def _widest(kept: Sequence[AlongLine], lines: Sequence[AlongLine], lang: Lang, most: int) -> str:
    """The least width is known to fit."""
    fits, too_wide = LEAST, max((len(line.text[lang]) for line in kept), default=LEAST)
    while too_wide - fits > 1:
        middle = (fits + too_wide) // 2
        if _fits(_cut(kept, lines, lang, middle), most):
            fits = middle
        else:
            too_wide = middle
    return _cut(kept, lines, lang, fits)


def _cut(kept: Sequence[AlongLine], lines: Sequence[AlongLine], lang: Lang, width: int) -> str:
    said = (line._replace(text=_shorter(line.text, width)) if not line.whole else line for line in kept)
    return "\n".join((*_written(list(said), lang), *_ending(kept, lines, lang)))


def _shorter(text: Text, width: int) -> Text:
    return Text(_shortened(text.kk, width), _shortened(text.ru, width))


def _shortened(line: str, width: int) -> str:
    """Numbers and signs stay; of what stands behind a long name, such as on what condition, nothing does."""
    numbers, name, signs = NAMED.fullmatch(line).groups()  # type: ignore[union-attr]
    head, _, _ = name.rpartition(ASIDE)
    if len(name) > width and len(head) >= LEAST:
        return f"{numbers}{shorter(head, width - len(CUT))}{CUT}{signs}"
    return f"{numbers}{shorter(name, width)}{signs}"


def _written(kept: Sequence[AlongLine], lang: Lang) -> Iterator[str]:
    for line in kept:
        for parts in ((line.text, line.how, line.note), (line.options,)):
            if any(parts):
                said = " ".join(" – ".join(part[lang] for part in parts if part).split())
                yield said.replace(LINK, "")


def _ending(kept: Sequence[AlongLine], lines: Sequence[AlongLine], lang: Lang) -> Iterator[str]:
    """That something is missing, and how many papers are."""
    if tuple(kept) == tuple(lines):
        return
    yield in_both(SHORTENED)[lang]
    there = {line.number for line in kept}
    missing = [line for line in lines if line.number not in there]
    if missing:
        required = sum(line.weight is Weight.REQUIRED for line in missing)
        yield in_both(LEFT_OUT, n=len(missing), required=required)[lang]

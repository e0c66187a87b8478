"""What several annexes of an act share of their flags: said once in its flags.yaml, named by each edition it holds for."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import misspelt
from eligibility.law.edition import About, Audience, Flag, FlagKind, Leaves
from eligibility.law.vocabulary import Cite
from eligibility.plain.reading import Steps
from eligibility.plain.records import key_of
from eligibility.plain.yamlfile import YamlFile
from eligibility.words.text import LANGS, Lang, Text

Shared = Mapping[str, Any]
"""the flags of an act by their ids, plain"""

_BLANK = re.compile(r"\{(\w+)\}")
_TEXTS = ("text", "do")
_OF_A_FLAG = tuple(map(key_of, Flag._fields))


class SharedFlag(NamedTuple):
    """A flag without its id. `{annex}` in the text is the edition's annex; other blanks are filled by name."""

    kind: FlagKind
    for_: Audience
    text: Text
    cite: Cite | None = None
    when: str | None = None
    leaves: Leaves | tuple[Leaves, ...] = ()
    about: About | None = None
    do: Text | None = None
    with_: dict[str, str | Text] | None = None
    """what fills blanks of the text where an edition fills them with nothing else"""


class NamedFlag(NamedTuple):
    """A shared flag as an edition names it, with what this edition says otherwise."""

    flag: str
    cite: Cite | None = None
    when: str | None = None
    with_: dict[str, str | Text] | None = None


def is_whole(entry: Any) -> bool:
    """Whether an edition has the flag written out."""
    return not isinstance(entry, str) and "id" in entry


def flag_id(entry: Any) -> str:
    """Of an entry of an edition's flags: a bare name, a name with something of its own, or a whole flag."""
    if isinstance(entry, str):
        return entry
    return str(entry["id"] if "id" in entry else entry["flag"])


def written_out(edition: dict[str, Any], shared: Shared) -> dict[str, Any]:
    """The plain data of an edition with every flag in full."""
    flags = [in_full(entry, shared, edition["annex"]) for entry in edition.get("flags", ())]
    return edition | {"flags": flags} if flags else edition


def in_full(entry: Any, shared: Shared, annex: int) -> dict[str, Any]:
    if is_whole(entry):
        return dict(entry)
    flag, own = shared[flag_id(entry)], _own(entry)
    said = {key: value for key, value in (flag | own).items() if key in _OF_A_FLAG}
    values = {"annex": str(annex)} | _values(flag) | _values(own)
    texts = {key: {lang: _filled(said[key][lang], values, lang) for lang in LANGS} for key in _TEXTS if key in said}
    return {"id": flag_id(entry)} | said | texts


def _own(entry: Any) -> dict[str, Any]:
    return {} if isinstance(entry, str) else entry


def _values(part: Mapping[str, Any]) -> dict[str, Any]:
    return part.get("with") or {}


def _filled(text: str, values: Mapping[str, Any], lang: Lang) -> str:
    def value(blank: re.Match[str]) -> str:
        found = values[blank[1]]
        return str(found if isinstance(found, str) else found[lang])

    return _BLANK.sub(value, text)


def misnamed(file: YamlFile, shared: Shared) -> Iterator[Diagnostic]:
    """Why the flags of an edition cannot be written out."""
    for at, entry in enumerate(file.data.get("flags", ())):
        if is_whole(entry):
            continue
        id, own, path = flag_id(entry), _own(entry), ("flags", at)
        if id not in shared:
            yield Diagnostic("undefined-flag", file.place((*path, "flag")), **misspelt(id, shared))
            continue
        flag = shared[id]
        if not ("cite" in flag or "cite" in own):
            yield Diagnostic("missing-key", file.place(path), key="cite")
        for name in _blanks(flag):
            if name not in _values(flag) | _values(own):
                yield Diagnostic("blank-unfilled", file.place(path), flag=id, name=name)
        yield from _unasked(file, path, own, flag)


def misfilled(file: YamlFile) -> Iterator[Diagnostic]:
    """What fills no blank of the shared flags it stands with."""
    for id, flag in file.data.items():
        yield from _unasked(file, (id,), flag, flag)


def _blanks(flag: Mapping[str, Any]) -> list[str]:
    """What the text leaves to be filled."""
    texts = [flag[key] for key in _TEXTS if key in flag]
    found = dict.fromkeys(name for text in texts for lang in LANGS for name in _BLANK.findall(text[lang]))
    return [name for name in found if name != "annex"]


def _unasked(file: YamlFile, path: Steps, part: Mapping[str, Any], flag: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for name in _values(part):
        if name not in _blanks(flag):
            yield Diagnostic("unexpected-key", file.keys[(*path, "with", name)], **_no_blank(name, _blanks(flag)))


def _no_blank(name: str, blanks: list[str]) -> dict[str, str]:
    said = misspelt(name, blanks)
    return said | {"known": said["known"] or "–"}

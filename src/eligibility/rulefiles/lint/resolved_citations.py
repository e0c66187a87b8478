"""Every citation names a line of the act, and every line of the act has a status."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest
from eligibility.law.citation import BODY, parse_citation
from eligibility.plain.reading import Steps
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.loading import Sources, WordingKey
from eligibility.rulefiles.shared_flags import Shared, flag_id, is_whole


class ActLine(NamedTuple):
    """A line of a wording of an act by its place; `annex` is None for the act's own text, before its annexes."""

    of: WordingKey
    annex: int | None
    line: str


class Cited(NamedTuple):
    """A citation of a rule, and the line it names, where it is written as one."""

    text: str
    place: Place
    line: ActLine | None


def check_citations(sources: Sources) -> Iterator[Diagnostic]:
    yield from _without_provisions(sources)
    for file in sources.flags.values():
        for path, text in _cites(file.data, ()):
            if parse_citation(text) is None:
                yield Diagnostic("citation-syntax", file.place(path), text=text)
    cited = list(citations(sources))
    for one in cited:
        if one.line is None:
            yield Diagnostic("citation-syntax", one.place, text=one.text)
        elif one.line.line not in (known := _lines(sources, one.line)):
            yield Diagnostic("citation-unresolved", one.place, text=one.text, guess=closest(one.line.line, known))
    yield from _statuses(sources, {one.line for one in cited if one.line})


def _without_provisions(sources: Sources) -> Iterator[Diagnostic]:
    """Of every wording that is at hand, wholly or in part."""
    wordings = {WordingKey(key.act, key.wording): file for key, file in reversed(sources.editions.items())}
    for id, file in sources.acts.items():
        wordings.setdefault(WordingKey(id), file)
    for of, file in wordings.items():
        if of.act in sources.acts and _is_held(sources, of.act) and of not in sources.provisions:
            place = Place(sources.acts[of.act].name if of.wording is None else file.name, 1, 1)
            yield Diagnostic("no-provisions", place, act="/until-".join(filter(None, of)))


def _is_held(sources: Sources, act: str) -> bool:
    return bool(sources.acts[act].data.get("text") != "elsewhere")


def unresolved(sources: Sources) -> set[ActLine]:
    """Lines that rules cite and the act's provisions do not list."""
    named = {one.line for one in citations(sources) if one.line}
    return {line for line in named if line.line not in _lines(sources, line)}


def citations(sources: Sources) -> Iterator[Cited]:
    """Of the wordings that have provisions, in the order of the files."""
    for act, file in sources.acts.items():
        if (of := WordingKey(act)) in sources.provisions:
            for path, text in _of_life(file.data):
                yield Cited(text, file.place(path), _line(of, None, text))
    for key, file in sources.editions.items():
        if (of := WordingKey(key.act, key.wording)) in sources.provisions:
            for path, text in (*_cites(file.data, ()), *_shared(file.data, sources.flags_of(key.act))):
                yield Cited(text, file.place(path), _line(of, file.data.get("annex"), text))


def _of_life(act: Any) -> Iterator[tuple[Steps, str]]:
    """Where the act itself says when it begins; its amendments and its repeal are other acts."""
    effect = act["in_force"]
    if isinstance(effect, dict):
        yield from _cites(effect, ("in_force",))


def _cites(data: Any, path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "cite":
                yield from _each(value, (*path, key))
            else:
                yield from _cites(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _cites(value, (*path, index))


def _shared(edition: Any, shared: Shared) -> Iterator[tuple[Steps, str]]:
    """The citations of flags that an edition names and cites no otherwise."""
    for at, entry in enumerate(edition.get("flags", ())):
        if isinstance(entry, str) or (not is_whole(entry) and "cite" not in entry):
            for _, text in _each(shared[flag_id(entry)]["cite"], ()):
                if parse_citation(text):
                    yield ("flags", at), text


def _each(cite: str | list[str], path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(cite, str):
        yield path, cite
    else:
        yield from (((*path, index), text) for index, text in enumerate(cite or [""]))


def _line(of: WordingKey, annex: int | None, text: str) -> ActLine | None:
    citation = parse_citation(text)
    if citation is None:
        return None
    return ActLine(of, None, text.removeprefix(BODY)) if citation.body else ActLine(of, annex, text)


def _lines(sources: Sources, line: ActLine) -> dict[str, Any]:
    """What stands in the same part of the act, with its statuses."""
    provisions = sources.provisions[line.of].data
    found: dict[str, Any] = provisions["act"] if line.annex is None else provisions["annexes"].get(line.annex, {})
    return found


def _statuses(sources: Sources, cited: set[ActLine]) -> Iterator[Diagnostic]:
    named: defaultdict[tuple[WordingKey, int | None], set[str]] = defaultdict(set)
    for one in cited:
        named[one.of, one.annex].add(one.line)
    for of, file in sources.provisions.items():
        sections: list[tuple[int | None, Steps, dict[str, Any]]] = [(None, ("act",), file.data["act"])]
        sections += [(annex, ("annexes", annex), lines) for annex, lines in file.data["annexes"].items()]
        for annex, path, lines in sections:
            yield from _unread(file, path, lines)
            for name, status in lines.items():
                yield from _status(file, (*path, name), name, status, named[of, annex])


def _status(file: YamlFile, path: Steps, name: str, status: Any, cited: set[str]) -> Iterator[Diagnostic]:
    if parse_citation(name) is None:
        yield Diagnostic("citation-syntax", file.keys[path], text=name)
    elif status == "encoded" and not _is_cited(name, cited):
        yield Diagnostic("encoded-uncited", file.keys[path], text=name)


def _unread(file: YamlFile, path: Steps, lines: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Told once of an annex, at its first line of the kind: a new act has hundreds."""
    unread = [name for name, status in lines.items() if status == "unread"]
    for name in unread[:1]:
        yield Diagnostic("provision-unread", file.keys[(*path, name)], text=name, count=len(unread))


def _is_cited(name: str, cited: set[str]) -> bool:
    """A line counts as encoded when a rule cites it, something inside it, or the paragraph it is in."""
    return any(text == name or text.startswith((f"{name}(", f"{name} ")) for text in cited)

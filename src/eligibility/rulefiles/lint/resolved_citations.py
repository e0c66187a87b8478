"""Every citation names a line of the act, and every line of the act has a status."""

from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.meant import closest
from eligibility.law.citation import parse_citation
from eligibility.plain.yamlfile import Steps, YamlFile
from eligibility.rulefiles.loading import Sources


def check_citations(sources: Sources) -> Iterator[Diagnostic]:
    cited: dict[tuple[str, int | None], set[str]] = {}
    for id, file in sources.acts.items():
        if id not in sources.provisions:
            yield Diagnostic(
                "no-provisions", "{act} has no provisions.yaml", Place(file.name, 1, 1), "list its paragraphs", {"act": id}
            )
            continue
        for path, text in _each(file.data["effect_cite"], ("effect_cite",)):
            yield from _resolves(id, None, text, file.place(path), sources, cited)
    for (act, _), file in sources.editions.items():
        for path, text in _cites(file.data, ()):
            if act in sources.provisions:
                yield from _resolves(act, file.data["annex"], text, file.place(path), sources, cited)
    yield from _statuses(sources, cited)


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


def _each(cite: str | list[str], path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(cite, str):
        yield path, cite
    else:
        yield from (((*path, index), text) for index, text in enumerate(cite or [""]))


def _resolves(
    act: str,
    annex: int | None,
    text: str,
    place: Place,
    sources: Sources,
    cited: dict[tuple[str, int | None], set[str]],
) -> Iterator[Diagnostic]:
    citation = parse_citation(text)
    if citation is None:
        yield _not_a_citation(text, place)
        return
    provisions = sources.provisions[act].data
    if citation.body:
        known, name = provisions["act"], text.removeprefix("act ")
        cited.setdefault((act, None), set()).add(name)
    else:
        known, name = provisions["annexes"].get(annex, {}), text
        cited.setdefault((act, annex), set()).add(name)
    if name not in known:
        guess = closest(name, known)
        yield Diagnostic(
            "citation-unresolved",
            "the act has no {text} in its provisions",
            place,
            "did you mean {guess}?" if guess else "add the line to provisions.yaml with its status",
            {"text": text, "guess": guess},
        )


def _not_a_citation(text: str, place: Place) -> Diagnostic:
    return Diagnostic(
        "citation-syntax",
        "{text} is not a citation",
        place,
        'write a paragraph such as "6", "6(1) item 4", "app 1 col 3" or "act 3"',
        {"text": text},
    )


def _statuses(sources: Sources, cited: dict[tuple[str, int | None], set[str]]) -> Iterator[Diagnostic]:
    for act, file in sources.provisions.items():
        sections: list[tuple[int | None, Steps, dict[str, Any]]] = [(None, ("act",), file.data["act"])]
        sections += [(annex, ("annexes", annex), lines) for annex, lines in file.data["annexes"].items()]
        for annex, path, lines in sections:
            for name, status in lines.items():
                if parse_citation(name) is None:
                    yield _not_a_citation(name, file.keys[(*path, name)])
                elif status == "encoded" and not _is_cited(name, cited.get((act, annex), set())):
                    yield _uncited(file, (*path, name), name)


def _is_cited(name: str, cited: set[str]) -> bool:
    """A line counts as encoded when a rule cites it, something inside it, or the paragraph it is in."""
    return any(text == name or text.startswith((f"{name}(", f"{name} ")) for text in cited)


def _uncited(file: YamlFile, path: Steps, name: str) -> Diagnostic:
    return Diagnostic(
        "encoded-uncited",
        "{text} is said to be encoded, but no rule cites it",
        file.keys[path],
        "cite it in the rule that encodes it, or give it another status",
        {"text": name},
        "warning",
    )

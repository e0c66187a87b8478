"""What an edition may say by how much of its act's text is at hand."""

from collections.abc import Iterator
from typing import Any

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.lint.known_names import rules_of
from eligibility.rulefiles.loading import Sources

CITED = ("applicants", "channels", "fee", "requirements", "no_papers", "refuse_to_accept", "refuse_service", "stated_terms")
"""sections whose rules are cited where the text is at hand, and say where they are known from where it is not"""
OF_ELSEWHERE = frozenset({"service", "annex", "title", "known", "known_since", "requirements_as_in", *CITED})
"""all that can be known of a service by an act whose text is not at hand"""


def check_held(sources: Sources) -> Iterator[Diagnostic]:
    for key, file in sources.editions.items():
        if key.act not in sources.acts:
            continue
        text = sources.acts[key.act].data.get("text", "whole")
        if "text" in file.data:
            yield Diagnostic("text-of-the-act", file.keys[("text",)])
        if "holds" in file.data and text != "partial":
            yield Diagnostic("holds-not-partial", file.keys[("holds",)])
        yield from _elsewhere(file) if text == "elsewhere" else _at_hand(file)
        if text != "elsewhere" and not (file.data.get("provider") or sources.acts[key.act].data.get("package")):
            yield Diagnostic("missing-key", file.place(()), key="provider")
        yield from _pointing(file, sources)


def _pointing(file: YamlFile, sources: Sources) -> Iterator[Diagnostic]:
    """A list that is not at hand is told by the document that stands for it as a whole."""
    for at, reference in enumerate(file.data.get("documents_from", ())):
        act = sources.acts.get(reference["act"])
        if act and not act.data.get("package"):
            yield Diagnostic("no-package", file.place(("documents_from", at, "act")), act=reference["act"])


def _elsewhere(file: YamlFile) -> Iterator[Diagnostic]:
    for section in file.data:
        if section not in OF_ELSEWHERE:
            yield Diagnostic("not-of-elsewhere", file.keys[(section,)], section=section)
    yield from _lacking(file, "known")


def _at_hand(file: YamlFile) -> Iterator[Diagnostic]:
    for section in ("known", "known_since", "requirements_as_in"):
        if section in file.data:
            yield Diagnostic("known-at-hand", file.keys[(section,)])
    for path, rule in rules_of(file.data):
        if path[0] in CITED and "known" in rule:
            yield Diagnostic("known-at-hand", file.keys[(*path, "known")])
    yield from _lacking(file, "cite")


def _lacking(file: YamlFile, key: str) -> Iterator[Diagnostic]:
    for path, rule in rules_of(file.data):
        if path[0] in CITED and not _has(rule, key):
            yield Diagnostic("missing-key", file.place(path), key=key)


def _has(rule: Any, key: str) -> bool:
    return rule.get(key) is not None

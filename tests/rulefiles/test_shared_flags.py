"""Flags that an act's annexes share: what an edition that names them holds."""

from pathlib import Path
from typing import Any

import pytest

from eligibility.law.edition import Audience
from eligibility.rulefiles.shared_flags import flag_id, in_full, written_out
from eligibility.rulefiles.shipped import shipped_pack
from tests.rulefiles.wrong_packs import ACT, OF_HOME, TEXT, Files, found, home_care

BLANKS = {"kk": "{annex}-қосымша, {para}-тармақ: {paper}", "ru": "приложение {annex}, пункт {para}: {paper}"}
PAPER = {"kk": "анықтама", "ru": "справка"}
SHARED: dict[str, Any] = {
    "plain": {
        "kind": "silent",
        "for": "clerk",
        "leaves": "term",
        "text": {"kk": "а", "ru": "б"},
        "cite": "5",
        "when": "orphan",
    },
    "open": {"kind": "misprint", "for": "lawyer", "text": BLANKS, "with": {"para": "8", "paper": PAPER}},
}
WHOLE = {"id": "plain", "kind": "silent", "for": "clerk", "leaves": "who", "text": {"kk": "в", "ru": "г"}, "cite": "1"}


def full(entry: Any, annex: int = 3) -> dict[str, Any]:
    return in_full(entry, SHARED, annex)


def test_a_bare_name_is_the_shared_flag() -> None:
    assert full("plain") == {"id": "plain", **SHARED["plain"]}


def test_what_stands_beside_the_name_takes_the_place_of_what_is_shared() -> None:
    named = full({"flag": "plain", "cite": ["6", "7"], "when": "age < 18"})
    assert named == {"id": "plain", **SHARED["plain"], "cite": ["6", "7"], "when": "age < 18"}
    assert SHARED["plain"]["cite"] == "5"


@pytest.mark.parametrize(
    ("given", "kk", "ru"),
    [
        ({}, "3-қосымша, 8-тармақ: анықтама", "приложение 3, пункт 8: справка"),
        ({"para": "10"}, "3-қосымша, 10-тармақ: анықтама", "приложение 3, пункт 10: справка"),
        ({"paper": {"kk": "{парақ}", "ru": "{para}"}}, "3-қосымша, 8-тармақ: {парақ}", "приложение 3, пункт 8: {para}"),
    ],
)
def test_blanks_are_filled_once_by_the_edition_or_by_what_is_shared(given: Any, kk: str, ru: str) -> None:
    named = full({"flag": "open", "cite": "1", "with": given})
    assert named == {"id": "open", "kind": "misprint", "for": "lawyer", "text": {"kk": kk, "ru": ru}, "cite": "1"}


def test_an_edition_may_say_a_shared_flag_in_words_of_its_own() -> None:
    edition = {"annex": 3, "flags": [WHOLE, {"flag": "open", "cite": "1"}]}
    assert [one["text"]["ru"] for one in written_out(edition, SHARED)["flags"]] == ["г", "приложение 3, пункт 8: справка"]


def test_the_order_is_the_editions() -> None:
    flags = ["open", {"id": "own"}, {"flag": "plain"}]
    assert [flag_id(one) for one in flags] == ["open", "own", "plain"]
    assert written_out({"annex": 3}, SHARED) == {"annex": 3}


# --- what lint says of them

OF_ACT = f"{ACT}/flags.yaml"
SILENT = f"kind: silent, for: clerk, leaves: whether, text: {TEXT}"


def shared(text: str, *lines: str) -> Files:
    """An act that shares a flag, and an edition of it."""
    return home_care(*lines) | {OF_ACT: text + "\n"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (shared(f"odd: {{{SILENT}, cite: '1', when: tall}}", "flags: [odd]"), ("undefined-category", f"{OF_ACT}:1:89")),
        (shared(f"odd: {{{SILENT}, cite: '7'}}", "flags: [odd]"), ("citation-unresolved", f"{OF_HOME}:4:9")),
        (shared(f"odd: {{{SILENT}, cite: '7'}}", "flags: [{flag: odd, cite: '1'}]"), None),
        (shared(f"odd: {{{SILENT}}}", "flags: [{flag: odd, cite: '7'}]"), ("citation-unresolved", f"{OF_HOME}:4:27")),
        (
            shared(f"odd: {{kind: silent, for: clerk, text: {TEXT}, cite: '1'}}", "flags: [odd]"),
            ("leaves-missing", f"{OF_ACT}:1:6"),
        ),
        (
            shared(f"odd: {{{SILENT}, cite: '1'}}", f"flags: [{{id: own, {SILENT}, cite: '1'}}, odd]"),
            ("duplicate-text", f"{OF_HOME}:4:68"),
        ),
        (
            shared(f"odd: {{{SILENT}, cite: '1'}}", f"flags: [{{id: odd, {SILENT.replace('а', 'б')}, cite: '1'}}]"),
            ("unused-flag", f"{OF_ACT}:1:1"),
        ),
        (shared(f"odd: {{{SILENT}, cite: '1'}}", "flags: [odd, {flag: odd}]"), ("duplicate-flag", f"{OF_HOME}:4:14")),
        (
            shared(f"odd: {{{SILENT}, cite: '1'}}", "fee: [{fee: free, cite: '1', flags: [odd]}]", "flags: [odd]"),
            ("definite-for-all", f"{OF_HOME}:4:38"),
        ),
        (shared(f"odd: {{{SILENT}, cite: '1', with: {{n: a}}}}", "flags: [odd]"), ("unexpected-key", f"{OF_ACT}:1:90")),
        (shared(f"- {{{SILENT}, cite: '1'}}", "flags: [odd]"), ("wrong-file", f"{OF_ACT}:1:1")),
        (shared(""), None),
        (shared("# nothing is shared yet"), None),
    ],
)
def test_a_shared_flag_is_judged_where_the_mistake_is(files: Files, told: tuple[str, str] | None, tmp_path: Path) -> None:
    assert [said[:2] for said in found(tmp_path, files)] == ([told] if told else [])


def test_a_flag_is_for_the_same_reader_in_every_act() -> None:
    readers: dict[str, set[Audience]] = {}
    pack = shipped_pack()
    for key in pack.held():
        edition = pack.edition(*key)
        for flag in edition.flags if edition else ():
            readers.setdefault(flag.id, set()).add(flag.for_)
    assert {id for id, those in readers.items() if len(those) > 1} == set()

"""The rule files against the decrees themselves: every line has a status, every citation stands, every term agrees."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.decrees.decree_terms import Term, terms_in, terms_with_places
from tests.decrees.decree_text import ACTS, NOT_AT_HAND, decrees_folder, read_decree
from tests.decrees.rule_files import ACTS_FOLDER, EDITIONS, Held, cites_in, held_terms, read, relates

pytestmark = pytest.mark.skipif(decrees_folder() is None, reason=NOT_AT_HAND)

NOT_TERMS: dict[str, dict[int, dict[str, dict[str, str]]]] = yaml.safe_load(
    Path(__file__).with_name("durations-not-steps.yaml").read_text(encoding="utf-8")
)
SERVICES: dict[str, Any] = {
    service: data
    for path in sorted((ACTS_FOLDER.parent / "services").glob("*.yaml"))
    for service, data in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}
DAYS = ("working-days", "calendar-days", "unstated")


def report(problems: list[str]) -> str:
    return "\n  ".join(["", *problems])


@pytest.mark.parametrize("act", ACTS)
def test_every_regulation_is_read(act: str) -> None:
    annexes = read_decree(act).annexes
    assert list(annexes) == list(range(1, ACTS[act] + 1))
    assert all(annexes.values())


@pytest.mark.parametrize("act", ACTS)
def test_every_line_has_a_status(act: str) -> None:
    provisions = read(f"{act}/provisions.yaml")
    decree = read_decree(act)
    problems = list(differences("act", decree.act, provisions.get("act", {})))
    annexes = provisions.get("annexes", {})
    for annex in sorted({*decree.annexes, *annexes}):
        problems += differences(f"annex {annex}", decree.annexes.get(annex, {}), annexes.get(annex, {}))
    assert not problems, report(problems)


def differences(part: str, decree: dict[str, str], provisions: dict[str, Any]) -> Iterator[str]:
    for citation, text in decree.items():
        if citation not in provisions:
            yield f'{part}: "{citation}" has no status: {text[:80]}'
    for citation in provisions:
        if citation not in decree:
            yield f'{part}: "{citation}" has a status, but the decree has no such line'


@pytest.mark.parametrize("file", [*EDITIONS, *(f"{act}/act.yaml" for act in ACTS)])
def test_every_citation_stands_in_the_decree(file: str) -> None:
    act, data = file.split("/", maxsplit=1)[0], read(file)
    decree, provisions = read_decree(act), read(f"{act}/provisions.yaml")
    annex = data.get("annex")
    problems = []
    for where, citation in cites_in(data):
        own = citation.startswith("act ")
        line = citation.removeprefix("act ")
        lines = decree.act if own else decree.annexes.get(annex or 0, {})
        known = provisions.get("act", {}) if own else provisions.get("annexes", {}).get(annex, {})
        if line not in lines:
            problems.append(f'{where}: "{citation}" does not stand in the decree')
        elif line not in known:
            problems.append(f'{where}: "{citation}" is not in provisions.yaml')
    assert not problems, report(problems)


@pytest.mark.parametrize("file", EDITIONS)
def test_every_term_held_stands_where_it_is_cited(file: str) -> None:
    act, edition = file.split("/", maxsplit=1)[0], read(file)
    lines = read_decree(act).annexes[edition["annex"]]
    problems = []
    for held in held_terms(edition):
        said = [term for line, text in lines.items() if inside(line, held.cites) for term in terms_in(text)]
        if not any(same(term, held.term) for term in said):
            found = ", ".join(map(str, said)) or "no term"
            problems.append(f"{held.where}: {held.term}, but {' and '.join(held.cites)} has {found}")
    assert not problems, report(problems)


@pytest.mark.parametrize("file", EDITIONS)
def test_a_service_is_called_as_its_decree_calls_it(file: str) -> None:
    """By the line its title cites; by any line where the common name of the service is shown."""
    act, edition = file.split("/", maxsplit=1)[0], read(file)
    decree = read_decree(act)
    lines = {**{f"act {line}": text for line, text in decree.act.items()}, **decree.annexes[edition["annex"]]}
    title = edition.get("title")
    shown = title["text"] if title else SERVICES[edition["service"]]["title"]
    calling = [line for line, text in lines.items() if as_one(shown["kk"]) in as_one(text)]
    if title:
        main = title["cite"] if isinstance(title["cite"], str) else title["cite"][0]
        assert main in calling, f"{main} has other words; these stand in: {', '.join(calling) or 'no line'}"
    assert calling, f"no line of the decree says: {shown['kk']}"


RECEIPT_FORMS = {"paper": "қағаз", "electronic": "электронд"}


@pytest.mark.parametrize("file", EDITIONS)
def test_a_receipt_has_a_form_only_where_its_place_says_which(file: str) -> None:
    act, edition = file.split("/", maxsplit=1)[0], read(file)
    lines = read_decree(act).annexes[edition["annex"]]
    grounds = [(ground, ground["receipt"]) for ground in edition.get("refuse_to_accept", ()) if "receipt" in ground]
    problems = []
    for rule, receipt in [*grounds, *((one, one) for one in edition.get("receipts", ()))]:
        cites = [rule["cite"]] if isinstance(rule["cite"], str) else rule["cite"]
        said = {form for form, word in RECEIPT_FORMS.items() if any(word in lines[cite].lower() for cite in cites)}
        form = receipt.get("form")
        if (form not in said) if said else form:
            problems.append(f"{' and '.join(cites)}: {form}, but the place says {', '.join(sorted(said)) or 'neither'}")
    assert not problems, report(problems)


def as_one(text: str) -> str:
    """Words as one, however the lines of the print were broken and whichever «i» was typed."""
    return " ".join(text.replace("i", "і").replace("- ", "-").split())


def inside(line: str, cites: tuple[str, ...]) -> bool:
    return any(line == cite or line.startswith((f"{cite}(", f"{cite} ")) for cite in cites)


@pytest.mark.parametrize(("act", "annex"), [(act, annex) for act in ACTS for annex in range(1, ACTS[act] + 1)])
def test_every_term_in_the_text_is_held(act: str, annex: int) -> None:
    held = terms_of(act, annex)
    if held is None:
        pytest.skip(f"annex {annex} of {act} has no edition")
    excepted = NOT_TERMS.get(act, {}).get(annex, {})
    problems = [
        f'"{line}" says {term}, no rule that cites it holds that: {text[:80]}'
        for line, text in lines_read_once(act, annex)
        for term in terms_in(text)
        if str(term) not in excepted.get(line, {})
        if not any(same(term, one.term) and any(relates(cite, line) for cite in one.cites) for one in held)
    ]
    assert not problems, report(problems)


def terms_of(act: str, annex: int) -> list[Held] | None:
    """What the editions of an annex hold; None where it has none."""
    editions = [edition for file in EDITIONS if file.startswith(f"{act}/") and (edition := read(file))["annex"] == annex]
    return [held for edition in editions for held in held_terms(edition)] if editions else None


def lines_read_once(act: str, annex: int) -> Iterator[tuple[str, str]]:
    """An appendix that is read by columns is not read again as a whole."""
    lines = read_decree(act).annexes[annex]
    for line, text in lines.items():
        if not any(other.startswith(f"{line} col ") for other in lines):
            yield line, text


def same(said: Term, held: Term) -> bool:
    """A plain «күн» does not say which kind of day it is: an edition holds it unstated, or chooses one with a flag."""
    return said == held or (said.unit == "days" and held.unit in DAYS and said.value == held.value)


def test_every_exception_stands_in_the_decree() -> None:
    problems = [
        f'{act} annex {annex} "{line}": {term}'
        for act, annexes in NOT_TERMS.items()
        for annex, lines in annexes.items()
        for line, excepted in lines.items()
        for term in excepted
        if term not in map(str, terms_in(read_decree(act).annexes[annex].get(line, "")))
    ]
    assert not problems, report(problems)


@pytest.mark.parametrize("act", ACTS)
def test_numbers_agree_with_their_words(act: str) -> None:
    """«15 (он бес) минут»: digits and words say the same, so either may be read."""
    decree = read_decree(act)
    problems = [
        f'annex {annex} "{line}": {text[found.start : found.end]}'
        for annex, lines in [(0, decree.act), *decree.annexes.items()]
        for line, text in lines.items()
        for found in terms_with_places(text)
        if not found.same_in_words
    ]
    assert not problems, report(problems)

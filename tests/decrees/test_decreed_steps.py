"""The steps and terms of the rule files against the decrees' words: who acts, how a term is bound, what else is said of it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.decrees.decree_actors import acting, acting_in_columns, acting_within, names_only
from tests.decrees.decree_terms import Term, bounds_in
from tests.decrees.decree_text import ACTS, NOT_AT_HAND, decrees_folder, read_decree
from tests.decrees.rule_files import EDITIONS, cites_of, held_terms, read, relates
from tests.decrees.test_decrees import DAYS, inside, report

pytestmark = pytest.mark.skipif(decrees_folder() is None, reason=NOT_AT_HAND)

AT = {
    "rural-akim": ("rural-akim", "rural-akim-clerk", "rural-akim-executor"),
    "employment-centre": (
        "employment-centre-clerk",
        "employment-centre-head",
        "employment-centre-executor",
        "employment-centre-worker",
    ),
    "state-corporation": ("state-corporation-worker",),
}
"""who acts where one files; where the text names several with «немесе», the way of filing tells which of them"""

LEFT_TO_STANDARD = re.compile(r"\bмерзім\w* Стандарттың (\d+)-тармағында")
PROCEDURE = re.compile(r"(?!1\()\d+\(\d+\)$")
"""a subparagraph, save of paragraph 1, which defines words"""
FORMS = {"электронд": "electronic", "қағаз": "paper"}
PAUSED = {"extension": "ұзартылады", "suspension": "тоқтатыла тұрады"}


def lines_of(file: str) -> dict[str, str]:
    return read_decree(file.split("/", maxsplit=1)[0]).annexes[read(file)["annex"]]


@pytest.mark.parametrize("file", EDITIONS)
def test_a_step_is_done_by_whom_its_place_names(file: str) -> None:
    """The first cited place that names anyone who acts; where the text names nobody, nobody is held."""
    lines = lines_of(file)
    problems = []
    for at, step in enumerate(read(file).get("steps", ())):
        named = next(filter(None, (named_at(place, step, lines) for place in cites_of(step))), frozenset({"not-named"}))
        if step["actor"] not in by_way_of_filing(named, step.get("when", "")):
            problems.append(
                f"steps[{at}]: {step['actor']}, but {' and '.join(cites_of(step))} names {', '.join(sorted(named))}"
            )
    assert not problems, report(problems)


def named_at(place: str, step: dict[str, Any], lines: dict[str, str]) -> frozenset[str]:
    """Who acts by a cited line, or by the line it is a part of."""
    appendix, is_column, column = place.partition(" col ")
    if is_column:
        named = acting_in_columns(lines[appendix])
        last = max(int(line.rpartition(" ")[2]) for line in lines if line.startswith(f"{appendix} col "))
        return frozenset().union(*(who for at, who in named.items() if min(at, last) == int(column)))
    if step.get("part_of") and (within := acting_within(lines[place])):
        return within
    return next((who for line in with_outer(place) if (who := acting(lines.get(line, "")))), frozenset())


def with_outer(place: str) -> Iterator[str]:
    """A place and those it is inside of: `5(3) list 1 item 2`, `5(3) list 1`, `5(3)`."""
    while place:
        yield place
        place = re.sub(r"( (?:item|list) \d+|\(\d+\)|^\w+)$", "", place)


def by_way_of_filing(named: frozenset[str], when: str) -> frozenset[str]:
    here = frozenset(actor for way, actors in AT.items() for actor in actors if way in when)
    elsewhere = frozenset(actor for way, actors in AT.items() for actor in actors if way not in when)
    return named & here or named - elsewhere or named


@pytest.mark.parametrize("file", EDITIONS)
def test_a_step_stands_inside_another_only_where_the_decree_says_so(file: str) -> None:
    """«11 (он бір) жұмыс күні ішінде, оның 10 (он) жұмыс күні ішінде көрсетілетін қызметті алушы …»."""
    lines, steps = lines_of(file), read(file).get("steps", ())
    for step in steps:
        cite = cites_of(step)[0]
        within = step["actor"] in acting_within(lines[cite])
        whole = {other["step"] for other in steps if cites_of(other)[0] == cite and other is not step}
        assert step.get("part_of") in (whole if within else {None}), f"step {step['step']} at {cite}"


@pytest.mark.parametrize("file", EDITIONS)
def test_who_acts_by_a_numbered_line_has_a_step(file: str) -> None:
    """Each of those it names with «немесе»; where the step is taken from a column of the table, the table has named him."""
    steps = read(file).get("steps", ())
    problems = []
    for line, text in lines_of(file).items():
        if PROCEDURE.match(line) and (named := acting(text)) and not names_only(text):
            here = [step for step in steps if any(relates(cite, line) for cite in cites_of(step))]
            lacking = named - {step["actor"] for step in here}
            if not here or (lacking and not any(" col " in cites_of(step)[0] for step in here)):
                problems.append(f"{line}: {', '.join(sorted(lacking))}: {text[:80]}")
    assert not problems, report(problems)


@pytest.mark.parametrize("file", EDITIONS)
def test_a_receipt_of_refusal_is_of_the_form_its_line_names(file: str) -> None:
    """«Стандарттың 3-қосымшасына сәйкес қолхат береді»; on paper or electronic only where the line says which."""
    lines = lines_of(file)
    for ground in read(file).get("refuse_to_accept", ()):
        if receipt := ground.get("receipt"):
            text = lines[cites_of(ground)[0]]
            annex = "Стандарттың" if receipt["annex"] == "sole" else f"{receipt['annex']}-"
            assert f"{annex} қосымшасына".replace("- ", "-") in text
            assert receipt.get("form") == next((form for word, form in FORMS.items() if word in text), None)


@pytest.mark.parametrize("file", EDITIONS)
def test_the_form_of_a_service_is_cited_from_where_the_text_tells_it(file: str) -> None:
    """«Мемлекеттік қызмет көрсету нысаны: қағаз түрінде»; in which form the result is given is another line."""
    lines, edition = lines_of(file), read(file)
    places = {place for rule in edition.get("form", ()) for place in cites_of(rule)}
    of_results = {place for place in places if re.search(r"нәтиже\w+ (?:ұсыну|беру) нысаны", lines[place])}
    assert not of_results


@pytest.mark.parametrize("file", EDITIONS)
def test_a_term_is_bound_as_the_decree_binds_it(file: str) -> None:
    """«ішінде», «аспайды», «дейін», «кем емес» or the bare amount, by the first cited place that says the term."""
    lines = lines_of(file)
    problems = []
    for held in held_terms(read(file)):
        said = next(filter(None, (bounds_at(cite, held.term, lines) for cite in held.cites)), [])
        if held.bound not in said:
            found = ", ".join(str(bound or "bare amount") for bound in said)
            problems.append(f"{held.where}: {held.term} {held.bound or 'bare'}, but {' and '.join(held.cites)} says {found}")
    assert not problems, report(problems)


def bounds_at(cite: str, term: Term, lines: dict[str, str]) -> list[str | None]:
    """The bounds of the term where it is cited; a plain «күн» is a day of whatever kind the edition took it for."""
    terms = [term, *([Term("days", term.value)] if term.unit in DAYS else [])]
    return [bound for line, text in lines.items() if inside(line, (cite,)) for one in terms for bound in bounds_in(text, one)]


@pytest.mark.parametrize(("act", "annex"), [(act, annex) for act in ACTS for annex in range(1, ACTS[act] + 1)])
def test_a_term_left_to_the_standard_is_left_to_it(act: str, annex: int) -> None:
    """«Мемлекеттік қызмет көрсету мерзімдері Стандарттың 7-тармағында қарастырылған.»"""
    lines = read_decree(act).annexes[annex]
    said = {(line, found[1]) for line, text in lines.items() for found in LEFT_TO_STANDARD.finditer(text)}
    editions = [edition for file in EDITIONS if file.startswith(f"{act}/") and (edition := read(file))["annex"] == annex]
    for edition in editions:
        held = {(cite, str(rule["para"])) for rule in edition.get("terms_from", ()) for cite in cites_of(rule)}
        assert held == said
        assert all(not rule.get("when") for rule in edition.get("terms_from", ()))


@pytest.mark.parametrize("file", EDITIONS)
def test_a_pause_is_called_as_the_decree_calls_it(file: str) -> None:
    """«мерзімі … ұзартылады» is an extension, «тоқтатыла тұрады» a suspension."""
    lines = lines_of(file)
    for rule in read(file).get("pauses", ()):
        assert any(PAUSED[rule["pause"]] in lines[cite] for cite in cites_of(rule)), rule["cite"]

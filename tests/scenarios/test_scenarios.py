"""Every story under `scenarios/` is decided by both engines and held against what it expects."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.citation import citation_json, citations, parse_citation
from eligibility.law.pack import EditionKey
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Plan
from tests.scenarios import scenario_rules
from tests.scenarios.scenario_files import Scenario, all_scenarios, unresolved

Json = Mapping[str, Any]

COVERED = {"kyzylorda-2015-118": 61}
"""acts whose every line and flag some scenario speaks of, with the number of lines in all their lists"""

SCENARIOS = all_scenarios()
AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_scenario(scenario: Scenario, paired: Engine, direct: Engine) -> None:
    problems = [*scenario.problems, *(f"law: the act has no {cite}" for cite in unresolved(scenario))]
    _fail(scenario, "is not written right", problems)
    answers = [decided(scenario, engine) for engine in (paired, direct)]
    _fail(scenario, "is answered otherwise than it expects", list(differences(scenario, answers[0])))
    _fail(scenario, "is answered otherwise by the direct engine", list(engines_differ(*answers)))


class Answer(NamedTuple):
    """A decision with its JSON, or the codes of the refusal."""

    decision: Decision | None
    json: Json
    codes: tuple[str, ...]


def decided(scenario: Scenario, engine: Engine) -> Answer:
    try:
        decision = engine.decide(scenario.case, scenario.as_if_in_force)
    except Refused as refused:
        return Answer(None, {}, tuple(one.code for one in refused.diagnostics))
    return Answer(decision, engine.answer_to(decision).data(AT), ())


def engines_differ(paired: Answer, direct: Answer) -> Iterator[str]:
    if paired.codes != direct.codes:
        yield f"paired refuses with {paired.codes}, direct with {direct.codes}"
    for key in {**paired.json, **direct.json}:
        if key != "receipt" and paired.json.get(key) != direct.json.get(key):
            yield f"{key}: paired {paired.json.get(key)}, direct {direct.json.get(key)}"


def differences(scenario: Scenario, answer: Answer) -> Iterator[str]:
    expect = scenario.expect
    if answer.decision is None:
        if expect.get("error") not in answer.codes or len(set(answer.codes)) > 1:
            yield f"error: expected {expect.get('error')}, refused with {', '.join(answer.codes)}"
        return
    if "error" in expect:
        yield f"error: expected {expect['error']}, but the case was decided"
        return
    for key, wanted in expect.items():
        for difference in CHECKS[key](wanted, answer.decision, answer.json):
            yield f"{key}: {difference}"


# Each check yields what differs, in words.

Check = Callable[[Any, Decision, Json], Iterator[str]]


def _is(wanted: object, found: object) -> Iterator[str]:
    if wanted != found:
        yield f"expected {wanted!r}, found {found!r}"


def _same(wanted: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    """The same words, in whatever order."""
    expected, present = Counter(wanted), Counter(found)
    lacking, more = expected - present, present - expected
    if lacking:
        yield f"expected and not found: {', '.join(lacking.elements())}"
    if more:
        yield f"found and not expected: {', '.join(more.elements())}"


class Unclear(Exception):
    """A name in a scenario that is no line of the list, or more than one."""


def named(name: str, lines: Sequence[tuple[str, str]]) -> int:
    """The line meant by `application` or, where a document stands in several lists, `application at 6(1) list 2`."""
    document, _, place = name.partition(" at ")
    found = [at for at, (one, cite) in enumerate(lines) if one == document and f"{cite} ".startswith(f"{place} ".lstrip())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Unclear(f"the list has no line {name!r}")
    raise Unclear(f"{name!r} is {len(found)} lines of the list; say which: {', '.join(f'at {lines[at][1]}' for at in found)}")


def lines_of(plan: Plan) -> list[tuple[str, str]]:
    return [(entry.document, citations(entry.requirement.cite)[0]) for entry in plan.entries]


def _lines(decision: Decision) -> list[tuple[str, str]]:
    return lines_of(decision.plan) if decision.plan else []


def _labels(decision: Decision) -> list[str]:
    """Each line's name, with its place where its document stands in the list more than once."""
    lines = _lines(decision)
    times = Counter(document for document, _ in lines)
    return [document if times[document] == 1 else f"{document} at {cite}" for document, cite in lines]


def _resolved(names: Iterable[str], decision: Decision, problems: list[str]) -> list[tuple[str, int]]:
    """The names with the line each means; names that mean none are told among the problems."""
    found = []
    for name in names:
        try:
            found.append((name, named(name, _lines(decision))))
        except Unclear as unclear:
            problems.append(str(unclear))
    return found


def _listed(status: str) -> Check:
    def check(wanted: list[str], decision: Decision, json: Json) -> Iterator[str]:
        problems: list[str] = []
        labels = _labels(decision)
        meant = [labels[at] for _, at in _resolved(wanted, decision, problems)]
        found = (label for label, line in zip(labels, json["checklist"], strict=True) if line["status"] == status)
        yield from problems
        yield from _same(meant, found)

    return check


def _undetermined(wanted: Mapping[str, list[str]], decision: Decision, json: Json) -> Iterator[str]:
    yield from _listed("undetermined")(list(wanted), decision, json)
    for name, at in _resolved(wanted, decision, []):
        for difference in _same(wanted[name], json["checklist"][at]["depends_on"]):
            yield f"{name} depends on: {difference}"


def _of_lines(compare: Callable[[Any, Any, Decision], Iterator[str]], key: str) -> Check:
    def check(wanted: Mapping[str, Any], decision: Decision, json: Json) -> Iterator[str]:
        problems: list[str] = []
        meant = _resolved(wanted, decision, problems)
        yield from problems
        for name, at in meant:
            for difference in compare(wanted[name], json["checklist"][at][key], decision):
                yield f"{name}: {difference}"

    return check


def _cited(wanted: str, found: Json, decision: Decision) -> Iterator[str]:
    main = {key: value for key, value in found.items() if key != "also"}
    if parse_citation(wanted) is None:
        yield f"{wanted!r} is no citation"
    elif citation_json(decision.act_id, decision.edition.annex, wanted) != main:
        yield f"expected {wanted}, found {main}"


def _flags(wanted: list[str], _: Decision, json: Json) -> Iterator[str]:
    yield from (f"{id} is not there" for id in wanted if id not in {flag["id"] for flag in json["flags"]})


def _no_flags(wanted: list[str], decision: Decision, json: Json) -> Iterator[str]:
    known = {flag.id for flag in decision.edition.flags}
    yield from (f"{id} is there" for id in wanted if id in {flag["id"] for flag in json["flags"]})
    yield from (f"{id} is no flag of the edition" for id in wanted if id not in known)


def _by_status(section: str, name: str) -> Check:
    def check(wanted: Mapping[str, str], _: Decision, json: Json) -> Iterator[str]:
        yield from _is(dict(wanted), {one[name]: one["status"] for one in json[section]})

    return check


def _for_whom(wanted: str | None, _: Decision, json: Json) -> Iterator[str]:
    yield from _is(wanted, json["for_whom"] and json["for_whom"]["status"])


def _words(section: str, key: str | None = None) -> Check:
    def check(wanted: list[str], _: Decision, json: Json) -> Iterator[str]:
        yield from _same(wanted, (one[key] if key else one for one in json.get(section, ())))

    return check


def _part(wanted: Any, found: Any, where: str = "") -> Iterator[str]:
    """Of mappings only what is stated; lists have the same length and order."""
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        for key, value in wanted.items():
            if key in found:
                yield from _part(value, found[key], f"{where}.{key}")
            else:
                yield f"there is no {where}.{key}".replace(" .", " ")
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for at, (one, other) in enumerate(zip(wanted, found, strict=True)):
            yield from _part(one, other, f"{where}[{at}]")
    elif wanted != found:
        yield f"{where.lstrip('.')}: expected {wanted!r}, found {found!r}"


def _terms(wanted: Json, _: Decision, json: Json) -> Iterator[str]:
    """`sum` as amounts with units, `stated` as one of them or nothing, `due` as the last day of the steps where there is one,
    `due_between` as the earliest and the latest possible one, `stated_due` as the last day of the stated term."""
    terms = json["terms"]
    stated = terms["stated"]
    found = {
        "sum": [[one["value"], one["unit"]] for one in terms["sum"]],
        "stated": [stated["value"], stated["unit"]] if stated else None,
        "due": terms["due"],
        "due_between": terms["due_between"],
        "stated_due": stated and stated["due"],
        "closed": bool(terms["closed"]),
    }
    for key, value in wanted.items():
        if key not in found:
            yield f"unknown key {key!r}; known are {', '.join(found)}"
        elif value != found[key]:
            yield f"{key}: expected {value!r}, found {found[key]!r}"


CHECKS: Mapping[str, Check] = {
    "status": lambda wanted, _, json: _is(wanted, json["edition"]["status"]),
    "answered": lambda wanted, decision, _: _is(wanted, decision.answered),
    "required": _listed("required"),
    "not_required": _listed("not-required"),
    "undetermined": _undetermined,
    "forms": _of_lines(lambda wanted, found, _: _is(wanted, found), "form"),
    "any_of": _of_lines(lambda wanted, found, _: _same(wanted, found or ()), "any_of"),
    "cites": _of_lines(_cited, "cite"),
    "flags": _flags,
    "no_flags": _no_flags,
    "channels": scenario_rules.channels,
    "applicants": _by_status("applicants", "filed_by"),
    "for_whom": _for_whom,
    "questions": _words("questions", "fact"),
    "intake": lambda wanted, _, json: _part(wanted, json["intake"]),
    "outcomes": _words("outcomes"),
    "refusal_grounds": _words("refusal_grounds", "id"),
    "open_grounds": _words("open_grounds", "id"),
    "terms": _terms,
    "steps": scenario_rules.steps,
    "pauses": lambda wanted, _, json: _part(wanted, json["terms"]["pauses"]),
    "receipts": scenario_rules.receipts,
    "places": scenario_rules.stands,
    "standards": scenario_rules.standards,
    "fee": lambda wanted, _, json: _is(wanted, json["fee"]["status"] if json["fee"] else "unstated"),
}


def _fail(scenario: Scenario, what: str, problems: Sequence[str]) -> None:
    if problems:
        law = (f"  {cite}: {says}" for cite, says in scenario.law.items())
        pytest.fail("\n".join([f"{scenario.place}\nThe scenario {what}:", *(f"- {one}" for one in problems), *law]), False)


# The scenarios of an act leave nothing of it out.


@pytest.fixture(params=COVERED)
def editions(request: pytest.FixtureRequest, direct: Engine) -> dict[EditionKey, Plan]:
    """Every edition of a covered act."""
    keys = [EditionKey(request.param, service) for service in direct.pack.services_of(request.param)]
    return {key: direct.plan(key)[0] for key in keys}


def _stories(key: EditionKey) -> list[Scenario]:
    return [one for one in SCENARIOS if one.case.get("act") == key.act and one.case.get("service") == key.service]


def _expected_lines(key: EditionKey, plan: Plan, expectation: str) -> set[int]:
    lines = lines_of(plan)
    return {named(name, lines) for story in _stories(key) for name in story.expect.get(expectation, ())}


def test_every_line_is_expected_both_ways(editions: dict[EditionKey, Plan]) -> None:
    never_required, never_spared = [], []
    for key, plan in editions.items():
        required, spared = (_expected_lines(key, plan, way) for way in ("required", "not_required"))
        for at, (document, cite) in enumerate(lines_of(plan)):
            line = f"{key.service}: {document} at {cite}"
            if at not in required:
                never_required.append(line)
            if at not in spared and plan.entries[at].requirement.when:
                never_spared.append(line)
    assert never_required == [], "no scenario expects these as required"
    assert never_spared == [], "no scenario expects these as not required"


def test_every_flag_is_expected_both_ways(editions: dict[EditionKey, Plan]) -> None:
    never_there, never_absent = [], []
    for key, plan in editions.items():
        there, absent = (
            {id for story in _stories(key) for id in story.expect.get(expectation, ())} for expectation in ("flags", "no_flags")
        )
        flags = plan.edition.flags
        never_there += [f"{key.service}: {flag.id}" for flag in flags if flag.id not in there]
        never_absent += [f"{key.service}: {flag.id}" for flag in flags if flag.when and flag.id not in absent]
    assert never_there == [], "no scenario expects these flags"
    assert never_absent == [], "no scenario expects these flags to be absent"


def test_every_alternative_is_brought(editions: dict[EditionKey, Plan]) -> None:
    never = []
    for key, plan in editions.items():
        papers = [one for story in _stories(key) for one in story.case.get("submitted") or ()]
        brought = {one if isinstance(one, str) else one["document"] for one in papers}
        alternatives = [one.document for entry in plan.entries for one in entry.alternatives]
        never += [f"{key.service}: {one}" for one in alternatives if one not in brought]
    assert never == [], "no scenario brings these"


def test_every_line_is_counted(editions: dict[EditionKey, Plan]) -> None:
    act = next(iter(editions)).act
    assert sum(len(plan.entries) for plan in editions.values()) == COVERED[act]

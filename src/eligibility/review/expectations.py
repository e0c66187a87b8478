"""Scenarios held against what an engine answers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from eligibility.answer.contract_parts import Json
from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.diagnostics.meant import closest
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.reasoning.case import Case
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.plan import Entry, Plan
from eligibility.review.answer_parts import AnswerParts
from eligibility.review.expected_rules import (
    NOT_KNOWN_HERE,
    cited,
    handed_out,
    standards,
    stands,
    steps,
    ways,
)
from eligibility.review.mismatch import LACKING, MORE, Mismatch, each_under, mismatch, otherwise
from eligibility.review.scenarios import Scenario
from eligibility.words.text import N_

Check = Callable[[Any, Decision, Json], Iterator[Mismatch]]
"""yields what differs from what is wanted"""

REFUSED = N_("the case is refused with {found}: {reason}")
DECIDED = N_("expected {expected}, but the case was decided")
NO_LINE = N_("the list has no line {name}")
NO_LINE_BUT = N_("the list has no line {name}; did you mean {guess}?")
SEVERAL = N_("{name} means several lines of the list; say which: {places}")
NO_PART = N_("there is no {key} here")
THERE = N_("{id} is there")
NOT_THERE = N_("{id} is not there")
NO_FLAG = N_("{id} is no flag of the edition")


class Trial(NamedTuple):
    """A scenario's case as it was answered: the decision with its JSON, or why it was refused."""

    decision: Decision | None
    json: Json
    refused: tuple[Diagnostic, ...] = ()

    @property
    def whole(self) -> Json:
        """All of the contract; nothing of a refusal."""
        return self.json.whole() if isinstance(self.json, AnswerParts) else {}

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.refused)


def tried(scenario: Scenario, engine: Engine, case: Case | None = None) -> Trial:
    """The scenario's case as the engine answers it; a refusal is an answer too. A case that was read is not read again."""
    try:
        decision = engine.decide(case or scenario.case, scenario.as_if_in_force)
    except Refused as refused:
        return Trial(None, {}, refused.diagnostics)
    return Trial(decision, AnswerParts(engine.answer_to(decision)))


def mismatches(scenario: Scenario, trial: Trial) -> Iterator[Mismatch]:
    """Everything in which the answer is not the one expected."""
    expect = scenario.expect
    if trial.decision is None:
        yield from _refusal(expect.get("error"), trial)
    elif "error" in expect:
        yield mismatch(DECIDED, expected=expect["error"]).under("error")
    else:
        for key, wanted in expect.items():
            yield from each_under(key, CHECKS[key](wanted, trial.decision, trial.json))


def _refusal(wanted: str | None, trial: Trial) -> Iterator[Mismatch]:
    if wanted in trial.codes and len(set(trial.codes)) == 1:
        return
    for one in trial.refused:
        if one.code != wanted:
            yield mismatch(REFUSED, found=one.code, reason=one).under("error")


def same(wanted: Iterable[str], found: Iterable[str]) -> Iterator[Mismatch]:
    """The same words, in whatever order."""
    expected, present = Counter(wanted), Counter(found)
    lacking, more = expected - present, present - expected
    if lacking:
        yield mismatch(LACKING, names=", ".join(lacking.elements()))
    if more:
        yield mismatch(MORE, names=", ".join(more.elements()))


def named(name: str, lines: Sequence[tuple[str, str]]) -> int | Mismatch:
    """The line meant by `application` or, where a document stands in several lists, `application at 6(1) list 2`, and where
    one place has several rules of it, `application at 6(1) list 2 rule 1`; else why it is none."""
    document, _, rest = name.partition(" at ")
    place, _, number = rest.partition(" rule ")
    found = [at for at, (one, cite) in enumerate(lines) if one == document and f"{cite} ".startswith(f"{place} ".lstrip())]
    if number.isdecimal() and 0 < int(number) <= len(found):
        return found[int(number) - 1]
    if len(found) == 1:
        return found[0]
    if found:
        of = _labels(lines)
        return mismatch(SEVERAL, name=name, places=", ".join(of[at].removeprefix(f"{document} ") for at in found))
    guess = closest(document, (one for one, _ in lines if one != document))
    return mismatch(NO_LINE_BUT, name=name, guess=guess) if guess else mismatch(NO_LINE, name=name)


def lines_of(plan: Plan) -> list[tuple[str, str]]:
    """The document of each line with the place where it stands, as far as the line has one."""
    return [(entry.document, place_of(entry)) for entry in plan.entries]


def place_of(entry: Entry) -> str:
    """As a scenario cites it; a line of another act with that act's id."""
    cite = next(iter(citations(entry.requirement.cite)), "")
    return f"{entry.row.home.act}: {cite}" if cite and entry.row.home else cite


def labels(decision: Decision) -> list[str]:
    """Each line's name, with as much of its place as tells it from the others."""
    return _labels(lines_of(decision.plan) if decision.plan else [])


def _labels(lines: Sequence[tuple[str, str]]) -> list[str]:
    documents, places, seen = Counter(document for document, _ in lines), Counter(lines), Counter[tuple[str, str]]()
    found = []
    for document, cite in lines:
        seen[document, cite] += 1
        rule = f" rule {seen[document, cite]}" if places[document, cite] > 1 else ""
        found.append(document if documents[document] == 1 else f"{document} at {cite}{rule}")
    return found


def _resolved(names: Iterable[str], decision: Decision, problems: list[Mismatch]) -> list[tuple[str, int]]:
    """The names with the line each means; names that mean none are told among the problems."""
    lines = lines_of(decision.plan) if decision.plan else []
    found = []
    for name in names:
        line = named(name, lines)
        if isinstance(line, Mismatch):
            problems.append(line)
        else:
            found.append((name, line))
    return found


def _listed(status: str) -> Check:
    def check(wanted: Iterable[str], decision: Decision, json: Json) -> Iterator[Mismatch]:
        problems: list[Mismatch] = []
        of = labels(decision)
        meant = [of[at] for _, at in _resolved(wanted, decision, problems)]
        found = (label for label, line in zip(of, json["checklist"], strict=True) if line["status"] == status)
        yield from problems
        yield from same(meant, found)

    return check


def _undetermined(wanted: Mapping[str, list[str]], decision: Decision, json: Json) -> Iterator[Mismatch]:
    yield from _listed("undetermined")(list(wanted), decision, json)
    for name, at in _resolved(wanted, decision, []):
        yield from each_under(f"{name}: depends_on", same(wanted[name], json["checklist"][at]["depends_on"]))


def _of_lines(compare: Callable[[Any, Any, Decision], Iterator[Mismatch]], key: str) -> Check:
    def check(wanted: Mapping[str, Any], decision: Decision, json: Json) -> Iterator[Mismatch]:
        problems: list[Mismatch] = []
        meant = _resolved(wanted, decision, problems)
        yield from problems
        for name, at in meant:
            yield from each_under(name, compare(wanted[name], json["checklist"][at][key], decision))

    return check


def _flags(wanted: list[str], _: Decision, json: Json) -> Iterator[Mismatch]:
    there = {flag["id"] for flag in json["flags"]}
    yield from (mismatch(NOT_THERE, id=id) for id in wanted if id not in there)


def _no_flags(wanted: list[str], decision: Decision, json: Json) -> Iterator[Mismatch]:
    there, known = {flag["id"] for flag in json["flags"]}, {flag.id for flag in decision.edition.flags}
    yield from (mismatch(THERE, id=id) for id in wanted if id in there)
    yield from (mismatch(NO_FLAG, id=id) for id in wanted if id not in known)


def _whole(read: Callable[[Json], Any]) -> Check:
    def check(wanted: Any, _: Decision, json: Json) -> Iterator[Mismatch]:
        yield from otherwise(wanted, read(json))

    return check


def _words(section: str, key: str | None = None) -> Check:
    def check(wanted: list[str], _: Decision, json: Json) -> Iterator[Mismatch]:
        yield from same(wanted, (one[key] if key else one for one in json[section]))

    return check


def _part(wanted: Any, found: Any, where: str = "") -> Iterator[Mismatch]:
    """Of mappings only what is stated; lists have the same length and order."""
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        for key, value in wanted.items():
            if key in found:
                yield from _part(value, found[key], f"{where}.{key}")
            else:
                yield mismatch(NO_PART, key=f"{where}.{key}".lstrip("."))
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for at, (one, other) in enumerate(zip(wanted, found, strict=True)):
            yield from _part(one, other, f"{where}[{at}]")
    else:
        yield from (one.under(where.lstrip(".")) if where else one for one in otherwise(wanted, found))


def terms_told(json: Json) -> dict[str, Any]:
    """Of an answer that has terms: `sum` as amounts with units, `stated` as one of them or nothing, `due` as the last day of
    the steps where there is one, `due_between` as the earliest and the latest possible one, `stated_due` as the last day of
    the stated term."""
    terms = json["terms"]
    stated = terms["stated"]
    return {
        "sum": [[one["value"], one["unit"]] for one in terms["sum"]],
        "stated": [stated["value"], stated["unit"]] if stated else None,
        "due": terms["due"],
        "due_between": terms["due_between"],
        "stated_due": stated and stated["due"],
        "closed": bool(terms["closed"]),
    }


def _terms(wanted: Json, _: Decision, json: Json) -> Iterator[Mismatch]:
    found = terms_told(json) if json["terms"] else {}
    for key, value in wanted.items():
        if not found:
            yield mismatch(NO_PART, key=key)
        elif key in found:
            yield from each_under(key, otherwise(value, found[key]))
        else:
            yield mismatch(NOT_KNOWN_HERE, key=key, known=", ".join(found))


def fee_told(json: Json) -> str:
    return json["fee"]["status"] if json["fee"] else "unstated"


def circle_told(json: Json) -> str | None:
    return json["for_whom"] and json["for_whom"]["status"]  # type: ignore[no-any-return]


def applicants_told(json: Json) -> dict[str, str]:
    return {one["filed_by"]: one["status"] for one in json["applicants"]}


CHECKS: Mapping[str, Check] = {
    "status": _whole(lambda json: json["edition"]["status"]),
    "answered": lambda wanted, decision, _: otherwise(wanted, decision.answered),
    "required": _listed("required"),
    "not_required": _listed("not-required"),
    "undetermined": _undetermined,
    "forms": _of_lines(lambda wanted, found, _: otherwise(wanted, found), "form"),
    "brought_by": _of_lines(lambda wanted, found, _: otherwise(wanted, found), "brought_by"),
    "any_of": _of_lines(lambda wanted, found, _: same(wanted, found or ()), "any_of"),
    "cites": _of_lines(cited, "cite"),
    "flags": _flags,
    "no_flags": _no_flags,
    "channels": _whole(ways),
    "applicants": _whole(applicants_told),
    "for_whom": _whole(circle_told),
    "questions": _words("questions", "fact"),
    "intake": lambda wanted, _, json: _part(wanted, json["intake"]),
    "outcomes": _words("outcomes"),
    "refusal_grounds": _words("refusal_grounds", "id"),
    "open_grounds": _words("open_grounds", "id"),
    "terms": _terms,
    "steps": steps,
    "pauses": lambda wanted, _, json: _part(wanted, (json["terms"] or {}).get("pauses")),
    "receipts": _whole(handed_out),
    "places": stands,
    "standards": _whole(standards),
    "fee": _whole(fee_told),
}

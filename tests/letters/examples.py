"""A case for every letter of every edition: found by answering what the refusals ask for."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.letters.kinds import LetterKind, kinds_of
from eligibility.letters.statement import Office, read_office, read_statement
from eligibility.letters.writing import Language, Made, Wanted
from eligibility.review.scenarios import Scenario, scenarios_at
from tests.letters.making import letter_about

SCENARIOS = Path(__file__).parents[1] / "scenarios"
DEPTH = 3
PERSON = {
    "surname": "Өтебаева",
    "name": "Һәнипа",
    "patronymic": "Ғалымқызы",
    "iin": "900101100004",
    "phone": "+7 700 000 00 00",
}
GROUND = "Стандартта аталған негіз || Основание, названное в стандарте"
MISSING = ["guardianship-document", "Жоқ қағаз || Недостающая бумага"]


class Example(NamedTuple):
    kind: LetterKind
    key: EditionKey
    case: dict[str, Any]
    statement: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.key.act}/{self.key.service}/{self.kind}"


@cache
def engine() -> Engine:
    return Engine.shipped(engine="direct")


@cache
def office() -> Office:
    return read_office(
        {
            "name": "Жұмыспен қамту бөлімі || Отдел занятости",
            "address": {"kk": "Абай даңғылы, 1", "ru": "проспект Абая, 1"},
            "phone": "+7 7242 00 00 00",
            "head": "А. Баталов",
            "clerk": "Ұ. Ңұрғалиева",
            "complaints": "Облыс әкімдігі || Акимат области",
        }
    )


def made(example: Example, lang: Language = "both", **settings: Any) -> Made:
    decision = engine().decide(example.case)
    statement = read_statement(example.statement, engine().pack)
    more: dict[str, Any] = {"office": office(), "statement": statement} | settings
    wanted = Wanted(example.kind, lang, **more)
    return letter_about(decision, engine(), wanted)


@cache
def examples() -> tuple[Example, ...]:
    found = []
    for key in engine().pack.held():
        edition = engine().pack.edition(*key)
        assert edition is not None
        found += [next(_examples(kind, key)) for kind in kinds_of(edition)]
    return tuple(found)


def longest_and_shortest() -> tuple[Example, ...]:
    """Of each kind the letters with the most and with the least to say."""
    kinds: dict[LetterKind, list[tuple[int, Example]]] = {}
    for one in examples():
        kinds.setdefault(one.kind, []).append((len(repr(made(one).parts)), one))
    return tuple(pick(some, key=lambda pair: pair[0])[1] for some in kinds.values() for pick in (max, min))


def _examples(kind: LetterKind, key: EditionKey) -> Iterator[Example]:
    """From the scenarios where they give this letter, else from as few answers as it takes."""
    for scenario in _scenarios():
        case = dict(scenario.case)
        if (
            (case.get("act"), case.get("service")) == (key.act, key.service)
            and not scenario.as_if_in_force
            and "error" not in scenario.expect
        ):
            yield from _answered(kind, key, case, 0)
    yield from _answered(kind, key, {"act": key.act, "service": key.service, "on": day_in_force(key), "facts": {}}, DEPTH)


@cache
def _scenarios() -> tuple[Scenario, ...]:
    return tuple(scenarios_at([SCENARIOS]))


def _answered(kind: LetterKind, key: EditionKey, case: dict[str, Any], depth: int) -> Iterator[Example]:
    case = {**case, "person": PERSON}
    if kind in ("acceptance", "slip") and not case.get("submitted"):
        case["submitted"] = ["application", "ipr"] if kind == "acceptance" else []
    for statement in _statements(kind):
        example = Example(kind, key, case, statement)
        try:
            made(example)
        except Refused as refused:
            codes = {one.code for one in refused.diagnostics}
            if "letter-undetermined" in codes and depth:
                facts = str(refused.diagnostics[0].values["known"]).split(", ")
                yield from _branches(kind, key, case, facts, depth)
                return
        else:
            yield example
            return


def _statements(kind: LetterKind) -> list[dict[str, Any]]:
    plain: dict[str, Any] = {"number": "15"}
    match kind:
        case "checklist":
            return [{}]
        case "refusal":
            return [plain, plain | {"ground": GROUND}]
        case "refuse-acceptance":
            return [plain | {"ground": GROUND, "missing": MISSING}]
        case "slip":
            return [plain, plain | {"missing": MISSING}]
        case "notice":
            return [plain | {"term": "30.12.2018"}]
        case _:
            return [plain]


def _branches(kind: LetterKind, key: EditionKey, case: dict[str, Any], facts: list[str], depth: int) -> Iterator[Example]:
    fact = facts[0]
    values: Any = engine().pack.facts[fact].values or [True, False]
    for value in values:
        yield from _answered(kind, key, {**case, "facts": {**case["facts"], fact: value}}, depth - 1)


def day_in_force(key: EditionKey) -> str:
    """A day on which the edition is in force, or else one on which it may be."""
    days = [date(year, month, 1) for year in range(2012, 2027) for month in range(1, 13)]
    lives = {day: engine().life(key.act, key.service, day) for day in days}
    return min((day for day in days if lives[day].answers), key=lambda day: lives[day].status != "in-force").isoformat()

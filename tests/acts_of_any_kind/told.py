"""What is told of a case by the acts of this folder: as data, on screen and on paper."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.letters.formats.txt import as_text
from eligibility.letters.kinds import LetterKind
from eligibility.letters.statement import read_statement
from eligibility.letters.writing import Wanted
from eligibility.words.text import Lang
from tests.answer.contract_schema import keeps_the_contract
from tests.cli.running import typed
from tests.letters.making import letter_about

__all__ = ["RULES", "Plain", "about", "answered", "paper", "refused_with", "screen", "words_of"]

RULES = Path(__file__).parent / "rules"
Plain = dict[str, Any]


def about(service: str, on: str, *papers: str | Plain, told: Mapping[str, Any] | None = None, **facts: Any) -> Plain:
    """Somebody in Almaty; without papers it is not said what was brought."""
    case: Plain = {"service": service, "region": "almaty-city", "on": on, "facts": facts, **(told or {})}
    return {**case, "submitted": list(papers)} if papers else case


def answered(engine: Engine, case: Plain) -> Plain:
    found = engine.answer(case).data()
    keeps_the_contract(found)
    return found


def screen(case: Plain, command: str = "check", lang: Lang = "ru") -> str:
    """What the command prints, its lines joined, so that a sentence is found whole."""
    done = typed(command, "-", "--rules", str(RULES), given=json.dumps(case), lang=lang, columns=200)
    assert done.code == 0, done.err
    return words_of(done.out)


def paper(engine: Engine, kind: LetterKind, case: Plain, lang: Lang = "ru", **stated: Any) -> str:
    statement = read_statement(stated, engine.pack)
    made = letter_about(engine.decide(case), engine, Wanted(kind, lang, statement=statement))
    return words_of(as_text(made))


def refused_with(engine: Engine, kind: LetterKind, case: Plain) -> set[str]:
    try:
        paper(engine, kind, case)
    except Refused as refused:
        return {one.code for one in refused.diagnostics}
    return set()


def words_of(text: str) -> str:
    return " ".join(text.replace("\u2060", "").replace("\u00a0", " ").split())

"""A story: what one annex says, as a lawyer writes it, and what is told of a case by it on screen, in JSON and on paper."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

from jsonschema import Draft202012Validator

from eligibility.answer.answer import Answer
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.letters.formats.txt import as_text
from eligibility.letters.kinds import LetterKind
from eligibility.letters.statement import read_statement
from eligibility.letters.writing import Wanted
from eligibility.reasoning.inference import default_engine
from eligibility.words.text import Lang
from tests.answer.contract_schema import SCHEMA
from tests.broken.broken_examples import BASE
from tests.cli.running import typed
from tests.letters.making import letter_about

__all__ = ["DAY", "Plain", "Story"]

Plain = dict[str, Any]
ACT = "town-2018-1"
DAY = "2018-06-01"
PARTS = ("checklist", "intake", "questions", "results", "outcomes", "refusal_grounds", "open_grounds", "appeal", "no_papers")
"""of the contract, what the stories are about"""
MORE: Mapping[str, str] = {
    "documents/more.yaml": """
birth-record: {name: {kk: туу туралы акт жазбасы, ru: запись акта о рождении}}
marriage-certificate: {name: {kk: неке туралы куәлік, ru: свидетельство о браке}}
passport: {name: {kk: паспорт, ru: паспорт}}
photograph: {name: {kk: фотосурет, ru: фотография}}
income-certificate: {name: {kk: табыс туралы анықтама, ru: справка о доходах}}
""",
    "outcomes/more.yaml": """
care-refusal: {kk: күтімнен бас тарту, ru: отказ в уходе, refusal: true}
""",
    "events.yaml": """
decision: {kk: шешім қабылданған күн, ru: день принятия решения}
""",
    "facts/more.yaml": """
data_false:
  type: bool
  stage: examination
  ask: {kk: Мәліметтер дұрыс емес пе?, ru: Сведения недостоверны?}
  says: {holds: {kk: мәліметтер дұрыс емес, ru: сведения недостоверны}, fails: {kk: мәліметтер дұрыс, ru: сведения достоверны}}
""",
    "acts/order-1-2017/act.yaml": """
kind: order
number: "1"
issuer: {kk: министр, ru: министр}
cited: {kk: министрдің 2017 жылғы 10 қаңтардағы № 1 бұйрығы, ru: приказ министра от 10 января 2017 года № 1}
regions: all
adopted: 2017-01-10
in_force: unknown
text: elsewhere
package: standard-documents
""",
    f"acts/{ACT}/provisions.yaml": """
act:
  "1": encoded
annexes:
  1:
    "1": encoded
    "2": reference
  2: {"1": reference, "2": reference, "3": reference, "4": reference, "5": reference, "6": reference, "7": reference}
""",
}


@dataclass(frozen=True)
class Story:
    """One annex of a small act, in the words of a rule file."""

    folder: Path
    engine: Engine

    @classmethod
    def of(cls, folder: Path, annex: str) -> "Story":
        pack = Path(copytree(BASE, folder / "pack", ignore=ignore_patterns("standards")))
        head = "service: home-care\nannex: 2\nprovider: department\n"
        for name, text in {**MORE, f"acts/{ACT}/2-home-care.yaml": head + annex}.items():
            (pack / name).parent.mkdir(parents=True, exist_ok=True)
            (pack / name).write_text(text, encoding="utf-8")
        return cls(pack, Engine.of_rules(pack, default_engine()))

    def case(self, *papers: str | Plain, unsaid: bool = False, **facts: Any) -> Plain:
        """Somebody with these papers; `unsaid` where it is not said what was brought."""
        case: Plain = {"service": "home-care", "act": ACT, "on": DAY, "facts": facts}
        return case if unsaid else {**case, "submitted": list(papers)}

    def answer(self, *papers: str | Plain, unsaid: bool = False, **facts: Any) -> Answer:
        return self.engine.answer(self.case(*papers, unsaid=unsaid, **facts))

    def json(self, *papers: str | Plain, unsaid: bool = False, **facts: Any) -> Plain:
        found = self.answer(*papers, unsaid=unsaid, **facts).data()
        for part in PARTS:
            Draft202012Validator({**SCHEMA["$defs"]["answer"]["properties"][part], "$defs": SCHEMA["$defs"]}).validate(
                found[part]
            )
        return found

    def screen(self, case: Plain, lang: Lang = "ru") -> str:
        return self.typed("check", "-", given=json.dumps(case), lang=lang)

    def typed(self, *arguments: str, given: str = "", lang: Lang = "ru") -> str:
        done = typed(*arguments, "--rules", str(self.folder), given=given, lang=lang, columns=200)
        assert done.code == 0, done.err
        return done.out

    def paper(self, kind: LetterKind, case: Plain, lang: Lang = "ru", **stated: Any) -> str:
        """Its lines joined, so that a sentence is found whole."""
        statement = read_statement(stated, self.engine.pack)
        made = letter_about(self.engine.decide(case), self.engine, Wanted(kind, lang, statement=statement))
        return " ".join(as_text(made).replace("\u2060", "").split())

    def refused(self, kind: LetterKind, case: Plain, **stated: Any) -> set[str]:
        try:
            self.paper(kind, case, **stated)
        except Refused as error:
            return {one.code for one in error.diagnostics}
        return set()

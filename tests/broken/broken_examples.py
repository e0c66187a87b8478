"""The smallest wrong pack or case for each diagnostic code: packs overlay `_base`, `cases` are read by it."""

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from eligibility.cli.commands.ask import ask
from eligibility.cli.commands.check import check
from eligibility.cli.commands.rules_reviewing import review_rules
from eligibility.cli.commands.rules_schema import show_schema
from eligibility.cli.commands.rules_signing import sign_act
from eligibility.cli.commands.rules_starting import start_act
from eligibility.cli.commands.rules_testing import try_scenarios
from eligibility.cli.input import MAX_BYTES, read_data
from eligibility.cli.options import engine_of
from eligibility.cli.seeking import found
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.interview.finding import MAX_PHRASE, find
from eligibility.interview.search import Search
from eligibility.law.calendar import Calendar
from eligibility.plain.yamlfile import read_yaml
from eligibility.reasoning.case import MAX_ENTRIES
from eligibility.review import revisions, signing
from eligibility.review.appending import appended
from eligibility.review.outlines import read_outline
from eligibility.review.revisions import engine_at
from eligibility.review.scenarios import read_scenarios, scenarios_at

__all__ = ["BASE", "BROKEN", "BROKEN_CASES", "CASES", "GOOD", "MADE", "BrokenCase", "BrokenPack", "overlaid"]

FOLDER = Path(__file__).parent
CASES = FOLDER / "cases"
BASE = FOLDER / "_base"
EXPECT = "expect.yaml"


@dataclass(frozen=True, slots=True)
class BrokenPack:
    """A folder `code` or `code+variant` with the files that replace those of the base pack or join them."""

    folder: Path
    at: str
    """the place the diagnostic names"""
    says: str
    advises: str
    root: str = "."
    """where below the pack the rules are looked for"""
    repeat: int = 1
    """how often the text of its files is repeated"""

    @property
    def code(self) -> str:
        return self.folder.name.split("+")[0]

    @property
    def files(self) -> list[str]:
        return [
            path.relative_to(self.folder).as_posix()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name != EXPECT
        ]


@dataclass(frozen=True, slots=True)
class BrokenCase:
    """A file `code.json` or `code+variant.yaml`, read beside the base pack."""

    file: str
    wrong: str
    at: str
    says: str
    advises: str

    @property
    def code(self) -> str:
        return self.file.rpartition(".")[0].partition("+")[0]

    @property
    def path(self) -> Path:
        return CASES / self.file


def overlaid(broken: BrokenPack, folder: Path) -> Path:
    """The base pack with the broken files, in a folder of its own."""
    pack = folder / "pack"
    shutil.copytree(BASE, pack)
    for name in broken.files:
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_bytes((broken.folder / name).read_bytes() * broken.repeat)
    return pack


def _read(path: Path) -> dict[str, Any]:
    file = read_yaml(path.relative_to(FOLDER.parent).as_posix(), path.read_bytes())
    problems = [f"{one.where}: {one.message()}" for one in file.diagnostics]
    assert isinstance(file.data, dict), problems
    assert not problems, problems
    return file.data


BROKEN = [
    BrokenPack(path, **_read(path / EXPECT))
    for path in sorted(FOLDER.iterdir())
    if path not in (BASE, CASES) and (path / EXPECT).is_file()
]
BROKEN_CASES = [BrokenCase(file, **entry) for file, entry in _read(CASES / EXPECT).items()]

GOOD = {"service": "wheelchairs", "act": "town-2018-1", "on": "2018-06-01"}
CALENDAR = Calendar(frozenset({2018}), {}, {})


def _one_input(engine: Engine, folder: Path) -> None:
    from eligibility.cli.gathering import Asked

    Asked(case="-", facts="-").gathered()


def _not_written(engine: Engine, folder: Path) -> None:
    from eligibility.cli.commands.letter import write

    write(str(folder / "nowhere" / "letter.txt"), b"")


def _too_large(engine: Engine, folder: Path) -> None:
    path = folder / "case.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    read_data(str(path))


def _request_not_at_hand(engine: Engine, folder: Path) -> None:
    pack = Path(shutil.copytree(BASE, folder / "pack"))
    with (pack / "acts" / "town-2018-1" / "act.yaml").open("a", encoding="utf-8") as act:
        act.write("text: partial\n")
    Engine.of_rules(pack, "direct").decide(GOOD | {"facts": {"request": "duplicate"}})


STORY = {"name": "A story", "law": {"annex 1, 6(1)": "x"}, "case": GOOD, "expect": {"required": ["application"]}}


def _scenarios(*scenarios: Mapping[str, Any]) -> Callable[[Engine, Path], object]:
    """A file of these scenarios."""

    def read(engine: Engine, folder: Path) -> None:
        content = json.dumps(scenarios).encode()
        raise Refused([problem for one in read_scenarios("a.yaml", content) for problem in one.problems][:1])

    return read


def _file_exists(engine: Engine, folder: Path) -> None:
    (folder / "stories.yaml").touch()
    try_scenarios(record="case.yaml", out=str(folder / "stories.yaml"), rules=[str(BASE)])


def _file_there(engine: Engine, folder: Path) -> None:
    (folder / "case.yaml").touch()
    ask(service="wheelchairs", save=folder / "case.yaml", on=GOOD["on"], rules=[str(BASE)])


def _other_ending(engine: Engine, folder: Path) -> None:
    ask(service="wheelchairs", save=folder / "case.pdf", on=GOOD["on"], rules=[str(BASE)])


def _two_services(folder: Path) -> Engine:
    """Of one alone nobody is asked."""
    pack = Path(shutil.copytree(BASE, folder / "pack"))
    (pack / "acts" / "town-2018-1" / "2-home-care.yaml").write_text(
        'service: home-care\nannex: 2\nprovider: department\nfee: [{fee: free, cite: "1"}]\n', encoding="utf-8"
    )
    return Engine.of_rules(pack, "direct")


def _asked_of_nobody(search: Search) -> None:
    with patch.object(sys, "stdin", StringIO()):
        found(search)


def _misread(folder: Path, was: str, now: str) -> Path:
    """The base pack with an edition that says something else."""
    pack = Path(shutil.copytree(BASE, folder / "pack"))
    edition = pack / "acts" / "town-2018-1" / "1-wheelchairs.yaml"
    edition.write_text(edition.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    return pack


def _first_of(rules: Path) -> None:
    """What heads the mistakes that rules have."""
    try:
        engine_at(str(rules))
    except Refused as refusal:
        raise Refused(refusal.diagnostics[:1]) from None


def _without_columns(engine: Engine, folder: Path) -> None:
    with patch.dict(sys.modules, {"polars": None}):
        review_rules(str(BASE), str(BASE))


def _too_many_rules(engine: Engine, folder: Path) -> None:
    """Of a revision of this repository, as its rules are too many where three are."""
    with patch.object(revisions, "MAX_FILES", 3), patch.object(revisions, "_git", _listed):
        revisions.take_out("HEAD", folder)


def _listed(*arguments: str, name: str, given: bytes = b"") -> bytes:
    """What git says of a revision with four files."""
    return b"".join(b"100644 blob 0 1\t%d.yaml\0" % n for n in range(4)) if arguments[0] == "ls-tree" else b"0"


def _no_terminal(engine: Engine, folder: Path) -> None:
    with patch.object(sys, "stdin", StringIO()):
        try_scenarios(record="", rules=[str(BASE)])


def _act_begun(engine: Engine, folder: Path) -> None:
    (folder / "acts" / "order-7-2019").mkdir(parents=True)
    (folder / "acts" / "order-7-2019" / "act.yaml").touch()
    start_act(folder / "acts" / "order-7-2019")


def _signed(name: str = "А. Б.", yes: bool = True, on: str | None = None) -> Callable[[Engine, Path], object]:
    """The town's act, twice on one day."""

    def sign(engine: Engine, folder: Path) -> None:
        pack = folder / "pack"
        if not pack.exists():
            shutil.copytree(BASE, pack)
        with patch.object(sys, "stdin", StringIO()):
            for _ in range(2):
                sign_act("town-2018-1", name=name, yes=yes, on=on, rules=[str(pack)])

    return sign


def _signing_shipped(engine: Engine, folder: Path) -> None:
    with patch.object(signing, "checkout", lambda: None):
        sign_act(next(iter(Engine.shipped("direct").acts)), name="А. Б.", yes=True)


MADE: Mapping[str, Callable[[Engine, Path], object]] = {
    "act-begun": _act_begun,
    "act-folder": lambda engine, folder: start_act(folder / "order-7-2019"),
    "all-alone": lambda engine, folder: show_schema(kind="edition", folder=folder),
    "calendar-malformed": lambda engine, folder: Calendar.of({2018: {"days_off": ["8 March"], "working": []}}),
    "calendar-missing": lambda engine, folder: CALENDAR.is_working_day(date(2019, 1, 1)),
    "file-exists": _file_exists,
    "file-there": _file_there,
    "json-lines-alone": lambda engine, folder: check(case="case.json", json_lines=True),
    "no-file": lambda engine, folder: read_data(str(folder / "case.json")),
    "no-region": lambda engine, folder: _asked_of_nobody(Search(engine, service="wheelchairs")),
    "no-scenarios": lambda engine, folder: scenarios_at([folder]),
    "no-service": lambda engine, folder: _asked_of_nobody(Search(_two_services(folder))),
    "no-such-rules": lambda engine, folder: engine_at(str(folder)),
    "no-terminal": _no_terminal,
    "not-written": _not_written,
    "one-input": _one_input,
    "other-ending": _other_ending,
    "outline-form": lambda engine, folder: read_outline(read_yaml("outline.yaml", b"annexes: 4")),
    "phrase-too-long": lambda engine, folder: find(engine, "?" * (MAX_PHRASE + 1)),
    "publication-of-no-use": lambda engine, folder: engine_of([str(BASE)], None, None, ["order-1=2018-01-09"]),
    "published-before-adoption": lambda engine, folder: engine_of([str(BASE)], None, None, ["town-2018-1=2018-01-09"]),
    "review-not-installed": _without_columns,
    "record-alone": lambda engine, folder: try_scenarios(paths=["."], record="case.yaml", rules=[str(BASE)]),
    "request-not-at-hand": _request_not_at_hand,
    "rules-in-error": lambda engine, folder: _first_of(_misread(folder, "age < 18", "agee < 18")),
    "rules-of-another-format": lambda engine, folder: _first_of(_misread(folder, "document:", "paper:")),
    "scenario-append": lambda engine, folder: appended("a.yaml", json.dumps([STORY]).encode(), f"- {json.dumps(STORY)}\n"),
    "scenario-error": _scenarios(STORY | {"expect": {"error": "not-regulated", "status": "in-force"}}),
    "scenario-file": _scenarios(),
    "scenario-form": _scenarios(STORY | {"expect": {"required": "application"}}),
    "scenario-name": _scenarios(STORY, STORY),
    "scenario-place": _scenarios(STORY | {"law": {"1, 6(1)": "x"}}),
    "signature-unconfirmed": _signed(yes=False),
    "signed-ahead": _signed(on=str(date.today() + timedelta(2))),
    "signed-already": _signed(),
    "signer-missing": _signed(name=" "),
    "signing-shipped": _signing_shipped,
    "term-invalid": lambda engine, folder: CALENDAR.add_months(date(2018, 1, 1), 0),
    "too-large": _too_large,
    "too-many-rules": _too_many_rules,
    "too-many": lambda engine, folder: engine.read(GOOD | {"facts": {f"fact-{n}": 1 for n in range(MAX_ENTRIES + 1)}}),
}
"""codes that no small file can show: what to do to see each"""

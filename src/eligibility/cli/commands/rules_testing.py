"""`eligibility rules test`: an author's own scenarios, held against the rules; and a case written down as one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from eligibility.cli.errors import EXIT_FOUND, EXIT_INTERRUPTED
from eligibility.cli.framework import supplied
from eligibility.cli.input import read_data
from eligibility.cli.language import lang as language
from eligibility.cli.language import say, words
from eligibility.cli.options import CASE, DIR, FILE, TEXT, JsonOption, Opened, opened
from eligibility.cli.output import print_json, put, write_to
from eligibility.cli.progress import progress_of
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.spacing import harmless
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.engine import Engine
    from eligibility.review.mismatch import Mismatch
    from eligibility.review.scenarios import Scenario


RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar=f"[{CASE}]",
        help=say(
            N_(
                "Write a case with what is answered down as a scenario, without the person; "
                "a file, JSON or YAML, or «-» for standard input. Without a file you are asked for the case, "
                "for what should come out, and where the act says so."
            )
        ),
    ),
]


class Recording(NamedTuple):
    """A case that is to be written down, and where."""

    case: str
    """nothing where somebody is asked for it"""
    name: str | None
    out: str
    append: bool
    force: bool
    as_if_in_force: bool

    @property
    def added_to(self) -> bytes | None:
        """What the file holds already, where the scenario is added to it; refuses a file that is not to be touched."""
        if self.out == "-" or not Path(self.out).exists():
            return None
        if self.append:
            return Path(self.out).read_bytes()
        if not self.force:
            raise refused("file-exists", self.out)
        return None


@supplied("opened", opened)
def try_scenarios(
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar=f"{DIR}|{FILE}…", help=say(N_("Files of scenarios, and folders of them."))),
    ] = None,
    record: RecordOption = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar=TEXT, help=say(N_("With --record: what to call the scenario.")))
    ] = None,
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar=FILE, help=say(N_("With --record: the file to write; standard output by default."))
        ),
    ] = "-",
    append: Annotated[
        bool,
        typer.Option("--append", help=say(N_("With --record: add the scenario at the end of a file that is there already."))),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help=say(N_("With --record: write over a file that is there already.")))
    ] = False,
    as_if: Annotated[
        bool,
        typer.Option(
            "--as-if-in-force",
            help=say(N_("With --record: answer also where the edition is not the law on the day.")),
        ),
    ] = False,
    as_json: JsonOption = False,
    opened: Opened,
) -> None:
    if record is not None:
        if paths or as_json:
            raise refused("record-alone", "--record")
        wanted = Recording(record, name, out, append, force, as_if)
        if record:
            _record(opened.engine, wanted)
            return
        raise typer.Exit(_record_by_form(opened, wanted))
    raise typer.Exit(_run(opened, paths or ["."], as_json))


def _run(opened: Opened, paths: list[str], as_json: bool) -> int:
    """Tells every scenario that is answered otherwise than it expects; the exit code."""
    from eligibility.review.expectations import mismatches, tried
    from eligibility.review.scenarios import Provided, checked, scenarios_at

    scenarios = checked(scenarios_at(map(Path, paths)), Provided(opened.rules or SHIPPED))
    if problems := [problem for one in scenarios for problem in one.problems]:
        raise Refused(problems)
    found: list[tuple[Scenario, list[Mismatch]]] = []
    with progress_of(say(N_("Scenarios")), len(scenarios), quiet=as_json) as progress:
        for one in scenarios:
            found.append((one, list(mismatches(one, tried(one, opened.engine)))))
            if progress:
                progress(1)
    failed = [(one, differences) for one, differences in found if differences]
    if as_json:
        print_json({"scenarios": len(found), "failed": len(failed), "results": [_result_json(*one) for one in found]})
    else:
        _tell(failed, len(found))
    return EXIT_FOUND if failed else 0


def _tell(failed: "list[tuple[Scenario, list[Mismatch]]]", count: int) -> None:
    """A line for each scenario that fails, what differs below it, and what its author read in the law."""
    for one, differences in failed:
        print(f"{one.place}: {one.name}")
        for difference in differences:
            put(difference.said(words()), "bad", indent=2, hang=2)
        for cite, says in one.law.items():
            put(f"{cite}: {says}", "dim", indent=4, hang=2)
    put(say(N_("Scenarios: {n}. Answered otherwise: {failed}."), n=count, failed=len(failed)), "bad" if failed else "good")


def _result_json(one: "Scenario", differences: "list[Mismatch]") -> dict[str, Any]:
    said = [{"where": ": ".join(each.where), "message": each.said(words())} for each in differences]
    return {"file": one.file, "line": one.line, "name": one.name, "passed": not differences, "differences": said}


def _record(engine: "Engine", wanted: Recording) -> None:
    from eligibility.review.recording import recorded, written

    held = wanted.added_to
    data = read_data(wanted.case)
    if not isinstance(data, dict):
        raise refused("not-a-case", wanted.case)
    name = wanted.name or say(N_("Written down from {name}"), name=Path(wanted.case).name)
    scenario = recorded(data, engine, name, language(), wanted.as_if_in_force)
    remark = say(N_("What the program answers: hold every line against the act, and write down what the act says."))
    _write(wanted.out, held, f"# {remark}\n{written(scenario)}")


def _write(out: str, held: bytes | None, entry: str) -> None:
    from eligibility.review.appending import appended

    write_to(out, entry.encode() if held is None else appended(out, held, entry))


def _record_by_form(opened: Opened, wanted: Recording) -> int:
    """Asks for a scenario, writes it, and tells whether the program answers so today; the exit code."""
    from eligibility.cli.talking import Stopped, tell

    if not sys.stdin.isatty():
        raise refused("no-terminal", "--record", name=CASE)
    if wanted.out != "-" and not wanted.out.endswith(".yaml"):
        raise refused("file-ending", wanted.out)
    if not Path(wanted.out).parent.is_dir():
        raise refused("not-written", wanted.out)
    held = wanted.added_to
    try:
        entry = _asked(opened, wanted, held)
    except (Stopped, KeyboardInterrupt):
        tell()
        tell(say(N_("Nothing is written.")), "bad")
        return EXIT_INTERRUPTED
    _write(wanted.out, held, entry)
    return _tell_how_it_stands(opened, wanted.out, entry)


def _asked(opened: Opened, wanted: Recording, held: bytes | None) -> str:
    from eligibility.cli.case_asking import case_asked
    from eligibility.cli.form_filling import filled
    from eligibility.review.appending import good_scenarios
    from eligibility.review.recording import written
    from eligibility.review.scenario_form import ScenarioForm
    from eligibility.review.scenarios import Provided

    taken = {one.name for one in good_scenarios(wanted.out, held)} if held is not None else set()
    if wanted.name in taken:
        raise refused("scenario-name", wanted.out)
    case, answer = case_asked(opened.engine, wanted.as_if_in_force)
    lines = Provided(opened.rules or SHIPPED).lines(answer.decision.act_id)
    return written(filled(ScenarioForm.of(answer, case, lines, taken), wanted.name).scenario)


def _tell_how_it_stands(opened: Opened, out: str, entry: str) -> int:
    from eligibility.cli.talking import tell
    from eligibility.review.expectations import mismatches, tried
    from eligibility.review.scenarios import read_scenarios

    [scenario] = read_scenarios("scenario.yaml", entry.encode())
    differences = list(mismatches(scenario, tried(scenario, opened.engine)))
    tell()
    if out != "-":
        tell(say(N_("Written: {path}"), path=harmless(out)), "good")
    if not differences:
        tell(say(N_("The program answers so today.")), "good")
        return 0
    tell(say(N_("The program answers otherwise today; the scenario fails until the rules are mended:")), "bad")
    for one in differences:
        tell("  " + one.said(words()), "bad", hang=2)
    return EXIT_FOUND

"""What can be done with a result after an interview: kept as a file, printed, opened in a browser."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from eligibility.answer.answer import Answer
from eligibility.cli.language import lang, say
from eligibility.cli.talking import BY_NUMBER, LEAVE, Stopped, agreed, hint, numbered, read, tell, tell_lines, wrong_number
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.files import write_new
from eligibility.interview.interview import Interview
from eligibility.interview.typed import number_typed
from eligibility.words.spacing import harmless
from eligibility.words.text import N_, Text

if TYPE_CHECKING:
    from eligibility.letters.writing import Format

CASE, LIST = "case", "checklist"
"""names of files, before their endings"""
PRINTER = "lp"
PATIENCE = 60
"""seconds in which a printer has to take a paper"""


class MenuLine(NamedTuple):
    """A line of the menu; the last one does nothing."""

    text: str
    do: Callable[[Interview], None] | None = None


def keep(interview: Interview) -> None:
    """Offers what can be done with the result until somebody has enough."""
    choices = list(_choices(interview.answer_so_far))
    while True:
        tell()
        tell(say(N_("What shall be done now?")), "head")
        tell_lines(numbered(say(one.text) for one in choices))
        hint(N_("the number of a line"), LEAVE)
        try:
            chosen = _chosen(choices)
            if chosen.do is None:
                return
            chosen.do(interview)
        except Stopped:
            return
        except Refused as error:
            _tell(error)


def _choices(answer: Answer) -> Iterator[MenuLine]:
    """What there is no list of cannot be printed."""
    from eligibility.letters.kinds import kinds_of

    yield MenuLine(N_("keep the answers in a file"), _keep_case)
    if "checklist" in kinds_of(answer.edition):
        if _pdf() and shutil.which(PRINTER):
            yield MenuLine(N_("print the list of documents"), _print)
        else:
            yield MenuLine(N_("keep the list of documents in a file to print"), _keep_list)
        yield MenuLine(N_("open the list of documents in the browser"), _open)
    yield MenuLine(N_("finish"))


def _chosen(choices: list[MenuLine]) -> MenuLine:
    """The line whose number is typed; Enter, which turns a page, ends nothing here."""
    while True:
        typed = read()
        if number := number_typed(typed, len(choices)):
            return choices[number - 1]
        tell(wrong_number(typed, len(choices)) or say(BY_NUMBER), "bad")


def save_case(case: Mapping[str, Any], title: Text, path: Path) -> None:
    """Writes the case where there is no file yet; what cannot be written is refused."""
    from eligibility.interview.kept import case_file

    _write(path, case_file(case, title))


def _keep_case(interview: Interview) -> None:
    path = _free(CASE, "yaml")
    save_case(interview.case, interview.answer_so_far.title, path)
    _tell_where(path)


def _keep_list(interview: Interview) -> None:
    format: Format = "pdf" if _pdf() else "html"
    path = _free(LIST, format)
    _write(path, _paper(interview, format))
    _tell_where(path)


def _print(interview: Interview) -> None:
    """By way of no file; a paper that the printer does not take is kept as one."""
    paper = _paper(interview, "pdf")
    tell(say(N_("The list goes to the printer …")))
    try:
        done = subprocess.run([PRINTER], input=paper, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        done = None
    if done is not None and done.returncode == 0:
        tell(say(N_("The printer has taken the list.")), "good")
        return
    tell(say(N_("The printer did not take the list.")), "bad")
    _keep_list(interview)


def _open(interview: Interview) -> None:
    from eligibility.cli.browsing import opened

    with opened(_paper(interview, "html")) as shown:
        if not shown:
            tell(say(N_("No browser was found.")), "bad")
            return
        tell(say(N_("When you have read it, press Enter: the page will be removed from this computer.")))
        read()
    tell(say(N_("The page has been removed.")), "good")


def _paper(interview: Interview, format: "Format") -> bytes:
    """The list of documents in the language of the interview."""
    from eligibility.letters.decision_view import OnPaper
    from eligibility.letters.formats.rendering import rendered
    from eligibility.letters.writing import Wanted, make

    answer = interview.answer_so_far
    made = make(OnPaper(answer), Wanted("checklist", lang()), None)
    return rendered(made, answer.decision.case.on, format, None)


def _pdf() -> bool:
    """Whether papers can be made for a printer here."""
    from eligibility.letters.formats.pdf import check_installed

    try:
        check_installed()
    except Refused:
        return False
    return True


def _free(name: str, ending: str) -> Path:
    """The first of case.yaml, case-2.yaml and so on that is not there."""
    names = (f"{name}-{at}.{ending}" if at > 1 else f"{name}.{ending}" for at in count(1))
    return next(path for path in map(Path, names) if not path.exists() and not path.is_symlink())


def _write(path: Path, content: bytes) -> None:
    try:
        write_new(path, content)
    except FileExistsError:
        raise refused("file-there", str(path)) from None
    except OSError:
        raise refused("not-written", str(path)) from None


def keep_shown(name: str, show: Callable[[], None]) -> None:
    """Offers to keep what was shown as a file of text."""
    tell()
    tell(say(N_("Keep this list in a file?")), "head")
    try:
        if agreed():
            with redirect_stdout(StringIO()) as shown:
                show()
            path = _free(name, "txt")
            _write(path, shown.getvalue().encode())
            _tell_where(path)
    except Stopped:
        return


def _tell_where(path: Path) -> None:
    tell(say(N_("Kept; you alone can read the file: {path}"), path=harmless(str(path.resolve()))), "good")


def _tell(refusal: Refused) -> None:
    from eligibility.cli.errors import told

    for diagnostic in refusal.diagnostics:
        tell(told(diagnostic), "bad")

"""`eligibility verify`: whether the decision behind a letter still holds."""

import re
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.errors import EXIT_FOUND, refused_json
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import (
    CODE,
    LETTER,
    JsonOption,
    reasoner,
)
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.letters.carried import MAX_FILE, code_in
from eligibility.letters.verify import Verified, verified
from eligibility.plain.reading import iso_date
from eligibility.words.days import day_text
from eligibility.words.text import N_

_LIKE_CODE = re.compile(r"EL\d+\.", re.IGNORECASE)

SECTIONS: dict[str, str] = {
    "edition": N_("the edition and whether it is in force"),
    "checklist": N_("the documents"),
    "filing": N_("where to file, who may file, the fee"),
    "results": N_("the results"),
    "receipts": N_("the receipts"),
    "intake": N_("what is missing of the documents presented"),
    "grounds": N_("the grounds to refuse"),
    "terms": N_("the terms"),
    "flags": N_("what the text leaves open"),
    "names": N_("the names of documents, service and office"),
}


@supplied("engine", reasoner)
def verify(
    *,
    letter: Annotated[
        str, typer.Argument(metavar=f"{LETTER}|{CODE}", help=say(N_("File of a letter, or the code its square holds.")))
    ],
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    found = verified(_code(letter), engine)
    if as_json:
        print_json({**found.plain(), "refused": refused_json(found.refused)["errors"] if found.refused else None})
    else:
        _tell(found)
    raise typer.Exit(0 if found.same else EXIT_FOUND)


def _code(letter: str) -> str:
    path = Path(letter)
    if _LIKE_CODE.match(letter.strip()) and not _is_there(path):
        return letter
    try:
        with path.open("rb") as file:
            return code_in(file.read(MAX_FILE))
    except (OSError, ValueError):
        if path.suffix or _is_there(path):
            raise refused("no-file", letter[:80]) from None
        return letter


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a code is longer than any name
        return False


def _tell(found: Verified) -> None:
    day = iso_date(found.payload.case.get("on"))
    put(say(N_("Short code: {code}. Day of filing: {day}."), code=found.short, day=day_text(day)[language()] if day else "–"))
    if found.same:
        put(say(N_("The decision in the code is the same by the rules of today.")), "good")
        put(say(N_("The printed words are not read; compare them with a letter made anew.")))
        return
    put(say(N_("The decision in the code is another one by the rules of today.")), "bad")
    for section in found.differs:
        put(f"– {say(SECTIONS[section])}", indent=1, hang=2)
    if found.refused:
        put(say(N_("Such a letter would not be given today.")), "bad", indent=1)

"""What the cells of a table say, as the plain data of a case. The columns are read by the same rules, and held to these."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Fact
from eligibility.population.table_heading import ON, SERVICE, SUBMITTED, TableHeading
from eligibility.words.closed import truths

BLANK = " \t\r\n\u00a0"
"""signs around what a cell says; one that holds nothing else says nothing"""
DIVIDER = ";"
"""between values of which several may be true"""
NOT_SAID = "…"
"""stands for what no cell may say"""
ISO_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
DOTTED_DAY = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
WHOLE_NUMBER = r"-?[0-9]{1,9}"
PLAIN_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"

Cells = Mapping[str, str | None]
"""of one row, by column"""


def case_data(cells: Cells, heading: TableHeading, pack: Pack) -> dict[str, Any]:
    """The case of a row, as anybody would write it down, with all that is wrong in it."""
    said = {name: text for name in heading.read if (text := (cells[name] or "").strip(BLANK))}
    facts = {id: _fact(said[id], pack.facts[id]) for id in heading.facts if id in said}
    plain = {name: said[name] for name in (SERVICE, *heading.places) if name in said}
    day = {ON: _day(said[ON])} if ON in said else {}
    papers = [_paper(id, said.get(f"{SUBMITTED}{id}", "no")) for id in heading.documents]
    told = any(name.startswith(SUBMITTED) for name in said)
    return plain | day | {"facts": facts} | ({"submitted": [one for one in papers if one]} if told else {})


def _fact(text: str, fact: Fact) -> Any:
    match fact.type:
        case "bool":
            return truths().get(text.lower(), text)
        case "choice":
            parts = (part.strip(BLANK) for part in text.split(DIVIDER))
            return [part for part in parts if part] if fact.many else text
        case "date":
            return _day(text)
        case "number":
            return text if re.fullmatch(PLAIN_NUMBER, text) else NOT_SAID
        case _:
            return int(text) if re.fullmatch(WHOLE_NUMBER, text) else text


def _day(text: str) -> str:
    found = re.fullmatch(DOTTED_DAY, text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else text
    except ValueError:
        return text


def _paper(document: str, text: str) -> dict[str, str] | None:
    word = text.lower()
    presented = truths().get(word)
    if word == "no" or presented is False:
        return None
    return {"document": document} if word == "yes" or presented else {"document": document, "form": word}

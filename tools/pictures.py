"""Draws the pictures of docs/ anew: `python -m tools.pictures`. Needs pdftoppm and Chromium."""

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from eligibility.engine import Engine
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.kinds import LetterKind
from eligibility.letters.statement import read_office, read_statement
from eligibility.letters.writing import Format, Language, Wanted, make

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PERSON = {"surname": "Өтебаева", "name": "Һәнипа", "patronymic": "Ғалымқызы"}
DEPARTMENT = {
    "name": "Қызылорда қаласының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі || "
    "Отдел занятости и социальных программ города Кызылорды",
    "address": "Қызылорда қаласы, Абай даңғылы, 1 || город Кызылорда, проспект Абая, 1",
    "phone": "+7 7242 00 00 00",
    "clerk": "Ұ. Ңұрғалиева",
}
CORPORATION = {
    "name": "«Азаматтарға арналған үкімет» мемлекеттік корпорациясының Талдықорған қалалық бөлімі || "
    "Талдыкорганский городской отдел Государственной корпорации «Правительство для граждан»",
    "address": "Талдықорған қаласы, Тәуелсіздік көшесі, 1 || город Талдыкорган, улица Тауелсиздик, 1",
    "phone": "+7 7282 00 00 00",
    "clerk": "Ұ. Ңұрғалиева",
}
CARE: dict[str, Any] = {
    "service": "home-care",
    "region": "kyzylorda-region",
    "on": "2016-03-01",
    "facts": {"disability": "group-1", "elderly": False, "pension_age": False, "war_status": "none", "filed_by": "self"},
    "submitted": ["application", "medical-card"],
}
HOUSING: dict[str, Any] = {
    "service": "housing-assistance",
    "region": "almaty-region",
    "on": "2018-10-08",
    "facts": {"channel": "state-corporation"},
    "submitted": ["application"],
}
STATED = {
    "ground": "Құжаттар топтамасы толық емес || Неполный пакет документов",
    "missing": ["Табыс туралы анықтама || Справка о доходах", "Үй кітапшасы || Домовая книга"],
}


def paper(
    kind: LetterKind, lang: Language, case: dict[str, Any], format: Format = "pdf", office: Any = DEPARTMENT, stated: Any = None
) -> bytes:
    engine = Engine.shipped()
    decision = engine.decide({**case, "person": PERSON})
    statement = read_statement(stated or {}, engine.pack)
    made = make(OnPaper(engine.answer_to(decision)), Wanted(kind, lang, read_office(office), statement), decision.case.person)
    return rendered(made, decision.case.on, format, None)


def printed(name: str, page: bytes) -> None:
    command = ["pdftoppm", "-png", "-r", "80", "-singlefile", "-f", "1", "-", str(PICTURES / name)]
    subprocess.run(command, input=page, check=True)


def shown(name: str, page: bytes, width: int, height: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "letter.html")
        file.write_bytes(page)
        command = ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={width},{height}"]
        subprocess.run([*command, f"--screenshot={PICTURES / name}.png", file.as_uri()], check=True, capture_output=True)


def main() -> None:
    refused = {**CARE, "facts": {**CARE["facts"], "data_unreliable": True}}
    printed("letter-checklist", paper("checklist", "kk", {**CARE, "submitted": []}))
    printed("letter-refusal", paper("refusal", "ru", refused, stated={"number": "15"}))
    printed("letter-refuse-acceptance", paper("refuse-acceptance", "ru", HOUSING, "pdf", CORPORATION, STATED))
    shown("letter-slip-narrow", paper("slip", "kk", CARE, "html"), 500, 1300)


if __name__ == "__main__":
    main()

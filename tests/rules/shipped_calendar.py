"""The shipped calendar, read as the program reads it."""

from pathlib import Path
from typing import Any

from eligibility.law.calendar import Calendar
from eligibility.plain.yamlfile import read_yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "rules" / "calendar"
YEARS = range(2012, 2028)


def _load() -> dict[int, dict[str, Any]]:
    years = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        file = read_yaml(path.name, path.read_bytes())
        assert not file.diagnostics, [(str(d.where), d.message()) for d in file.diagnostics]
        years[int(path.stem)] = file.data
    return years


DATA = _load()
CALENDAR = Calendar.of(DATA)

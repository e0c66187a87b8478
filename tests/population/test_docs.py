"""docs/population.md says what can be wrong with a table."""

import re
from pathlib import Path

from eligibility.diagnostics.tables import tables
from tests.diagnostics.page import OF_POPULATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "population.md").read_text("utf-8")


def test_every_mistake_of_a_table_is_on_the_page() -> None:
    listed = re.findall(r"^\| ([a-z-]+) \| ", PAGE.partition("| code | ")[2], re.MULTILINE)
    assert listed == sorted(code for room in OF_POPULATIONS for code in tables()[room])

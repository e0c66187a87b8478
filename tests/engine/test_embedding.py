"""The example of docs/embedding.md is run as it stands there."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "embedding.md"


def test_the_example_of_the_page_prints_the_checklist(capsys) -> None:  # type: ignore[no-untyped-def]
    [example] = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102  the page's own words
    printed = capsys.readouterr().out.splitlines()
    assert "required medical-organisation-conclusion 6(1) item 4" in printed
    assert "not-required ipr 6(1) item 2" in printed

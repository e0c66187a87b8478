"""The contract of the answer, as a JSON Schema: what every answer and every refusal keeps."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "contract.schema.json").read_text(encoding="utf-8"))
CONTRACT = Draft202012Validator({**SCHEMA["$defs"]["answer"], "$defs": SCHEMA["$defs"]})
ERRORS = Draft202012Validator({**SCHEMA["$defs"]["errors"], "$defs": SCHEMA["$defs"]})
ANSWER = Draft202012Validator(SCHEMA)


def keeps_the_contract(found: dict[str, Any]) -> None:
    problem = best_match(CONTRACT.iter_errors(found))
    assert problem is None, f"{found['edition']}: {list(problem.absolute_path)}: {problem.message[:400]}"

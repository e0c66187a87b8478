"""A text for everybody, or one for each of those it may be said to, and nothing between."""

import pytest

from eligibility.plain.yamlfile import read_yaml
from eligibility.rulefiles.schema import validate

SELF = "self: {kk: а, ru: а}"
CHILD = "child: {kk: б, ru: б}"
OTHER = "other: {kk: в, ru: в}"
DESK = "desk: {kk: г, ru: г}"


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        ("{kk: а, ru: а}", []),
        (f"{{{SELF}, {CHILD}, {OTHER}, {DESK}}}", []),
        (f"{{{SELF}, {CHILD}, {OTHER}}}", [("missing-key", "desk")]),
        (f"{{{SELF}}}", [("missing-key", "child"), ("missing-key", "other"), ("missing-key", "desk")]),
        (f"{{{CHILD}, {OTHER}, {DESK}, self: {{kk: а}}}}", [("missing-language", "ru")]),
        (f"{{{SELF}, {CHILD}, {OTHER}, {DESK}, clerk: {{kk: а, ru: а}}}}", [("unexpected-key", None)]),
        ("{kk: а}", [("missing-language", "ru")]),
        ("{}", [("missing-language", "kk"), ("missing-language", "ru")]),
    ],
)
def test_a_question_is_in_one_form_or_in_all(ask: str, found: list[tuple[str, str | None]]) -> None:
    for key in ("ask", "label"):
        text = f"one:\n  type: bool\n  ask: {ask}\n"
        if key == "label":
            text = f"one:\n  type: choice\n  ask: {{kk: а, ru: а}}\n  values: {{a: {{label: {ask}}}}}\n"
        diagnostics = validate("facts", read_yaml("facts/one.yaml", text.encode()))
        assert sorted((one.code, str(one.values.get("key"))) for one in diagnostics) == sorted(
            (code, str(key)) for code, key in found
        )

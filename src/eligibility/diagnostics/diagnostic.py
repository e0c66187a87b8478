"""Diagnostics: what is wrong, where, and the likely fix, as values. What each code says is declared in its room's table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eligibility.diagnostics.mistake import Severity
from eligibility.diagnostics.tables import declared
from eligibility.words.text import Lang, Text

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, lines and columns counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, init=False)
class Diagnostic:
    """One thing wrong: a declared code, the place, and the values that its words name."""

    code: str
    where: Place | str
    values: Mapping[str, object]

    def __init__(self, code: str, where: Place | str = "", /, **values: object) -> None:
        declared(code)
        for name, value in (("code", code), ("where", where), ("values", values)):
            object.__setattr__(self, name, value)

    @property
    def severity(self) -> Severity:
        return declared(self.code).severity

    def message(self, translate: Translate = str) -> str:
        return _said(declared(self.code).words, self.values, translate)

    def advice(self, translate: Translate = str) -> str:
        hint = declared(self.code).hint_for(self.values)
        return _said(hint, self.values, translate) if hint else ""

    def as_json(self, translate: Translate = str) -> dict[str, object]:
        said = {"code": self.code, "where": str(self.where)}
        if isinstance(self.where, Place):
            place = {"file": self.where.file, "line": self.where.line, "column": self.where.column}
        else:
            place = {}
        return {
            **said,
            **place,
            "severity": self.severity,
            "message": self.message(translate),
            "hint": self.advice(translate),
        }


def _said(template: str, values: Mapping[str, object], translate: Translate) -> str:
    lang: Lang = getattr(translate, "lang", "kk")
    said = {name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
    return translate(template).format(**said)

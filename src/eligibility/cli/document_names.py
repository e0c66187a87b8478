"""Documents and flags as they are named on a terminal."""

from collections.abc import Iterable

from eligibility.cli.language import lang
from eligibility.cli.output import put
from eligibility.engine import Engine
from eligibility.law.edition import Flag
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.wording import cite_text
from eligibility.words.text import Text


def document_name(line: Line, engine: Engine) -> Text:
    return (
        line.entry.requirement.name
        if line.entry.requirement.name and not line.entry.requirement.all_of
        else engine.pack.documents[line.entry.document].name
    )


def flagged(decision: Decision, flags: Iterable[Flag], indent: int, annex: int | None = None) -> None:
    """Remarks on the text under the rule they are about; `annex` where they are of another act's."""
    for flag in flags:
        place = cite_text(annex or decision.edition.annex, flag.cite)
        put(f"! {flag.text[lang()]} ({place[lang()]})", "dim", indent=indent, hang=2)

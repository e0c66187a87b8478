"""Whether a letter still says what the rules say: its code read, its case decided again, section by section compared."""

from typing import NamedTuple

from eligibility.engine import Engine
from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_
from eligibility.letters.answer import answer_of
from eligibility.letters.code import FOUND, Payload, read_code
from eligibility.letters.kinds import basis, kind_named
from eligibility.letters.prints import differing
from eligibility.letters.stated import read_statement
from eligibility.reasoning.decision import Decision

MAX_FILE = 50_000_000


class Verified(NamedTuple):
    payload: Payload
    decision: Decision
    differs: tuple[str, ...]
    """sections of the decision that are otherwise today; none where the letter still holds"""
    refused: Refused | None
    """why such a letter would not be given today"""
    rules_now: str

    @property
    def same(self) -> bool:
        return not self.differs and self.refused is None


def code_in(content: bytes) -> str:
    """The full code a letter's file carries; refuses a file with none, or with several."""
    found: set[str] = {one.decode() for one in FOUND.findall(content[:MAX_FILE])}
    if len(found) != 1:
        text = N_("the file carries no code") if not found else N_("the file carries the codes of several letters")
        raise Refused([Diagnostic("no-code", text, "CODE", N_("give the code itself"))])
    return found.pop()


def verified(code: str, engine: Engine) -> Verified:
    payload = read_code(code)
    kind = kind_named(payload.kind)
    statement = read_statement(payload.statement, engine.pack)
    decision = engine.decide(payload.case, payload.as_if_in_force)
    refused: Refused | None = None
    try:
        basis(kind, decision, statement)
    except Refused as error:
        refused = error
    differs = differing(payload.prints, answer_of(decision, engine).prints)
    return Verified(payload, decision, differs, refused, engine.pack.digest.removeprefix("sha256:")[:12])

"""Whether the decision behind a letter still holds: its code read, its case decided again, section by section compared."""

from typing import NamedTuple

from eligibility.answer.answer import Answer
from eligibility.answer.contract_parts import Json
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.letters.code import Payload, letter_code, read_code, rules_sign
from eligibility.letters.fingerprints import differing, fingerprints
from eligibility.letters.kinds import basis, kind_named
from eligibility.letters.statement import read_statement
from eligibility.letters.writing import check_accepted


class Verified(NamedTuple):
    """A letter's code read, beside the decision by the rules of today."""

    payload: Payload
    differs: tuple[str, ...]
    """sections of the decision that are otherwise today; none where the letter still holds"""
    refused: Refused | None
    """why such a letter would not be given today"""
    rules_now: str

    @property
    def short(self) -> str:
        """The short code that the letter shows."""
        return letter_code(self.payload, with_case=False).short

    def plain(self) -> Json:
        """As plain data, for other programs; the mistakes in `refused` are told by whoever knows the reader."""
        payload = self.payload
        return {
            "same": self.same,
            "code": self.short,
            "kind": payload.kind,
            "lang": payload.lang,
            "case": payload.case,
            "statement": payload.statement,
            "as_if_in_force": payload.as_if_in_force,
            "rules": {"then": payload.rules, "now": self.rules_now},
            "differs": list(self.differs),
        }

    @property
    def same(self) -> bool:
        return not self.differs and self.refused is None


def verified(code: str, engine: Engine) -> Verified:
    """The decision behind a code held against that of today; refuses a code that cannot be read."""
    payload = read_code(code)
    now = rules_sign(engine.pack)
    try:
        answer = engine.answer(payload.case, payload.as_if_in_force)
        differs = differing(payload.prints, fingerprints(answer))
    except Refused as error:
        return Verified(payload, (), error, now)
    return Verified(payload, differs, _refused(payload, answer), now)


def _refused(payload: Payload, answer: Answer) -> Refused | None:
    try:
        statement = read_statement(payload.statement, answer.pack)
        basis(kind_named(payload.kind), answer, statement)
        check_accepted(statement.accepted_on, answer.decision.case.on)
    except Refused as error:
        return error
    return None

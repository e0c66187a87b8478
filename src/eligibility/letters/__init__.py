"""Papers: which letters a decision allows, their words, their pages, and their printing in bulk."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.letters.decision_view import OnPaper as OnPaper
    from eligibility.letters.kinds import KINDS as KINDS
    from eligibility.letters.kinds import LetterKind as LetterKind
    from eligibility.letters.statement import Office as Office
    from eligibility.letters.statement import Statement as Statement
    from eligibility.letters.statement import read_office as read_office
    from eligibility.letters.statement import read_statement as read_statement
    from eligibility.letters.verify import Verified as Verified
    from eligibility.letters.verify import verified as verified
    from eligibility.letters.writing import Made as Made
    from eligibility.letters.writing import Wanted as Wanted
    from eligibility.letters.writing import make as make
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "decision_view": "OnPaper",
            "kinds": "KINDS LetterKind",
            "statement": "Office Statement read_office read_statement",
            "verify": "Verified verified",
            "writing": "Made Wanted make",
        },
    )

"""Who must act by when: terms counted over the working calendar, each day off named."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.terms.course import Days as Days
    from eligibility.terms.ledger import Ledger as Ledger
    from eligibility.terms.ledger import StepRow as StepRow
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "course": "Days",
            "ledger": "Ledger StepRow",
        },
    )

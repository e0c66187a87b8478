"""What a lawyer or maintainer looks at: what differs, what ages, what is covered."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.review.ageing import Stale as Stale
    from eligibility.review.ageing import stale as stale
    from eligibility.review.comparison import Differences as Differences
    from eligibility.review.comparison import compare as compare
    from eligibility.review.coverage import ActCoverage as ActCoverage
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "ageing": "Stale stale",
            "comparison": "Differences compare",
            "coverage": "ActCoverage",
        },
    )

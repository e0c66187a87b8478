"""Letters for many cases: rows read, runs that go on where they stopped, one file for the printer."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.letters.bulk.merged import print_all as print_all
    from eligibility.letters.bulk.running import Run as Run
    from eligibility.letters.bulk.running import Summary as Summary
    from eligibility.letters.bulk.running import bulk as bulk
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "merged": "print_all",
            "running": "Run Summary bulk",
        },
    )

"""An interview: finding the service, asking only what matters, going back and changing answers. No screen of its own."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.interview.finding import Found as Found
    from eligibility.interview.finding import find as find
    from eligibility.interview.finding import find_region as find_region
    from eligibility.interview.interview import Interview as Interview
    from eligibility.interview.kept import case_file as case_file
    from eligibility.interview.likely import Likely as Likely
    from eligibility.interview.reply import Replied as Replied
    from eligibility.interview.reply import Reply as Reply
    from eligibility.interview.reply import Reviewed as Reviewed
    from eligibility.interview.search import Search as Search
    from eligibility.interview.search import check_named as check_named
    from eligibility.interview.search import situations as situations
    from eligibility.interview.typed import no_such_day as no_such_day
    from eligibility.interview.typed import number_typed as number_typed
    from eligibility.interview.typed import option_typed as option_typed
    from eligibility.interview.typed import reply_typed as reply_typed
    from eligibility.interview.typed import says_unsure as says_unsure
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "finding": "Found find find_region",
            "interview": "Interview",
            "kept": "case_file",
            "likely": "Likely",
            "reply": "Replied Reply Reviewed",
            "search": "Search check_named situations",
            "typed": "no_such_day number_typed option_typed reply_typed says_unsure",
        },
    )

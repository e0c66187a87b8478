"""An interview: finding the service, asking only what matters, going back and changing answers. No screen of its own."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.interview.as_data import screening_data as screening_data
    from eligibility.interview.as_data import trip_data as trip_data
    from eligibility.interview.conversation import Conversation as Conversation
    from eligibility.interview.finding import Found as Found
    from eligibility.interview.finding import find as find
    from eligibility.interview.finding import find_region as find_region
    from eligibility.interview.interview import Interview as Interview
    from eligibility.interview.kept import case_file as case_file
    from eligibility.interview.likely import Likely as Likely
    from eligibility.interview.reply import AnswerGiven as AnswerGiven
    from eligibility.interview.reply import Reply as Reply
    from eligibility.interview.reply import Reviewed as Reviewed
    from eligibility.interview.reply import Topic as Topic
    from eligibility.interview.screening import Group as Group
    from eligibility.interview.screening import Screening as Screening
    from eligibility.interview.search import Search as Search
    from eligibility.interview.search import check_named as check_named
    from eligibility.interview.search import situations as situations
    from eligibility.interview.squeezed import squeeze as squeeze
    from eligibility.interview.suited import Suited as Suited
    from eligibility.interview.taken_along import AlongLine as AlongLine
    from eligibility.interview.taken_along import along as along
    from eligibility.interview.trip import Trip as Trip
    from eligibility.interview.trip import TripPaper as TripPaper
    from eligibility.interview.trip import TripStop as TripStop
    from eligibility.interview.trip import Want as Want
    from eligibility.interview.typed import no_such_day as no_such_day
    from eligibility.interview.typed import number_typed as number_typed
    from eligibility.interview.typed import option_typed as option_typed
    from eligibility.interview.typed import reply_typed as reply_typed
    from eligibility.interview.typed import says_unsure as says_unsure
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "as_data": "screening_data trip_data",
            "conversation": "Conversation",
            "finding": "Found find find_region",
            "interview": "Interview",
            "kept": "case_file",
            "likely": "Likely",
            "reply": "AnswerGiven Reply Reviewed Topic",
            "screening": "Group Screening",
            "search": "Search check_named situations",
            "squeezed": "squeeze",
            "suited": "Suited",
            "taken_along": "AlongLine along",
            "trip": "TripPaper TripStop Trip Want",
            "typed": "no_such_day number_typed option_typed reply_typed says_unsure",
        },
    )

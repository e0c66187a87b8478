"""What suits a person, and the list for a trip, in paragraphs: a terminal and a page lay out the same."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.interview.telling.trip_list import tell_trip as tell_trip
    from eligibility.interview.telling.what_suits import numbered_services as numbered_services
    from eligibility.interview.telling.what_suits import tell_screening as tell_screening
else:
    __all__, __getattr__, __dir__ = face(__name__, {"trip_list": "tell_trip", "what_suits": "numbered_services tell_screening"})

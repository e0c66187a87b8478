"""The four facts the program itself reads, each about the filing; every other fact is known to the rules alone."""

CHANNEL = "channel"
"""where the case is filed"""
REQUEST = "request"
"""which variant of the service is asked for"""
FILED_BY = "filed_by"
"""who files"""
ANSWER_BY = "answer_by"
"""how the answer is handed over"""

FILING_DAY = "filing_day"
"""no fact that anybody answers: the day on which the case is filed"""

INCOMPLETE = "file_incomplete"
"""no fact that anybody answers: in grounds, that a required document is not among those presented"""

FILING_FACTS = (CHANNEL, REQUEST, FILED_BY, ANSWER_BY)

"""A country at once: the same program over the columns of a table, by polars or by the query it prints."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.population.columns import Columns as Columns
    from eligibility.population.partition_run import PeopleRun as PeopleRun
    from eligibility.population.partition_run import RunWanted as RunWanted
    from eligibility.population.partition_run import decide as decide
    from eligibility.population.people_counting import PeopleCounted as PeopleCounted
    from eligibility.population.people_counting import count as count
    from eligibility.population.sql_query import SqlQuery as SqlQuery
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "columns": "Columns",
            "partition_run": "PeopleRun RunWanted decide",
            "people_counting": "PeopleCounted count",
            "sql_query": "SqlQuery",
        },
    )

"""A country at once: the same program over the columns of a table, by polars or by the query it prints."""

from eligibility._faces import face

__all__, __getattr__, __dir__ = face(__name__, {})

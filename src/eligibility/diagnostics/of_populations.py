"""What can be wrong with a table of people: its file, its heading, and the part of the program that reads it."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import DID_YOU_MEAN, Mistake
from eligibility.words.text import N_

_EXAMPLE = N_("«eligibility population example FILE» writes a table to fill in")

MISTAKES: Mapping[str, Mistake] = {
    "population-not-installed": Mistake(
        N_("tables of people need a part of the program that is not installed here"), N_("install it: {command}")
    ),
    # its file
    "people-format": Mistake(N_("no table of people has the format this name ends in"), N_("one of: {known}")),
    "people-unreadable": Mistake(
        N_("the table cannot be read: it is damaged, is no UTF-8 text, or a row has more cells than the heading"),
        N_("save it anew, as UTF-8 text or as Parquet"),
    ),
    "people-none": Mistake(N_("the table has no rows"), _EXAMPLE),
    "population-other-run": Mistake(
        N_("in this folder lies a run with other rules, other columns or other settings"), N_("choose another folder")
    ),
    "people-overwritten": Mistake(
        N_("what is written would take the place of a table that is read, or of the answers themselves: {file}"),
        N_("choose another folder, or another name of the table"),
    ),
    # its heading
    "column-unknown": Mistake(
        N_("column {column} of the table is none of those that are read: {id}"),
        DID_YOU_MEAN,
        N_(
            "leave names and IINs out; a column that must come along is named with --carry COLUMN and is not read; "
            "«eligibility population example FILE» writes a table to fill in"
        ),
    ),
    "column-twice": Mistake(N_("column {column} of the table has the name of another one: {id}"), N_("keep one of the two")),
    "column-missing": Mistake(N_("the table has no column {id}"), _EXAMPLE),
    "place-missing": Mistake(N_("the table has neither a column region nor a column act"), N_("add one of the two")),
    "column-type": Mistake(
        N_("the values that column {column} of the table holds are of a type that cannot be {id} exactly"),
        N_("write it as text"),
    ),
    "column-untyped": Mistake(
        N_("Spark reads typed columns only, and the type of {id} is another"),
        N_("write days as dates, yes and no as truths, numbers as numbers and the rest as text"),
    ),
    "columns-too-many": Mistake(
        N_("the table has more than {limit} columns, or more than {entries} of facts or of documents"),
        N_(
            "leave out what no edition reads: «eligibility population example FILE --service SERVICE» "
            "writes the columns of one service"
        ),
    ),
    "carried-read": Mistake(N_("column {id} is read, so it does not come along unread"), N_("leave it out of --carry")),
    "carried-taken": Mistake(
        N_("a column taken along may not be called {id}: the program writes one of that name"), N_("rename it in the table")
    ),
    "carried-missing": Mistake(N_("the table has no column {id} to take along"), DID_YOU_MEAN, N_("check its name")),
}

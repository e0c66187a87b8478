"""What can go wrong where a letter becomes a paper: templates, formats, codes read back, runs over many cases."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import DID_YOU_MEAN, Mistake
from eligibility.words.text import N_

_PAGE = N_("see docs/letters.md")
_OTHER_NAME = N_("choose another name")
_ANOTHER_PICTURE = N_("take a PNG, or an SVG that only draws, of at most 1 MB and 4000 pixels on a side")

MISTAKES: Mapping[str, Mistake] = {
    # templates
    "letter-attribute": Mistake(N_("<{tag}> has no attribute {id}"), _PAGE),
    "letter-element": Mistake(N_("a letter has no element <{tag}> here"), _PAGE),
    "letter-empty": Mistake(N_("<{tag}> says nothing"), _PAGE),
    "letter-syntax": Mistake(N_("the template is not well-formed: {reason}"), _PAGE),
    "letter-template": Mistake(N_("the template cannot be used: {reason}"), _PAGE),
    "letter-words": Mistake(N_("words stand between the elements of <{tag}>"), _PAGE),
    "no-folder": Mistake(N_("there is no such folder"), N_("check its name")),
    "no-template": Mistake(N_("no file here has the name of a letter's template"), _PAGE),
    "template-missing": Mistake(N_("the template {name} is not there"), _PAGE),
    # pictures of a letterhead
    "picture-broken": Mistake(N_("this is no whole picture"), _ANOTHER_PICTURE),
    "picture-format": Mistake(N_("this is neither a PNG nor an SVG"), _ANOTHER_PICTURE),
    "picture-hostile": Mistake(N_("the picture holds more than a drawing: {what}"), _ANOTHER_PICTURE),
    "picture-missing": Mistake(N_("there is no such picture in this folder"), N_("check its name")),
    "picture-too-large": Mistake(N_("the picture is too large"), _ANOTHER_PICTURE),
    # formats and files
    "letters-not-written": Mistake(N_("the letters cannot be written"), N_("check its name")),
    "merged-no-file": Mistake(N_("the letters go into files"), _OTHER_NAME),
    "merged-not-pdf": Mistake(N_("only PDF letters are merged"), N_("leave --format out")),
    "no-glyph": Mistake(N_("a sign cannot be printed: {reason}"), N_("check what was typed")),
    "no-output": Mistake(N_("this file is needed for something else"), _OTHER_NAME),
    "page-not-made": Mistake(N_("the page cannot be made: {reason}"), _PAGE),
    "pdf-not-installed": Mistake(N_("PDF needs a part of the program that is not installed here"), N_("install it: {command}")),
    "pdf-on-terminal": Mistake(N_("a PDF is not written on a terminal"), N_("add -o FILE")),
    "unknown-format": Mistake(
        N_("no letter is made in the format this name ends in"), N_("one of: {known}; or say it by --format")
    ),
    # codes read back
    "code-damaged": Mistake(N_("the code is damaged or was changed"), N_("copy it again from the letter")),
    "code-short": Mistake(
        N_("this is the short code, which holds no case"),
        N_("give the code of the square, or compare the short code with a letter made anew"),
    ),
    "code-too-large": Mistake(N_("there are more than {limit} bytes"), N_("copy the code alone")),
    "code-unknown": Mistake(N_("this is not the code of a letter"), N_("a code begins with {version}")),
    "no-code": Mistake(
        N_("the file carries no code"),
        N_("give the code of the square, or compare the short code with a letter made anew"),
    ),
    "several-codes": Mistake(N_("the file carries the codes of several letters"), N_("give the code of one square")),
    "statement-too-large": Mistake(N_("there are more than {limit} bytes"), N_("state less")),
    # runs over many cases
    "argument-missing": Mistake(N_("{name} is missing; see --help.")),
    "csv-cells": Mistake(
        N_("the row has more or fewer cells than the table's head, or a quote is not closed"), N_("the other rows go on")
    ),
    "csv-head": Mistake(N_("the key {key} stands twice"), N_("keep one of the two")),
    "csv-syntax": Mistake(N_("this is not a table with a heading and at least two columns"), N_("save it as .xlsx or as CSV")),
    "digits-lost": Mistake(
        N_("a cell of numbers has lost the zeros before the number or its last digits"),
        N_("make the column text and type the number again"),
    ),
    "folder-busy": Mistake(N_("another run is filling this folder"), N_("wait for it, or choose another folder")),
    "letters-lost": Mistake(
        N_("the row holds signs that the encoding Windows-1251 has in place of Kazakh letters"),
        N_("save the table as .xlsx or as CSV in UTF-8"),
    ),
    "merged-no-names": Mistake(N_("letters in one file have no names of their own"), N_("leave {option} out")),
    "name-blank": Mistake(N_("the file has no name: the row says nothing of {field}"), N_("fill it in, or change the pattern")),
    "name-clash": Mistake(
        N_("the letter of row {row} already has this file name"), N_("add to the pattern what tells the rows apart")
    ),
    "name-not-ours": Mistake(
        N_("a file {file} is there that no run of this folder has made"), N_("move it, or choose another folder")
    ),
    "name-pattern": Mistake(
        N_("this is no pattern of names: it has to name something of the row in braces"), N_("one of: {known}")
    ),
    "process-ended": Mistake(
        N_("a process of the run was ended from outside"), N_("start the run again; it goes on where it stopped")
    ),
    "table-no-head": Mistake(
        N_("the first row of the table names none of the columns there are"),
        N_("«eligibility letters --example FILE» writes a table to fill in"),
    ),
    "unknown-column": Mistake(
        N_("column {column} of the table is not known: {id}"),
        DID_YOU_MEAN,
        N_("«eligibility letters --example FILE» writes a table to fill in"),
    ),
    "unknown-table": Mistake(N_("no table is written in the format this name ends in"), N_("one of: {known}")),
    # workbooks
    "xlsx-formula": Mistake(
        N_("cell {cell} holds a formula or an error, not a value"), N_("copy the table and paste it as values")
    ),
    "xlsx-links": Mistake(
        N_("the workbook holds what reaches out of it or runs: {part}"), N_("copy the table as values into a new workbook")
    ),
    "xlsx-not-installed": Mistake(
        N_("an Excel workbook needs a part of the program that is not installed here"),
        N_("install it: {command}; or save the table as CSV in UTF-8"),
    ),
    "xlsx-not-read": Mistake(N_("this is no Excel workbook, or it is damaged or locked"), N_("save it anew as .xlsx")),
    "xlsx-too-large": Mistake(
        N_("the workbook is larger than {limit} MB when unpacked, or than {rows} rows or {columns} columns"),
        N_("copy the table alone into a new workbook, or divide it"),
    ),
}

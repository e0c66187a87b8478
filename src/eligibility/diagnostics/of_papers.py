"""What can go wrong where a letter becomes a paper: templates, formats, codes read back, runs over many cases."""

from collections.abc import Mapping

from eligibility.diagnostics.code import Code
from eligibility.words.text import N_

_PAGE = N_("see docs/letters.md")
_OTHER_NAME = N_("choose another name")

CODES: Mapping[str, Code] = {
    # templates
    "letter-attribute": Code(N_("<{tag}> has no attribute {id}"), _PAGE),
    "letter-element": Code(N_("a letter has no element <{tag}> here"), _PAGE),
    "letter-empty": Code(N_("<{tag}> says nothing"), _PAGE),
    "letter-syntax": Code(N_("the template is not well-formed: {reason}"), _PAGE),
    "letter-template": Code(N_("the template cannot be used: {reason}"), _PAGE),
    "letter-words": Code(N_("words stand between the elements of <{tag}>"), _PAGE),
    "no-folder": Code(N_("there is no such folder"), N_("check its name")),
    "no-template": Code(N_("no file here has the name of a letter's template"), _PAGE),
    "template-missing": Code(N_("the template {name} is not there"), _PAGE),
    # formats and files
    "letters-not-written": Code(N_("the letters cannot be written"), N_("check its name")),
    "merged-no-file": Code(N_("the letters go into files"), _OTHER_NAME),
    "merged-not-pdf": Code(N_("only PDF letters are merged"), N_("leave --format out")),
    "no-glyph": Code(N_("a sign cannot be printed: {reason}"), N_("check what was typed")),
    "no-output": Code(N_("this file is needed for something else"), _OTHER_NAME),
    "page-not-made": Code(N_("the page cannot be made: {reason}"), _PAGE),
    "pdf-not-installed": Code(N_("PDF needs a part of the program that is not installed here"), N_("install it: {command}")),
    "pdf-on-terminal": Code(N_("a PDF is not written on a terminal"), N_("add -o FILE")),
    "unknown-format": Code(
        N_("no letter is made in the format this name ends in"), N_("one of: {known}; or say it by --format")
    ),
    # codes read back
    "code-damaged": Code(N_("the code is damaged or was changed"), N_("copy it again from the letter")),
    "code-short": Code(
        N_("this is the short code, which holds no case"),
        N_("give the code of the square, or compare the short code with a letter made anew"),
    ),
    "code-too-large": Code(N_("there are more than {limit} bytes"), N_("copy the code alone")),
    "code-unknown": Code(N_("this is not the code of a letter"), N_("a code begins with {version}")),
    "no-code": Code(
        N_("the file carries no code"),
        N_("give the code of the square, or compare the short code with a letter made anew"),
    ),
    "several-codes": Code(N_("the file carries the codes of several letters"), N_("give the code of one square")),
    "statement-too-large": Code(N_("there are more than {limit} bytes"), N_("state less")),
    # runs over many cases
    "csv-cells": Code(
        N_("the row has more or fewer cells than the table's head, or a quote is not closed"), N_("the other rows go on")
    ),
    "csv-head": Code(N_("the key {key} stands twice"), N_("keep one of the two")),
    "csv-syntax": Code(N_("this is not a CSV table"), N_("save it as CSV in UTF-8, cells divided by commas")),
    "folder-busy": Code(N_("another run is making letters in this folder"), N_("wait for it, or choose another folder")),
    "process-ended": Code(
        N_("a process of the run was ended from outside"), N_("start the run again; it goes on where it stopped")
    ),
}

"""What can go wrong where a letter becomes a paper: templates, formats, codes read back, runs over many cases."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
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
    "csv-cells": Mistake(
        N_("the row has more or fewer cells than the table's head, or a quote is not closed"), N_("the other rows go on")
    ),
    "csv-head": Mistake(N_("the key {key} stands twice"), N_("keep one of the two")),
    "csv-syntax": Mistake(N_("this is not a CSV table"), N_("save it as CSV in UTF-8, cells divided by commas")),
    "folder-busy": Mistake(N_("another run is making letters in this folder"), N_("wait for it, or choose another folder")),
    "process-ended": Mistake(
        N_("a process of the run was ended from outside"), N_("start the run again; it goes on where it stopped")
    ),
}

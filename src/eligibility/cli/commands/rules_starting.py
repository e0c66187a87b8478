"""`eligibility rules new`: the files of an act begun, for an author to go on with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eligibility.cli.input import read_bytes
from eligibility.cli.language import check_language, say
from eligibility.cli.options import DIR, FILE, JsonOption, LanguageOption
from eligibility.cli.output import print_json, put
from eligibility.diagnostics.refusal import refused
from eligibility.words.text import N_

if TYPE_CHECKING:
    from eligibility.review.outlines import Lines


def start_act(
    folder: Annotated[Path, typer.Argument(metavar=DIR, help=say(N_("Folder of the new act, such as acts/order-286-2023.")))],
    outline: Annotated[
        str | None,
        typer.Option(
            "--outline",
            metavar=FILE,
            help=say(N_("YAML file with what is known of the act: kind, number, adopted, regions, issuer, title, annexes, ….")),
        ),
    ] = None,
    from_text: Annotated[
        str | None,
        typer.Option(
            "--from-text", metavar=FILE, help=say(N_("Plain text of the act, whose numbered lines go into provisions.yaml."))
        ),
    ] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = None,
) -> None:
    from eligibility.plain.yamlfile import read_yaml
    from eligibility.review.outlines import Outline, read_outline
    from eligibility.review.scaffold import act_folder, begin

    check_language(lang)
    act_folder(folder)
    known = read_outline(read_yaml(outline, read_bytes(outline))) if outline else Outline()
    if from_text:
        known = known.with_lines(_lines(from_text))
    remark = say(
        N_("In the order of the text: take the sign # away where the text has something to say, and leave the rest out.")
    )
    written = begin(folder, known, remark)
    count = sum(map(len, known.lines.values()))
    if as_json:
        print_json({"written": [str(path) for path in written], "lines": count})
        return
    for path in written:
        put(say(N_("Written: {file}"), file=str(path)), "good", hang=2)
    put(say(N_("Lines of the act: {n}"), n=count))
    put()
    _tell_next(folder)


def _lines(path: str) -> "Lines":
    from eligibility.review.outlines import lines_in

    try:
        return lines_in(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise refused("not-utf8", path) from None


def _tell_next(folder: Path) -> None:
    put(say(N_("What to do next:")), "head")
    pack = folder.parent.parent
    for number, step in enumerate(
        (
            say(N_("fill in what is empty in act.yaml;")),
            say(N_("give every line of provisions.yaml its status, and add the lines that are missing;")),
            say(N_("write the editions; «eligibility rules list KIND» has the ids;")),
            say(N_("check: eligibility rules lint shipped {folder};"), folder=str(pack)),
            say(N_("write cases down and hold them against the rules: eligibility rules test.")),
        ),
        1,
    ):
        put(f"{number}. {step}", indent=2, hang=3)

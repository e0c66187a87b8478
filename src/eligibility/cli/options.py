"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from eligibility.cli.language import check_language, say
from eligibility.engine import Engine
from eligibility.law.diagnostics import Diagnostic, Refused
from eligibility.law.words import N_
from eligibility.reasoning.engines import ENGINES, EngineName

Language = Annotated[str | None, typer.Option("--lang", metavar="kk|ru", help=say(N_("Language of the output.")))]
Json = Annotated[bool, typer.Option("--json", help=say(N_("Print JSON for other programs.")))]
Rules = Annotated[
    Path | None,
    typer.Option(
        "--rules",
        envvar="ELIGIBILITY_RULES",
        show_envvar=False,
        help=say(N_("Folder of rule files to use instead of the shipped ones.")),
    ),
]
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine", metavar="paired|rete|direct", help=say(N_("Way of reasoning; by default both engines, which must agree."))
    ),
]
AsIf = Annotated[
    bool,
    typer.Option("--as-if-in-force", help=say(N_("Answer also where the edition is not the law on the day, under a warning."))),
]
Act = Annotated[str | None, typer.Option("--act", help=say(N_("The decree, by its id.")))]
Region = Annotated[
    str | None, typer.Option("--region", help=say(N_("The region, by its id; its edition on the day is chosen.")))
]
On = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help=say(N_("Day of filing; today by default.")))]
Published = Annotated[
    list[str] | None,
    typer.Option(
        "--published", metavar="ACT=YYYY-MM-DD", help=say(N_("Day of an act's first official publication, where it is known."))
    ),
]


def engine_of(rules: Path | None, engine: str | None, lang: str | None, published: list[str] | None = None) -> Engine:
    check_language(lang)
    name = _engine_name(engine)
    days = dict(_publication(text) for text in published or ())
    found = Engine.shipped(name, days) if rules is None else Engine.of_rules(rules, name, days)
    for id in days:
        act = id.removeprefix("repeal:").split("/")[0]
        if act not in found.acts:
            raise Refused(
                [
                    Diagnostic(
                        "unknown-act", N_("{id} is not known"), "--published", N_("see the list of what is known"), {"id": act}
                    )
                ]
            )
    return found


def day_of(text: str | None) -> str:
    return text or date.today().isoformat()


def date_of(on: str | None) -> date:
    text = day_of(on)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(
            [Diagnostic("wrong-type", N_("{id} is not a date"), "--on", N_("write it as 2018-03-01"), {"id": text[:40]})]
        ) from None


def _engine_name(engine: str | None) -> EngineName | None:
    if engine is None:
        return None
    for name in ENGINES:
        if engine == name:
            return name
    raise Refused(
        [
            Diagnostic(
                "unknown-value",
                N_("{id} is not known"),
                "--engine",
                N_("one of: {known}"),
                {"id": engine, "known": ", ".join(ENGINES)},
            )
        ]
    )


def _publication(text: str) -> tuple[str, date]:
    act, _, day = text.partition("=")
    try:
        return act, date.fromisoformat(day)
    except ValueError:
        raise Refused(
            [Diagnostic("wrong-type", N_("{id} is not a date"), "--published", N_("write it as 2018-03-01"), {"id": day[:40]})]
        ) from None

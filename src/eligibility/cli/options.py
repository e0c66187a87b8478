"""Options that several commands share."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from eligibility.answer.readers import READS, Reader
from eligibility.cli.language import check_language, say
from eligibility.diagnostics.meant import chosen, misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.engine import Engine
from eligibility.law.life import from_publication
from eligibility.law.vocabulary import Act, Amendment, Repeal
from eligibility.reasoning.inference import ENGINES, EngineName
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import N_

SERVICE, ACT, REGION, DOCUMENT, CHANNEL = (
    say(N_("SERVICE")),
    say(N_("ACT")),
    say(N_("REGION")),
    say(N_("DOCUMENT")),
    say(N_("CHANNEL")),
)
SITUATION = say(N_("SITUATION"))
CASE, FILE, DIR, KIND, DAY = say(N_("CASE")), say(N_("FILE")), say(N_("DIR")), say(N_("KIND")), say(N_("YYYY-MM-DD"))
TEXT, NUMBER, COUNT, LETTER, CODE = say(N_("TEXT")), say(N_("NUMBER")), say(N_("COUNT")), say(N_("LETTER")), say(N_("CODE"))

LanguageOption = Annotated[str | None, typer.Option("--lang", metavar="kk|ru", help=say(N_("Language of the output.")))]
JsonOption = Annotated[bool, typer.Option("--json", help=say(N_("Print JSON for other programs.")))]
RulesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar=DIR,
        help=say(
            N_(
                "Folder of rule files to use instead of the shipped ones. Several are laid one over another "
                "in the order given; the word shipped stands for the shipped ones."
            )
        ),
    ),
]
RULES_VARIABLE = "ELIGIBILITY_RULES"
"""says the same where no option does, its folders parted as the system parts paths"""
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine", metavar="paired|rete|direct", help=say(N_("Way of reasoning; by default both engines, which must agree."))
    ),
]
AsIfOption = Annotated[
    bool,
    typer.Option("--as-if-in-force", help=say(N_("Answer also where the edition is not the law on the day, under a warning."))),
]
ServiceOption = Annotated[str | None, typer.Option("--service", metavar=SERVICE, help=say(N_("The service, by its id.")))]
ActOption = Annotated[str | None, typer.Option("--act", metavar=ACT, help=say(N_("The act, by its id.")))]
RegionOption = Annotated[
    str | None,
    typer.Option("--region", metavar=REGION, help=say(N_("The region, by its id; its edition on the day is chosen."))),
]
DayOption = Annotated[str | None, typer.Option("--on", metavar=DAY, help=say(N_("Day of filing; today by default.")))]
LifeDayOption = Annotated[str | None, typer.Option("--on", metavar=DAY, help=say(N_("The day in question; today by default.")))]
ReaderOption = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="citizen|clerk|auditor",
        help=say(N_("Who reads: the applicant, the desk, or whoever checks the program.")),
    ),
]
CaseArgument = Annotated[
    str | None, typer.Argument(metavar=CASE, help=say(N_("File of a case, JSON or YAML; «-» for standard input.")))
]
FactsOption = Annotated[
    str | None, typer.Option("--facts", metavar=FILE, help=say(N_("File of facts; «-» for standard input.")))
]
PublishedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--published",
        metavar=f"{ACT}={DAY}",
        help=say(
            N_(
                "Day of the act's first official publication, where it is known; "
                "for an amendment ACT/№, for a repeal repeal:ACT."
            )
        ),
    ),
]


def rules_of(rules: Sequence[str] | None) -> tuple[str, ...] | None:
    """What the command line or the environment names; None for the rules that come with the program."""
    found = tuple(rules or filter(None, os.environ.get(RULES_VARIABLE, "").split(os.pathsep)))
    return found if found and found != (SHIPPED,) else None


def engine_of(rules: Sequence[str] | None, engine: str | None, lang: str | None, published: list[str] | None = None) -> Engine:
    check_language(lang)
    name = _engine_name(engine)
    days = publications(published)
    folders = rules_of(rules)
    found = Engine.shipped(name, days) if folders is None else Engine.of_rules(folders, name, days)
    _check_publications(found, days)
    return found


def reasoner(
    published: PublishedOption = None, engine: EngineOption = None, rules: RulesOption = None, lang: LanguageOption = None
) -> Engine:
    """For a command that decides cases."""
    return engine_of(rules, engine, lang, published)


def reader(published: PublishedOption = None, rules: RulesOption = None, lang: LanguageOption = None) -> Engine:
    """For a command that shows the law and decides nothing."""
    return engine_of(rules, "direct", lang, published)


class Opened(NamedTuple):
    """For a command that makes papers, which other processes may have to open again."""

    engine: Engine
    rules: tuple[str, ...] | None
    """folders laid one over another; None for the rules that come with the program"""
    published: dict[str, date]


def opened(published: PublishedOption = None, engine: EngineOption = None, rules: RulesOption = None) -> Opened:
    return Opened(engine_of(rules, engine, None, published), rules_of(rules), publications(published))


def reader_named(reader: str) -> Reader:
    return chosen(reader, READS, "--for")


def publications(published: list[str] | None) -> dict[str, date]:
    return dict(_publication(text) for text in published or ())


def _check_publications(engine: Engine, days: dict[str, date]) -> None:
    publishable = dict(_publishable(engine))
    for id, day in days.items():
        if id not in publishable:
            raise refused("unknown-act", "--published", **misspelt(id, publishable))
        if not from_publication(publishable[id].in_force):
            raise refused("publication-of-no-use", "--published", id=id)
        if day < publishable[id].adopted:
            raise refused("published-before-adoption", "--published", id=day)


def _publishable(engine: Engine) -> Iterator[tuple[str, Act | Amendment | Repeal]]:
    """All that has a day of publication, as `--published` names it."""
    for id, act in engine.acts.items():
        yield id, act
        yield from ((f"{id}/{amendment.label}", amendment) for amendment in act.amendments)
        if act.repeal:
            yield f"repeal:{id}", act.repeal


def day_of(text: str | None) -> str:
    return text or date.today().isoformat()


def date_of(on: str | None) -> date:
    text = day_of(on)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refused("not-a-date", "--on", id=text[:40]) from None


def _engine_name(engine: str | None) -> EngineName | None:
    return None if engine is None else chosen(engine, ENGINES, "--engine")


def _publication(text: str) -> tuple[str, date]:
    act, _, day = text.rpartition("=")
    try:
        return act, date.fromisoformat(day)
    except ValueError:
        raise refused("not-a-date", "--published", id=day[:40]) from None

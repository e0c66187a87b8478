"""`eligibility population impact`: two packs over one population, who gains and who loses what."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eligibility.answer.contract_parts import text_json
from eligibility.answer.short_form import told
from eligibility.cli.commands.rules_reviewing import SIDE
from eligibility.cli.language import check_language, say
from eligibility.cli.language import lang as language
from eligibility.cli.options import JsonOption, LanguageOption
from eligibility.cli.output import print_json, put
from eligibility.cli.people_options import CarryOption, PeopleArgument, UncheckedOption, progress_over
from eligibility.law.pack import Pack
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text

if TYPE_CHECKING:
    from eligibility.population.impact import Impact, Shift, Shifted, Touched, Touching

SHOWN = 40
"""of one service; the rest are counted, and told with --json"""


def impact_on_people(
    *,
    people: PeopleArgument,
    before: Annotated[
        str,
        typer.Option(
            "--from",
            metavar=SIDE,
            help=say(
                N_(
                    "The rules before: a folder, the word shipped, or a git revision; "
                    "REV:PATH where its rules lie elsewhere than in rules/."
                )
            ),
        ),
    ],
    after: Annotated[str, typer.Option("--to", metavar=SIDE, help=say(N_("The rules after, named alike.")))],
    carry: CarryOption = None,
    unchecked: UncheckedOption = False,
    as_json: JsonOption = False,
    lang: LanguageOption = None,
) -> None:
    from eligibility.population.impact import impact
    from eligibility.review.revisions import engine_at

    check_language(lang)
    old, new = (engine_at(name, "direct" if unchecked else None) for name in (before, after))
    with progress_over(Path(people), as_json) as progress:
        found = impact(old, new, Path(people), not unchecked, progress, tuple(carry or ()))
    pack = new.pack
    if as_json:
        print_json(_json(pack, found))
    else:
        _tell(pack, found)


def _json(pack: Pack, found: "Impact") -> dict[str, Any]:
    return {
        "rows": found.rows,
        "bad": dict(found.bad),
        "only_before": found.only_before,
        "only_after": found.only_after,
        "services": [
            {
                **asking._asdict(),
                "people": touching.people,
                "changed": touching.changed,
                "shifts": [_shift_json(pack, asking.service, shift, shifted) for shift, shifted in _sorted(touching)],
            }
            for asking, touching in found.services.items()
        ],
    }


def _shift_json(pack: Pack, service: str, shift: "Shift", shifted: "Shifted") -> dict[str, Any]:
    from eligibility.cli.people_words import facts_text
    from eligibility.plain.records import plain

    example = shifted.example
    return {
        "touched": shift.touched,
        "subject": shift.subject or None,
        "before": plain(shift.before),
        "after": plain(shift.after),
        "direction": shift.direction,
        "people": shifted.people,
        "words": text_json(shift_text(pack, service, shift)),
        "example": example and {"row": example.row, **text_json(facts_text(pack, example.on, example.facts))},
    }


def _sorted(touching: "Touching") -> "list[tuple[Shift, Shifted]]":
    return sorted(touching.shifts.items(), key=lambda one: -one[1].people)


def _tell(pack: Pack, found: "Impact") -> None:
    from eligibility.cli.people_words import asking_text, put_bad

    put(say(N_("Rows: {n}"), n=found.rows), "head")
    put_bad(found.bad)
    for count, text in (
        (found.only_before, N_("Rows that are a case by the rules of before alone: {n}")),
        (found.only_after, N_("Rows that are a case by the new rules alone: {n}")),
    ):
        if count:
            put(say(text, n=count), "bad")
    if not any(touching.shifts for touching in found.services.values()):
        put(say(N_("Nothing comes out otherwise for anybody.")), "good")
    for asking, touching in found.services.items():
        if touching.shifts:
            put()
            put(asking_text(pack, asking), "head")
            put(say(N_("People: {n}. Otherwise than before: {changed}."), n=touching.people, changed=touching.changed))
            for line in _lines(pack, asking.service, touching):
                put(line, indent=2, hang=2)


def _lines(pack: Pack, service: str, touching: "Touching") -> Iterator[str]:
    from eligibility.cli.people_words import facts_text

    found = _sorted(touching)
    for shift, shifted in found[:SHOWN]:
        example = facts_text(pack, shifted.example.on, shifted.example.facts)[language()] if shifted.example else ""
        words = {"what": shift_text(pack, service, shift)[language()], "n": shifted.people, "example": example}
        yield "• " + say(N_("{what}. People: {n}. The plainest: {example}"), **words)
    if len(found) > SHOWN:
        yield say(N_("and other changes: {n}"), n=len(found) - SHOWN)


def shift_text(pack: Pack, service: str, shift: "Shift") -> Text:
    """What comes out otherwise, before and after."""
    before, after = (_side(shift.touched, one) for one in (shift.before, shift.after))
    return told(_subject(pack, service, shift), joined(" → ", (before, after)))


def _subject(pack: Pack, service: str, shift: "Shift") -> Text:
    from eligibility.cli.people_words import ground_text

    known = Text(shift.subject, shift.subject)
    match shift.touched:
        case "document" | "missing":
            named = pack.documents[shift.subject].name if shift.subject in pack.documents else known
            lacking = N_("missing among the documents presented: {name}")
            return named if shift.touched == "document" else in_both(lacking, name=named)
        case "outcome":
            return pack.outcomes[shift.subject].text if shift.subject in pack.outcomes else known
        case "refuse-to-accept":
            return in_both(N_("ground to refuse to accept: {text}"), text=ground_text(pack, service, shift.subject))
        case "refuse-service":
            return in_both(N_("ground to refuse the service: {text}"), text=ground_text(pack, service, shift.subject))
        case "term":
            return in_both(N_("term"))
        case _:
            return in_both(N_("edition"))


def _side(touched: "Touched", value: Any) -> Text:
    from eligibility.cli.people_words import STANDINGS, STATUSES, TRUTHS, term_words

    match touched:
        case "document":
            return in_both(STATUSES[value]) if value else in_both(N_("not in the list"))
        case "term":
            return term_words(value)
        case "edition":
            edition, standing = value
            said = in_both(STANDINGS[standing or "no-edition"])
            return Text(f"{edition} ({said.kk})", f"{edition} ({said.ru})") if edition else said
        case _:
            return in_both(TRUTHS[value])

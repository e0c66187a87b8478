"""`eligibility population count`: how many people, by service and place, document, ground and category."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eligibility.answer.contract_parts import text_json
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import AsIfOption, JsonOption
from eligibility.cli.output import print_json, put
from eligibility.cli.people_options import CarryOption, Engines, PeopleArgument, UncheckedOption, people_engines, progress_over
from eligibility.law.pack import Pack
from eligibility.words.text import N_, Text

if TYPE_CHECKING:
    from eligibility.population.people_counting import PeopleCounted
    from eligibility.population.tally import Asking, Tally


@supplied("engines", people_engines)
def count_people(
    *,
    people: PeopleArgument,
    carry: CarryOption = None,
    unchecked: UncheckedOption = False,
    as_if: AsIfOption = False,
    as_json: JsonOption = False,
    engines: Engines,
) -> None:
    from eligibility.population.people_counting import count

    engine = engines(not unchecked)
    with progress_over(Path(people), as_json) as progress:
        found = count(engine, Path(people), not unchecked, as_if, progress, tuple(carry or ()))
    if as_json:
        print_json(_json(engine.pack, found))
    else:
        _tell(engine.pack, found)


def _json(pack: Pack, found: "PeopleCounted") -> dict[str, Any]:
    return {
        "rows": found.rows,
        "bad": dict(found.bad),
        "services": [_service_json(pack, asking, tally) for asking, tally in found.tallies],
    }


def _service_json(pack: Pack, asking: "Asking", tally: "Tally") -> dict[str, Any]:
    from eligibility.cli.people_words import ground_text

    return {
        **asking._asdict(),
        "people": tally.people,
        "standings": dict(tally.standings),
        "documents": [
            {"document": id, "name": text_json(pack.documents[id].name), **counts} for id, counts in tally.documents.items()
        ],
        "grounds": [
            {"ground": id, "text": text_json(ground_text(pack, asking.service, id)), **counts}
            for id, counts in tally.grounds.items()
        ],
        "categories": [
            {"category": id, "name": text_json(_category(pack, id)), **counts} for id, counts in tally.categories.items()
        ],
    }


def _category(pack: Pack, id: str) -> Text:
    return pack.categories[id].name or Text(id, id)


def _tell(pack: Pack, found: "PeopleCounted") -> None:
    from eligibility.cli.people_words import (
        BELONGING,
        MET,
        STANDINGS,
        STATUSES,
        asking_text,
        counts_text,
        ground_text,
        put_bad,
    )

    put(say(N_("Rows: {n}"), n=found.rows), "head")
    put_bad(found.bad)
    for asking, tally in found.tallies:
        put()
        put(asking_text(pack, asking), "head")
        put(say(N_("People: {n}. Of them {standings}."), n=tally.people, standings=counts_text(tally.standings, STANDINGS)))
        parts: tuple[tuple[str, Any, Any, Any], ...] = (
            (N_("Documents"), tally.documents, STATUSES, lambda id: pack.documents[id].name),
            (N_("Grounds to refuse"), tally.grounds, MET, partial(ground_text, pack, asking.service)),
            (N_("Categories"), tally.categories, BELONGING, lambda id: _category(pack, id)),
        )
        for title, counted, words, named in parts:
            if counted:
                put(say(title), indent=1)
            for id, counts in counted.items():
                put(f"• {named(id)[language()]}: {counts_text(counts, words)}", indent=2, hang=2)

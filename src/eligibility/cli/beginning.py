"""What an interview is about: what is named, what is chosen, or what suits somebody who does not know what it is called."""

from datetime import date

from eligibility.answer.absent import NoEdition
from eligibility.answer.question import FILING_FOR_ID
from eligibility.cli.seeking import Undecided, found
from eligibility.cli.talking import Stopped
from eligibility.interview.interview import Interview
from eligibility.interview.search import Search
from eligibility.law.address import FilingFor


def begun(search: Search, phrase: str, day: str, filing: FilingFor | None, as_if: bool) -> Interview | NoEdition | None:
    """`phrase` is looked for first; nothing where somebody leaves."""
    try:
        named = {**found(search, phrase).named, "on": day, **({FILING_FOR_ID: filing} if filing else {})}
    except Undecided:
        return _what_suits(search, as_if, filing)
    except Stopped:
        return None
    answer = search.engine.any_answer(named, as_if)
    return answer if isinstance(answer, NoEdition) else Interview.of(search.engine, named, as_if=as_if)


def _what_suits(search: Search, as_if: bool, filing: FilingFor | None) -> Interview | None:
    from eligibility.cli.for_me import for_me

    try:
        return for_me(search.engine, search.region, search.on or date.today(), as_if, filing)
    except Stopped:
        return None

"""What to bring for several services, as it is read on a terminal."""

from collections.abc import Container, Iterable, Mapping

from eligibility.answer.in_short import ToKnow
from eligibility.answer.names import options_text
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.interview.trip import Trip, TripPaper, TripStop, Want
from eligibility.words.closed import form_text
from eligibility.words.text import N_, Text

ALIKE = N_("The same for all of them:")
TITLE = N_("One list for one trip")
KNOWN = "≈"
SECTIONS = {"required": N_("Bring"), "undetermined": N_("Not determined yet")}
WANTED_BY = N_("Wanted for: {services}")
PERHAPS, ONE_OF = N_("perhaps"), N_("as one of those that will do")
ONE_FOR_ALL = N_(
    "Where several services want a paper, the texts do not say whether one will do for all of them: ask before you go."
)
OF_SOURCES = N_("For information: documents known from another source")
OBTAINED = N_("The offices obtain these themselves from state systems; nothing has to be brought")
NO_LIST = N_("No list of documents is at hand for: {services}")


def print_trip(trip: Trip) -> None:
    put(say(TITLE), "head")
    numbers = {stop.service: at for at, stop in enumerate(trip.stops, 1)}
    for stop in trip.stops:
        _stop(stop, numbers[stop.service], trip.alike)
    if trip.alike:
        put(say(ALIKE), indent=1)
    for row in trip.alike:
        _row(row)
    for status, title in SECTIONS.items():
        _section(title, [one for one in trip.papers if one.status == status], numbers)
    if any(len(one.wants) > 1 and not one.for_each for one in (*trip.papers, *trip.of_sources)):
        put()
        put(say(ONE_FOR_ALL), indent=1)
    _of_sources(trip, numbers)
    _names(OBTAINED, trip.obtained)
    if missing := trip.lists_missing:
        put()
        put(say(NO_LIST, services=_numbers((one.service for one in missing), numbers)), "bad")
    _names(N_("Questions whose answers still matter"), (one.ask for one in trip.questions))


def _stop(stop: TripStop, number: int, alike: Container[ToKnow]) -> None:
    put(f"{number:>3}  {stop.name[lang()]}", hang=4)
    for text in stop.dangers:
        put(f"! {text[lang()]}", "bad", indent=5, hang=2)
    if stop.reason:
        put(stop.reason[lang()], "bad", indent=5)
    for row in stop.rows:
        if row not in alike:
            _row(row)


def _row(row: ToKnow) -> None:
    put(f"{row.name[lang()]}: {row.said[lang()]}", "dim", indent=5, hang=2)


def _section(title: str, papers: Iterable[TripPaper], numbers: Mapping[str, int]) -> None:
    found = list(papers)
    if found:
        put()
        put(say(title), "head")
    for paper in found:
        _paper(paper, "☐" if paper.status == "required" else "?", numbers)


def _of_sources(trip: Trip, numbers: Mapping[str, int]) -> None:
    if not trip.of_sources:
        return
    put()
    put(say(OF_SOURCES), "head")
    told: dict[str, None] = {}
    for paper in trip.of_sources:
        _paper(paper, KNOWN, numbers)
        told |= dict.fromkeys(text[lang()] for text in paper.sources)
    for source in told:
        put(source, "dim", indent=1, hang=2)


def _paper(paper: TripPaper, sign: str, numbers: Mapping[str, int]) -> None:
    said = [text[lang()] for text in paper.how]
    if sign == KNOWN and paper.status != "required":
        said.append(say(PERHAPS))
    how = f" ({'; '.join(said)})" if said else ""
    put(f"{sign} {paper.name[lang()]}{how}", indent=1, hang=2)
    if options := options_text(paper.options):
        put(options[lang()], indent=3)
    for text in paper.validities:
        put(text[lang()], indent=3)
    if len(numbers) > 1:
        wants = ", ".join(_want(one, paper, numbers) for one in paper.wants)
        put(say(WANTED_BY, services=wants), "dim", indent=3)


def _want(one: Want, paper: TripPaper, numbers: Mapping[str, int]) -> str:
    """«2 (copy)»; what is the same for all the services is said once with the paper."""
    form = form_text(one.line.form)
    said = [
        *([form[lang()]] if form and not paper.same_form else ()),
        *([say(ONE_OF)] if one.one_of else ()),
        *([say(PERHAPS)] if one.line.status != paper.status else ()),
    ]
    return f"{numbers[one.service]} ({', '.join(said)})" if said else str(numbers[one.service])


def _names(title: str, names: Iterable[Text]) -> None:
    found = list(names)
    if found:
        put()
        put(say(title), "head")
    for name in found:
        put(f"• {name[lang()]}", indent=1, hang=2)


def _numbers(services: Iterable[str], numbers: Mapping[str, int]) -> str:
    return ", ".join(str(numbers[one]) for one in services)

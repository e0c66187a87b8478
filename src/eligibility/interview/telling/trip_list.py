"""What to bring for several services, as it is told."""

from collections.abc import Container, Iterable, Iterator, Mapping

from eligibility.answer.in_short import ToKnow
from eligibility.answer.names import options_text
from eligibility.answer.telling.teller import QUESTIONS, section
from eligibility.answer.told import Told
from eligibility.interview.trip import Trip, TripPaper, TripStop, Want
from eligibility.words.catalogue import in_both
from eligibility.words.closed import form_text
from eligibility.words.joining import bracketed, clauses, joined
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


def tell_trip(trip: Trip) -> Iterator[Told]:
    """The services by number, and the papers with the numbers of those that want them."""
    yield Told("title", in_both(TITLE))
    numbers = {stop.service: at for at, stop in enumerate(trip.stops, 1)}
    for stop in trip.stops:
        yield from _stop(stop, numbers[stop.service], trip.alike)
    if trip.alike:
        yield Told("group", in_both(ALIKE))
    yield from map(_row, trip.alike)
    for status, title in SECTIONS.items():
        yield from _papers(title, [one for one in trip.papers if one.status == status], numbers)
    if any(len(one.by_service) > 1 and not one.for_each for one in (*trip.papers, *trip.of_sources)):
        yield Told("group", in_both(ONE_FOR_ALL), apart=True)
    yield from _of_sources(trip, numbers)
    yield from section(OBTAINED, trip.obtained)
    if missing := trip.lists_missing:
        named = ", ".join(str(numbers[one.service]) for one in missing)
        yield Told("text", in_both(NO_LIST, services=named), "bad", apart=True)
    yield from section(QUESTIONS, (one.ask for one in trip.questions))


def _stop(stop: TripStop, number: int, alike: Container[ToKnow]) -> Iterator[Told]:
    yield Told("item", stop.name, sign=str(number))
    for text in stop.dangers:
        yield Told("note", text, "bad", "!")
    if stop.reason:
        yield Told("note", stop.reason, "bad")
    for row in stop.rows:
        if row not in alike:
            yield _row(row)


def _row(row: ToKnow) -> Told:
    return Told("note", joined(": ", (row.name, row.said)), "dim", labelled=True)


def _papers(title: str, papers: Iterable[TripPaper], numbers: Mapping[str, int]) -> Iterator[Told]:
    found = list(papers)
    if found:
        yield Told("section", in_both(title))
    for paper in found:
        yield from _paper(paper, "☐" if paper.status == "required" else "?", numbers)


def _of_sources(trip: Trip, numbers: Mapping[str, int]) -> Iterator[Told]:
    if not trip.of_sources:
        return
    yield Told("section", in_both(OF_SOURCES))
    sources: dict[Text, None] = {}
    for paper in trip.of_sources:
        yield from _paper(paper, KNOWN, numbers)
        sources |= dict.fromkeys(paper.sources)
    for source in sources:
        yield Told("item", source, "dim")


def _paper(paper: TripPaper, sign: str, numbers: Mapping[str, int]) -> Iterator[Told]:
    said = list(paper.how)
    if sign == KNOWN and paper.status != "required":
        said.append(in_both(PERHAPS))
    name = joined(" ", (paper.name, bracketed(clauses(said)))) if said else paper.name
    yield Told("item", name, sign=sign)
    if options := options_text(paper.options):
        yield Told("note", options)
    for text in paper.validities:
        yield Told("note", text)
    if len(numbers) > 1:
        wants = joined(", ", (_wanted_by(str(numbers[id]), wants, paper) for id, wants in paper.by_service.items()))
        yield Told("note", in_both(WANTED_BY, services=wants), "dim")


def _wanted_by(number: str, wants: Iterable[Want], paper: TripPaper) -> Text:
    """«2 (copy)»; what is the same for all the services is said once with the paper."""
    wants = list(wants)
    forms = dict.fromkeys(filter(None, (form_text(one.line.form) for one in wants)))
    said = [
        *(() if paper.same_form else forms),
        *([in_both(ONE_OF)] if all(one.one_of for one in wants) else ()),
        *([in_both(PERHAPS)] if all(one.line.status != paper.status for one in wants) else ()),
    ]
    named = Text(number, number)
    return joined(" ", (named, bracketed(joined(", ", said)))) if said else named

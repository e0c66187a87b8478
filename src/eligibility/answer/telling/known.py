"""What is known of a service by an act whose text is not at hand, as it is told."""

from collections.abc import Iterable, Iterator

from eligibility.answer.amounts import term_text
from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import FEES
from eligibility.answer.sources import source_text
from eligibility.answer.telling.heading import act_named
from eligibility.answer.telling.law_of_today import act_title, tell_contacts, tell_looked_for, tell_name_and_note
from eligibility.answer.telling.paper_lines import KNOWN, by_reason, known_line
from eligibility.answer.telling.teller import QUESTIONS, AnswerTeller, left_to_ask, section
from eligibility.answer.told import Told
from eligibility.law.vocabulary import Known
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import LANGS, N_, Text

NOT_HELD = N_(
    "The text of this act is not at hand. What follows is known from other sources and is for orientation only: "
    "confirm it before you go. Nothing may be refused by it."
)
STATUSES = {
    "required": N_("Papers that are asked for, as far as known"),
    "undetermined": N_("Papers of which it is not determined yet whether they are asked for"),
    "not-required": N_("Papers that are not asked for here, as far as known"),
}

OBTAINED = N_("Papers that the office obtains itself from state systems, as far as known")
NO_PAPERS = N_("By this source no papers are needed.")


class _Sources:
    """The sources of what is told, each written out once, at the end, and named by its number before that."""

    def __init__(self) -> None:
        self._numbers: dict[Text, int] = {}

    def marked(self, text: Text, source: Text | None) -> Text:
        if source is None:
            return text
        number = self._numbers.setdefault(source, len(self._numbers) + 1)
        return Text(f"{text.kk} [{number}]", f"{text.ru} [{number}]")

    def told(self) -> Iterator[Told]:
        if self._numbers:
            yield Told("section", in_both(N_("Sources")))
        for source, number in self._numbers.items():
            yield Told("item", source, "dim", f"[{number}]")


def tell_known(teller: AnswerTeller) -> Iterator[Told]:
    """What one needs to know first, and after it where it is known from."""
    answer, sources = teller.answer, _Sources()
    yield from _standing(answer)
    for status, title in STATUSES.items():
        lines = [line for line in answer.lines_to_read if line.status == status and not line.obtained]
        yield from _papers(teller, title, lines, sources)
    yield from _papers(teller, OBTAINED, [line for line in answer.lines_to_read if line.obtained], sources)
    if none := answer.edition.no_papers:
        yield from _section(N_("Papers that are asked for, as far as known"), [(in_both(NO_PAPERS), none.known)], sources)
    yield from section(QUESTIONS, left_to_ask(teller))
    yield from _section(N_("Term"), _terms(answer), sources)
    yield from _section(N_("Fee"), _fees(answer), sources)
    yield from _section(N_("Where to file"), _ways(teller), sources)
    yield from _section(N_("Grounds to refuse, as far as known"), _grounds(answer), sources)
    yield from _unknown(answer)
    yield from tell_contacts(answer.today)
    yield from sources.told()
    yield from _act(answer)
    if teller.commands and not teller.for_citizen:
        yield from _held_before(answer)


def _standing(answer: Answer) -> Iterator[Told]:
    """How little all this is worth."""
    if any(one.id == answer.decision.act_id for one in answer.today.acts):
        yield from tell_name_and_note(answer.today)
    yield Told("text", in_both(NOT_HELD), "bad")
    if answer.decision.case.submitted is not None:
        not_judged = N_("Whether the documents presented are all that is needed cannot be judged by it.")
        yield Told("text", in_both(not_judged), "bad")
    if answer.today.standing and answer.today.status != "unknown":
        yield Told("text", answer.today.standing, "bad")


def _act(answer: Answer) -> Iterator[Told]:
    """What the act is called, and where that is known from."""
    yield Told("section", act_named(answer))
    if title := act_title(answer.decision.act):
        yield Told("group", title, "dim")
    if answer.edition.known:
        yield Told("group", source_text(answer.edition.known), "dim")
    yield from tell_looked_for(answer.today)


def _papers(teller: AnswerTeller, title: str, lines: list[AnswerLine], sources: _Sources) -> Iterator[Told]:
    if not lines:
        return
    yield Told("section", in_both(title))
    for reason, found in by_reason(teller, lines):
        yield Told("group", reason, "dim")
        for named, alike in found:
            yield from known_line(teller, sources.marked(named, alike[0].source_text), alike[0])


Sourced = tuple[Text, Known | None]


def _section(title: str, found: Iterable[Sourced], sources: _Sources) -> Iterator[Told]:
    told = list(found)
    if told:
        yield Told("section", in_both(title))
    for text, known in told:
        yield Told("item", sources.marked(text, source_text(known)), sign=KNOWN) if known else Told("item", text, sign="•")


def _terms(answer: Answer) -> Iterator[Sourced]:
    for one in answer.decision.of("stated_terms"):
        if one.truth is not False:
            yield _with_term(one.rule.text, term_text(one.rule.duration)), one.rule.known


def _with_term(text: Text, term: Text) -> Text:
    """A text that holds the term already is enough."""
    return Text(*(text[lang] if term[lang] in text[lang] else f"{text[lang]}: {term[lang]}" for lang in LANGS))


def _fees(answer: Answer) -> Iterator[Sourced]:
    for one in answer.fees:
        yield one.rule.text or in_both(FEES[one.rule.fee]), one.rule.known


def _ways(teller: AnswerTeller) -> Iterator[Sourced]:
    for way in teller.answer.channels:
        if way.rule and way.open is not False:
            yield teller.with_id(teller.answer.way_name(way.channel), way.channel), way.rule.known


def _grounds(answer: Answer) -> Iterator[Sourced]:
    for place in ("refuse_to_accept", "refuse_service"):
        for one in answer.decision.of(place):
            yield one.rule.text, one.rule.known


def _unknown(answer: Answer) -> Iterator[Told]:
    """What nobody can tell from here."""
    edition = answer.edition
    missing = [
        in_both(text)
        for text, known in (
            (N_("which papers are asked for"), answer.lines or edition.no_papers),
            (N_("the term"), edition.stated_terms),
            (N_("whether it costs anything"), edition.fee),
        )
        if not known
    ]
    if missing:
        yield Told("text", in_both(N_("Not known here: {what}."), what=joined(", ", missing)), "bad", apart=True)


def _held_before(answer: Answer) -> Iterator[Told]:
    """The acts held in text that ruled the service before, which are read on request."""
    service, region = answer.edition.service, answer.decision.case.region
    for id in answer.pack.acts_of(service):
        act = answer.pack.acts[id]
        if act.text != "elsewhere" and region is not None and act.rules(region):
            command = f"eligibility show {service} --act {id}"
            yield Told("text", in_both(N_("What applied before can be read with:")), "dim", apart=True)
            yield Told("command", Text(command, command))

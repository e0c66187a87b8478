"""What is known of a service by an act whose text is not at hand, as a person reads it on a terminal."""

from collections.abc import Iterator

from eligibility.answer.amounts import term_text
from eligibility.answer.answer import Answer
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import FEES
from eligibility.answer.sources import source_text
from eligibility.answer.today import title_in
from eligibility.cli.heading import heading
from eligibility.cli.language import lang, say
from eligibility.cli.law_of_today import print_contacts, print_looked_for, print_name_and_note
from eligibility.cli.output import put
from eligibility.cli.page import QUESTIONS, Page, asked, heading_line, left_to_ask
from eligibility.cli.paper_lines import by_reason, options_and_age
from eligibility.law.vocabulary import Known
from eligibility.words.text import N_, Text

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
        self._numbers: dict[str, int] = {}

    def mark(self, source: Text | None) -> str:
        if source is None:
            return ""
        return f" [{self._numbers.setdefault(source[lang()], len(self._numbers) + 1)}]"

    def print(self) -> None:
        if self._numbers:
            heading_line(say(N_("Sources")))
        for source, number in self._numbers.items():
            put(f"[{number}] {source}", "dim", indent=1, hang=4)


def print_known(page: Page) -> None:
    """What one needs to know first, and after it where it is known from."""
    answer, sources = page.answer, _Sources()
    if any(one.id == answer.decision.act_id for one in answer.today.acts):
        print_name_and_note(answer.today)
    put(say(NOT_HELD), "bad")
    if answer.decision.case.submitted is not None:
        put(say(N_("Whether the documents presented are all that is needed cannot be judged by it.")), "bad")
    if answer.today.standing and answer.today.status != "unknown":
        put(answer.today.standing[lang()], "bad")
    for status, title in STATUSES.items():
        lines = [line for line in answer.lines_to_read if line.status == status and not line.obtained]
        _papers(page, title, lines, sources)
    _papers(page, OBTAINED, [line for line in answer.lines_to_read if line.obtained], sources)
    if none := answer.edition.no_papers:
        _section(N_("Papers that are asked for, as far as known"), iter([(say(NO_PAPERS), none.known)]), sources)
    _section(QUESTIONS, ((asked(page, one), None) for one in left_to_ask(page)), sources)
    _section(N_("Term"), _terms(answer), sources)
    _section(N_("Fee"), _fees(answer), sources)
    _section(N_("Where to file"), _channels(page), sources)
    _section(N_("Grounds to refuse, as far as known"), _grounds(answer), sources)
    _unknown(answer)
    print_contacts(answer.today)
    sources.print()
    _act(answer)
    if page.shown.commands and not page.for_citizen:
        _held_before(answer)


def _act(answer: Answer) -> None:
    """What the act is called, and where that is known from."""
    heading_line(heading(answer)[1])
    if title := title_in(answer.decision.act, lang()):
        put(title, "dim", indent=1)
    if answer.edition.known:
        put(source_text(answer.edition.known)[lang()], "dim", indent=1)
    print_looked_for(answer.today)


def _papers(page: Page, title: str, lines: list[AnswerLine], sources: _Sources) -> None:
    if not lines:
        return
    heading_line(say(title))
    for reason, found in by_reason(page, lines):
        put(reason, "dim", indent=1)
        for named, alike in found:
            put(f"≈ {named}{sources.mark(alike[0].source_text)}", indent=1, hang=2)
            if alike[0].status != "not-required":
                options_and_age(page, alike[0])


Told = tuple[str, Known | None]


def _section(title: str, found: Iterator[Told], sources: _Sources) -> None:
    told = list(found)
    if told:
        heading_line(say(title))
    for text, known in told:
        put(f"≈ {text}{sources.mark(source_text(known))}" if known else f"• {text}", indent=1, hang=2)


def _terms(answer: Answer) -> Iterator[Told]:
    for one in answer.decision.of("stated_terms"):
        if one.truth is not False:
            text, term = one.rule.text[lang()], term_text(one.rule.duration)[lang()]
            yield text if term in text else f"{text}: {term}", one.rule.known


def _fees(answer: Answer) -> Iterator[Told]:
    for one in answer.fees:
        yield one.rule.text[lang()] if one.rule.text else say(FEES[one.rule.fee]), one.rule.known


def _channels(page: Page) -> Iterator[Told]:
    for way in page.answer.channels:
        if way.rule and way.open is not False:
            yield page.answer.way_name(way.channel)[lang()] + page.id(way.channel), way.rule.known


def _grounds(answer: Answer) -> Iterator[Told]:
    for section in ("refuse_to_accept", "refuse_service"):
        for one in answer.decision.of(section):
            yield one.rule.text[lang()], one.rule.known


def _unknown(answer: Answer) -> None:
    """What nobody can tell from here."""
    edition = answer.edition
    missing = [
        text
        for text, known in (
            (N_("which papers are asked for"), answer.lines or edition.no_papers),
            (N_("the term"), edition.stated_terms),
            (N_("whether it costs anything"), edition.fee),
        )
        if not known
    ]
    if missing:
        put()
        put(say(N_("Not known here: {what}."), what=", ".join(map(say, missing))), "bad")


def _held_before(answer: Answer) -> None:
    """The acts held in text that ruled the service before, which are read on request."""
    service, region = answer.edition.service, answer.decision.case.region
    for id in answer.pack.acts_of(service):
        act = answer.pack.acts[id]
        if act.text != "elsewhere" and region is not None and act.rules(region):
            put()
            put(say(N_("What applied before can be read with:")), "dim")
            print(f"  eligibility show {service} --act {id}")

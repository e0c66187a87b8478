"""The whole answer for a case: the decision with everything derived from it, each part made once and when asked for.

JSON, terminal, letters and screens read it and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple

from eligibility.answer.in_force import banner, status_reason
from eligibility.answer.line import AnswerLine
from eligibility.answer.names import way_name
from eligibility.answer.pieces import Pieces
from eligibility.answer.places import cite_in_act, cite_text
from eligibility.answer.question import Question, question
from eligibility.answer.readers import READS
from eligibility.answer.readers import Reader as Reader
from eligibility.answer.regions import RegionTold
from eligibility.answer.remarks import Remarks
from eligibility.answer.today import TodayTold
from eligibility.diagnostics.refusal import CalendarMissing
from eligibility.law.address import Addressee
from eligibility.law.calendar import Calendar
from eligibility.law.edition import (
    Appeal,
    Applicant,
    ByReference,
    Channel,
    Circle,
    Edition,
    Fee,
    FeeKind,
    Flag,
    Receipt,
    Result,
)
from eligibility.law.filing_facts import FILED_BY
from eligibility.law.logic import Truth
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Cite, Home
from eligibility.reasoning.decision import Decision, Line, Ruled, closed_way
from eligibility.reasoning.questions import is_unsaid, questions
from eligibility.reasoning.shown import lines_to_read
from eligibility.reasoning.verdict import Judged, Verdict, refusals, verdict
from eligibility.terms.course import Days
from eligibility.terms.ledger import Ledger, ledger
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

LAW_UNKNOWN = N_("Which act ruled this service on this day is not known here.")
MayFile = Literal["allowed", "open", "unsaid", "not-provided"]


class Way(NamedTuple):
    """A way of filing. One that the case names and the edition does not has no rule."""

    channel: str
    open: Truth
    rule: Channel | None
    cite: Cite
    unsaid: bool
    """the text does not say whether it is open"""

    @property
    def takes(self) -> bool:
        """Whether an application can be filed by it."""
        return self.open is True and not (self.rule and self.rule.only == "result")


class FeeTold(NamedTuple):
    """What the service costs, as far as it is settled."""

    rule: Fee
    status: FeeKind | Literal["undetermined"]
    unsaid: bool
    """no answer will tell: the text does not say"""


class CircleTold(NamedTuple):
    """Whom the service is for."""

    rule: Circle
    belongs: Truth
    unsaid: bool


@dataclass(frozen=True, eq=False)
class Answer:
    """A front over a decision: everything that follows from it, each part made once and when it is asked for."""

    decision: Decision
    pack: Pack
    calendar: Callable[[], Calendar]
    """the pack's, read when a term is counted"""
    pieces: Pieces | None = None
    """texts remembered of answers by the same plan; none where the edition may not speak"""

    @property
    def answered(self) -> bool:
        """Whether the edition may speak for this day, so that there is more than its standing."""
        return self.decision.answered

    @property
    def edition(self) -> Edition:
        return self.decision.edition

    @cached_property
    def title(self) -> Text:
        """What the act calls the service."""
        return self.pack.title(self.edition)

    @property
    def own_edition(self) -> Edition:
        """What the act itself says, without what other acts say in the place of its references."""
        key = EditionKey(self.decision.act_id, self.edition.service, self.decision.life.wording)
        return self.pack.edition(*key) or self.edition

    @property
    def provider(self) -> Text | None:
        """Who renders the service, where the text names that."""
        named = self.decision.act.providers or {}
        return named[self.edition.provider] if self.edition.provider else None

    @property
    def known_only(self) -> bool:
        """Whether the act's text is not at hand, so that there is a list of what is known and nothing else."""
        return self.edition.text == "elsewhere"

    @property
    def points_elsewhere(self) -> tuple[ByReference, ...]:
        """References to lists of documents that are not at hand."""
        return self.decision.plan.pointers if self.decision.plan else ()

    def place_of(self, cite: Cite, home: Home) -> Text:
        """Where a rule stands; in another act than the one spoken of, with that act's name."""
        return cite_text(home, cite) if home == self.decision.home else cite_in_act(home, cite)

    @cached_property
    def status_reason(self) -> Text:
        return status_reason(self.decision.life, self.decision.act)

    @cached_property
    def warning(self) -> Text | None:
        """What is to be said of an edition that is not, or not certainly, the law on the day."""
        life = self.decision.life
        if life.status == "in-force":
            return None
        speaks = life.answers or not self.answered
        return self.status_reason if speaks else banner(life, self.decision.act)

    @cached_property
    def law_unknown(self) -> Text | None:
        """Said of a day on which no act at hand, nor any act known of, rules the service."""
        ended = self.decision.life.status in ("repealed", "not-adopted", "not-in-effect")
        return in_both(LAW_UNKNOWN) if ended else None

    @cached_property
    def today(self) -> TodayTold:
        """What is known of the service in the law of today."""
        act = self.decision.act
        region = self.decision.case.region or (act.regions[0] if act.regions != "all" and len(act.regions) == 1 else None)
        return TodayTold(self.pack, self.pack.acts, self.edition.service, region)

    @cached_property
    def region(self) -> RegionTold | None:
        """What is to be said of the region named, where it was another one on the day."""
        told = RegionTold.of(self.pack, self.decision.case.region, self.decision.case.on)
        everywhere = self.decision.act.regions == "all"
        return None if told and told.there and everywhere else told

    @cached_property
    def lines(self) -> tuple[AnswerLine, ...]:
        """As the edition has them."""
        return tuple(map(self.line, self.decision.lines))

    @cached_property
    def lines_to_read(self) -> tuple[AnswerLine, ...]:
        """As people read them: nothing twice, and nothing both asked for and left at home."""
        own = {id(line.line): line for line in self.lines}
        return tuple(own.get(id(line)) or self.line(line) for line in lines_to_read(self.decision))

    def line(self, line: Line) -> AnswerLine:
        return AnswerLine(self.decision, self.pack, line)

    @cached_property
    def channels(self) -> tuple[Way, ...]:
        """A channel the edition does not name is closed by the paragraph that names the others."""
        found = [
            Way(one.rule.channel, one.truth, one.rule, one.rule.cite, self.is_unsaid(one))
            for one in self.decision.of("channels")
        ]
        others = [Way(id, opened, None, found[0].cite, False) for id, opened, rule in self.decision.channels() if rule is None]
        return (*found, *others)

    @cached_property
    def closed_way(self) -> str | None:
        """The chosen way of filing where nothing can be filed by it."""
        return closed_way(self.decision)

    @cached_property
    def open_ways(self) -> tuple[str, ...]:
        """By which an application can be filed."""
        return tuple(dict.fromkeys(way.channel for way in self.channels if way.takes))

    def way_name(self, way: str) -> Text:
        return way_name(self.decision.plan.facts if self.decision.plan else self.pack.facts, way)

    @cached_property
    def filing_rules(self) -> tuple[Ruled[Applicant], ...]:
        """The rules about the person who files in this case."""
        filed_by = self.decision.case.facts.get(FILED_BY)
        return tuple(one for one in self.decision.of("applicants") if one.rule.filed_by == filed_by)

    @cached_property
    def filing(self) -> MayFile | None:
        """Whether that person may file; nothing where it is not known who does, or the text lets nobody in particular file."""
        rules = self.filing_rules
        if self.decision.case.facts.get(FILED_BY) is None or not self.edition.applicants:
            return None
        if any(one.truth is True for one in rules):
            return "allowed"
        open_rules = [one for one in rules if one.truth is None]
        if not open_rules:
            return "not-provided"
        return "unsaid" if all(self.is_unsaid(one) for one in open_rules) else "open"

    @cached_property
    def circle(self) -> CircleTold | None:
        found = self.decision.of("for_whom")
        return CircleTold(found[0].rule, found[0].truth, self.is_unsaid(found[0])) if found else None

    @cached_property
    def fees(self) -> tuple[FeeTold, ...]:
        """Every fee that there may be."""
        return tuple(
            FeeTold(one.rule, one.rule.fee if one.truth else "undetermined", self.is_unsaid(one))
            for one in self.decision.of("fee")
            if one.truth is not False
        )

    @cached_property
    def fee(self) -> FeeTold | None:
        """The one that holds, else the first that may; nothing where the text does not speak of a fee."""
        settled = [one for one in self.fees if one.status != "undetermined"]
        if settled or not self.fees:
            return settled[0] if settled else None
        return self.fees[0]._replace(unsaid=all(one.unsaid for one in self.fees))

    @cached_property
    def results(self) -> tuple[Ruled[Result], ...]:
        """What the procedure may end in."""
        return tuple(one for one in self.decision.of("results") if one.truth is not False)

    @property
    def ends(self) -> tuple[Text, ...]:
        """The results in words, each once: the same one may stand in several places of the text."""
        return tuple(dict.fromkeys(one.rule.text for one in self.results))

    @property
    def may_take_longer(self) -> tuple[Text, ...]:
        """The extensions and suspensions that apply, or may."""
        return tuple(one.rule.text for one in self.decision.of("pauses") if one.truth is not False)

    @cached_property
    def receipts(self) -> tuple[Ruled[Receipt], ...]:
        return tuple(one for one in self.decision.of("receipts") if one.truth is not False)

    @cached_property
    def verdict(self) -> Verdict:
        return verdict(self.decision)

    @cached_property
    def missing(self) -> tuple[AnswerLine, ...]:
        """Of documents presented that lack something, the lines that are certain to."""
        return tuple(map(self.line, self.verdict.missing))

    @cached_property
    def perhaps_missing(self) -> tuple[AnswerLine, ...]:
        """The lines of which it is not settled whether they are missing."""
        return tuple(map(self.line, self.verdict.open))

    @cached_property
    def refusals(self) -> tuple[Judged, ...]:
        """Grounds to refuse the service that are met, or may be."""
        return refusals(self.decision)

    @cached_property
    def appeals(self) -> tuple[Ruled[Appeal], ...]:
        """How a refusal can be appealed, or may be."""
        return tuple(one for one in self.decision.of("appeal") if one.truth is not False)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What still matters, best first."""
        return self.questions_for("citizen")

    def questions_for(self, reader: Reader) -> tuple[Question, ...]:
        """The same, as the reader is asked them."""
        to: Addressee = self.decision.case.addressee if reader == "citizen" else "desk"
        return tuple(question(self.decision, fact, to) for fact in questions(self.decision))

    @cached_property
    def ledger(self) -> Ledger:
        """Raises the calendar's refusals."""
        return ledger(self.decision, self.calendar())

    @cached_property
    def year_lacking(self) -> int | None:
        """The year for want of whose calendar no term can be counted; the rest of the answer stands."""
        try:
            _ = self.ledger
        except CalendarMissing as missing:
            return missing.year
        return None

    @cached_property
    def result_days(self) -> Days | None:
        """When the result comes at the latest; never by the steps where the total term stands elsewhere."""
        stated = {one.dues for one in self.ledger.stated if one.holds}
        if stated or self.edition.terms_from:
            return stated.pop() if len(stated) == 1 else None
        return self.ledger.end

    def is_unsaid(self, ruled: Ruled[Any]) -> bool:
        """Whether it is the text that leaves the rule open, so that no answer settles it."""
        return is_unsaid(self.decision, ruled)

    def flags(self, reader: Reader = "auditor") -> tuple[Flag, ...]:
        """Remarks on the text that apply to this case, or may, and are for the reader."""
        return tuple(flag for flag in self.decision.flags() if flag.for_ in READS[reader])

    def remarks(self, reader: Reader = "auditor") -> Remarks:
        """The flags for the reader, to be handed out rule by rule, each told once."""
        return Remarks(self.decision, reader)

    def data(self, at: datetime | None = None) -> dict[str, Any]:
        """The JSON contract as plain data of the caller's own."""
        from eligibility.answer.contract import answer_data

        return answer_data(self, at)

    def json(self, at: datetime | None = None) -> str:
        """The JSON contract as text."""
        from eligibility.answer.contract import answer_json

        return answer_json(self, at)

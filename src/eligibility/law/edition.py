"""What one act's annex says about one service."""

from datetime import date
from typing import Literal, NamedTuple

from eligibility.law.validity import Validity
from eligibility.law.vocabulary import Cite, Duration, Form, Known, TextHeld
from eligibility.words.text import Text

FlagKind = Literal["silent", "ambiguous", "contradictory", "misprint"]
ServiceForm = Literal["paper", "electronic", "electronic-partial", "electronic-full", "non-automated"]
FeeKind = Literal["free", "paid"]
ReceiptKind = Literal["talon", "acceptance", "referral"]
Notice = Literal["plain", "with-term"]
PauseKind = Literal["extension", "suspension"]
Use = Literal["filing", "result"]
Standing = Literal["listed", "by-reference", "indicative"]
BroughtBy = Literal["applicant", "office"]
Issued = Literal["paper", "electronic"]
Leaves = Literal["whether", "who", "form", "term", "amount", "nothing"]
About = Literal["danger", "applicant", "documents", "channel", "money", "term", "text"]
"""what a flag is about; general remarks are told in this order"""
Audience = Literal["citizen", "clerk", "lawyer"]


class Title(NamedTuple):
    text: Text
    cite: Cite
    flags: tuple[str, ...] = ()


class Alternative(NamedTuple):
    """A document that will do for a group, or several that will do together."""

    document: str | None = None
    when: str | None = None
    all_of: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        return self.all_of or ((self.document,) if self.document else ())


class Requirement(NamedTuple):
    """A rule that asks for documents: one, all of several, or any of several."""

    cite: Cite = ()
    document: str | None = None
    all_of: tuple[str, ...] = ()
    any_of: tuple[str | Alternative, ...] = ()
    form: Form = "unspecified"
    when: str | None = None
    name: Text | None = None
    """the document as this edition words it, where that says more than the catalogue"""
    known: Known | None = None
    """where it is known from, of an act whose text is not at hand"""
    flags: tuple[str, ...] = ()
    brought_by: BroughtBy = "applicant"
    """`office`: the text has the office itself obtain the document from state systems"""
    copies: int | None = None
    """how many of it the text asks for, where it says"""
    valid: Validity | None = None

    @property
    def of_applicant(self) -> bool:
        """Whether it is the person who has to bring it."""
        return self.brought_by == "applicant"


class NoPapers(NamedTuple):
    """The act says that no papers are needed."""

    cite: Cite = ()
    known: Known | None = None
    flags: tuple[str, ...] = ()


class Variant(NamedTuple):
    request: str
    cite: Cite
    flags: tuple[str, ...] = ()
    label: Text | None = None
    """what is asked for here, where the variant's label does not fit this service"""


class Applicant(NamedTuple):
    filed_by: str
    cite: Cite = ()
    when: str | None = None
    known: Known | None = None
    flags: tuple[str, ...] = ()


class Channel(NamedTuple):
    channel: str
    cite: Cite = ()
    when: str | None = None
    known: Known | None = None
    only: Use | None = None
    """the channel takes applications only, or hands over results only"""
    flags: tuple[str, ...] = ()
    label: Text | None = None
    """what the text calls it, where the channel's label does not fit; a blank for who renders the service is filled"""


class Circle(NamedTuple):
    """Whom the service is for, where the text says so."""

    when: str
    text: Text
    cite: Cite
    flags: tuple[str, ...] = ()


class ServiceForms(NamedTuple):
    form: ServiceForm
    cite: Cite
    flags: tuple[str, ...] = ()


class Fee(NamedTuple):
    fee: FeeKind
    cite: Cite = ()
    when: str | None = None
    text: Text | None = None
    known: Known | None = None
    flags: tuple[str, ...] = ()


class Result(NamedTuple):
    outcome: str
    text: Text
    cite: Cite
    when: str | None = None
    valid: Duration | None = None
    notice: Notice | None = None
    """a notice on paper tells the recipient; `with-term` where the text has it state when the service is given"""
    form: Issued | None = None
    """in which form the text wants it issued, where it says"""
    told: Text | None = None
    """the same as news, in a sentence to the person: what a notice says"""
    issued_as: Text | None = None
    """how the text wants the paper itself issued, where a print made here cannot be that: on a form that is elsewhere, signed
    electronically"""
    flags: tuple[str, ...] = ()


class Receipt(NamedTuple):
    """A paper handed out when documents are taken, with the fields the text names."""

    receipt: ReceiptKind
    shows: tuple[str, ...]
    cite: Cite
    when: str | None = None
    form: Issued | None = None
    flags: tuple[str, ...] = ()


class ByReference(NamedTuple):
    """The edition points to a paragraph of another act instead of listing the documents, or of stating a total term."""

    act: str
    para: str
    cite: Cite
    annex: int | None = None
    """of that act, where the text names it"""
    when: str | None = None
    flags: tuple[str, ...] = ()


class OriginalsShown(NamedTuple):
    """The clause that originals and copies are shown together and the originals returned."""

    cite: Cite
    flags: tuple[str, ...] = ()


class RefusalReceipt(NamedTuple):
    """The form, by the Standard's annex, of the receipt for documents not accepted."""

    annex: str
    issued_by: str
    form: Issued | None = None


class Ground(NamedTuple):
    """A rule that permits refusing to accept the documents, or refusing the service."""

    id: str
    text: Text
    cite: Cite = ()
    when: str | None = None
    """without a condition the ground cannot be derived from facts: the text behind it is not at hand"""
    act: str | None = None
    """the act that holds the ground, where this one only points to it"""
    para: str | None = None
    receipt: RefusalReceipt | None = None
    known: Known | None = None
    flags: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        if self.known:
            return "indicative"
        return "by-reference" if self.act else "listed"


class Appeal(NamedTuple):
    """To whom a refusal can be appealed, and how soon."""

    to: Text
    cite: Cite
    within: Duration | None = None
    since: Text | None = None
    """the day from which that term runs, in words"""
    when: str | None = None
    flags: tuple[str, ...] = ()


class Unsaid(NamedTuple):
    """Of this the text at hand says nothing that would settle it."""

    cite: Cite
    when: str | None = None
    flags: tuple[str, ...] = ()


class Pause(NamedTuple):
    pause: PauseKind
    text: Text
    cite: Cite
    when: str | None = None
    duration: Duration | None = None
    notice: Duration | None = None
    """how soon the recipient is told"""
    flags: tuple[str, ...] = ()


class StatedTerm(NamedTuple):
    """A total term the text itself states; a sum of steps is never one."""

    text: Text
    duration: Duration
    cite: Cite = ()
    when: str | None = None
    known: Known | None = None
    from_: str | None = None
    """the event the term counts from, where that is not the filing"""
    flags: tuple[str, ...] = ()


class Hours(NamedTuple):
    text: Text
    cite: Cite
    flags: tuple[str, ...] = ()


class Step(NamedTuple):
    """Who does what within which term."""

    step: int
    actor: str
    action: Text
    cite: Cite
    duration: Duration | None = None
    when: str | None = None
    part_of: int | None = None
    """runs inside the duration of that step, so is never added to it"""
    from_: str | None = None
    """the event the term counts from, where that is not the end of the step before"""
    flags: tuple[str, ...] = ()


class Flag(NamedTuple):
    """A caveat of the text: where it is silent, ambiguous, contradictory or misprinted."""

    id: str
    kind: FlagKind
    for_: Audience
    """whom it helps; a clerk is told what a citizen is, a lawyer everything"""
    text: Text
    cite: Cite
    when: str | None = None
    leaves: Leaves | tuple[Leaves, ...] = ()
    """what the text leaves open; `nothing` where its letter still decides"""
    about: About | None = None
    do: Text | None = None
    """what a citizen is told instead of `text`: what is not said, then what to do or what they may ask for"""


class AsIn(NamedTuple):
    """An act held in text whose list for the service is the same, as far as known."""

    act: str
    known: Known


EditionSection = Literal[
    "form",
    "requests",
    "applicants",
    "for_whom",
    "channels",
    "fee",
    "results",
    "receipts",
    "requirements",
    "refuse_to_accept",
    "refuse_service",
    "pauses",
    "stated_terms",
    "hours",
    "steps",
    "appeal",
]
"""what an act may say of a service"""


class Edition(NamedTuple):
    """What one wording of one act says about one service."""

    service: str
    annex: int | None = None
    """none of an act without annexes, whose own lines are cited, or where it is not known"""
    provider: str | None = None
    title: Title | None = None
    """what this act calls the service, where that is not its common name"""
    form: tuple[ServiceForms, ...] = ()
    requests: tuple[Variant, ...] = ()
    applicants: tuple[Applicant, ...] = ()
    for_whom: Circle | None = None
    channels: tuple[Channel, ...] = ()
    fee: tuple[Fee, ...] = ()
    results: tuple[Result, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    documents_from: tuple[ByReference, ...] = ()
    comparison: OriginalsShown | None = None
    requirements: tuple[Requirement, ...] = ()
    no_papers: NoPapers | None = None
    """in the place of a list; a rule file has `requirements: none` beside it"""
    refuse_to_accept: tuple[Ground, ...] = ()
    refuse_to_accept_unsaid: tuple[Unsaid, ...] = ()
    """where the text does not say whether the documents may be refused"""
    refuse_service: tuple[Ground, ...] = ()
    appeal: tuple[Appeal, ...] = ()
    pauses: tuple[Pause, ...] = ()
    stated_terms: tuple[StatedTerm, ...] = ()
    terms_from: tuple[ByReference, ...] = ()
    hours: tuple[Hours, ...] = ()
    steps: tuple[Step, ...] = ()
    flags: tuple[Flag, ...] = ()
    requirements_as_in: AsIn | None = None
    known: Known | None = None
    """where it is known from that the act rules the service, of an act whose text is not at hand"""
    known_since: date | None = None
    """the first day for which that is known, where the act is older; before it the edition answers for no region"""
    text: TextHeld = "whole"
    """how much of the act's text is at hand; written in the act alone"""
    holds: tuple[EditionSection, ...] = ()
    """of a text held in part, what it says of the service; the rest may be said where it is not held"""

    @property
    def lists_all(self) -> bool:
        """Whether the text holds the whole list of documents, so that a file can be called complete or a paper needless."""
        listed = bool(self.requirements) or self.no_papers is not None
        return listed and not self.documents_from and self.at_hand("requirements")

    def at_hand(self, section: EditionSection) -> bool:
        """Whether all that the act says of this is held, so that what is not there is not said."""
        return self.text == "whole" or section in self.holds

"""What is known of a service in the law of today."""

from collections.abc import Iterator

from eligibility.answer.absent import NoEdition
from eligibility.answer.today import TodayTold, contact_text, title_in
from eligibility.answer.told import Told
from eligibility.law.vocabulary import Act, PartText
from eligibility.words.catalogue import fill, in_both
from eligibility.words.text import LANGS, N_, Lang, Text

NAME_TODAY = N_("Its name today: {name}")


def tell_absent(absent: NoEdition) -> Iterator[Told]:
    yield Told("title", absent.title)
    if absent.region:
        yield Told("text", absent.region.text, "bad")
    yield Told("text", absent.reason)
    yield from tell_today(absent.today)


def tell_today(today: TodayTold) -> Iterator[Told]:
    """The acts of today, what the service is called by them, and whom to ask."""
    yield Told("section", in_both(N_("What is known of today")))
    for sentence in today.sentences:
        yield Told("item", sentence, sign="•")
    for one in today.acts:
        if title := act_title(one.act):
            yield Told("note", title, "dim")
    yield from tell_name_and_note(today)
    yield from tell_looked_for(today)
    yield from tell_contacts(today)


def tell_name_and_note(today: TodayTold) -> Iterator[Told]:
    """What the service is called today, and what else is to be known of it."""
    known = today.known
    if known and known.names:
        yield Told("text", Text(*(_name_in(lang, known.names) for lang in LANGS)), labelled=True)
    if known and known.note:
        yield Told("text", known.note, "strong")


def _name_in(lang: Lang, names: PartText) -> str:
    """Nothing where it was seen in the other language alone."""
    name = names.kk if lang == "kk" else names.ru
    return fill(lang, NAME_TODAY, {"name": name}) if name else ""


def tell_looked_for(today: TodayTold) -> Iterator[Told]:
    known = today.known
    if known and known.source and known.as_of:
        looked = N_("Looked for in: {source}; {as_of}.")
        yield Told("text", in_both(looked, source=known.source, as_of=known.as_of), "dim")


def tell_contacts(today: TodayTold) -> Iterator[Told]:
    if not today.contacts:
        return
    yield Told("section", in_both(N_("Whom to ask")))
    for contact in today.contacts:
        yield Told("item", contact_text(contact), sign="•")


def act_title(act: Act) -> Text | None:
    title = Text(*(title_in(act, lang) for lang in LANGS))
    return title if title.ru else None

"""What is known of a service in the law of today, as a person reads it on a terminal."""

from eligibility.answer.absent import NoEdition
from eligibility.answer.regions import RegionTold
from eligibility.answer.today import ActOfToday, TodayTold, contact_text, title_in
from eligibility.cli.language import lang, say
from eligibility.cli.output import put
from eligibility.words.text import N_


def print_absent(absent: NoEdition) -> None:
    put(absent.title[lang()], "head")
    print_region(absent.region)
    put(absent.reason[lang()])
    print_today(absent.today)


def print_region(region: RegionTold | None) -> None:
    if region:
        put(region.text[lang()], "bad")


def print_today(told: TodayTold) -> None:
    """The acts of today, what the service is called by them, and whom to ask."""
    put()
    put(say(N_("What is known of today")), "head")
    for sentence in told.sentences:
        put(f"• {sentence[lang()]}", indent=1, hang=2)
    for one in told.acts:
        _title(one)
    print_name_and_note(told)
    print_looked_for(told)
    print_contacts(told)


def print_name_and_note(told: TodayTold) -> None:
    """What the service is called today, and what else is to be known of it."""
    known = told.known
    if known and known.names and (name := known.names.kk if lang() == "kk" else known.names.ru):
        put(say(N_("Its name today: {name}"), name=name), hang=2)
    if known and known.note:
        put(known.note[lang()], "head")


def print_looked_for(told: TodayTold) -> None:
    known = told.known
    if known and known.source and known.as_of:
        looked = N_("Looked for in: {source}; {as_of}.")
        put(say(looked, source=known.source[lang()], as_of=known.as_of[lang()]), "dim")


def print_contacts(told: TodayTold) -> None:
    if not told.contacts:
        return
    put()
    put(say(N_("Whom to ask")), "head")
    for contact in told.contacts:
        put(f"• {contact_text(contact)[lang()]}", indent=1, hang=2)


def _title(one: ActOfToday) -> None:
    if title := title_in(one.act, lang()):
        put(title, "dim", indent=3)

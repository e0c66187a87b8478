"""Who acts, in a decree's Kazakh words: «көрсетілетін қызметті берушінің басшысы», «Орталықтың жауапты орындаушысымен».

The one who acts stands where the line begins («1) тұтынушы … тапсырады»), as in the lists of those who take part, or with
«-мен» («кеңсе қызметкерімен қабылдау»). Whom a paper is sent to («басшысына») and what comes of it («Нәтижесі – …») name nobody
who acts. In the tables of South Kazakhstan the row «ҚФБ атауы» names one for each column.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

__all__ = ["acting", "acting_in_columns", "acting_within", "names_only"]

BODIES = {
    "provider": "көрсетілетін [қк]ызметті берушінің",
    "akim": "ауылдық округ әкімінің",
    "corporation": "Мемлекеттік корпорацияның",
    "centre": "Орталықтың",
    "authority": "(?:уәкілетт(?:і|ің) |жұмыс )орган(?:ы)?ның",
}
"""whose a person is, as it stands before «кеңсе қызметкері»; the text of 2012 calls the authorised body «жұмыс органы» too"""
PERSONS = {
    "clerk": "кеңсе қызметкері",
    "head": "(?:басшысы|басшылығы)",
    "responsible": "жауапты орындаушы(?:сы)?",
    "executor": "орындаушысы",
    "worker": "қызметкері",
    "answering": "жауапты қызметкері",
    "inspector": "инспекторы",
}
ACTORS = {
    "provider clerk": "office-clerk",
    "provider head": "head",
    "provider responsible": "responsible-executor",
    "provider executor": "executor",
    "akim clerk": "rural-akim-clerk",
    "akim responsible": "rural-akim-executor",
    "corporation worker": "state-corporation-worker",
    "centre clerk": "employment-centre-clerk",
    "centre head": "employment-centre-head",
    "centre responsible": "employment-centre-executor",
    "centre worker": "employment-centre-worker",
    "centre inspector": "centre-inspector",
    "authority clerk": "authorised-body-clerk",
    "authority head": "authorised-body-head",
    "authority responsible": "authorised-body-executor",
    "authority executor": "authorised-body-executor",
    "authority answering": "authorised-body-executor",
}
OTHERS = {
    "applicant": "көрсетілетін қызметті алушы не оның заңды өкілі",
    "recipient": "көрсетілетін қызметті алушы(?! не оның)",
    "consumer": "тұтынушы",
    "rural-akim": "ауылдық округ әкімі",
    "laboratory": "зертхана",
    "centre-accumulation-inspector": "(?:Орталықтың )?жинақтау бөлімінің инспекторы",
    "courier": "(?:[^;]* )?курьердің",
    "portal": 'көрсетілетін қызметті алушының "жеке кабинетін(?:де|е)" .*көрін',
}
"""who is of no office named above; a courier «қамтамасыз етуі үшін»; a status that shows in the cabinet is the portal's"""

BODY = "|".join(BODIES.values())
PHRASE = re.compile(
    rf"(?P<bodies>(?:{BODY})(?: немесе (?:{BODY}))*) (?P<person>{'|'.join(PERSONS.values())})(?P<by>мен)?\b"
    rf"|(?P<other>{'|'.join(OTHERS.values())})(?:\b|(?<=көрін))",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+[).] ?")
OUTCOME = re.compile(r"Нәтижесі\b")
COLUMNS = re.compile(r"ҚФБ атауы (.*?) (?:Әрекет|Іс-әрекет)")
SECOND_TABLE = re.compile(r"\b2- ?кесте")


@cache
def acting(line: str) -> frozenset[str]:
    """Who acts by this line; several where it says «немесе», nobody where it names none."""
    number = NUMBER.match(line)
    end = OUTCOME.search(line)
    text = line[number.end() if number else 0 : end.start() if end else len(line)]
    found = set[str]()
    phrase = PHRASE.match(text)
    while phrase:
        found.update(_actors(phrase))
        phrase = PHRASE.match(text, phrase.end() + len(" немесе ")) if text.startswith(" немесе ", phrase.end()) else None
    return frozenset(found.union(*(_actors(one) for one in PHRASE.finditer(text) if one["by"])))


def names_only(line: str) -> bool:
    """A line of a list of those who take part: «1) көрсетілетін қызметті берушінің басшысы;»."""
    number = NUMBER.match(line)
    phrase = PHRASE.match(line, number.end() if number else 0)
    return bool(phrase and not re.search(r"\w", line[phrase.end() :]))


def acting_within(line: str) -> frozenset[str]:
    """Who has a part of another's term: «оның 10 (он) жұмыс күні ішінде көрсетілетін қызметті алушы …»."""
    phrases = (PHRASE.match(line, place.end()) for place in re.finditer(r"\bоның [^;]*? ішінде ", line))
    return frozenset(actor for phrase in phrases if phrase for actor in _actors(phrase))


def acting_in_columns(appendix: str) -> Mapping[int, frozenset[str]]:
    """Who acts by each column of the first table; what stands beyond the last numbered column belongs to it as well."""
    end = SECOND_TABLE.search(appendix)
    rows = COLUMNS.findall(appendix[: end.start()] if end else appendix)
    found = [frozenset(_actors(phrase)) for row in rows for phrase in PHRASE.finditer(row)]
    return dict(enumerate(found, start=1))


def _actors(phrase: re.Match[str]) -> Iterator[str]:
    if phrase["other"]:
        yield from (actor for actor, words in OTHERS.items() if re.fullmatch(words, phrase["other"], re.IGNORECASE))
        return
    person = next(name for name, words in PERSONS.items() if re.fullmatch(words, phrase["person"], re.IGNORECASE))
    for body in re.split(" немесе ", phrase["bodies"]):
        office = next(name for name, words in BODIES.items() if re.fullmatch(words, body, re.IGNORECASE))
        yield ACTORS[f"{office} {person}"]

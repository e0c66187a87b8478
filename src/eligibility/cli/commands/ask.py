"""`eligibility ask`: the interview. Works on a terminal and in a pipe alike."""

import re
import sys
from datetime import date
from typing import Annotated, Any

import typer

from eligibility.answer.in_force import status_reason
from eligibility.cli.commands.check import show_decision
from eligibility.cli.language import alphabetical, lang, say, words
from eligibility.cli.options import (
    SERVICE,
    ActOption,
    AsIfOption,
    DayOption,
    EngineOption,
    JsonOption,
    LanguageOption,
    PublishedOption,
    RegionOption,
    RulesOption,
    day_of,
    engine_of,
)
from eligibility.cli.output import Style, put
from eligibility.diagnostics.refused import Refused, refused
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.vocabulary import Fact
from eligibility.reasoning.explanation import ready
from eligibility.reasoning.questions import questions
from eligibility.words.text import N_

UNSURE, WHY = "0", "?"
BACK = {"b", "и", "a", "а", "н", "артқа", "назад"}
NOT_KNOWN = {"-", "білмеймін", "білмедім", "белгісіз", "не знаю", "незнаю", "неизвестно"}
QUIT = {"q", "й", "ш", "в", "шығу", "выход"}
"""the letters shown in either language, their words, and b and q, also as typed without leaving the Cyrillic layout"""

MAX_ANSWER = 1000
Options = list[tuple[Value, str]]


class Stopped(Exception):
    """No more answers will come."""


class Ended(Stopped):
    """The input ended; nobody chose to stop."""


def ask(
    service: Annotated[
        str | None, typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id; asked for when left out.")))
    ] = None,
    act: ActOption = None,
    region: RegionOption = None,
    on: DayOption = None,
    as_json: JsonOption = False,
    as_if: AsIfOption = False,
    published: PublishedOption = None,
    engine: EngineOption = None,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> None:
    asking = engine_of(rules, engine, lang, published)
    day = day_of(on)
    _check_named(asking, service, act, region, day)
    try:
        chosen = _edition(asking, service, act, region)
    except Ended:
        key = "service" if service is None else "region"
        raise refused("missing-key", key, key=key) from None
    except Stopped:
        raise typer.Exit(0) from None
    interview = Interview(asking, {**chosen, "on": day}, as_if)
    interview.run()
    _tell()
    show_decision(interview.decision, asking, as_json, brief=True)


class Interview:
    """Answers given so far, and those put off with «I don't know»."""

    def __init__(self, engine: Engine, case: dict[str, Any], as_if: bool) -> None:
        self._engine = engine
        self._case = case
        self._as_if = as_if
        self._asked: list[str] = []
        self._answers: dict[str, Value | str | None] = {}
        self._decide()

    def run(self) -> None:
        try:
            if not self.decision.answered:
                self._offer_as_if()
            while fact := self._next():
                self._ask(fact)
        except Stopped:
            return

    def _decide(self) -> None:
        known = {fact: value for fact, value in self._answers.items() if value is not None}
        self.decision = self._engine.decide({**self._case, "facts": known}, self._as_if)

    def _next(self) -> str | None:
        for fact in questions(self.decision):
            if fact not in self._answers and not self._answered_by_date(fact):
                return fact
        return None

    def _answered_by_date(self, fact: str) -> bool:
        return self._engine.pack.facts[fact].since in self._answers

    def _ask(self, id: str) -> None:
        fact = self._engine.pack.facts[id]
        options = _options(fact, ready(self.decision).open_values(id, self.decision.case.facts))
        number = f"{len(self._asked) + 1}. "
        _tell()
        _tell(number + fact.ask[lang()], "head", hang=len(number))
        for at, (_, label) in enumerate(options, 1):
            _tell_option(at, label)
        if not options:
            _tell("  " + say(N_("a whole number, or the date of birth as 31.05.2010") if fact.since else N_("a whole number")))
        unsure = N_("0 – I don't know") if options else N_("«-» – I don't know")
        _hint(unsure, N_("b – back") if self._asked else "", N_("q – leave"), N_("? – why this is asked"))
        while not self._take(id, fact, options, _read()):
            pass

    def _take(self, id: str, fact: Fact, options: Options, typed: str) -> bool:
        """False where the question is still to be answered."""
        if typed in QUIT:
            raise Stopped
        if typed == WHY:
            _tell(fact.why[lang()] if fact.why else say(N_("The list of documents depends on it.")))
            return False
        if typed in BACK:
            return self._back()
        if typed.rstrip(".!") in NOT_KNOWN or (typed == UNSURE and options):
            return self._put(id, None)
        value = _value(fact, options, typed)
        if value is None:
            _tell(say(_expected(fact, options)), "bad")
            return False
        return self._put(fact.since or id, value.isoformat()) if isinstance(value, date) else self._put(id, value)

    def _back(self) -> bool:
        if self._asked:
            self._answers.pop(self._asked.pop(), None)
            self._decide()
        return True

    def _put(self, id: str, value: Value | str | None) -> bool:
        self._answers[id] = value
        try:
            self._decide()
        except Refused as error:
            del self._answers[id]
            for diagnostic in error.diagnostics:
                _tell(diagnostic.message(words()), "bad")
            return False
        self._asked.append(id)
        return True

    def _offer_as_if(self) -> None:
        _tell(status_reason(self.decision.life, self.decision.act)[lang()], "bad")
        _tell(say(N_("Show its content as if it were in force?")))
        wanted = _yes_or_no()
        if wanted:
            self._as_if = True
            self._decide()


def _yes_or_no() -> bool:
    options: Options = [(True, say(N_("yes"))), (False, say(N_("no")))]
    for at, (_, label) in enumerate(options, 1):
        _tell_option(at, label)
    while True:
        typed = _read()
        if typed in QUIT:
            raise Stopped
        value = _chosen(options, typed)
        if value is not None:
            return bool(value)
        _tell(say(N_("This answer is not understood. Type one of the numbers.")), "bad")


def _options(fact: Fact, possible: tuple[Value, ...]) -> Options:
    """Of the variants of a service those the edition knows, of all else whatever there is."""
    if fact.values:
        return [(id, choice.label[lang()]) for id, choice in fact.values.items() if id in possible]
    if fact.type == "bool":
        return [(True, say(N_("yes"))), (False, say(N_("no")))]
    return []


def _chosen(options: Options, typed: str) -> Value | None:
    """By number or by word."""
    by_word = {label.casefold(): value for value, label in options}
    return options[int(typed) - 1][0] if _is_number(typed, len(options)) else by_word.get(typed)


def _is_number(typed: str, most: int) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= most


def _value(fact: Fact, options: Options, typed: str) -> Value | date | None:
    if options:
        return _chosen(options, typed)
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        return int(typed)
    return _day(typed) if fact.since else None


def _day(typed: str) -> date | None:
    """As people here write it, 31.05.2010, or as the rest of the program does, 2010-05-31."""
    day = re.sub(r"^(\d\d?)[./](\d\d?)[./](\d{4})$", lambda found: f"{found[3]}-{found[2]:>02}-{found[1]:>02}", typed)
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _expected(fact: Fact, options: Options) -> str:
    if options:
        return N_("This answer is not understood. Type one of the numbers.")
    if fact.since:
        return N_("This answer is not understood. Type a whole number, or a date as 31.05.2010.")
    return N_("This answer is not understood. Type a whole number.")


def _check_named(engine: Engine, service: str | None, act: str | None, region: str | None, day: str) -> None:
    """Refuses what the command line names wrongly before anything is asked."""
    pack = engine.pack
    named = {"service": service or next(iter(pack.services)), "act": act, "region": region, "on": day}
    if act is None and region is None:
        named["region"] = next(iter(pack.regions))
    engine.read(named)


def _edition(engine: Engine, service: str | None, act: str | None, region: str | None) -> dict[str, str]:
    """Service and act or region, asked for where the command line does not name them."""
    while True:
        chosen = service or _choose(N_("Which service?"), _services(engine, act, region))
        if act is not None:
            return {"service": chosen, "act": act} | ({"region": region} if region else {})
        found = region or _choose(N_("Which region?"), _regions(engine, chosen), back=service is None)
        if found:
            return {"service": chosen, "region": found}


def _services(engine: Engine, act: str | None, region: str | None) -> dict[str, str]:
    """Those that the act or the region named, if any, has an edition of; by title."""
    titles = {
        key.service: engine.pack.services[key.service].title[lang()]
        for key in engine.pack.held()
        if act in (None, key.act) and region in (None, engine.acts[key.act].region)
    }
    return dict(sorted(titles.items(), key=lambda pair: alphabetical(pair[1])))


def _regions(engine: Engine, service: str) -> dict[str, str]:
    found = dict.fromkeys(engine.acts[id].region for id in engine.pack.acts_of(service))
    return {id: engine.pack.regions[id][lang()] for id in found}


def _choose(question: str, options: dict[str, str], back: bool = False) -> str:
    """The id of the line chosen; nothing where the reader goes back."""
    ids = list(options)
    if len(ids) == 1:
        return ids[0]
    _tell(say(question), "head")
    shown = ids
    while True:
        for id in shown:
            _tell_option(ids.index(id) + 1, options[id])
        if not shown:
            _tell(say(N_("There is no such line.")), "bad")
        _hint(N_("the number of a line, or a part of the name"), N_("b – back") if back else "", N_("q – leave"))
        typed = _read()
        if typed in QUIT:
            raise Stopped
        if back and typed in BACK:
            return ""
        if _is_number(typed, len(ids)):
            return ids[int(typed) - 1]
        shown = [id for id in ids if typed == id or _speaks_of(options[id].casefold(), typed.split())]


def _speaks_of(label: str, asked: list[str]) -> bool:
    """All words asked for, whatever their endings."""
    return all(word[: max(3, len(word) - 2)] in label for word in asked)


def _read() -> str:
    """The next answer; questions go to standard error, so that a pipe gets the checklist alone."""
    print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline(MAX_ANSWER)
    rest = line
    while rest and not rest.endswith("\n"):
        rest = sys.stdin.readline(MAX_ANSWER)
    if not line:
        print(file=sys.stderr)
        raise Ended
    typed = "".join(sign for sign in line.strip() if sign.isprintable())
    if not sys.stdin.isatty():
        print(typed, file=sys.stderr)
    return typed.casefold()


def _hint(*parts: str) -> None:
    _tell("  " + ", ".join(say(part) for part in parts if part), "dim")


def _tell_option(number: int, label: str) -> None:
    _tell(f"{number:>3}  {label}", hang=5 - (3 - len(str(number))))


def _tell(text: str = "", style: Style = "plain", hang: int = 0) -> None:
    put(text, style, hang=hang, to=sys.stderr)

"""`eligibility ask`: the interview. Works on a terminal and in a pipe alike."""

import sys
from datetime import date
from typing import Annotated, Any

import typer

from eligibility.cli.commands.check import show_decision
from eligibility.cli.language import lang, say, words
from eligibility.cli.options import Act, AsIf, EngineOption, Json, Language, On, Published, Region, Rules, day_of, engine_of
from eligibility.cli.output import put
from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.diagnostics import Refused
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Fact
from eligibility.law.words import N_
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.questions import questions
from eligibility.standing import status_reason

BACK, UNSURE, WHY, QUIT = "b", "0", "?", "q"


class Stopped(Exception):
    """No more answers will come."""


def ask(
    service: Annotated[str | None, typer.Argument(help=say(N_("The service, by its id; asked for when left out.")))] = None,
    act: Act = None,
    region: Region = None,
    on: On = None,
    as_json: Json = False,
    as_if: AsIf = False,
    published: Published = None,
    engine: EngineOption = None,
    rules: Rules = None,
    lang: Language = None,
) -> None:
    ready = engine_of(rules, engine, lang, published)
    try:
        chosen = _edition(ready, service, act, region)
        interview = Interview(ready, {**chosen, "on": day_of(on)}, as_if)
        interview.run()
    except Stopped:
        raise typer.Exit(0) from None
    _tell()
    show_decision(interview.decision, ready, as_json)


class Interview:
    """Answers given so far, and those put off with «I don't know»."""

    def __init__(self, engine: Engine, case: dict[str, Any], as_if: bool) -> None:
        self._engine = engine
        self._case = case
        self._as_if = as_if
        self._asked: list[str] = []
        self._answers: dict[str, Value | str | None] = {}
        self.decision = self._decide()

    def run(self) -> None:
        if not self.decision.answered:
            self._offer_as_if()
        try:
            while fact := self._next():
                self._ask(fact)
        except Stopped:
            return

    def _decide(self) -> Decision:
        known = {fact: value for fact, value in self._answers.items() if value is not None}
        return self._engine.decide({**self._case, "facts": known}, self._as_if)

    def _next(self) -> str | None:
        for fact in questions(self.decision):
            if fact not in self._answers and not self._answered_by_date(fact):
                return fact
        return None

    def _answered_by_date(self, fact: str) -> bool:
        return self._engine.pack.facts[fact].since in self._answers

    def _ask(self, id: str) -> None:
        fact = self._engine.pack.facts[id]
        _tell()
        _tell(f"{len(self._asked) + 1}. {fact.ask[lang()]}", "head")
        options = _options(fact)
        for number, (_, label) in enumerate(options, 1):
            _tell(f"  {number}  {label}")
        if fact.type == "years":
            _tell("  " + say(N_("a whole number, or the date of birth as 2010-05-31")))
        back = say(N_("b – back")) if self._asked else ""
        _tell(
            "  " + ", ".join(part for part in (say(N_("0 – I don't know")), back, say(N_("? – why this is asked"))) if part),
            "dim",
        )
        while not self._take(id, fact, options, _read()):
            _tell(say(N_("This answer is not understood.")), "bad")

    def _take(self, id: str, fact: Fact, options: list[tuple[Value, str]], typed: str) -> bool:
        """True when the answer was understood."""
        if typed == QUIT:
            raise Stopped
        if typed == WHY:
            _tell(fact.why[lang()] if fact.why else say(N_("The list of documents depends on it.")))
            return self._take(id, fact, options, _read())
        if typed == BACK:
            if self._asked:
                self._answers.pop(self._asked.pop(), None)
                self.decision = self._decide()
            return True
        return self._answer(id, fact, _value(fact, options, typed)) if typed != UNSURE else self._put(id, None)

    def _answer(self, id: str, fact: Fact, value: Value | date | None) -> bool:
        if value is None:
            return False
        if isinstance(value, date):
            return self._put(fact.since or id, value.isoformat())
        return self._put(id, value)

    def _put(self, id: str, value: Value | str | None) -> bool:
        self._answers[id] = value
        try:
            self.decision = self._decide()
        except Refused as refused:
            del self._answers[id]
            for diagnostic in refused.diagnostics:
                _tell(diagnostic.message(words()), "bad")
            return False
        self._asked.append(id)
        return True

    def _offer_as_if(self) -> None:
        _tell(status_reason(self.decision.life, self.decision.act)[lang()], "bad")
        _tell(say(N_("Show its content as if it were in force? 1 – yes, 2 – no")))
        if _read() != "1":
            return
        self._as_if = True
        self.decision = self._decide()


def _options(fact: Fact) -> list[tuple[Value, str]]:
    if fact.values:
        return [(id, choice.label[lang()]) for id, choice in fact.values.items()]
    if fact.type == "bool":
        return [(True, say(N_("yes"))), (False, say(N_("no")))]
    return []


def _value(fact: Fact, options: list[tuple[Value, str]], typed: str) -> Value | date | None:
    if options:
        by_number = {str(number): value for number, (value, _) in enumerate(options, 1)}
        by_label = {label.lower(): value for value, label in options}
        found = by_number.get(typed)
        return found if found is not None else by_label.get(typed.lower())
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        return int(typed)
    try:
        return date.fromisoformat(typed) if fact.since else None
    except ValueError:
        return None


def _edition(engine: Engine, service: str | None, act: str | None, region: str | None) -> dict[str, str]:
    """Service and act or region, asked for where the command line does not name them."""
    pack = engine.pack
    if service is None:
        offered = sorted({key.service for key in pack.held()}, key=lambda id: pack.services[id].title[lang()])
        service = _choose(N_("Which service?"), [(id, pack.services[id].title[lang()]) for id in offered])
    if act is not None:
        return {"service": service, "act": act}
    if region is None:
        regions = dict.fromkeys(engine.acts[id].region for id in pack.acts_of(service))
        if not regions:
            engine.life(EditionKey("", service), date.today())
        region = _choose(N_("Which region?"), [(id, pack.regions[id][lang()]) for id in regions])
    return {"service": service, "region": region}


def _choose(question: str, options: list[tuple[str, str]]) -> str:
    if len(options) == 1:
        return options[0][0]
    _tell(say(question), "head")
    for number, (_, label) in enumerate(options, 1):
        _tell(f" {number:>2}  {label}")
    while True:
        typed = _read()
        if typed == QUIT:
            raise Stopped
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(options):
            return options[int(typed) - 1][0]
        _tell(say(N_("Type the number of a line, or q to leave.")), "bad")


def _read() -> str:
    """The next answer; questions go to standard error, so that a pipe gets the checklist alone."""
    print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline(1000)
    if not line:
        print(file=sys.stderr)
        raise Stopped
    if not sys.stdin.isatty():
        print(line.rstrip("\n"), file=sys.stderr)
    return line.strip()


def _tell(text: str = "", style: Any = "plain") -> None:
    put(text, style, hang=4, to=sys.stderr)

"""What is asked of the server, and what it answers: the same documents as the command line takes and prints."""

import json
from collections.abc import Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from eligibility import __version__
from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.contract import questions_data, terms_data
from eligibility.answer.contract_parts import Json
from eligibility.engine import Engine
from eligibility.interview.finding import find
from eligibility.interview.listed import acts_of_services, found_data, service_data
from eligibility.interview.search import situations
from eligibility.plain.canonical import PREFIX, digest
from eligibility.plain.records import plain
from eligibility.review.holdings import acts_data, editions_data, facts_data, regions_data
from eligibility.web.batching import batch_of
from eligibility.web.recalled import AnswersTold
from eligibility.web.received import JSON, UNKEPT, asked, case_of, day_asked, json_of, region_asked

MAX_DAYS = 32
"""days of which the acts' standing is kept ready"""


class Endpoints:
    """By one engine. What does not change while the server runs is made once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._told = AnswersTold(engine)
        self._made: dict[tuple[str, ...], bytes] = {}
        told = digest([__version__, engine.pack.digest, plain(engine.acts)])
        self._tag = told.removeprefix(PREFIX)[:24]
        """of the rules, the days of publication that were named at the start, and the program"""

    async def services(self, request: Request) -> Response:
        """All services, those of a region, or those that a phrase in everyday words means."""
        engine, wanted = self._engine, asked(request, "find", "region")
        region, phrase = region_asked(wanted.get("region"), engine.pack.regions), wanted.get("find")
        acts = acts_of_services(engine, region)
        if phrase is None:
            key = "services", region or ""
            return self._held(request, key, lambda: [service_data(engine, id, held) for id, held in acts.items()])
        found = find(engine, phrase, acts)
        offered = () if found.ids else situations(engine, acts)
        return _json(found_data(engine, phrase, found, offered, acts))

    async def regions(self, request: Request) -> Response:
        """With their names; a case names one by its id."""
        asked(request)
        return self._held(request, ("regions",), lambda: regions_data(self._engine))

    async def acts(self, request: Request) -> Response:
        """With their standing on a day, which is today unless it is named."""
        day = day_asked(asked(request, "on").get("on"))
        return self._held(request, ("acts", day.isoformat()), lambda: acts_data(self._engine, day))

    async def editions(self, request: Request) -> Response:
        """What each act says of each service, in each wording that is held."""
        asked(request)
        return self._held(request, ("editions",), lambda: list(editions_data(self._engine)))

    async def facts(self, request: Request) -> Response:
        """Questions with the answers that a case may give to them."""
        asked(request)
        return self._held(request, ("facts",), lambda: list(facts_data(self._engine)))

    async def decide(self, request: Request) -> Response:
        """The answer to a case, as the contract has it."""
        return Response(self._told.to(await json_of(request)), headers=UNKEPT, media_type=JSON)

    async def questions(self, request: Request) -> Response:
        """What is still to be asked, best first."""
        return await self._part(request, questions_data)

    async def terms(self, request: Request) -> Response:
        """Who must do what by when."""
        return await self._part(request, lambda answer: terms_data(answer, answer.ledger if answer.answered else None))

    async def batch(self, request: Request) -> Response:
        """Many cases, one a line; a line out for each, in order, and those behind a wrong one go on."""
        return batch_of(self._told, request)

    async def health(self, request: Request) -> Response:
        """And by which program, engine and rules it answers."""
        asked(request)
        engine = self._engine
        return _json({"status": "ok", "eligibility": __version__, "engine": engine.name, "rules": engine.pack.digest})

    async def _part(self, request: Request, part: Callable[[Answer], Json]) -> Response:
        """Of a case for which there is no edition, all that there is to say."""
        answer = self._engine.any_answer(await case_of(request))
        return _json(answer.data() if isinstance(answer, NoEdition) else part(answer))

    def _held(self, request: Request, key: tuple[str, ...], make: Callable[[], object]) -> Response:
        """What follows from the rules alone; whoever has it already is told so."""
        tag = f'"{self._tag}-{date.today().isoformat()}"' if key[0] == "acts" else f'"{self._tag}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if _has(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        if key not in self._made:
            if len(self._made) > MAX_DAYS:
                self._made.clear()
            self._made[key] = _text(make())
        return Response(self._made[key], headers=headers, media_type=JSON)


def _has(named: str, tag: str) -> bool:
    return named.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in named.split(","))


def _json(data: object) -> Response:
    return Response(_text(data), headers=UNKEPT, media_type=JSON)


def _text(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()

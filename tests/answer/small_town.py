"""A small town with one service, for what is told of it: an edition of its own act, and what is known from elsewhere."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.readers import Reader
from eligibility.answer.telling import tell_answer
from eligibility.answer.told import Told
from eligibility.engine import Engine
from eligibility.law.pack import EditionKey, Pack
from eligibility.words.text import Lang
from tests.reasoning.random_rulebooks import ACT
from tests.reasoning.small_editions import CATEGORIES, DOCUMENTS, ELSEWHERE, FACTS, both, choice

__all__ = ["DAY", "PAGE", "RUMOUR", "Town", "flag", "page", "shown"]

Plain = Mapping[str, Any]
PAGES = Path(__file__).with_name("pages")
DAY = "2018-06-01"
PAGE: Plain = {"source": both("страница"), "as_of": both("март 2018 года"), "confidence": "official"}
RUMOUR: Plain = {"source": both("газета"), "as_of": both("2017 год"), "confidence": "secondary"}
TOWN_ACT: Plain = {
    **ACT,
    "kind": {
        "name": both("решение"),
        "of": both("решения"),
        "by": both("решением"),
        "in": both("в решении"),
        "appendix": both("приложение {n} к правилам"),
    },
    "cited": both("решение города № 1"),
    "regions": ["town"],
    "published": "2015-02-01",
    "providers": {"office": both("собес")},
}
SHARED: Plain = {
    "facts": {
        **FACTS,
        "filed_by": {"type": "choice", "ask": both("Кто подает?"), "values": {one: choice(one) for one in ("self", "parent")}},
    },
    "categories": CATEGORIES,
    "documents": {**DOCUMENTS, "conclusion": {"name": both("заключение МСЭ"), "plain": both("заключение врачей")}},
    "regions": {"town": both("город"), "village": both("село")},
    "receipt-fields": {"day": {"name": both("день приема"), "fills": "accepted-on"}},
    "actors": {"head": both("начальник")},
    "outcomes": {"grant": both("выплата"), "denial": {**both("отказ"), "refusal": True}},
    "events": {"decision": both("день решения")},
}
TODAY: Plain = {"status": "regulated", "acts": ["standard"]}


class Town:
    """`more` is its edition as a rule file has it; `standard` what is known by an act whose text is not at hand, `today` of the
    law of today; `source` what another act's edition says, for that to be known from; `holds` what is held of a text that is
    held in part; `its_act` what its act has besides."""

    def __init__(
        self,
        standard: Plain | None = None,
        today: Plain | None = TODAY,
        source: Plain | None = None,
        title: Plain | None = None,
        contacts: Plain | None = None,
        holds: Sequence[str] | None = None,
        its_act: Plain | None = None,
        changes: Sequence[Plain] = (),
        years: Sequence[int] = (2015, 2018),
        **more: Any,
    ) -> None:
        elsewhere = {**TOWN_ACT, **ELSEWHERE, "regions": ["town", "village"], **({"title": title} if title is not None else {})}
        held = {"text": "partial"} if holds is not None else {}
        shared = {
            **SHARED,
            "services": {"care": {"title": both("уход"), **({"today": today} if today else {})}},
            "contacts": contacts or {},
            "region-changes": list(changes),
            "acts": {
                "act": {**TOWN_ACT, **held, **(its_act or {})},
                "source": {**TOWN_ACT, "regions": []},
                "standard": elsewhere,
            },
            "calendar": {year: {"days_off": [], "working": []} for year in years},
        }
        own = {"service": "care", "annex": 2, "provider": "office", **held, **({"holds": list(holds)} if holds else {}), **more}
        editions: dict[EditionKey, Plain] = {EditionKey("act", "care"): own}
        if standard is not None:
            editions[EditionKey("standard", "care")] = {"service": "care", "text": "elsewhere", **standard}
        if source is not None:
            editions[EditionKey("source", "care")] = {"service": "care", "annex": 7, "provider": "office", **source}
        self.engine = Engine(Pack.of(shared, editions), "direct")

    def __call__(
        self, papers: Sequence[Any] | None = None, act: str = "act", told: Plain | None = None, **facts: Any
    ) -> Answer:
        case: dict[str, Any] = {"service": "care", "act": act, "on": DAY, "facts": facts, **(told or {})}
        return self.engine.answer(case if papers is None else {**case, "submitted": list(papers)}, as_if_in_force=True)

    def absent(self, region: str, on: str = DAY) -> NoEdition:
        found = self.engine.any_answer({"service": "care", "region": region, "on": on})
        assert isinstance(found, NoEdition)
        return found


def flag(id: str, about: str = "text", for_: str = "citizen", **more: Any) -> Plain:
    """A remark of the text, with what a citizen is to do instead."""
    return {
        "id": id,
        "kind": "ambiguous",
        "for": for_,
        "about": about,
        "leaves": "nothing",
        "text": both(f"Неясно: {id}."),
        "do": both(f"Спросите: {id}."),
        "cite": "9",
        **more,
    }


MARKS = {"title": "# ", "section": "## ", "text": "", "group": ": ", "item": "", "note": "  ", "command": "$ "}


def shown(answer: Answer | NoEdition, reader: Reader = "citizen", lang: Lang = "ru", **how: Any) -> str:
    """As a page without colours would have it, long paragraphs broken: of each its sign, its text, and how it stands out."""
    return "".join(f"{fill(_line(one, lang), 110, subsequent_indent='    ')}\n" for one in tell_answer(answer, reader, **how))


def page(name: str, ending: str = "txt") -> str:
    """What is to be shown."""
    return (PAGES / f"{name}.{ending}").read_text(encoding="utf-8")


def _line(one: Told, lang: Lang) -> str:
    sign = f"{one.sign} " if one.sign else ""
    stands_out = [*([one.tone] if one.tone != "plain" else []), *["apart"] * one.apart, *["labelled"] * one.labelled]
    return f"{MARKS[one.as_]}{sign}{one.text[lang]}{''.join(f' <{how}>' for how in stands_out)}"

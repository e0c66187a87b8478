"""Services as plain data, for other programs: all of them, or those that a phrase means."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from eligibility.answer.contract_parts import Json, text_json
from eligibility.engine import Engine
from eligibility.law.vocabulary import Situation

if TYPE_CHECKING:
    from eligibility.interview.finding import Found

ActsOf = Mapping[str, Sequence[str]]
"""the acts that have an edition of each service"""


def acts_of_services(engine: Engine, region: str | None = None) -> ActsOf:
    """Of all services, or of those that the acts of a region are about."""
    pack = engine.pack
    held = {id: [act for act in pack.acts_of(id) if region is None or engine.acts[act].rules(region)] for id in pack.services}
    return {id: found for id, found in held.items() if found}


def service_data(engine: Engine, id: str, acts: Sequence[str]) -> Json:
    service = engine.pack.services[id]
    return {"service": id, "title": text_json(service.title), "unverified": service.unverified, "acts": list(acts)}


def found_data(engine: Engine, phrase: str, found: "Found", offered: Sequence[Situation], acts: ActsOf) -> Json:
    """What the phrase means and what is near to it; `offered` are the situations to go on from where there is neither."""
    meant, near = (
        [{**service_data(engine, one.id, acts[one.id]), "by": one.by, "score": round(one.score, 2)} for one in part]
        for part in (found.meant, found.near)
    )
    groups = [{"name": text_json(one.name), "services": list(one.services)} for one in offered]
    return {"phrase": phrase, "meant": meant, "near": near, "situations": groups}

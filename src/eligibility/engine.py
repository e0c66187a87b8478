"""The engine: a rule pack and a way to reason, ready to decide cases."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.pieces import Pieces, Remembered
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.law.address import FilingFor
from eligibility.law.calendar import Calendar
from eligibility.law.edition import Edition
from eligibility.law.filing_facts import REQUEST
from eligibility.law.life import Life, effect_of, with_publication
from eligibility.law.lookups import EditionOnDay, edition_on, pointed_to, standing_of
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Act
from eligibility.reasoning.case import Case, read_case
from eligibility.reasoning.decision import Decision, decide
from eligibility.reasoning.inference import EngineName, Inference, Remembering, default_engine, inference
from eligibility.reasoning.plan import Plan, PlanKey
from eligibility.reasoning.planning import planned
from eligibility.words.joining import joined

if TYPE_CHECKING:
    from eligibility.rulefiles.folders import Rules

MAX_LIVES = 4096
"""standings of editions on days kept at hand"""
SIGNS_AN_INPUT = 32_000
"""room for texts of answers, all editions together, for each input of one: 16 million signs"""
MAX_INPUTS = 512
"""of each edition, distinct inputs whose conclusions and what follows from them are kept at hand"""


class Engine:
    """Decides cases by one pack. Safe to share between threads."""

    def __init__(
        self,
        pack: Pack,
        engine: EngineName | None = None,
        published: Mapping[str, date] | None = None,
        remembers: int = MAX_INPUTS,
    ) -> None:
        """`remembers` that many distinct inputs of each edition; they are truths and ids, never a person."""
        self.pack = pack
        self._remembers = remembers
        self._published = published or {}
        self.name: EngineName = engine or default_engine()
        self.acts: Mapping[str, Act] = with_publication(pack.acts, published or {})
        self.standing = lru_cache(MAX_LIVES)(self._standing)
        self._pointed = lru_cache(MAX_LIVES)(self._pointed_to)
        self._of_region = lru_cache(MAX_LIVES)(partial(edition_on, pack, self.acts))
        self._ready: dict[PlanKey, tuple[Plan, Inference]] = {}
        self._pieces: dict[tuple[PlanKey, FilingFor | None, tuple[str, ...]], Pieces] = {}
        """the same conclusions have other words for whom they are told otherwise"""
        self._texts = Remembered(SIGNS_AN_INPUT * remembers)

    def __reduce__(self) -> tuple[type["Engine"], tuple[object, ...]]:
        """To another process it goes as what it was made of, without what it remembers."""
        return type(self), (self.pack, self.name, self._published, self._remembers)

    @classmethod
    def shipped(cls, engine: EngineName | None = None, published: Mapping[str, date] | None = None) -> "Engine":
        """With the rules that come with the program."""
        from eligibility.rulefiles.shipped import shipped_pack

        return cls(shipped_pack(), engine, published)

    @classmethod
    def of_rules(
        cls, rules: "Rules", engine: EngineName | None = None, published: Mapping[str, date] | None = None
    ) -> "Engine":
        """With a folder of rule files, or with several laid one over another, the lowest first, of which `shipped` means the
        rules that come with the program; refuses rules that lint finds errors in."""
        from eligibility.rulefiles.folders import only_shipped
        from eligibility.rulefiles.lint import load

        return cls.shipped(engine, published) if only_shipped(rules) else cls(load(rules), engine, published)

    def with_edition(self, key: EditionKey, edition: Edition) -> "Engine":
        """The same engine by a pack in which one edition says something else."""
        found = type(self)(self.pack.with_edition(key, edition), self.name, self._published, self._remembers)
        found.calendar = self.calendar
        return found

    @cached_property
    def calendar(self) -> Calendar:
        """The pack's working calendar; refuses malformed data."""
        return Calendar.of(self.pack.calendar)

    def _calendar(self) -> Calendar:
        return self.calendar

    def read(self, data: object) -> Case:
        """The case plain data describes; raises `Refused` with every mistake found."""
        return read_case(data, self.pack)

    def decide(self, case: Case | Mapping[str, object], as_if_in_force: bool = False) -> Decision:
        """The decision; of an edition that is not the law on the day, its standing alone unless asked otherwise."""
        if not isinstance(case, Case):
            case = self.read(case)
        found = self._edition(case)
        if found is None:
            raise self._not_held(case.service, case.region or "")
        return self._decided(case, found, as_if_in_force)

    def answer(self, case: Case | Mapping[str, object], as_if_in_force: bool = False) -> Answer:
        """The decision with everything that follows from it, ready to be read; refuses where there is no edition."""
        return self.answer_to(self.decide(case, as_if_in_force))

    def any_answer(self, case: Case | Mapping[str, object], as_if_in_force: bool = False) -> Answer | NoEdition:
        """The same; where the pack holds no edition for the region on the day, that, with what is known of today."""
        if not isinstance(case, Case):
            case = self.read(case)
        found = self._edition(case)
        if found is None:
            return NoEdition(case, self.pack, self.acts, self.name)
        return self.answer_to(self._decided(case, found, as_if_in_force))

    def check(self, case: Case) -> None:
        """Refuses a case that no edition would decide: of an act that does not regulate the service, or of a variant that
        is not offered."""
        found = self._edition(case)
        if found is not None:
            self._planned(case, found)

    def _planned(self, case: Case, found: EditionOnDay) -> tuple[Plan, Inference]:
        ready = self.plan(PlanKey(found.key, self._pointed(found.key, case.on)))
        _check_request(case, ready[0])
        return ready

    def _decided(self, case: Case, found: EditionOnDay, as_if_in_force: bool) -> Decision:
        key, life = found
        plan, ready = self._planned(case, found)
        return decide(case, key.act, self.acts[key.act], life, plan, ready, self.name, as_if_in_force)

    def answer_to(self, decision: Decision) -> Answer:
        """What follows from a decision made before."""
        return Answer(decision, self.pack, self._calendar, self._pieces_of(decision))

    def _pieces_of(self, decision: Decision) -> Pieces | None:
        if decision.plan is None:
            return None
        key = decision.plan.key, decision.case.filing_for, decision.case.counted
        found = self._pieces.get(key)
        if found is None or found.plan is not decision.plan:
            found = self._pieces[key] = Pieces(decision.plan, self._texts)
        return found

    def plan(self, key: EditionKey | PlanKey) -> tuple[Plan, Inference]:
        """An edition ready to decide; of an edition alone, with the lists of other acts of the day its own act begins."""
        if isinstance(key, EditionKey):
            if self.pack.edition(*key) is None:
                raise _not_regulated(self.pack, key.service, key.act)
            key = PlanKey(key, self._pointed(key, effect_of(self.acts[key.act]).day))
        if key not in self._ready:
            plan = planned(self.pack, key, self._remembers)
            self._ready[key] = plan, Remembering(inference(self.name, plan.program), self._remembers)
        return self._ready[key]

    def life(self, act: str, service: str, on: date) -> Life:
        return self.standing(act, service, on).life

    def _standing(self, act: str, service: str, on: date) -> EditionOnDay:
        found = standing_of(self.pack, self.acts, act, service, on)
        if found is None:
            raise _not_regulated(self.pack, service, act)
        return found

    def _pointed_to(self, key: EditionKey, on: date) -> tuple[EditionKey, ...]:
        edition = self.pack.edition(*key)
        return pointed_to(self.pack, self.acts, edition, on) if edition else ()

    def _edition(self, case: Case) -> EditionOnDay | None:
        """The edition asked for, or the region's edition that comes nearest to being the law on the day."""
        if case.act is None:
            return self._of_region(case.service, case.region or "", case.on)
        if case.region is not None and not self.acts[case.act].rules(case.region):
            raise refused("other-region", "act", act=case.act, region=self.pack.regions[case.region])
        return self.standing(case.act, case.service, case.on)

    def _not_held(self, service: str, region: str) -> Refused:
        """What other acts of the region say, nobody can tell from here."""
        acts = [self.acts[act] for act in self.pack.acts_of(service)]
        ruled = dict.fromkeys(id for act in acts if act.regions != "all" for id in act.regions)
        names = joined("; ", (self.pack.regions[id] for id in ruled))
        title = self.pack.services[service].title
        return refused("not-held", "service", region=self.pack.regions[region], service=title, regions=names)


def _check_request(case: Case, plan: Plan) -> None:
    """A variant the edition does not know is a mistake of the case."""
    request = case.facts.get(REQUEST)
    offered = [variant.request for variant in plan.edition.requests]
    if request is not None and request not in offered:
        code = "request-not-offered" if plan.edition.at_hand("requests") else "request-not-at-hand"
        raise refused(code, "facts.request", id=request, known=", ".join(offered))


def _not_regulated(pack: Pack, service: str, act: str) -> Refused:
    acts = pack.acts_of(service)
    names = joined("; ", (pack.acts[id].cited for id in acts))
    title = pack.services[service].title
    return refused("not-regulated", "service", act=pack.acts[act].cited, service=title, acts=names)

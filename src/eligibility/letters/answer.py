"""What a decision says whoever asks: the same for everybody whose deciding facts are the same, so made once for all of them."""

from collections import OrderedDict
from collections.abc import Hashable
from functools import cached_property

from eligibility.answer.contract import decision_json
from eligibility.answer.contract_parts import Json
from eligibility.engine import Engine
from eligibility.letters.decision_view import Told
from eligibility.letters.fingerprints import fingerprints
from eligibility.reasoning.decision import Decision
from eligibility.terms.ledger import Ledger, ledger
from eligibility.words.text import Lang

KEPT = 64
"""answers kept at hand; an office that prints thousands of letters meets few different ones"""


class Answer:
    def __init__(self, decision: Decision, engine: Engine) -> None:
        self.engine = engine
        self._decision = decision
        self._told: dict[Lang, Told] = {}

    @cached_property
    def json(self) -> Json:
        return decision_json(self._decision, self.engine)

    @cached_property
    def ledger(self) -> Ledger:
        return ledger(self._decision, self.engine.calendar)

    def told(self, lang: Lang) -> Told:
        if lang not in self._told:
            self._told[lang] = Told(self._decision, self.engine.pack, self.json, self.ledger, lang)
        return self._told[lang]

    @cached_property
    def fingerprints(self) -> str:
        return fingerprints(self.json, self._decision, self.engine.pack)


_kept: OrderedDict[Hashable, Answer] = OrderedDict()


def answer_of(decision: Decision, engine: Engine) -> Answer:
    case = decision.case
    facts = tuple(sorted(case.facts.items()))
    events = tuple(sorted(case.events.items()))
    key = id(engine), decision.act_id, case.service, case.on, facts, events, case.submitted, decision.as_if_in_force
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = Answer(decision, engine)
        if len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found

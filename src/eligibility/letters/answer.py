"""What a decision says whoever asks: the same for everybody whose deciding facts are the same, so made once for all of them."""

from collections import OrderedDict
from functools import cached_property

from eligibility.contract import Json, decision_json
from eligibility.engine import Engine
from eligibility.letters.prints import prints
from eligibility.reasoning.decision import Decision
from eligibility.receipt import case_hash
from eligibility.terms.ledger import Ledger, ledger

KEPT = 64
"""answers kept at hand; an office that prints thousands of letters meets few different ones"""


class Answer:
    def __init__(self, decision: Decision, engine: Engine) -> None:
        self.engine = engine
        self._decision = decision

    @cached_property
    def json(self) -> Json:
        return decision_json(self._decision, self.engine)

    @cached_property
    def ledger(self) -> Ledger:
        return ledger(self._decision, self.engine.calendar)

    @cached_property
    def prints(self) -> str:
        return prints(self.json, self._decision, self.engine.pack)


_kept: OrderedDict[tuple[int, str, bool], Answer] = OrderedDict()


def answer_of(decision: Decision, engine: Engine) -> Answer:
    key = id(engine), case_hash(decision.case), decision.as_if_in_force
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = Answer(decision, engine)
        if len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found

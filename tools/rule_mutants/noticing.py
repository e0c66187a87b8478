"""Who notices a bent edition: the scenarios, decided by the direct engine, and the tests that read the decrees."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any, cast
from unittest.mock import patch

from tests.decrees import rule_files, test_decreed_steps, test_decrees
from tests.decrees.decree_terms import terms_in
from tests.decrees.decree_text import decrees_folder
from tests.scenarios.test_scenarios import FOLDER

from eligibility.engine import Engine
from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey, Pack
from eligibility.review.bends import Bend
from eligibility.review.expectations import mismatches, tried
from eligibility.review.scenarios import Scenario, scenarios_at

READERS = (test_decrees, test_decreed_steps)
"""test modules that hold the rule files against the decrees; each of their tests that asks for `file`, or for `act` and
`annex`, is asked about the bent edition"""


class BentPack:
    """The pack with another edition in the place of one of its own."""

    def __init__(self, pack: Pack, key: EditionKey, edition: Edition) -> None:
        self._pack, self._key, self._edition = pack, key, edition

    def edition(self, act: str, service: str, wording: str | None = None) -> Edition | None:
        key = EditionKey(act, service, wording)
        return self._edition if key == self._key else self._pack.edition(*key)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pack, name)


class Scenarios:
    def __init__(self) -> None:
        self._engine = Engine.shipped(engine="direct")
        self.pack = self._engine.pack
        self._of: dict[EditionKey, list[Scenario]] = {}
        for scenario in scenarios_at([FOLDER]):
            trial = tried(scenario, self._engine)
            if trial.decision and not list(mismatches(scenario, trial)):
                decision = trial.decision
                self._of.setdefault(EditionKey(decision.act_id, decision.edition.service), []).append(scenario)

    def notice(self, bend: Bend) -> str | None:
        """The scenario that notices, if any."""
        engine = Engine(cast("Pack", BentPack(self.pack, bend.key, bend.edition)), "direct")
        vars(engine)["calendar"] = self._engine.calendar
        stories = self._of.get(bend.key, [])
        for at, scenario in enumerate(stories):
            try:
                noticed = bool(next(mismatches(scenario, tried(scenario, engine)), None))
            except Exception:  # an answer that cannot be given is noticed too
                noticed = True
            if noticed:
                stories.insert(0, stories.pop(at))
                return scenario.id
        return None


class DecreeReaders:
    """Tests that are functions of a rule file or of an annex."""

    def __init__(self) -> None:
        at_hand = decrees_folder() is not None
        self._tests = [test for module in READERS for test in _tests_of(module)] if at_hand else []
        self._files = {_key(name): name for name in rule_files.EDITIONS}
        self._terms_in = cache(terms_in)

    def notice(self, bend: Bend) -> str | None:
        file = self._files[bend.key]
        with self._reading(file, _plain(bend.edition)):
            for test in self._tests:
                asked = {"file": file, "act": bend.key.act, "annex": bend.edition.annex}
                try:
                    test(**{name: asked[name] for name in inspect.signature(test).parameters})
                except AssertionError:
                    return test.__name__
        return None

    @contextmanager
    def _reading(self, file: str, data: Mapping[str, Any]) -> Iterator[None]:
        """While it lasts the tests read these data for the file."""
        read = rule_files.read
        with ExitStack() as stack:
            for module in READERS:
                stack.enter_context(patch.object(module, "read", lambda name: data if name == file else read(name)))
            stack.enter_context(patch.object(test_decrees, "terms_in", self._terms_in))
            yield


def _tests_of(module: Any) -> Iterator[Callable[..., None]]:
    for name, test in vars(module).items():
        if name.startswith("test_") and set(inspect.signature(test).parameters) in ({"file"}, {"act", "annex"}):
            yield test


def _key(file: str) -> EditionKey:
    act, _ = file.split("/", maxsplit=1)
    return EditionKey(act, rule_files.read(file)["service"])


def _plain(value: Any) -> Any:
    """As the file would say it: what is not said is left out."""
    if hasattr(value, "_asdict"):
        return {field: _plain(one) for field, one in value._asdict().items() if one is not None and one != ()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value

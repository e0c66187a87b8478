"""Who notices a bent edition beside the scenarios: the tests that read the decrees."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from tests.decrees import rule_files, test_decreed_steps, test_decrees
from tests.decrees.decree_terms import terms_in
from tests.decrees.decree_text import decrees_folder

from eligibility.law.pack import EditionKey
from eligibility.review.bends import Bend

READERS = (test_decrees, test_decreed_steps)
"""test modules that hold the rule files against the decrees; each of their tests that asks for `file`, or for `act` and
`annex`, is asked about the bent edition"""


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

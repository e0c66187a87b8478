"""The engines that decide by the acts of this folder."""

import pytest

from eligibility.engine import Engine
from tests.acts_of_any_kind.told import RULES


@pytest.fixture(scope="session")
def paired() -> Engine:
    return Engine.of_rules(RULES)


@pytest.fixture(scope="session")
def direct() -> Engine:
    return Engine.of_rules(RULES, "direct")

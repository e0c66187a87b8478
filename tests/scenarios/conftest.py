"""The engines that decide the scenarios."""

import pytest

from eligibility.engine import Engine


@pytest.fixture(scope="session")
def paired() -> Engine:
    return Engine.shipped()


@pytest.fixture(scope="session")
def direct() -> Engine:
    return Engine.shipped(engine="direct")

"""For tests of the second engine: without its library the whole file that imports from here is not run."""

import pytest

core = pytest.importorskip("durable_rules_engine", reason="a file of tests each: durable-rules is not installed here")

from eligibility.reasoning.rete import HEARTBEAT, SESSION, Rete, ReteFailure  # noqa: E402

__all__ = ["HEARTBEAT", "SESSION", "Rete", "ReteFailure", "core"]

"""Acts made up for tests of their lives: nothing of them matters but their days."""

from datetime import date
from typing import Any

from eligibility.law.vocabulary import Act, ActKind, Effect, InForce
from eligibility.words.text import Text

TEXT = Text("а", "а")
KIND = ActKind(TEXT, TEXT, TEXT, TEXT, TEXT)
TEN_DAYS = InForce(days_after_publication=10)


def made_up(adopted: date, in_force: Effect = TEN_DAYS, **rest: Any) -> Act:
    return Act(KIND, TEXT, TEXT, ("town",), adopted, in_force, number="1", **rest)

"""A term that starts from an event has a day only when the day of the event is given."""

from pathlib import Path
from typing import Any

import pytest

from tests.stories.telling import Plain, Story

ANNEX = """
steps:
  - step: 1
    actor: clerk
    action: {kk: комиссия шешім шығарады, ru: комиссия принимает решение}
    cite: "1"
  - step: 2
    actor: clerk
    action: {kk: шешімді жібереді, ru: направляет решение}
    from: decision
    duration: {value: 3, unit: working-days, bound: within}
    cite: "2"
stated_terms:
  - text: {kk: шешімнен кейін он күн, ru: десять дней после решения}
    duration: {value: 10, unit: calendar-days, bound: within}
    from: decision
    cite: "3"
"""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, ANNEX)


def terms(story: Story, **events: Any) -> Plain:
    case = {**story.case(unsaid=True), "events": events}
    found: Plain = story.engine.answer(case).data()["terms"]
    return found


def test_without_the_day_there_is_no_last_day(story: Story) -> None:
    found = terms(story)
    assert [step["due"] for step in found["steps"]] == [None, None]
    assert found["stated"]["due"] is None
    assert (found["due"], found["due_between"]) == (None, None)


def test_with_the_day_both_are_counted_from_it(story: Story) -> None:
    found = terms(story, decision="2018-06-11")
    assert [step["due"] for step in found["steps"]] == [None, "2018-06-14"]
    assert found["stated"]["due"] == "2018-06-21"

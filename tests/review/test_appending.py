"""A scenario added at the end of a file: what was there stays as it was, to the letter."""

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.review.appending import appended
from eligibility.review.scenarios import read_scenarios

CASE = '{service: wheelchairs, act: kyzylorda-2015-118, "on": 2016-03-01}'
ENTRY = f"# A remark\n- name: B\n  case: {CASE}\n  expect:\n    status: in-force\n"
HEADED = "act: kyzylorda-2015-118\nscenarios:\n"
FILES = {
    "a list": f"- name: A\n  case: {CASE}\n  expect: {{status: in-force}}\n",
    "no end of line": f"- name: A\n  case: {CASE}\n  expect: {{status: in-force}}",
    "a head": f"{HEADED}- name: A\n  case: {CASE}\n  expect: {{status: in-force}}\n# the end\n\n",
    "further in": f"{HEADED}\n    - {{name: A, case: {CASE}, expect: {{status: in-force}}}}\n",
}


@pytest.mark.parametrize("before", FILES.values(), ids=FILES)
def test_it_stands_behind_the_others(before: str) -> None:
    after = appended("a.yaml", before.encode(), ENTRY)
    assert after.startswith(before.rstrip().encode())
    read = read_scenarios("a.yaml", after)
    assert [(one.name, one.problems) for one in read] == [("A", ()), ("B", ())]
    assert read[0] == read_scenarios("a.yaml", before.encode())[0]
    assert read[1].case["on"] == read[0].case["on"]


def test_it_can_be_done_again() -> None:
    twice = appended("a.yaml", appended("a.yaml", FILES["further in"].encode(), ENTRY), ENTRY.replace("B", "C"))
    assert [one.name for one in read_scenarios("a.yaml", twice)] == ["A", "B", "C"]


REFUSED = {
    "scenario-append": f"scenarios:\n- {{name: A, case: {CASE}, expect: {{status: in-force}}}}\nact: kyzylorda-2015-118\n",
    "scenario-name": FILES["a list"].replace("A", "B"),
    "scenario-file": "act: kyzylorda-2015-118\n",
}


@pytest.mark.parametrize(("code", "before"), REFUSED.items(), ids=REFUSED)
def test_a_file_that_cannot_be_added_to(code: str, before: str) -> None:
    with pytest.raises(Refused) as refused:
        appended("a.yaml", before.encode(), ENTRY)
    assert {one.code for one in refused.value.diagnostics} == {code}

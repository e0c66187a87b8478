"""A scenario added at the end of a file of scenarios, whose text stays as it is."""

from textwrap import indent

from eligibility.diagnostics.refusal import Refused, refused
from eligibility.review.scenarios import Scenario, read_scenarios


def appended(name: str, content: bytes, entry: str) -> bytes:
    """The file's content with the entry behind its last one; refused unless it then has the same scenarios and this one."""
    before = good_scenarios(name, content)
    line = content.decode().splitlines()[before[-1].line - 1]
    inward = line[: len(line) - len(line.lstrip(" "))]
    joined = content.rstrip() + b"\n\n" + indent(entry, inward).encode()
    after = read_scenarios(name, joined)
    problems = [problem for one in after for problem in one.problems]
    if problems and all(one.code == "scenario-name" for one in problems):
        raise Refused(problems)
    if problems or after[:-1] != before:
        raise refused("scenario-append", name)
    return joined


def good_scenarios(name: str, content: bytes) -> list[Scenario]:
    """Those of a file in which nothing is wrong."""
    found = read_scenarios(name, content)
    if problems := [problem for one in found for problem in one.problems]:
        raise Refused(problems)
    return found

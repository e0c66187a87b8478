"""The lines of a checklist as people read them: nothing twice, and nothing both asked for and left at home."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from eligibility.law.citation import citations
from eligibility.law.logic import truth
from eligibility.reasoning.decision import Decision, Line
from eligibility.reasoning.matching import Match
from eligibility.reasoning.questions import answers_to, open_facts

MAX_ANSWERS = 2_000
"""combinations of answers tried before several open lines are held to cover every case"""


def lines_to_read(decision: Decision) -> tuple[Line, ...]:
    """What is asked for by one line or another whatever the answers are is one line."""
    certain = certain_lines(decision)
    merged = {id(line): one for one, lines in certain for line in lines}
    first = {id(lines[0]) for _, lines in certain}
    found = [merged.get(id(line), line) for line in decision.lines if id(line) not in merged or id(line) in first]
    asked = [line for line in found if line.status != "not-required"]
    return tuple(_without_contradictions(found, asked))


def certain_lines(decision: Decision) -> list[tuple[Line, tuple[Line, ...]]]:
    """Open lines of one document, one of which holds whatever is answered: as one required line, with those it stands for."""
    groups: dict[object, list[Line]] = {}
    for line in decision.lines:
        row, asked = line.entry.row, line.entry.requirement
        alike = line.sets, asked.brought_by, asked.copies, asked.valid
        groups.setdefault((row.known, row.home, line.entry.document, line.accepted, alike), []).append(line)
    return [
        (_merged(lines), tuple(lines))
        for group in groups.values()
        if len(lines := [line for line in group if line.status == "undetermined"]) > 1
        and all(line.status != "required" for line in group)
        and _cover_everything(decision, lines)
    ]


def _cover_everything(decision: Decision, lines: Sequence[Line]) -> bool:
    plan, known = decision.plan, decision.facts
    if plan is None:
        return False
    trees = [plan.conditions[line.entry.due] for line in lines]
    unknown = tuple(dict.fromkeys(fact for tree in trees for fact in open_facts(tree, known, plan)))
    tried = 0
    for answers in answers_to(unknown, known, plan):
        tried += 1
        told = {**known, **answers}
        if tried > MAX_ANSWERS or not any(truth(tree, told, plan.categories) is True for tree in trees):
            return False
    return tried > 0


def _merged(lines: Sequence[Line]) -> Line:
    """Cited at every place it is asked for; brought only if what was brought will do for each."""
    first = lines[0]
    cites = tuple(dict.fromkeys(cite for line in lines for cite in citations(line.entry.requirement.cite)))
    flags = tuple(dict.fromkeys(flag for line in lines for flag in line.entry.requirement.flags))
    names = {line.entry.requirement.name for line in lines}
    requirement = first.entry.requirement._replace(
        cite=cites, flags=flags, name=first.entry.requirement.name if len(names) == 1 else None
    )
    entry = first.entry._replace(row=first.entry.row._replace(requirement=requirement))
    return first._replace(entry=entry, status="required", brought=_brought(lines))


def _brought(lines: Sequence[Line]) -> Match | None:
    found = [line.brought for line in lines if line.brought is not None]
    if not found:
        return None
    counts = {one.counts for one in found}
    brought = tuple(dict.fromkeys(paper for one in found for paper in one.brought))
    remarks = tuple(dict.fromkeys(remark for one in found for remark in one.remarks))
    return Match(counts.pop() if len(counts) == 1 else None, brought, remarks)


def _without_contradictions(lines: Iterable[Line], asked: Sequence[Line]) -> Iterator[Line]:
    told: set[object] = set()
    for line in lines:
        if line.status == "not-required":
            if _paper(line) in told or any(_same(line, one) for one in asked):
                continue
            told.add(_paper(line))
        yield line


def _paper(line: Line) -> object:
    """What a line is about: the document, as this list names it."""
    return line.entry.row.known, line.entry.document, line.entry.requirement.name


def _same(line: Line, asked: Line) -> bool:
    """Whether the line asked for is about the same paper, one of its alternatives, or one that serves as it."""
    if line.entry.row.known != asked.entry.row.known:
        return False
    if line.entry.document == asked.entry.document:
        return _paper(line) == _paper(asked)
    named = {*asked.accepted, *chain.from_iterable(asked.sets)}
    return asked.entry.document in line.entry.serving or line.entry.document in named

"""How much of each act the rules take in: every line of the act counted by what the pack makes of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import Refused
from eligibility.law.vocabulary import ActKind
from eligibility.plain.records import revive
from eligibility.plain.yamlfile import YamlFile
from eligibility.rulefiles.folders import Rules
from eligibility.rulefiles.lint.resolved_citations import ActLine, unresolved
from eligibility.rulefiles.loading import Sources, WordingKey, kinds_of_acts, read_sources, with_kinds
from eligibility.words.text import Text

LineStatus = Literal["encoded", "definition", "reference", "not-modelled", "none"]
STATUSES: tuple[LineStatus, ...] = get_args(LineStatus)
_PLAIN: dict[str, LineStatus] = {"encoded": "encoded", "definition": "definition", "reference": "reference"}


class Provision(NamedTuple):
    """A line of an act; `annex` is None for the act itself, before its annexes."""

    annex: int | None
    line: str
    status: LineStatus
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class ActCoverage:
    """The lines of an act, each with what the rules make of it."""

    act: str
    kind: ActKind
    provisions: tuple[Provision, ...]

    @property
    def counts(self) -> dict[LineStatus, int]:
        found = Counter(one.status for one in self.provisions)
        return {status: found[status] for status in STATUSES}

    @property
    def percent(self) -> float:
        return percent(self.counts)

    def of(self, status: LineStatus) -> tuple[Provision, ...]:
        return tuple(one for one in self.provisions if one.status == status)


def coverage(rules: Rules) -> tuple[ActCoverage, ...]:
    """Of every act of folders of rules. A missing status is counted; only files that cannot be read are refused."""
    sources = read_sources(rules)
    if unusable := list(_unusable(sources)):
        raise Refused(unusable)
    without = unresolved(sources)
    held = set(sources.provisions) | {WordingKey(act) for act, file in sources.acts.items() if _is_at_hand(file)}
    named = sorted(held, key=lambda of: (of.act, of.wording or ""))
    return tuple(_covered(sources, of, without) for of in named)


def _covered(sources: Sources, of: WordingKey, without: set[ActLine]) -> ActCoverage:
    kind = revive(ActKind, with_kinds(sources.acts[of.act].data, kinds_of_acts(sources))["kind"])
    return ActCoverage("/until-".join(filter(None, of)), kind, tuple(_provisions(sources, of, without)))


def _is_at_hand(file: YamlFile) -> bool:
    return isinstance(file.data, dict) and file.data.get("text") != "elsewhere"


def total(acts: Iterable[ActCoverage]) -> dict[LineStatus, int]:
    counts = [act.counts for act in acts]
    return {status: sum(one[status] for one in counts) for status in STATUSES}


def percent(counts: dict[LineStatus, int]) -> float:
    """Lines with a status, of a hundred; rounded down, so that 100 means all."""
    lines = sum(counts.values())
    return (lines - counts["none"]) * 1000 // lines / 10 if lines else 0.0


def _unusable(sources: Sources) -> Iterator[Diagnostic]:
    countable = {file.name for file in sources.provisions.values() if _countable(file)}
    for diagnostic in sources.diagnostics:
        where = diagnostic.where
        if not isinstance(where, Place) or ("/acts/" in f"/{where.file}" and where.file not in countable):
            yield diagnostic


def _countable(file: YamlFile) -> bool:
    """Whether the file has the shape of provisions, whatever the statuses in it are."""
    if file.diagnostics or not isinstance(file.data, dict) or file.data.keys() != {"act", "annexes"}:
        return False
    act, annexes = file.data["act"], file.data["annexes"]
    return isinstance(act, dict) and isinstance(annexes, dict) and all(isinstance(one, dict) for one in annexes.values())


def _provisions(sources: Sources, of: WordingKey, without: set[ActLine]) -> Iterator[Provision]:
    file = sources.provisions.get(of)
    if file is not None:
        yield from (_provision(None, line, status) for line, status in file.data["act"].items())
        for annex, lines in file.data["annexes"].items():
            yield from (_provision(annex, line, status) for line, status in lines.items())
    for _, annex, line in sorted((one for one in without if one.of == of), key=str):
        yield Provision(annex, line, "none")


def _provision(annex: int | None, line: str, status: Any) -> Provision:
    match status:
        case {"not_modelled": str(reason)} if len(status) == 1:
            return Provision(annex, line, "not-modelled", Text(reason, reason))
        case {"not_modelled": {"kk": str(kk), "ru": str(ru)}} if len(status) == 1:
            return Provision(annex, line, "not-modelled", Text(kk, ru))
        case str() if status in _PLAIN:
            return Provision(annex, line, _PLAIN[status])
        case _:
            return Provision(annex, line, "none")

"""Bends the rules of every act and lists what neither a scenario nor a test that reads the decree notices."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from tests.scenarios.test_scenarios import FOLDER

from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.law.pack import EditionKey
from eligibility.review.bends import bends
from eligibility.review.mutants import Witnesses, weight
from eligibility.review.scenarios import scenarios_at
from eligibility.rulefiles.shipped import shipped_pack
from tools.rule_mutants.noticing import DecreeReaders

WANTED = 0.95
HELD = ("steps", "channels", "grounds", "terms")
"""what is to be noticed to that share, in every act"""
CORES = 2


class Tried(NamedTuple):
    act: str
    service: str
    group: str
    kind: str
    where: str
    what: str
    noticed_by: str | None


def main() -> None:
    options = _options()
    pack = shipped_pack()
    at_hand = [key for key in pack.editions() if pack.acts[key.act].text != "elsewhere"]
    keys = [key for key in at_hand if any(key.act.startswith(act) for act in options.acts or [""])]
    with ProcessPoolExecutor(CORES) as pool:
        found = [one for part in pool.map(of_edition, keys) for one in part]
    groups = HELD if not options.everything else tuple(sorted({one.group for one in found}))
    for one in worst_first(one for one in found if one.group in groups and one.noticed_by is None):
        print(f"{one.act} {one.service}: {one.where}: {one.what}")
    print(_table("act and group", found, lambda one: f"{one.act} {one.group}"))
    print(_table("kind, of all acts", found, lambda one: f"{one.group}: {one.kind}"))
    short = [name for name, share in sorted(_shares(found).items()) if name[1] in HELD and share < WANTED]
    print("\n".join(["", *(f"{act} {group}: less than {WANTED:.0%} noticed" for act, group in short)]))
    sys.exit(1 if short else 0)


def _options() -> Namespace:
    parser = ArgumentParser("tools.rule_mutants", description=__doc__)
    parser.add_argument("acts", nargs="*", help="only acts whose names begin so")
    parser.add_argument("--everything", action="store_true", help=f"list all that is unnoticed, not {', '.join(HELD)} alone")
    return parser.parse_args()


@cache
def _watchers() -> tuple[Witnesses, DecreeReaders]:
    return Witnesses.among(scenarios_at([FOLDER]), Engine.shipped("direct")), DecreeReaders()


def of_edition(key: EditionKey) -> list[Tried]:
    scenarios, readers = _watchers()
    return [
        Tried(
            *(key.act, key.service, bend.group, bend.kind),
            f"{bend.named} ({', '.join(citations(bend.cite))})",
            str(bend.alteration),
            noticing.id if (noticing := scenarios.first(bend)) else readers.notice(bend),
        )
        for bend in bends(scenarios.engine.pack, key)
    ]


def worst_first(tried: Iterable[Tried]) -> list[Tried]:
    """What is left out, then conditions, then amounts and words, then what changes little."""
    return sorted(tried, key=lambda one: (weight(one.kind, one.group), one.act, one.group, one.service))


def _shares(found: list[Tried]) -> dict[tuple[str, str], float]:
    every = Counter((one.act, one.group) for one in found)
    noticed = Counter((one.act, one.group) for one in found if one.noticed_by)
    return {one: noticed[one] / count for one, count in every.items()}


def _table(title: str, found: list[Tried], name: Callable[[Tried], str]) -> str:
    every, noticed = Counter(map(name, found)), Counter(name(one) for one in found if one.noticed_by)
    rows = (f"{noticed[one]:6} of {count:6} noticed {noticed[one] / count:7.1%}  {one}" for one, count in sorted(every.items()))
    return "\n".join(["", title, *rows])


if __name__ == "__main__":
    main()

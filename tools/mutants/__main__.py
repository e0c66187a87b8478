"""Tries a sample of mutants, or all; lists those no test notices, with the share of those that some test does."""

import os
import random
import signal
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import yaml

from tools.mutants.copy import Copy
from tools.mutants.kinds import Mutant, mutants_of
from tools.mutants.noticing import read, watch
from tools.mutants.rooms import ROOMS, ROOT, modules, room_of
from tools.mutants.trying import Journal, Result, tried

BUILD = ROOT / "build" / "mutants"
EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
CORES = 2


def main() -> None:
    options = _options()
    BUILD.mkdir(parents=True, exist_ok=True)
    equivalent = {_id(entry) for entry in yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or ()}
    every = _every(options.rooms)
    if options.all and (stale := equivalent - {mutant.id for mutant in every}):
        print("\n".join([f"{EQUIVALENT.name} names what is no mutant any more:", *sorted(stale)]))
    chosen = every if options.all else sample(every, options.number, options.seed)
    wanted = [mutant for mutant in chosen if mutant.id not in equivalent]
    print(f"{len(every)} mutants, {len(wanted)} to try, {len(chosen) - len(wanted)} known to change nothing", flush=True)
    copies = [Copy(BUILD / f"copy{number}") for number in range(CORES)]
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: _broken_off(copies))
    watch(copies[0], BUILD / "map", options.watch)
    found = tried(wanted, copies, read(BUILD / "map"), Journal(BUILD / "journal.jsonl"), _tell)
    print(_report(found))
    sys.exit(0 if all(result.outcome != "survived" for _, result in found) else 1)


def _broken_off(copies: list[Copy]) -> None:
    for copy in copies:
        copy.end()
    os._exit(130)


def _options() -> Namespace:
    parser = ArgumentParser("tools.mutants", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=400, help="how many (400)")
    parser.add_argument("--all", action="store_true", help="every mutant; goes on where it was broken off")
    parser.add_argument("--seed", default="1", help="of the sample (1)")
    parser.add_argument("--watch", action="store_true", help="see again which test runs which lines")
    parser.add_argument("--rooms", nargs="+", default=ROOMS, help="only these rooms")
    return parser.parse_args()


def _every(rooms: tuple[str, ...]) -> list[Mutant]:
    names = modules(tuple(rooms))
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in names]
    with ProcessPoolExecutor(CORES) as pool:
        return [mutant for found in pool.map(mutants_of, names, texts) for mutant in found]


def sample(mutants: list[Mutant], number: int, seed: str) -> list[Mutant]:
    """Of each module its share."""
    by_module: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        by_module.setdefault(mutant.module, []).append(mutant)
    placed: list[tuple[float, str, Mutant]] = []
    for module, found in by_module.items():
        chance = random.Random(f"{seed} {module}")  # noqa: S311  the same sample for the same seed
        start = chance.random()
        chance.shuffle(found)
        placed += [((rank + start) / len(found), module, mutant) for rank, mutant in enumerate(found)]
    placed.sort(key=lambda one: one[:2])
    return [mutant for _, _, mutant in placed[:number]]


def _id(entry: dict[str, str]) -> str:
    lines = ("\n".join(line.strip() for line in entry[key].strip().splitlines()) for key in ("was", "now"))
    return "\n".join([entry["module"], entry.get("within", ""), *lines])


def _tell(mutant: Mutant, result: Result) -> None:
    print("." if result.outcome != "survived" else f"\n{_shown(mutant)}", end="", flush=True)


def _shown(mutant: Mutant) -> str:
    signed = (f"  {sign} {line}\n" for sign, text in (("-", mutant.was), ("+", mutant.now)) for line in text.splitlines())
    return f"{mutant.place} ({mutant.kind})\n{''.join(signed)}"


def _report(found: list[tuple[Mutant, Result]]) -> str:
    lines = ["", ""]
    for title, name in (("room", lambda mutant: room_of(mutant.module)), ("kind", lambda mutant: mutant.kind)):
        tried_of, killed_of = Counter[str](), Counter[str]()
        for mutant, result in found:
            tried_of[name(mutant)] += 1
            killed_of[name(mutant)] += result.outcome != "survived"
        lines += [f"{title} {one}: {killed_of[one]} of {count} noticed" for one, count in sorted(tried_of.items())]
    killed = sum(result.outcome != "survived" for _, result in found)
    return "\n".join([*lines, f"{killed} of {len(found)} noticed: {killed / max(len(found), 1):.1%}"])


if __name__ == "__main__":
    main()

"""Runs every measurement; exits 1 where a ratio falls short of its limit."""

import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from tools.bench import answers, cold, letters, loading, people, reasoning, server
from tools.bench.figures import Figure, report

PARTS: tuple[tuple[str, Callable[[], Iterator[Figure]]], ...] = (
    ("Reasoning, the Kyzylorda editions", reasoning.figures),
    ("The whole answer", answers.figures),
    ("Loading", loading.figures),
    ("Cold commands", cold.figures),
    ("Letters", letters.figures),
    ("The server", server.figures),
    ("A population", people.figures),
)


def main() -> None:
    if find_spec("zen") is None:
        print("zen-engine is not installed: no comparison with it")
    found: list[Figure] = []
    for title, measure in PARTS:
        print(title, flush=True)
        for figure in measure():
            found.append(figure)
            print(figure.line(), flush=True)
    sys.exit(0 if report(found) else 1)


if __name__ == "__main__":
    main()

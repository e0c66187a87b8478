"""What is mutated. When rooms are renamed, this is the one place to say so."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = "src/eligibility"
ROOMS = ("law", "rulefiles", "reasoning", "terms", "answer")
NOT_WATCHED = ("install", "population", "spark", "tools", "web")
"""folders of tests that take what those rooms say as given, or cost more than they could notice"""


def room_of(module: str) -> str:
    return module.removeprefix(f"{HOUSE}/").partition("/")[0]


def modules(rooms: tuple[str, ...] = ROOMS) -> list[str]:
    """Their files, as paths from the top of the checkout."""
    found = [path for room in rooms for path in sorted((ROOT / HOUSE / room).rglob("*.py"))]
    return [path.relative_to(ROOT).as_posix() for path in found]

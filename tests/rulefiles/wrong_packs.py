"""The base pack with some files written anew, and what lint tells of it."""

from pathlib import Path
from shutil import copytree

from eligibility.diagnostics.diagnostic import Place
from eligibility.rulefiles.lint import lint
from tests.broken.broken_examples import BASE

__all__ = [
    "ACT",
    "BASE",
    "HOME_CARE",
    "OF_HOME",
    "PROVISIONS",
    "SAYS",
    "TEXT",
    "WHEELCHAIRS",
    "Files",
    "Said",
    "act",
    "category",
    "fact",
    "found",
    "home_care",
]

Files = dict[str, str]
Said = tuple[str, str, str, str]
"""code, place, what is wrong, what to do"""

ACT = "acts/town-2018-1"
OF_HOME = f"{ACT}/2-home-care.yaml"
HOME_CARE = "service: home-care\nannex: 2\nprovider: department\n"
WHEELCHAIRS = """service: wheelchairs
annex: 1
provider: department
requests:
  - {request: registration, cite: "1"}
requirements:
  - {document: application, cite: "1"}
"""
PROVISIONS = """act:
  "1": encoded
annexes:
  1:
    "1": encoded
  2:
    "1": reference
    "2": reference
    "6(1)": reference
"""
TEXT = "{kk: а, ru: а}"
SAYS = "{holds: {kk: иә, ru: да}, fails: {kk: жоқ, ru: нет}}"


def category(when: str, id: str = "wrong") -> Files:
    text = (BASE / "categories.yaml").read_text(encoding="utf-8")
    return {"categories.yaml": f"{id}:\n  when: {when}\n  says: {SAYS}\n{text}"}


def fact(text: str, id: str = "heating") -> Files:
    return {"facts/more.yaml": f"{id}:\n  ask: {TEXT}\n{text}"}


def home_care(*lines: str) -> Files:
    return {f"{ACT}/2-home-care.yaml": HOME_CARE + "\n".join(lines) + "\n", f"{ACT}/provisions.yaml": PROVISIONS}


def act(*changes: tuple[str, str], id: str = "town-2018-1") -> Files:
    """The act of the base pack with other words in it."""
    text = (BASE / ACT / "act.yaml").read_text(encoding="utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    return {f"acts/{id}/act.yaml": text}


def found(folder: Path, files: Files) -> list[Said]:
    pack = Path(copytree(BASE, folder / "pack"))
    for name, text in files.items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(text, encoding="utf-8")
    return [(one.code, str(one.where), one.message(), one.advice()) for one in lint(pack)[1] if isinstance(one.where, Place)]

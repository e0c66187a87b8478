"""Writes docs/diagnostics.kk.md and .ru.md out of the messages and the examples of docs/diagnostics.md; --check compares."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from eligibility.diagnostics.tables import tables
from eligibility.words.catalogue import catalogue
from eligibility.words.text import LANGS, Lang

DOCS = Path(__file__).resolve().parent.parent / "docs"
OF_LETTERS = ("of_letters", "of_papers")
"""rooms whose codes docs/letters.md explains"""
OF_SERVER = ("of_web",)
"""rooms whose codes docs/server.md explains"""
OF_POPULATIONS = ("of_populations",)
"""rooms whose codes docs/population.md explains"""
BLANK = re.compile(r"\{\w+\}")
REMARK = re.compile(r"(^|\s+)# (?!\S+\.yaml).*$")
EXAMPLE = re.compile(r"^```(?:yaml|json|sh)\n.+?^```$", re.DOTALL | re.MULTILINE)


class Words(NamedTuple):
    title: str
    opening: str
    severity: dict[str, str]
    mend: str


WORDS: dict[Lang, Words] = {
    "kk": Words(
        "Диагностика",
        "Бұл бетте ережелер жинағынан немесе істен табылған қателердің бәрі кодтары бойынша берілген. Әр кодтың орны және "
        "көбіне кеңесі болады; «…» белгісінің орнында нақты мән тұрады. Қатесі бар жинақ қабылданбайды, ескертуі бары "
        "қабылданады. Қатесі бар іс тұтас қабылданбайды: шығу коды 2, шешім болмайды.",
        {"error": "қате", "warning": "ескерту"},
        "Түзету",
    ),
    "ru": Words(
        "Диагностика",
        "На этой странице собрано по кодам все, что может быть не так с набором правил или с делом. У каждого кода есть "
        "место и чаще всего подсказка; на месте знака «…» стоит само значение. Набор с ошибкой не принимается, с "
        "предупреждением принимается. Дело с ошибкой не принимается целиком: код выхода 2, решения нет.",
        {"error": "ошибка", "warning": "предупреждение"},
        "Как исправить",
    ),
}


def page(lang: Lang) -> str:
    words, examples = WORDS[lang], _examples()
    parts = [f"# {words.title}", words.opening]
    say = catalogue(lang)
    told = {
        code: one
        for room, table in tables().items()
        if room not in OF_LETTERS + OF_SERVER + OF_POPULATIONS
        for code, one in table.items()
    }
    for code, mistake in sorted(told.items()):
        parts.append(f"## {code}")
        parts.append(f"{words.severity[mistake.severity].capitalize()}: {_open(say(mistake.words))}.")
        parts += [examples[code]] if code in examples else []
        hints = [_open(say(hint)) for hint in dict.fromkeys((mistake.hint, mistake.otherwise)) if hint]
        parts += [f"{words.mend}: {'; '.join(hints).rstrip('.?')}."] if hints else []
    return "\n\n".join(parts) + "\n"


def _open(message: str) -> str:
    return BLANK.sub("…", message)


def _examples() -> dict[str, str]:
    """The first example of each code, which is the same in every language."""
    _, *sections = re.split(r"^## ", (DOCS / "diagnostics.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = ((title, EXAMPLE.search(text)) for title, _, text in (section.partition("\n") for section in sections))
    return {title: _without_remarks(example[0]) for title, example in found if example}


def _without_remarks(example: str) -> str:
    """The English remarks of an example stay behind, the names of files do not."""
    lines = (REMARK.sub("", line) for line in example.splitlines())
    return "\n".join(line for line in lines if line.strip())


def path_of(lang: Lang) -> Path:
    return DOCS / f"diagnostics.{lang}.md"


def main() -> None:
    if sys.argv[1:] == ["--check"]:
        stale = [path_of(lang).name for lang in LANGS if path_of(lang).read_text(encoding="utf-8") != page(lang)]
        sys.exit(f"stale: {', '.join(stale)}; run tools/diagnostic_pages.py" if stale else 0)
    for lang in LANGS:
        path_of(lang).write_text(page(lang), encoding="utf-8")


if __name__ == "__main__":
    main()

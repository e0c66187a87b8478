"""The files of a new act, begun for an author to go on with."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from eligibility.diagnostics.refusal import refused
from eligibility.files import write_whole
from eligibility.review.edition_sections import begun
from eligibility.review.outlines import AnnexOutline, Lines, Outline
from eligibility.words.text import LANGS

NEEDED = ("kind", "issuer", "cited", "regions", "adopted", "in_force")
"""keys every act.yaml has"""
ORDER = ("kind", "number", "issuer", "cited", "regions", "title", "adopted", "registered", "in_force", "published", "text")
BILINGUAL = ("issuer", "cited", "title")
PROVIDER = "provider"
UNREAD = "unread"


def act_folder(path: Path) -> Path:
    """The folder of an act, `…/acts/<act>`; refuses any other, and one that is begun already."""
    if path.resolve().parent.name != "acts" or not re.fullmatch(r"[a-z0-9][a-z0-9-]*", path.resolve().name):
        raise refused("act-folder", str(path), example=f"{path.resolve().parent.name}/acts/order-286-2023")
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise refused("act-begun", str(path))
    return path


def begin(folder: Path, outline: Outline, remark: str) -> list[Path]:
    """Writes the files of an act, and tells which; `remark` heads every edition."""
    written = []
    for name, text in files_of(outline, remark).items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
        except OSError:
            raise refused("not-written", str(path)) from None
        written.append(path)
    return written


def files_of(outline: Outline, remark: str) -> dict[str, str]:
    """By their names; what the outline does not say is left empty, so that lint names it."""
    found = {"act.yaml": _act(outline), "provisions.yaml": _provisions(outline.lines, outline.annexes), "flags.yaml": "{}\n"}
    for one in outline.annexes:
        name = one.service if one.annex is None else f"{one.annex}-{one.service}"
        found[f"{name}.yaml"] = _edition(one, outline, remark)
    return found


def _act(outline: Outline) -> str:
    head = dict(outline.head)
    for key in NEEDED:
        head.setdefault(key, dict.fromkeys(LANGS, "") if key in BILINGUAL else None)
    for key in BILINGUAL:
        if key in head:
            head[key] = {lang: head[key].get(lang, "") for lang in LANGS if key != "title" or head[key].get(lang)}
    head["providers"] = head.get("providers") or {PROVIDER: dict.fromkeys(LANGS, "")}
    return "".join(_entry(key, head[key]) for key in (*ORDER, "providers") if key in head)


def _entry(key: str, value: Any) -> str:
    if value is None:
        return f"{key}:\n"
    if key in ("adopted", "published"):
        return f"{key}: {value}\n"
    in_braces = None if isinstance(value, dict | list) else False
    return yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, default_flow_style=in_braces, width=120)


def _provisions(lines: Lines, annexes: tuple[AnnexOutline, ...]) -> str:
    numbered = dict.fromkeys(annex for annex in (*(one.annex for one in annexes), *lines) if annex is not None)
    parts = ["act:" + _places(lines.get(None, ()), 2)]
    parts.append("annexes:" + (" {}\n" if not numbered else "\n"))
    parts += [f"  {annex}:{_places(lines.get(annex, ()), 4)}" for annex in sorted(numbered)]
    return "".join(parts)


def _places(places: tuple[str, ...], indent: int) -> str:
    if not places:
        return " {}\n"
    return "\n" + "".join(f'{" " * indent}"{place}": {UNREAD}\n' for place in places)


def _edition(one: AnnexOutline, outline: Outline, remark: str) -> str:
    providers: Mapping[str, Any] = outline.head.get("providers") or {PROVIDER: {}}
    return "".join((*_head(one, next(iter(providers))), f"\n# {remark}\n", begun()))


def _head(one: AnnexOutline, provider: str) -> Iterator[str]:
    yield f"service: {one.service}\n"
    if one.annex is not None:
        yield f"annex: {one.annex}\n"
    yield f"provider: {one.provider or provider}\n"

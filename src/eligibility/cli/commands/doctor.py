"""`eligibility doctor`: what runs here, and what does not."""

import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from eligibility import __version__
from eligibility.cli.language import say
from eligibility.cli.options import JsonOption, LanguageOption, RulesOption, engine_of, rules_of
from eligibility.cli.output import print_json, put, put_pairs
from eligibility.diagnostics.installing import command_for
from eligibility.reasoning.inference import default_engine, rete_available
from eligibility.review.signing import signed_share
from eligibility.rulefiles.folders import SHIPPED
from eligibility.words.text import N_

LIBRARIES = ("durable-rules", "pydantic", "typer", "PyYAML", "babel", "Jinja2", "rich")
FURTHER = {
    "typst": "pdf",
    "python-calamine": "xlsx",
    "fastapi": "web",
    "uvicorn": "web",
    "polars": "population",
    "pyspark": "spark",
}
"""the libraries of the parts that not every place needs, by the extra that brings them"""


def doctor(as_json: JsonOption = False, rules: RulesOption = None, lang: LanguageOption = None) -> None:
    engine = engine_of(rules, None, lang)
    folders = rules_of(rules) or (SHIPPED,)
    share = signed_share(engine.pack, folders)
    found: dict[str, Any] = {
        "eligibility": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "engine": default_engine(),
        "rete": rete_available(),
        "rules": engine.pack.digest,
        "folders": list(folders),
        "editions": sum(1 for _ in engine.pack.held()),
        "signed": {**share._asdict(), "percent": share.percent},
        "libraries": {name: _version(name) for name in (*LIBRARIES, *FURTHER)},
    }
    found["missing"] = {name: command_for(extra) for name, extra in FURTHER.items() if found["libraries"][name] is None}
    if as_json:
        print_json(found)
        return
    put_pairs(
        [
            ("eligibility", __version__),
            ("Python", f"{found['python']} ({sys.platform})"),
            (say(N_("engine")), found["engine"]),
            (say(N_("rules")), found["rules"]),
            (say(N_("folders of rules")), ", ".join(found["folders"])),
            (say(N_("editions")), str(found["editions"])),
            (say(N_("acts signed by a lawyer")), f"{share.signed} / {share.acts} ({share.percent} %)"),
            *([(say(N_("acts changed since they were signed")), str(share.changed))] if share.changed else []),
            *((name, number or say(N_("not installed"))) for name, number in found["libraries"].items()),
        ]
    )
    _put_missing(found["missing"])
    if not rete_available():
        put(
            say(N_("durable-rules is not installed here, so one engine decides alone and nothing compares its answers.")), "bad"
        )
        if sys.platform == "linux" and sys.version_info < (3, 13):
            put(say(N_("It is compiled when it is installed, which takes a C compiler and Python's headers:")))
            print(f"  {command_for('rete')}")
        else:
            put(say(N_("There is no durable-rules here: it exists for Linux and Python below 3.13.")))


def _put_missing(missing: Mapping[str, str]) -> None:
    """Each command once, under all that it adds."""
    if missing:
        put(say(N_("What is not installed, and the command that adds it:")))
    for command in dict.fromkeys(missing.values()):
        print(f"  {', '.join(name for name, its in missing.items() if its == command)}\n    {command}")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None

"""Commands as they are typed: within this process where that shows the same, else in a process of their own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from unittest.mock import patch

import eligibility
from eligibility.words.text import Lang

__all__ = ["PROGRAM", "Done", "Plain", "process", "typed"]

PROGRAM = [sys.executable, "-c", "from eligibility.cli.main import main; main()"]
ROOM = "eligibility.cli"

Plain = dict[str, Any]
NO_CHANGE: Mapping[str, str | None] = {}


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def errors(self) -> list[Plain]:
        """The mistakes a JSON answer names; there must be nothing else in it."""
        (key,) = self.json
        assert key == "errors"
        return list(self.json["errors"])


def typed(*arguments: str, given: str | bytes = b"", lang: Lang = "ru", columns: int = 80) -> Done:
    """In this process. The language is chosen here, so `--lang` has no place among the arguments."""
    said = io.BytesIO(), io.BytesIO()
    content = given.encode() if isinstance(given, str) else given
    with (
        _spoken(lang, columns),
        patch.object(sys, "argv", ["eligibility", *arguments]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")),
        patch.object(sys, "stdout", io.TextIOWrapper(said[0], encoding="utf-8")),
        patch.object(sys, "stderr", io.TextIOWrapper(said[1], encoding="utf-8")),
    ):
        from eligibility.cli.main import main

        try:
            main()
        except SystemExit as exit:
            code = exit.code
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = (stream.getvalue().decode() for stream in said)
    assert isinstance(code, int)
    return Done(code, out, err)


_MODULES: dict[Lang, dict[str, ModuleType]] = {}
"""the commands say their help when they are imported, so each language has modules of its own"""


@contextmanager
def _spoken(lang: Lang, columns: int) -> Iterator[None]:
    kept, home = _taken_out(), getattr(eligibility, "cli", None)
    sys.modules.update(_MODULES.get(lang, {}))
    environment = {"ELIGIBILITY_LANG": lang, "COLUMNS": str(columns), "ELIGIBILITY_RULES": ""}
    try:
        with patch.dict(os.environ, environment):
            del os.environ["ELIGIBILITY_RULES"]
            yield
    finally:
        _MODULES[lang] = _taken_out()
        sys.modules.update(kept)
        if home is not None:
            setattr(eligibility, "cli", home)  # noqa: B010  mypy knows no such attribute


def _taken_out() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name == ROOM or name.startswith(f"{ROOM}.")]
    return {name: sys.modules.pop(name) for name in names}


def process(
    *arguments: str,
    given: str | bytes = b"",
    program: Sequence[str] = PROGRAM,
    environment: Mapping[str, str | None] = NO_CHANGE,
) -> Done:
    """In a process of its own, in Russian; what the environment has as None is left out of it."""
    set_to = {**os.environ, "ELIGIBILITY_LANG": "ru", "COLUMNS": "80", **environment}
    done = subprocess.run(
        [*program, *arguments],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        env={name: value for name, value in set_to.items() if value is not None},
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

"""Copies of the checkout in which mutants are tried, so that the checkout itself is never touched."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.mutants.rooms import HOUSE, ROOT

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "dist", ".hypothesis", ".*_cache", "__pycache__", "_shipped")


class Copy:
    """A checkout of its own, with everything compiled that is compiled on first use."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self._process: subprocess.Popen[str] | None = None
        shutil.rmtree(top, ignore_errors=True)
        shutil.copytree(ROOT, top, ignore=LEFT_OUT, symlinks=True)
        self._environment = os.environ | {"PYTHONPATH": f"{top / 'src'}{os.pathsep}{top}", "ELIGIBILITY_SHARED": _shared()}
        self.run("-c", "from eligibility.shipped import shipped_pack; shipped_pack()")
        self.run("-m", "compileall", "-q", "src")
        self.run("-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider")
        self._compiled = {path: path.read_bytes() for path in (top / HOUSE / "_shipped").rglob("*") if path.is_file()}

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """A Python process in the copy, with its children in a group of their own."""
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.top,
            env=self._environment | more,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        return self._process

    def end(self) -> None:
        """Ends the process last started, with all its children."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)

    def run(self, *arguments: str, **more: str) -> str:
        process = self.start(*arguments, **more)
        return process.communicate()[0]

    @contextmanager
    def with_module(self, module: str, code: str) -> Iterator[None]:
        """For a while another text in the place of a module. Its compiled form goes: the clock may not tell the two apart."""
        path = self.top / module
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()
        right = path.read_bytes()
        path.write_text(code, encoding="utf-8")
        try:
            yield
        finally:
            path.write_bytes(right)
            for kept, content in self._compiled.items():
                if not kept.is_file() or kept.read_bytes() != content:
                    kept.write_bytes(content)


def _shared() -> str:
    return os.environ.get("ELIGIBILITY_SHARED") or str(ROOT.parent / "shared")

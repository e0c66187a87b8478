"""A pytest plugin. With MUTANTS_MAP it writes down which test runs which lines; with MUTANTS_TESTS it runs the tests named
there in that order and no others."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.mutants.rooms import HOUSE, ROOT


def pytest_configure(config: pytest.Config) -> None:
    folder = os.environ.get("MUTANTS_MAP")
    if folder and not hasattr(config, "dsession"):
        config.pluginmanager.register(_Recorder(Path(folder)))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    chosen = os.environ.get("MUTANTS_TESTS")
    if chosen:
        order = {id: at for at, id in enumerate(Path(chosen).read_text(encoding="utf-8").splitlines())}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])


class _Recorder:
    """One file for each process: `{"tests": {id: seconds}, "lines": {module: {line: [ids]}}}`, of passed tests."""

    def __init__(self, folder: Path) -> None:
        from coverage import Coverage

        self._path = folder / f"{os.getpid()}.json"
        self._passed: dict[str, float] = {}
        self._coverage = Coverage(
            data_file=str(self._path.with_suffix(".coverage")), source=[str(ROOT / HOUSE)], config_file=False, messages=False
        )
        self._coverage.set_option("run:disable_warnings", ["no-data-collected", "module-not-measured", "already-imported"])
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        yield
        self._coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self._passed[report.nodeid] = self._passed.get(report.nodeid, 0.0) + report.duration
        elif report.when == "setup":
            self._passed.setdefault(report.nodeid, 0.0)
        if not report.passed:
            self._passed.pop(report.nodeid, None)

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        data = self._coverage.get_data()
        lines = {Path(file).relative_to(ROOT).as_posix(): data.contexts_by_lineno(file) for file in data.measured_files()}
        self._path.write_text(json.dumps({"tests": self._passed, "lines": lines}), encoding="utf-8")

"""A pytest plugin. With MUTANTS_MAP it writes down which test runs which lines; with MUTANTS_TESTS it runs the tests named
there in that order and no others."""

import json
import os
import resource
from collections.abc import Generator
from pathlib import Path

import pytest

from tools.mutants.rooms import HOUSE, ROOT, modules

LIMIT = 150
"""seconds of work after which a process that tries a mutant is ended: the mutant may have no end"""


def pytest_configure(config: pytest.Config) -> None:
    if "MUTANTS_TESTS" in os.environ:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    folder = os.environ.get("MUTANTS_MAP")
    shared_out = config.getoption("numprocesses", None) and not hasattr(config, "workerinput")
    if folder and not shared_out:
        config.pluginmanager.register(_Recorder(Path(folder)))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    chosen = os.environ.get("MUTANTS_TESTS")
    if chosen:
        order = {id: at for at, id in enumerate(Path(chosen).read_text(encoding="utf-8").splitlines())}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])


class _Recorder:
    """One file for each process: `{"tests": [[id, seconds]], "lines": {module: {line: [numbers of tests]}}}`, of passed tests.
    The seconds are of work, its own processes' too, and not of waiting for a busy machine."""

    def __init__(self, folder: Path) -> None:
        from coverage import Coverage

        self._path = folder / f"{os.getpid()}.json"
        self._passed: dict[str, float] = {}
        self._failed = False
        self._coverage = Coverage(
            data_file=str(self._path.with_suffix(".coverage")), source=[str(ROOT / HOUSE)], config_file=False, messages=False
        )
        self._coverage.set_option("run:disable_warnings", ["no-data-collected", "module-not-measured", "already-imported"])
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._coverage.switch_context(item.nodeid)
        began = sum(os.times()[:4])
        self._failed = False
        result = yield
        if not self._failed:
            self._passed[item.nodeid] = round(sum(os.times()[:4]) - began, 3)
        self._coverage.switch_context("")
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed |= not report.passed

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        data = self._coverage.get_data()
        numbers = {id: number for number, id in enumerate(self._passed)}
        lines = {
            module: {
                line: [numbers[test] for test in tests if test in numbers]
                for line, tests in data.contexts_by_lineno(str(ROOT / module)).items()
            }
            for module in modules()
        }
        content = json.dumps({"tests": list(self._passed.items()), "lines": lines})
        self._path.write_text(content, encoding="utf-8")

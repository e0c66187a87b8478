"""What all tests share: hypothesis is steady, and every run ends with what was enumerated and what was not run."""

from collections import Counter

import hypothesis
import pytest

hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=3_000, print_blob=True)
hypothesis.settings.load_profile("steady")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many combinations of facts were decided, by edition and in all."""
    found: dict[str, dict[str, int]] = {}
    for report in terminalreporter.getreports("passed"):
        counts = {str(name): count for name, count in report.user_properties if isinstance(count, int)}
        if "combinations" in counts:
            edition = report.nodeid.partition("[")[2].removesuffix("]")
            found[edition] = counts
    if not found:
        return
    terminalreporter.section("combinations of facts decided by both engines")
    acts = {edition.partition("/")[0] for edition in found}
    for act in sorted(acts):
        services = {
            edition.partition("/")[2]: counts["combinations"]
            for edition, counts in found.items()
            if edition.startswith(f"{act}/")
        }
        several = ", ".join(f"{service} {count:,}" for service, count in services.items() if count > 1)
        alone = sum(count == 1 for count in services.values())
        rest = f"{alone} that read no fact" if alone else ""
        terminalreporter.write_line(f"{act}: " + "; ".join(part for part in (several, rest) if part))
    total = sum(counts["combinations"] for counts in found.values())
    inputs = sum(counts["inputs"] for counts in found.values())
    terminalreporter.write_line(f"{total:,} combinations in {len(found)} editions, {inputs:,} different inputs of the engines")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line: what was not run, and why."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if isinstance(reporter, pytest.TerminalReporter) else []
    if skipped:
        reasons = Counter(_reason(report) for report in skipped)
        print("Not run: " + "; ".join(f"{count} tests ({reason})" for reason, count in reasons.most_common()))


def _reason(report: pytest.TestReport) -> str:
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return told.removeprefix("Skipped: ")

"""Everything that can be wrong with a pack, found in one pass."""

from pathlib import Path

from eligibility.law.diagnostics import Diagnostic, Place, Refused
from eligibility.law.lint.acts import check_acts
from eligibility.law.lint.calendar import check_calendar
from eligibility.law.lint.citations import check_citations
from eligibility.law.lint.conditions import check_conditions
from eligibility.law.lint.flags import check_flags
from eligibility.law.lint.references import check_references
from eligibility.law.lint.shapes import check_shapes
from eligibility.law.lint.shared_flags import check_shared_flags
from eligibility.law.lint.vocabulary import check_vocabulary
from eligibility.law.loading import Sources, build, read_sources
from eligibility.law.pack import Pack

__all__ = ["lint", "load"]


def lint(root: Path) -> tuple[Sources, list[Diagnostic]]:
    """All diagnostics; the checks across files run only when each file holds what its place asks for."""
    sources = read_sources(root)
    found = list(sources.diagnostics)
    if not found:
        pack = build(sources)
        found += check_vocabulary(sources, pack)
        found += check_references(sources, pack)
        found += check_shapes(sources)
        found += check_shared_flags(sources)
        found += check_citations(sources)
        found += check_acts(sources, pack)
        found += check_calendar(sources)
        if not _errors(found):
            found += check_conditions(sources, pack)
            found += check_flags(sources, pack)
    return sources, sorted(found, key=_order)


def load(root: Path) -> Pack:
    """The pack of a folder; refuses one with errors."""
    sources, found = lint(root)
    if errors := _errors(found):
        raise Refused(errors)
    return build(sources)


def _errors(found: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in found if diagnostic.severity == "error"]


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    where = diagnostic.where
    if isinstance(where, Place):
        return (where.file, where.line, where.column, diagnostic.code)
    return (where, 0, 0, diagnostic.code)

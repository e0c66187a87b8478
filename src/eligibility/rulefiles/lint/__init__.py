"""Everything that can be wrong with a pack, found in one pass."""

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import Refused
from eligibility.law.pack import Pack
from eligibility.rulefiles.folders import Rules
from eligibility.rulefiles.lint.act_lives import check_acts
from eligibility.rulefiles.lint.calendar_years import check_calendar, check_years
from eligibility.rulefiles.lint.citizen_flags import check_told
from eligibility.rulefiles.lint.entry_shapes import check_shapes
from eligibility.rulefiles.lint.held_texts import check_held
from eligibility.rulefiles.lint.idle_conditions import check_conditions
from eligibility.rulefiles.lint.known_names import check_references
from eligibility.rulefiles.lint.open_flags import check_flags
from eligibility.rulefiles.lint.opposite_clauses import check_clauses
from eligibility.rulefiles.lint.other_language import check_languages
from eligibility.rulefiles.lint.resolved_citations import check_citations
from eligibility.rulefiles.lint.said_once import check_origins, check_shared_flags
from eligibility.rulefiles.lint.signed_acts import check_signatures, check_signed
from eligibility.rulefiles.lint.stated_terms import check_terms
from eligibility.rulefiles.lint.unused_ids import check_unused
from eligibility.rulefiles.lint.whole_facts import check_vocabulary
from eligibility.rulefiles.loading import Sources, build, read_sources

__all__ = ["lint", "load"]


def lint(rules: Rules) -> tuple[Sources, list[Diagnostic]]:
    """All diagnostics; what is merely odd is told of a pack in which nothing is wrong."""
    sources = read_sources(rules)
    pack, found = _judged(sources)
    if pack and not _errors(found):
        for check in (check_terms, check_clauses, check_languages, check_unused):
            found += check(sources)
        found += check_years(sources, pack)
        found += check_signed(sources, pack)
    return sources, sorted(found, key=_order)


def load(rules: Rules) -> Pack:
    """The pack of a folder, or of several laid one over another; refuses one with errors."""
    pack, found = _judged(read_sources(rules))
    errors = _errors(found)
    if pack is None or errors:
        raise Refused(sorted(errors, key=_order))
    return pack


def _judged(sources: Sources) -> tuple[Pack | None, list[Diagnostic]]:
    """The pack, where each file holds what its place asks for, and what is wrong; only then are files checked together."""
    found = list(sources.diagnostics)
    if found:
        return None, found
    pack = build(sources)
    found += check_vocabulary(sources, pack)
    found += check_references(sources, pack)
    found += check_shapes(sources)
    found += check_held(sources)
    found += check_shared_flags(sources)
    found += check_told(sources)
    found += check_origins(sources)
    found += check_citations(sources)
    found += check_acts(sources, pack)
    found += check_calendar(sources)
    found += check_signatures(sources, pack)
    if not _errors(found):
        found += check_conditions(sources, pack)
        found += check_flags(sources, pack)
    return pack, found


def _errors(found: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in found if diagnostic.severity == "error"]


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    where = diagnostic.where
    if isinstance(where, Place):
        return (where.file, where.line, where.column, diagnostic.code)
    return (where, 0, 0, diagnostic.code)

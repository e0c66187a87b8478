"""The lines of an edition's checklist: what it lists itself, what it points to, and what is known of that from elsewhere."""

from collections.abc import Iterator
from typing import NamedTuple

from eligibility.law.edition import Alternative, ByReference, Edition, Flag, Requirement, Standing
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import KnownList, Listed


class ListRow(NamedTuple):
    document: str
    requirement: Requirement
    standing: Standing = "listed"
    reference: ByReference | None = None
    """where the edition points to, of lines it does not list itself"""
    known: KnownList | None = None
    """where an indicative line is known from"""
    remarks: tuple[Flag, ...] = ()
    """flags of the edition it is known from"""
    source_annex: int | None = None

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(Alternative(one) if isinstance(one, str) else one for one in self.requirement.any_of)


def rows(pack: Pack, edition: Edition) -> Iterator[ListRow]:
    for requirement in edition.requirements:
        yield from (ListRow(document, requirement) for document in _documents(requirement))
    for reference in edition.documents_from:
        package = pack.standards[reference.standard].package
        yield ListRow(package, Requirement(reference.cite, package, when=reference.when), "by-reference", reference)
        yield from _indicative(pack, edition.service, reference)


def _indicative(pack: Pack, service: str, reference: ByReference) -> Iterator[ListRow]:
    """What is known of the Standard's list: from a decree that reproduces it rather than from a public page."""
    lists = [one for one in pack.standards[reference.standard].lists if (one.service, one.para) == (service, reference.para)]
    if not lists:
        return
    known = min(lists, key=lambda one: one.act is None)
    source = pack.edition(known.act, known.service) if known.act else None
    for requirement in source.requirements if source else map(_requirement, known.documents):
        when = _both(reference.when, requirement.when)
        shown = requirement._replace(cite=reference.cite, when=when, flags=())
        remarks = tuple(flag for flag in source.flags if flag.id in requirement.flags) if source else ()
        for document in _documents(shown):
            yield ListRow(document, shown, "indicative", reference, known, remarks, source.annex if source else None)


def _requirement(listed: Listed) -> Requirement:
    return Requirement("", listed.document, any_of=listed.any_of, form=listed.form, when=listed.when)


def _documents(requirement: Requirement) -> tuple[str, ...]:
    """Several documents asked for in one breath are a line each."""
    return requirement.all_of or ((requirement.document,) if requirement.document else ())


def _both(one: str | None, other: str | None) -> str | None:
    return f"({one}) and ({other})" if one and other else one or other

"""The lines of an edition's checklist: what it lists itself, what the acts it points to list, and what is known of that from
elsewhere."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eligibility.law.edition import Alternative, ByReference, Edition, Flag, Ground, Requirement, Standing
from eligibility.law.lookups import home_of
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Home, Known


class ListRow(NamedTuple):
    document: str
    requirement: Requirement
    standing: Standing = "listed"
    reference: ByReference | None = None
    """where the edition points to, of lines it does not list itself"""
    known: Known | None = None
    """where an indicative line is known from"""
    source: EditionKey | None = None
    """the edition that an indicative line is known from"""
    remarks: tuple[Flag, ...] = ()
    """flags of the edition that lists it, where that is another one"""
    home: Home | None = None
    """whose line it is, of a line that another act lists"""

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(Alternative(one) if isinstance(one, str) else one for one in self.requirement.any_of)


class Pointed(NamedTuple):
    """What is at hand of the acts that an edition points to."""

    editions: dict[str, tuple[EditionKey, Edition]]

    @classmethod
    def of(cls, pack: Pack, keys: Iterable[EditionKey]) -> "Pointed":
        found = ((key, pack.edition(*key)) for key in keys)
        return cls({key.act: (key, edition) for key, edition in found if edition})

    def lists(self, act: str) -> Edition | None:
        """The edition of the act, where its text holds the list of documents."""
        _, edition = self.editions.get(act, (None, None))
        return edition if edition and edition.lists_all else None


def rows(pack: Pack, edition: Edition, pointed: Pointed) -> Iterator[ListRow]:
    for requirement in edition.requirements:
        standing: Standing = "indicative" if requirement.known else "listed"
        for document in _documents(requirement):
            yield ListRow(document, requirement, standing, known=requirement.known)
    if edition.requirements_as_in:
        yield from _as_in(pack, edition, None)
    for reference in edition.documents_from:
        yield from _referred(pack, reference, pointed)


def _referred(pack: Pack, reference: ByReference, pointed: Pointed) -> Iterator[ListRow]:
    """The list of another act where its text is at hand, else the list as a whole and what is known of it."""
    key, there = pointed.editions.get(reference.act, (None, None))
    if key and there and pointed.lists(reference.act):
        home = home_of(pack, key)
        for requirement in there.requirements:
            own = _of_another(requirement, reference, requirement.cite)
            remarks = tuple(flag for flag in there.flags if flag.id in requirement.flags)
            yield from (ListRow(document, own, "listed", remarks=remarks, home=home) for document in _documents(own))
        return
    if package := pack.acts[reference.act].package:
        yield ListRow(package, Requirement(reference.cite, package, when=reference.when), "by-reference", reference)
    if there:
        yield from _indicative(pack, there, reference)


def _indicative(pack: Pack, there: Edition, reference: ByReference) -> Iterator[ListRow]:
    """What is known of the list that the edition points to."""
    if there.requirements_as_in:
        yield from _as_in(pack, there, reference)
        return
    for requirement in there.requirements:
        shown = _of_another(requirement, reference, reference.cite)
        yield from (ListRow(document, shown, "indicative", reference, requirement.known) for document in _documents(shown))


def _as_in(pack: Pack, edition: Edition, reference: ByReference | None) -> Iterator[ListRow]:
    """The list of an act that is said to be the same."""
    as_in = edition.requirements_as_in
    source = as_in and pack.edition(as_in.act, edition.service)
    if as_in is None or source is None:
        return
    key = EditionKey(as_in.act, edition.service)
    for requirement in source.requirements:
        shown = _of_another(requirement, reference, reference.cite if reference else ())
        remarks = tuple(flag for flag in source.flags if flag.id in requirement.flags)
        for document in _documents(shown):
            yield ListRow(document, shown, "indicative", reference, as_in.known, key, remarks)


def _of_another(requirement: Requirement, reference: ByReference | None, cite: str | tuple[str, ...]) -> Requirement:
    """As it is asked for under the condition of the reference; flags of the other edition are remarks here."""
    when = _both(reference.when if reference else None, requirement.when)
    return requirement._replace(cite=cite, when=when, flags=())


def grounds(pack: Pack, own: Iterable[Ground], section: str, pointed: Pointed) -> Iterator[tuple[Ground, Home | None]]:
    """The edition's grounds, those it only points to in the words of the act that holds them, where that is at hand."""
    for ground in own:
        key, there = pointed.editions.get(ground.act or "", (None, None))
        held = getattr(there, section) if there and pointed.lists(ground.act or "") else ()
        if not (key and held):
            yield ground, None
            continue
        for one in held:
            receipt = one.receipt or ground.receipt
            yield one._replace(when=_both(ground.when, one.when), receipt=receipt, flags=()), home_of(pack, key)


def _documents(requirement: Requirement) -> tuple[str, ...]:
    """Several documents asked for in one breath are a line each."""
    return requirement.all_of or ((requirement.document,) if requirement.document else ())


def _both(one: str | None, other: str | None) -> str | None:
    return f"({one}) and ({other})" if one and other else one or other

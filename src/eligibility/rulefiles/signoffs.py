"""Sign-offs: that a lawyer has read an act's rules beside its text, and by two digests whether they still are what was read.

`rules` is a digest of all that decides: act.yaml and every wording of every edition of the act, the conditions of the
categories that they name, also through other categories, and which documents the catalogue has serve as those they ask for.
`words` is one of the texts: those of the act and its editions, of these categories, and the names of these documents. What all
acts share besides is signed with none: facts with their questions, other names, parameters, calendars; nor is the list of an
act's lines.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from eligibility.law.condition import Name, parsed
from eligibility.law.edition import Edition, Requirement
from eligibility.law.logic import expanded
from eligibility.law.pack import EditionKey, Pack, conditions_in
from eligibility.law.vocabulary import Act, Category, PartText, serving
from eligibility.plain.canonical import digest
from eligibility.plain.records import key_of, plain, revive
from eligibility.rulefiles.folders import Rules, folders_of
from eligibility.words.text import Text

SIGNOFFS = "signoffs"
"""the folder of them in a folder of rules; each file has the name of its act"""

Signed = Literal["rules", "words"]
"""what there is a digest of"""


class SignOff(NamedTuple):
    """Whoever signed an act, when, and what it was then."""

    act: str
    rules: str
    words: str
    name: str
    on: date


class Digests(NamedTuple):
    """Of an act as a pack holds it."""

    rules: str
    words: str


class _Held(NamedTuple):
    """All that is signed of an act."""

    act: Act
    editions: Mapping[str, Edition]
    categories: Mapping[str, Category]
    documents: tuple[str, ...]
    """that it asks for"""

    @classmethod
    def of(cls, pack: Pack, act: str) -> "_Held":
        editions = {str(key): one for key in editions_of(pack, act) if (one := pack.edition(*key))}
        wanted = {id: None for edition in editions.values() for rule in edition.requirements for id in _documents(rule)}
        package = pack.acts[act].package
        named = (*wanted, package) if package else tuple(wanted)
        return cls(pack.acts[act], editions, dict(_categories(pack, editions)), named)


def editions_of(pack: Pack, act: str) -> tuple[EditionKey, ...]:
    """Every wording of every edition of an act."""
    return tuple(key for key in pack.held() if key.act == act)


def digests(pack: Pack, act: str) -> Digests:
    held = _Held.of(pack, act)
    own = {"act": held.act, "editions": dict(held.editions)}
    outside = {"categories": dict(held.categories), "documents": {id: pack.documents[id] for id in held.documents}}
    conditions = {id: category.when for id, category in held.categories.items()}
    rules = {"own": _rules(own), "categories": conditions, "serve_as": _standing_in(pack, held.documents)}
    return Digests(digest(rules), digest(_words(own | outside)))


def changed(pack: Pack, signoff: SignOff) -> Signed | None:
    """What is no longer as it was signed; of rules that changed nobody asks whether their words did."""
    now = digests(pack, signoff.act)
    if now.rules != signoff.rules:
        return "rules"
    return "words" if now.words != signoff.words else None


def signoffs_in(rules: Rules) -> dict[Path, SignOff]:
    """Those of folders that lint passes, by their files."""
    paths = [path for folder in folders_of(rules) for path in sorted((folder.path / SIGNOFFS).glob("*.yaml"))]
    return {path: _read(path) for path in paths}


def _read(path: Path) -> SignOff:
    from eligibility.plain.yamlfile import read_yaml

    return revive(SignOff, read_yaml(path.name, path.read_bytes()).data)


def _documents(rule: Requirement) -> Iterator[str]:
    """All that it names, the name of a group among them."""
    yield from (rule.document,) if rule.document else ()
    yield from rule.all_of
    for one in rule.any_of:
        yield from (one,) if isinstance(one, str) else one.documents


def _categories(pack: Pack, editions: Mapping[str, Edition]) -> Iterator[tuple[str, Category]]:
    """Those that conditions name, themselves or through other categories."""
    for when in conditions_in(_rules(dict(editions))):
        for part in expanded(parsed(when), pack.category_trees):
            if isinstance(part, Name) and part.id in pack.categories:
                yield part.id, pack.categories[part.id]


def _standing_in(pack: Pack, wanted: tuple[str, ...]) -> dict[str, list[str]]:
    """Of each document that may be shown in the place of a wanted one, what it serves as."""
    all_that_do = serving(wanted, pack.documents)
    found = {id: sorted({*all_that_do}.intersection(pack.documents[id].serves_as)) for id in all_that_do}
    return {id: those for id, those in found.items() if those}


_WORDS = (Text, PartText)


def _rules(value: Any) -> Any:
    """Without words, and without what is as it is where nothing is said: a key that a later program knows changes no digest."""
    if isinstance(value, _WORDS):
        return None
    if names := getattr(value, "_fields", None):
        said = {name: part for name in names if (part := getattr(value, name)) != value._field_defaults.get(name, ...)}
        return {key_of(name): _rules(part) for name, part in said.items() if not isinstance(part, _WORDS)}
    if isinstance(value, tuple):
        return [_rules(part) for part in value]
    if isinstance(value, dict):
        return {key: _rules(part) for key, part in value.items()}
    return plain(value)


def _words(value: Any) -> Any:
    """The words alone, at their places; nothing of what has none."""
    if isinstance(value, _WORDS):
        return plain(value)
    if names := getattr(value, "_fields", None):
        return _words({key_of(name): getattr(value, name) for name in names})
    if isinstance(value, dict):
        return {key: words for key, part in value.items() if (words := _words(part))}
    if isinstance(value, tuple):
        found = [_words(part) for part in value]
        return found if any(found) else None
    return None

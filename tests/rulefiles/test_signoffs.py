"""The two digests of an act: words move one, whatever else is said of it moves the other, its layout moves neither."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eligibility.law.edition import Edition
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.vocabulary import Act, PartText
from eligibility.plain.records import plain
from eligibility.plain.yamlfile import read_yaml
from eligibility.review.bends import Bend, bends
from eligibility.rulefiles.lint import load
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.rulefiles.signoffs import Digests, digests
from eligibility.words.text import Text
from tests.broken.broken_examples import BASE

PACK = shipped_pack()
WORDS = (Text, PartText)
KEYS = st.sampled_from(list(PACK.held()))
KEY = EditionKey("kyzylorda-2015-118", "home-care")
TOWN = "town-2018-1"
EDITION = f"acts/{TOWN}/1-wheelchairs.yaml"
SAYS = "{holds: {kk: иә, ru: да}, fails: {kk: жоқ, ru: нет}}"


class At(NamedTuple):
    """A field of a record, or an entry below one, that holds a word or a plain value."""

    path: tuple[Any, ...]
    value: Any


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[At]:
    if isinstance(value, WORDS) or not isinstance(value, tuple | dict):
        yield from (At(path, value),) if value is not None else ()
    elif hasattr(value, "_fields"):
        for name in value._fields:
            yield from leaves(getattr(value, name), (*path, name))
    else:
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, (*path, key))


def replaced(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    step, *rest = path
    if hasattr(value, "_fields"):
        return value._replace(**{step: replaced(getattr(value, step), tuple(rest), other)})
    if isinstance(value, dict):
        return value | {step: replaced(value[step], tuple(rest), other)}
    return (*value[:step], replaced(value[step], tuple(rest), other), *value[step + 1 :])


def other(at: At) -> Any:
    """Something else of the same kind."""
    match at.value:
        case Text(kk, ru):
            return Text(kk, f"{ru}.")
        case PartText(kk, ru):
            return PartText(f"{kk}.", ru)
        case bool():
            return not at.value
        case int():
            return at.value + 1
        case str() if at.value in PACK.documents:
            return next(id for id in PACK.documents if id != at.value)
        case date():
            return at.value + timedelta(1)
        case _:
            return f"not ({at.value})" if at.path[-1] == "when" else f"{at.value}-other"


def with_edition(key: EditionKey, edition: Edition | None) -> Digests:
    """Of the act with one of its editions in another form."""
    assert edition
    return digests(PACK.with_edition(key, edition), key.act)


def with_act(key: EditionKey, act: Act) -> Digests:
    """Of another form of the act, with one of its editions."""
    shared = {section: plain(getattr(PACK, section)) for section in ("categories", "documents")}
    return digests(Pack.of(shared | {"acts": {key.act: plain(act)}}, {key: plain(PACK.edition(*key))}), key.act)


def moved(before: Digests, after: Digests) -> set[str]:
    return {name for name, one, other in zip(Digests._fields, before, after, strict=True) if one != other}


@cache
def signed(act: str) -> Digests:
    return digests(PACK, act)


@given(key=KEYS, data=st.data())
def test_a_text_of_an_edition_moves_the_words_and_anything_else_the_rules(key: EditionKey, data: st.DataObject) -> None:
    edition = PACK.edition(*key)
    at = data.draw(st.sampled_from(list(leaves(edition))))
    found = moved(signed(key.act), with_edition(key, replaced(edition, at.path, other(at))))
    if at.value in PACK.documents:
        found.discard("words")  # its name
    assert found == {"words" if isinstance(at.value, WORDS) else "rules"}, at


@given(key=KEYS, data=st.data())
def test_so_it_is_with_the_act_itself(key: EditionKey, data: st.DataObject) -> None:
    act = PACK.acts[key.act]
    at = data.draw(st.sampled_from([one for one in leaves(act) if one.path != ("package",)]))
    found = moved(with_act(key, act), with_act(key, replaced(act, at.path, other(at))))
    assert found == {"words" if isinstance(at.value, WORDS) else "rules"}, at


@cache
def bent() -> list[Bend]:
    return list(bends(PACK, KEY))


@given(data=st.data())
def test_a_rule_bent_is_another_rule(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(bent()))
    assert "rules" in moved(signed(KEY.act), with_edition(KEY, one.edition)), (one.where, one.what)


@given(key=KEYS, data=st.data())
def test_the_order_of_rules_is_signed(key: EditionKey, data: st.DataObject) -> None:
    edition: Any = PACK.edition(*key)
    lists = [name for name in Edition._fields if type(getattr(edition, name)) is tuple and len(getattr(edition, name)) > 1]
    if lists:
        name = data.draw(st.sampled_from(lists))
        first, *rest = getattr(edition, name)
        assert "rules" in moved(signed(key.act), with_edition(key, edition._replace(**{name: (*rest, first)})))


def test_no_two_acts_of_the_rules_have_the_same_digests() -> None:
    for half in Digests._fields:
        found = [getattr(signed(act), half) for act in PACK.acts]
        assert len(set(found)) == len(found)


# --- what is taken in from outside the act's folder, and what is not


def town(folder: Path, files: Mapping[str, str]) -> Digests:
    """Of the act of the base pack with these files."""
    pack = Path(shutil.copytree(BASE, folder))
    for name, text in files.items():
        (pack / name).write_text(text, encoding="utf-8")
    return digests(load(pack), TOWN)


def of(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    text = (BASE / name).read_text(encoding="utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    return {name: text}


YOUNG = of(EDITION, ("age < 18 or orphan", "young or orphan"))
CATEGORIES = f"child:\n  when: age < 18\n  says: {SAYS}\nyoung:\n  when: child or age == 20\n  says: {SAYS}\n"
PROOF = "{name: {kk: куәлік, ru: удостоверение}, serves_as: [birth-certificate]}"
OTHER_PROOF = PROOF.replace("birth-certificate", "standard-documents")


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        pytest.param(
            YOUNG | {"categories.yaml": CATEGORIES},
            YOUNG | {"categories.yaml": CATEGORIES.replace("age == 20", "age == 21")},
            {"rules"},
            id="the condition of a category that is named",
        ),
        pytest.param(
            YOUNG | {"categories.yaml": CATEGORIES},
            YOUNG | {"categories.yaml": CATEGORIES.replace("age < 18", "age < 17")},
            {"rules"},
            id="the condition of a category that this category names",
        ),
        pytest.param(
            YOUNG | {"categories.yaml": CATEGORIES},
            YOUNG | {"categories.yaml": CATEGORIES.replace("ru: да", "ru: верно", 1)},
            {"words"},
            id="the clause of such a category",
        ),
        pytest.param({}, of("categories.yaml", ("age < 18", "age < 17")), set(), id="a category that nothing names"),
        pytest.param({}, of("documents/documents.yaml", ("заявление", "обращение")), {"words"}, id="the name of a document"),
        pytest.param(
            {}, of("documents/documents.yaml", ("документы по", "бумаги по")), set(), id="the name of a document of another act"
        ),
        pytest.param(
            {}, {"documents/more.yaml": f"identity: {PROOF}\n"}, {"rules"}, id="a document that serves as one that is asked for"
        ),
        pytest.param(
            {"documents/more.yaml": f"identity: {PROOF}\n"},
            {"documents/more.yaml": f"identity: {PROOF}\ncard: {PROOF.replace('birth-certificate', 'identity')}\n"},
            {"rules"},
            id="one that serves as that",
        ),
        pytest.param({}, {"documents/more.yaml": f"plan: {OTHER_PROOF}\n"}, set(), id="one that serves as none of them"),
        pytest.param({}, of("acts/order-1/act.yaml", ("force: unknown", "force: {on: 2017-03-01}")), set(), id="another act"),
        pytest.param({}, of(f"acts/{TOWN}/provisions.yaml", ('"2": reference', '"2": definition')), set(), id="the lines"),
        pytest.param({}, of("act-kinds.yaml", ("ru: постановление}", "ru: указ}")), {"words"}, id="what the kind is called"),
        pytest.param({}, of(EDITION, ('orphan, cite: "1"', 'orphan, cite: "2"')), {"rules"}, id="a citation"),
    ],
)
def test_from_outside(before: Mapping[str, str], after: Mapping[str, str], parts: set[str], tmp_path: Path) -> None:
    assert moved(town(tmp_path / "one", before), town(tmp_path / "two", after)) == parts


# --- how it is written


def turned(data: Any) -> Any:
    """The same data with their keys the other way round."""
    if isinstance(data, dict):
        return {key: turned(part) for key, part in reversed(data.items())}
    return list(map(turned, data)) if isinstance(data, list) else data


@pytest.mark.parametrize("in_braces", [True, False])
def test_the_layout_moves_neither(in_braces: bool, tmp_path: Path) -> None:
    names = (EDITION, "categories.yaml", "documents/documents.yaml")
    data = {name: turned(read_yaml(name, (BASE / name).read_bytes()).data) for name in names}
    files = {
        name: "# Rewritten.\n"
        + yaml.safe_dump(one, allow_unicode=True, sort_keys=False, default_flow_style=in_braces, width=60)
        for name, one in data.items()
    }
    assert moved(town(tmp_path / "one", {}), town(tmp_path / "two", files)) == set()


def test_what_is_said_as_it_is_anyway_moves_neither(tmp_path: Path) -> None:
    said = of(EDITION, ("- {document: application,", "- {document: application, form: unspecified, brought_by: applicant,"))
    assert moved(town(tmp_path / "one", {}), town(tmp_path / "two", said)) == set()

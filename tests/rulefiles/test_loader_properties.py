"""Whatever stands in a rule file, the loader and the linter answer with a pack or with diagnostics; they never fail."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from eligibility.diagnostics.diagnostic import Diagnostic, Place
from eligibility.diagnostics.refusal import Refused
from eligibility.law.pack import Pack
from eligibility.plain.yamlfile import MAX_DEPTH, read_yaml
from eligibility.rulefiles.lint import lint, load
from tests.broken.broken_examples import BASE
from tests.rulefiles.spoilt_files import BASE_FILES, REAL_FILES, RULES, accidents, after, files_with_other_data

EXAMPLES = settings().max_examples
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
ACT = "kyzylorda-2015-118"
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
OF_ONE_ACT = [name for name in REAL_FILES if not name.startswith(("acts/", "calendar/")) or f"/{ACT}/" in name]


@contextmanager
def changed(pack: Path, name: str, content: bytes) -> Iterator[Path]:
    """A pack with one file put in its place."""
    path = pack / name
    before = path.read_bytes() if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    try:
        yield pack
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


@pytest.fixture(scope="module")
def base() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(BASE, Path(folder) / "pack"))


@pytest.fixture(scope="module")
def one_act() -> Iterator[Path]:
    """The shipped rules with the editions of one act."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder)
        for name in OF_ONE_ACT:
            (pack / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(REAL_FILES[name], pack / name)
        yield pack


def check(pack: Path) -> None:
    _, found = lint(pack)
    for one in found:
        assert_sayable(one, pack)
    if any(one.severity == "error" for one in found):
        with pytest.raises(Refused):
            load(pack)
    else:
        use(load(pack))


def assert_sayable(one: Diagnostic, pack: Path) -> None:
    assert one.message()
    assert one.advice()
    assert one.as_json()["where"] == str(one.where)
    if isinstance(one.where, Place):
        lines = LINE_END.split((pack / one.where.file).read_bytes().decode("utf-8", "replace"))
        assert one.where.line >= 1
        assert one.where.column >= 1
        assert one.where.line <= len(lines) + 1  # the end of a file without a last line break


def use(pack: Pack) -> None:
    """Everything of the pack can be made from its data."""
    shared = (pack.facts, pack.categories, pack.contradictions, pack.documents, pack.services, pack.actors, pack.outcomes)
    assert all(
        section is not None
        for section in (*shared, pack.receipt_fields, pack.regions, pack.region_changes, pack.contacts, pack.acts)
    )
    assert all(pack.edition(*key) for key in pack.held())
    assert pack.compiled()


@given(st.data())
@settings(suppress_health_check=SLOW)
def test_a_spoilt_file_beside_the_base_pack(base: Path, data: st.DataObject) -> None:
    files = BASE_FILES | REAL_FILES
    name = data.draw(st.sampled_from([*BASE_FILES, *BASE_FILES, *REAL_FILES]))
    with changed(base, name, after(files[name].read_bytes(), data.draw(accidents()))) as pack:
        check(pack)


@given(st.data())
@settings(max_examples=2 * EXAMPLES, suppress_health_check=SLOW)
def test_other_data_in_the_base_pack(base: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(BASE_FILES)))
    with changed(base, name, data.draw(files_with_other_data(BASE_FILES[name]))) as pack:
        check(pack)


@given(st.data())
@settings(max_examples=EXAMPLES // 8, suppress_health_check=SLOW)
def test_a_spoilt_file_in_the_shipped_rules(one_act: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(OF_ONE_ACT))
    if data.draw(st.booleans()):
        content = after(REAL_FILES[name].read_bytes(), data.draw(accidents()))
    else:
        content = data.draw(files_with_other_data(REAL_FILES[name]))
    with changed(one_act, name, content) as pack:
        check(pack)


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"a: \x00")
@example(b"&a [*a]")
@example(b"a: !!python/object/apply:os.system [ls]")
@example(b"? ? ? ? ? ? ? ?")
@settings(max_examples=3 * EXAMPLES)
def test_any_bytes(content: bytes) -> None:
    file = read_yaml("any.yaml", content)
    assert file.diagnostics or plain(file.data)


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"? ", b"[{a: "])
def test_deep_nesting_is_refused_at_once(opening: bytes) -> None:
    """The composer beneath would end the process."""
    [found] = read_yaml("deep.yaml", opening * (900_000 // len(opening))).diagnostics
    assert found.code == "yaml-too-deep"
    assert isinstance(found.where, Place)
    assert found.where.line == 1
    assert found.where.column <= MAX_DEPTH * len(opening) + 1


@pytest.mark.parametrize("told", [1, 30, MAX_DEPTH])
@pytest.mark.parametrize("opening", ["[", "{a: ", "[{a: ", "[\n", "- ", "? "])
def test_deep_nesting_is_what_it_is_where_the_library_ends_it_itself(
    opening: str, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libyaml 0.2.6 does, as an error of syntax, with only some of the brackets told; others may with fewer."""
    reads = yaml.parse

    def ends_early(text: str, Loader: Any) -> Iterator[yaml.Event]:
        yield from islice(reads(text, Loader=Loader), told)
        raise yaml.scanner.ScannerError("while increasing flow level", None, "exceeded maximum nesting depth", None)

    read_at_once = read_yaml("deep.yaml", opening.encode() * 500).diagnostics
    monkeypatch.setattr(yaml, "parse", ends_early)
    found = read_yaml("deep.yaml", opening.encode() * 500).diagnostics
    assert [(one.code, one.where) for one in found] == [("yaml-too-deep", read_at_once[0].where)]


@pytest.mark.parametrize("content", [b'"' + b"[" * 60, b"a: '" + b"[" * 60 + b"'\n}", b"# " + b"[" * 60 + b"\n}", b"[[a]]]"])
def test_brackets_that_open_nothing_are_no_nesting(content: bytes) -> None:
    [one] = read_yaml("flat.yaml", content).diagnostics
    assert one.code.startswith("yaml-")
    assert one.code != "yaml-too-deep"


def test_aliases_cannot_blow_a_file_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    file = read_yaml("laughs.yaml", "\n".join(lines).encode())
    assert {one.code for one in file.diagnostics} == {"yaml-alias"}
    assert file.data is None


def plain(data: Any) -> bool:
    match data:
        case dict():
            return all(plain(key) and plain(value) for key, value in data.items())
        case list():
            return all(map(plain, data))
        case _:
            return data is None or isinstance(data, (str, int, bool))


def test_a_folder_that_looks_like_a_file(base: Path) -> None:
    folder = base / "documents" / "more.yaml"
    folder.mkdir()
    try:
        assert lint(base)[1] == []
    finally:
        folder.rmdir()


def test_the_shipped_rules_are_whole() -> None:
    assert lint(RULES)[1] == []

"""A letter's code: what it holds, what it never holds, and whether the letter still says what the rules say."""

import hashlib
import re
import shutil
import zlib
from base64 import b32encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.letters.carried import FULL_CODE, code_in
from eligibility.letters.code import MAX_CODE, MAX_PLAIN, RAW, WORDS, letter_code, read_code
from eligibility.letters.formats.rendering import rendered
from eligibility.letters.statement import read_statement
from eligibility.letters.verify import verified
from eligibility.letters.writing import FORMATS, Made, Wanted
from eligibility.plain.canonical import canonical
from tests.letters.examples import PERSON, Example, engine, examples, made
from tests.letters.making import letter_about
from tests.letters.test_kinds import HOUSING, WHEELCHAIR

RULE = Path("acts/kyzylorda-2015-118/3-wheelchairs.yaml")


def wheelchair(kind: Any = "slip", **settings: Any) -> Made:
    return letter_about(engine().decide({**WHEELCHAIR, "person": PERSON}), engine(), Wanted(kind, "both", **settings))


def refused(code: str) -> set[str]:
    with pytest.raises(Refused) as found:
        read_code(code)
    return {one.code for one in found.value.diagnostics}


def changed(tmp_path: Path, old: str, new: str, file: Path = RULE) -> Engine:
    rules = tmp_path / "rules"
    shutil.copytree(resource("rules"), rules)
    text = (rules / file).read_text()
    assert old in text
    (rules / file).write_text(text.replace(old, new, 1))
    return Engine.of_rules(rules, "direct")


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.id)
def test_every_letter_holds_today(example: Example) -> None:
    found = verified(made(example).code.full, engine())
    assert found.same
    assert (found.payload.kind, found.payload.lang) == (example.kind, "both")


@pytest.mark.parametrize("format", [one for one in FORMATS if one != "txt"])
def test_the_file_carries_its_code(format: Any) -> None:
    letter = wheelchair()
    content = rendered(letter, engine().decide(WHEELCHAIR).case.on, format, None)
    assert code_in(content) == letter.code.full


def test_the_code_never_holds_the_person() -> None:
    payload = read_code(wheelchair().code.full)
    assert payload.case.keys() == {"service", "act", "on", "facts", "submitted"}
    for value in PERSON.values():
        assert value not in repr(payload)


def test_without_the_case_there_is_nothing_to_read() -> None:
    letter = wheelchair(with_case=False)
    assert letter.code.full == ""
    assert letter.code.short == wheelchair().code.short
    for format in FORMATS:
        content = rendered(letter, engine().decide(WHEELCHAIR).case.on, format, None)
        assert not FULL_CODE.search(content.decode("latin-1"))
        with pytest.raises(Refused) as refused_file:
            code_in(content)
        assert [one.code for one in refused_file.value.diagnostics] == ["no-code"]
    assert refused(letter.code.short) == {"code-short"}


def test_a_changed_rule_is_told(tmp_path: Path) -> None:
    code = wheelchair().code.full
    found = verified(code, changed(tmp_path, "document: ipr\n", "document: ipr-extract\n"))
    assert not found.same
    assert {"checklist", "names", "intake"} <= set(found.differs)
    assert found.payload.rules != found.rules_now


def test_a_changed_name_is_told(tmp_path: Path) -> None:
    names = next(path for path in resource("rules").glob("documents/*.yaml") if "\nipr:" in path.read_text())
    [line] = re.findall(r"^ipr:.*(?:\n .*)*", names.read_text(), re.MULTILINE)
    file = names.relative_to(resource("rules"))
    found = verified(wheelchair("checklist").code.full, changed(tmp_path, line, line.replace("ru: ", "ru: другая ", 1), file))
    assert found.differs == ("names",)


def test_a_letter_nobody_would_give_today_is_told(tmp_path: Path) -> None:
    code = wheelchair("talon").code.full
    rule = (resource("rules") / RULE).read_text()
    [receipts] = re.findall(r"^receipts:\n(?:  .*\n)+", rule, re.MULTILINE)
    found = verified(code, changed(tmp_path, receipts, ""))
    assert found.refused is not None
    assert "receipts" in found.differs


def test_another_rule_of_the_pack_changes_nothing(tmp_path: Path) -> None:
    other = Path("acts/kyzylorda-2015-118/4-prosthetic-orthopedic-aid.yaml")
    found = verified(wheelchair().code.full, changed(tmp_path, "form: both", "form: copy", other))
    assert found.same
    assert found.payload.rules != found.rules_now


def test_a_tampered_code_is_an_error() -> None:
    code = wheelchair().code.full
    for at in range(4, len(code), 7):
        other = "A" if code[at] != "A" else "B"
        if code[at] != ".":
            assert refused(code[:at] + other + code[at + 1 :]) == {"code-damaged"}
    assert refused(code[:-1]) == {"code-damaged"}
    assert refused(code.replace("EL1", "EL2")) == {"code-unknown"}
    assert refused("x") == {"code-unknown"}
    assert refused("EL1." + "A" * MAX_CODE) == {"code-too-large"}


def test_a_code_read_aloud_or_broken_over_lines_is_understood() -> None:
    code = wheelchair().code.full
    broken = "\n".join(code[at : at + 40] for at in range(0, len(code), 40)).lower()
    assert read_code(broken) == read_code(code)


@pytest.mark.parametrize("content", [b"[]", b"{", b'["slip"]', b'["slip","kk",[],{},true,"",""]', b"0" * 100_000])
def test_a_code_of_something_else_is_an_error(content: bytes) -> None:
    from eligibility.letters import code

    assert refused(code._packed(content)) == {"code-damaged"}


def test_a_file_without_a_code_or_with_two_is_refused() -> None:
    one, other = wheelchair().code.full.encode(), wheelchair("talon").code.full.encode()
    found = {
        b"": "no-code",
        b"%PDF": "no-code",
        b"%PDF" + one: "no-code",
        pdf_about(one.decode() + "\n" + other.decode()): "several-codes",
        pdf_about("a letter"): "no-code",
        pdf_about(None): "no-code",
        b"<p>" + one + b"</p>": "no-code",
    }
    for content, code in found.items():
        with pytest.raises(Refused) as refused_file:
            code_in(content)
        assert [problem.code for problem in refused_file.value.diagnostics] == [code]
    assert code_in(pdf_about(one.decode() + " " + one.decode())) == one.decode()
    assert code_in(one[:40] + b"\n" + one[40:] + b"\n") == one.decode(), "a code saved by itself"


def pdf_about(keywords: str | None) -> bytes:
    writer, written = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.metadata = {"/Keywords": keywords} if keywords else None
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("dropped", [None, "/Metadata", "/Info"])
def test_a_letter_that_a_viewer_saved_again_tells_its_code_still(dropped: str | None) -> None:
    letter = wheelchair()
    content = rendered(letter, engine().decide(WHEELCHAIR).case.on, "pdf", None)
    writer, written = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    if dropped == "/Info":
        writer.metadata = None
    if dropped == "/Metadata":
        del writer.root_object[dropped]
    else:
        packet = writer.root_object["/Metadata"].get_object()
        assert isinstance(packet, StreamObject)
        writer.root_object[NameObject("/Metadata")] = writer._add_object(packet.flate_encode())
    writer.compress_identical_objects()
    writer.write(written)
    assert not FULL_CODE.search(written.getvalue().decode("latin-1"))
    assert code_in(written.getvalue()) == letter.code.full


@given(st.binary(max_size=300))
def test_a_file_that_only_begins_like_a_pdf_carries_no_code(content: bytes) -> None:
    with pytest.raises(Refused):
        code_in(b"%PDF-1.7\n" + content)


def test_a_code_that_unfolds_to_more_than_any_case_is_damaged() -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, RAW, zdict=WORDS)
    found = read_code(wheelchair().code.full)._replace(statement={"number": "1" * 2 * MAX_PLAIN})
    body = b32encode(packed.compress(canonical(found)) + packed.flush()).decode().rstrip("=")
    check = b32encode(hashlib.sha256(f"EL1.{body}".encode()).digest()).decode()[:8]
    with pytest.raises(Refused) as refused:
        read_code(f"EL1.{body}.{check}")
    assert refused.value.diagnostics[0].code == "code-damaged"


def test_a_code_in_a_name_decides_nothing() -> None:
    other = wheelchair("talon").code.full
    case = {**WHEELCHAIR, "person": {"surname": other[:200]}}
    decision = engine().decide(case)
    for with_case in (True, False):
        letter = letter_about(decision, engine(), Wanted("checklist", "kk", with_case=with_case))
        content = rendered(letter, decision.case.on, "html", None)
        if with_case:
            assert code_in(content) == letter.code.full
        else:
            with pytest.raises(Refused):
                code_in(content)


def test_a_long_case_still_makes_a_square() -> None:
    papers = [{"document": "application", "form": "copy", "instead_of": one} for one in list(engine().pack.documents)[:150]]
    case = {**WHEELCHAIR, "submitted": papers}
    decision = engine().decide(case)
    letter = letter_about(decision, engine(), Wanted("slip", "kk"))
    content = rendered(letter, decision.case.on, "pdf", None)
    assert code_in(content) == letter.code.full
    assert verified(letter.code.full, engine()).same


FUEL = {"service": "rural-specialists-fuel", "act": "almaty-region-2018-81", "on": "2019-06-03"}
AMENDED = {"service": "oralman-status", "act": "almaty-region-2018-81", "on": "2019-10-01"}


@pytest.mark.parametrize(
    ("case", "file", "old", "new"),
    [
        (WHEELCHAIR, "acts/kyzylorda-2015-118/act.yaml", "ru: постановление акимата", "ru: решение акимата"),
        (WHEELCHAIR, "receipt-fields/fields.yaml", "ru: дата регистрации", "ru: день регистрации"),
        (WHEELCHAIR, "actors/actors.yaml", "ru: сотрудник", "ru: другой сотрудник"),
        (WHEELCHAIR, "facts/person.yaml", "ru: услугополучатель ", "ru: сам услугополучатель "),
        (FUEL, "acts/order-279-2015/act.yaml", "ru: приказ Министра", "ru: распоряжение Министра"),
        (AMENDED, "acts/almaty-region-2018-81/act.yaml", 'number: "104"', 'number: "105"'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whatever_a_letter_shows_of_the_rules_is_compared(tmp_path: Path, case: Any, file: str, old: str, new: str) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(resource("rules"), rules)
    path = rules / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    code = letter_about(
        engine().decide(case), engine(), Wanted("checklist" if case is not WHEELCHAIR else "talon", "kk")
    ).code.full
    found = verified(code, Engine.of_rules(rules, "direct"))
    assert "names" in found.differs
    assert found.differs in (("names",), ("edition", "names"))


def test_a_letter_on_a_fact_that_is_no_more_is_told(tmp_path: Path) -> None:
    """The rules have changed, not the code been damaged."""
    case = {**WHEELCHAIR, "facts": {"id_shows_iin": True}}
    code = letter_about(engine().decide(case), engine(), Wanted("talon", "kk")).code.full
    rules = tmp_path / "rules"
    shutil.copytree(resource("rules"), rules)
    for path in rules.rglob("*.yaml"):
        path.write_text(path.read_text().replace("id_shows_iin", "id_tells_iin"))
    found = verified(code, Engine.of_rules(rules, "direct"))
    assert not found.same
    assert found.refused is not None


def test_the_longest_statement_can_be_verified() -> None:
    stated = {"ground": "Құжат || Документ", "missing": [f"{n} {'Қ' * 490} || {n} {'Щ' * 490}" for n in range(50)]}
    decision = engine().decide(HOUSING)
    letter = letter_about(
        decision, engine(), Wanted("refuse-acceptance", "both", statement=read_statement(stated, engine().pack))
    )
    for format in FORMATS:
        if format != "txt":
            code = code_in(rendered(letter, decision.case.on, format, None))
            assert verified(code, engine()).same


def test_the_short_code_tells_letters_apart() -> None:
    shorts = [letter_code(read_code(made(one).code.full), True).short for one in examples()]
    assert len(set(shorts)) == len(shorts)

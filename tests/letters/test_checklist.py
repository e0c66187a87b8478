"""What a citizen takes along: the first page, its square for the telephone, what is told of the text and what is not."""

import re
from functools import cache
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from pypdf import PdfReader

from eligibility.diagnostics.refusal import Refused
from eligibility.letters.content import Fields, Heading, Items, Square
from eligibility.letters.formats.html import as_html
from eligibility.letters.formats.pdf import as_pdf
from eligibility.letters.formats.squares import MOST, fitted, square_of
from eligibility.letters.kinds import SIGNED
from eligibility.letters.writing import Made, Wanted
from eligibility.words.shorter import MORE
from tests.letters.examples import engine, examples, made, office
from tests.letters.making import letter_about
from tests.letters.pdf_text import pdf_info, pdf_text, scanned
from tests.letters.test_kinds import HOME_CARE, WHEELCHAIR, letter, with_facts
from tests.letters.test_words import texts

LEAST, LARGE = 12.0, 16.0
"""points"""
ACT = "kyzylorda-2015-118"
ANSWERS: dict[str, list[Any]] = {
    "disability": ["none", "group-1", "child"],
    "age": [9, 70],
    "elderly": [True, False],
    "pension_age": [True, False],
    "war_status": ["none", "participant"],
    "filed_by": ["self", "legal-representative"],
    "representative": ["parent"],
    "id_shows_iin": [True, False],
    "aid_kind": ["surdo", "hygiene"],
    "incapacity_ruling": [True],
}
PERSON = {"surname": "Өтебаева", "name": "Һәнипа", "iin": "900101100004", "phone": "+7 700 000 00 00", "address": "Абай көшесі"}


def checklist(case: dict[str, Any], **looks: Any) -> Made:
    return letter_about(engine().decide({**case, "person": PERSON}), engine(), Wanted("checklist", "both", office(), **looks))


@cache
def longest() -> tuple[dict[str, Any], ...]:
    """Of each edition that lists its papers, the answers by which most are required."""
    return tuple(map(longest_of, sorted(key.service for key in engine().pack.held() if key.act == ACT)))


def longest_of(service: str) -> dict[str, Any]:
    cases = [
        {"service": service, "act": ACT, "on": "2016-03-01", "facts": dict(zip(ANSWERS, values, strict=True))}
        for values in product(*ANSWERS.values())
    ]
    return max((case for case in cases if readable(case)), key=lambda case: len(required(case)))


def readable(case: dict[str, Any]) -> bool:
    try:
        engine().answer(case)
    except Refused:
        return False
    return True


def required(case: dict[str, Any]) -> list[str]:
    return [line.name.kk for line in engine().answer(case).lines_to_read if line.status == "required" and not line.obtained]


def pages_of(content: bytes) -> list[str]:
    return ["".join(page.split()).replace("-", "") for page in pdf_text(content).split("\f")]


def joined(text: str) -> str:
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("case", longest(), ids=lambda case: case["service"])
def test_the_first_page_holds_every_paper_that_is_required(case: dict[str, Any]) -> None:
    assert len(required(case)) >= 4 or case["service"] in ("prosthetic-orthopedic-aid", "wheelchairs")
    for part in checklist(case).parts:
        alone = Made((part,), checklist(case).code, 1)
        page = pages_of(as_pdf(alone, engine().decide(case).case.on))[0]
        boxes = next(block for block in part.blocks if isinstance(block, Items) and block.mark == "box")
        assert len(boxes.items) == len(required(case))
        for item in boxes.items:
            assert joined(item.text) in page
            assert joined(item.form) in page


@pytest.mark.parametrize(("large", "least"), [(False, LEAST), (True, LEAST)])
def test_nothing_on_the_first_page_is_small(large: bool, least: float) -> None:
    content = as_pdf(checklist(WHEELCHAIR, large_print=large), engine().decide(WHEELCHAIR).case.on)
    assert min(sizes_on(content, 0)) >= least
    common = max(set(found := sizes_on(content, 0)), key=found.count)
    assert common >= (LARGE * 0.9 if large else LEAST)


def sizes_on(content: bytes, page: int) -> list[float]:
    """The size of every piece of text on a page."""
    found: list[float] = []

    def seen(text: str, user: Any, place: Any, font: Any, size: float) -> None:
        if text.strip():
            found.append(round(abs(size * place[3] * user[3]), 1))

    PdfReader(BytesIO(content)).pages[page].extract_text(visitor_text=seen)
    return found


def test_the_first_page_says_where_until_when_for_how_much_and_whom_to_call() -> None:
    made = checklist(WHEELCHAIR)
    for part, names in zip(
        made.parts,
        (
            ("Қайда", "Жауап", "Ақысы", "Телефон"),
            ("Куда", "Ответ", "Стоимость", "Телефон"),
        ),
        strict=True,
    ):
        page = pages_of(as_pdf(Made((part,), made.code, 1), engine().decide(WHEELCHAIR).case.on))[0]
        assert all(joined(name) in page for name in names)
        assert "1414" in page


def test_what_comes_next_tells_that_the_term_may_grow() -> None:
    """Annex 1 of № 81, 5(3) item 5: by a month, where something more has to be inquired."""
    case: dict[str, Any] = {"service": "semey-polygon-compensation", "act": "almaty-region-2018-81", "on": "2019-09-10"}
    case["facts"] = {"request": "registration", "channel": "provider-office"}
    kk, ru = checklist(case).parts
    assert any(said.endswith("срок оказания услуги продлевается на 1 месяц.") for said in texts(ru))
    assert any(said.endswith("қызмет көрсету мерзімі 1 айға ұзартылады.") for said in texts(kk))
    _, ru = checklist(with_facts(case, additional_check_needed=False)).parts
    assert not any("продлевается" in said for said in texts(ru))


def term_told(**facts: Any) -> str | None:
    """What the first page tells of the term where it has no day, of annex 1 of № 81."""
    case = {"service": "semey-polygon-compensation", "act": "almaty-region-2018-81", "on": "2019-09-10", "facts": facts}
    _, ru = checklist(case).parts
    rows = [row for block in ru.blocks if isinstance(block, Fields) for row in block.rows]
    return next((row.value for row in rows if row.name == "Срок ответа"), None)


def test_a_term_is_said_to_be_silent_only_where_the_text_is() -> None:
    of_event = "Считается не со дня подачи, а с этого события: день принятия решения"
    assert term_told(request="first-certificate", channel="provider-office") == of_event
    assert (term_told(channel="provider-office") or "").startswith("Зависит от того, на что еще нет ответа")
    assert (term_told(request="compensation", channel="provider-office") or "").startswith("В постановлении не указан.")
    assert term_told(request="registration", channel="egov-portal") is None


@pytest.mark.parametrize("lang", [0, 1], ids=["kk", "ru"])
@pytest.mark.parametrize("case", [*longest(), WHEELCHAIR], ids=lambda case: case["service"])
def test_a_telephone_reads_the_list_off_the_paper(case: dict[str, Any], lang: int) -> None:
    found = checklist(case)
    part = found.parts[lang]
    read = scanned(as_pdf(Made((part,), found.code, 1), engine().decide(case).case.on), dpi=150)
    [words] = [one for one in read if not one.startswith("EL1")]
    [square] = [block for block in part.blocks if isinstance(block, Square)]
    assert words == fitted(square.lines)
    assert len(words.splitlines()) == len(square.lines)
    assert "1414" in words or "7242" in words
    for number in range(1, len(required(case)) + 1):
        assert f"\n{number}. " in words


def test_a_telephone_reads_no_answer_and_no_link() -> None:
    case = with_facts(HOME_CARE, war_status="participant", pension_age=True, age=70)
    for part in checklist(case).parts:
        [square] = [block for block in part.blocks if isinstance(block, Square)]
        said = "\n".join(square.lines)
        assert "://" not in said
        assert not any(value in said for value in PERSON.values())
        assert not re.search("70|первая группа|бірінші топ", said)


def test_words_that_are_too_many_are_cut_and_no_line_is_left_out() -> None:
    lines = [f"{n}. {'көшірмесі салыстырылатын құжат ' * 9}" for n in range(1, 12)] + ["Телефон: 1414"]
    said = fitted(lines)
    assert len(said.encode()) <= MOST
    assert len(said.splitlines()) == len(lines)
    assert said.splitlines()[-1] == "Телефон: 1414"
    assert all(MORE in line and line.startswith(f"{n}. ") for n, line in enumerate(said.splitlines()[:-1], 1))
    assert fitted(["қысқа"]) == "қысқа"


def test_the_page_of_the_screen_draws_the_same_square() -> None:
    made = checklist(WHEELCHAIR)
    page = as_html(made)
    for part in made.parts:
        [square] = [block for block in part.blocks if isinstance(block, Square)]
        assert square_of(fitted(square.lines)).path in page
    assert page.count("<svg") == 2


def test_a_citizen_is_told_at_most_five_general_remarks_and_none_twice() -> None:
    headings = ("Назар аударыңыз", "Обратите внимание")
    with_remarks = 0
    for example in examples():
        if example.kind != "checklist":
            continue
        for part in made(example).parts:
            told = [
                block
                for head, block in zip(part.blocks, part.blocks[1:], strict=False)
                if isinstance(head, Heading) and head.text in headings and isinstance(block, Items)
            ]
            assert all(len(block.items) <= 5 for block in told), example.id
            said = list(texts(part))
            assert all(said.count(item.text) == 1 for block in told for item in block.items), example.id
            with_remarks += len(told)
    assert with_remarks > 1, "or the heading has other words"


def test_official_papers_carry_no_remark_on_the_text() -> None:
    for example in examples():
        if example.kind not in SIGNED:
            continue
        flags = engine().decide(example.case).flags()
        for part in made(example).parts:
            said = " ".join(texts(part))
            for flag in flags:
                assert flag.text[part.lang] not in said, (example.id, flag.id)
                assert flag.do is None or flag.do[part.lang] not in said, (example.id, flag.id)


def test_a_slip_carries_the_remarks_of_its_missing_papers_only() -> None:
    answer = engine().answer(WHEELCHAIR)
    flags = {flag.id: (flag.do or flag.text).ru for flag in answer.flags("citizen")}
    said = " ".join(texts(letter("slip", WHEELCHAIR).parts[1]))
    assert flags["item-3-unconditional"] in said
    named = {id for line in answer.missing for id in line.requirement.flags}
    assert all((flags[id] in said) == (id in named) for id in flags)


def test_the_route_of_the_office_is_told_only_where_it_is_asked_for() -> None:
    route = "Порядок оказания услуги"
    assert route not in texts(letter("checklist", WHEELCHAIR).parts[1])
    assert route in texts(letter("checklist", WHEELCHAIR, with_route=True).parts[1])


def test_a_talon_in_both_languages_is_one_sheet() -> None:
    for example in examples():
        if example.kind == "talon":
            info = pdf_info(as_pdf(made(example), engine().decide(example.case).case.on))
            assert re.search(r"Pages: +1\n", info), example.id
    talon = letter("talon", WHEELCHAIR)
    day = engine().decide(WHEELCHAIR).case.on
    assert re.search(r"Pages: +1\n", pdf_info(as_pdf(Made(talon.parts[:1], talon.code, 1), day)))
    assert re.search(r"Pages: +2\n", pdf_info(as_pdf(letter("talon", WHEELCHAIR, large_print=True), day)))
    assert re.search(r"Pages: +3\n", pdf_info(as_pdf(talon._replace(copies=3), day)))


def test_a_talon_that_has_no_room_on_half_a_sheet_takes_a_sheet() -> None:
    long = {**WHEELCHAIR, "person": {"surname": "Ұ" * 400, "address": "Қ" * 480}}
    assert re.search(r"Pages: +2\n", pdf_info(as_pdf(letter("talon", long), engine().decide(long).case.on)))


def test_a_copy_that_was_presented_is_not_asked_for_again() -> None:
    presented = {**WHEELCHAIR, "submitted": [{"document": "ipr", "form": "copy"}]}
    kk, ru = letter("slip", presented).parts
    assert "Көшірмесі ұсынылды, енді түпнұсқасын көрсетіңіз." in texts(kk)
    assert "Копия представлена, осталось показать подлинник." in texts(ru)
    shown = next(item for block in ru.blocks if isinstance(block, Items) for item in block.items if "программа" in item.text)
    assert shown.form == ""

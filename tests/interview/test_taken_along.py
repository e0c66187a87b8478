"""What a telephone takes along: the whole list where there is room, else how much of it is missing."""

import re
from datetime import date
from functools import cache
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxingcpp import read_barcodes

from eligibility.answer.absent import NoEdition
from eligibility.answer.answer import Answer
from eligibility.answer.square import QUIET, drawn_square, modules_of
from eligibility.engine import Engine
from eligibility.interview.screening import Screening
from eligibility.interview.squeezed import MOST, squeeze
from eligibility.interview.taken_along import AlongLine, Weight, along
from eligibility.law.pack import EditionKey
from eligibility.words.shorter import MORE
from eligibility.words.text import LANGS, Lang, Text
from tests.interview.persons import WAYS, told_all
from tests.interview.small_towns import DAY, needs, town

ENGINE = Engine.shipped("direct")
EDITIONS = list(ENGINE.pack.held())
NS = "{http://www.w3.org/2000/svg}"
SHORTENED = {"kk": "Сыйғызу үшін қысқартылды.", "ru": "Сокращено, чтобы поместилось."}
LEFT_OUT = {
    "kk": re.compile(r"^Сыймаған құжаттар: (\d+), оның ішінде міндетті түрде қажеті: (\d+)\.$", re.MULTILINE),
    "ru": re.compile(r"^Не поместились документы: (\d+), из них обязательные: (\d+)\.$", re.MULTILINE),
}
LARGEST = 4 * 30 + 17
"""modules of a side of version 30"""


@cache
def answer_of(key: EditionKey, way: str) -> Answer:
    return told_all(ENGINE, key, way)


def whole(answer: Answer, lang: Lang) -> str:
    return squeeze(along(answer), lang, 10**6)


def longest(count: int) -> list[EditionKey]:
    return sorted(EDITIONS, key=lambda key: -len(whole(answer_of(key, "first"), "kk").encode()))[:count]


def numbers_in(said: str) -> set[int]:
    return {int(found) for found in re.findall(r"^(\d+)\. ", said, re.MULTILINE)}


def scanned_drawing(svg: str, pixels: int = 3) -> list[str]:
    """What a scanner reads off the drawing, painted by its own path."""
    root = Xml.fromstring(svg)  # noqa: S314
    side = int(root.attrib["viewBox"].split()[2])
    [path] = root.iter(f"{NS}path")
    assert path.get("transform") == f"translate({QUIET} {QUIET})"
    painted = bytearray([255]) * (side * pixels) ** 2
    for y, strokes in re.findall(r"M0 (\d+)\.5([^M]*)", path.attrib["d"]):
        x = QUIET
        for gap, run in re.findall(r"(?:m(\d+) 0)?h(\d+)", strokes):
            x += int(gap or 0)
            for row in range((int(y) + QUIET) * pixels, (int(y) + QUIET + 1) * pixels):
                start = (row * side + x) * pixels
                painted[start : start + int(run) * pixels] = bytes(int(run) * pixels)
            x += int(run)
    return [found.text for found in read_barcodes(memoryview(painted).cast("B", (side * pixels, side * pixels)))]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("way", WAYS)
def test_every_edition_fits_with_all_its_papers(lang: Lang, way: str) -> None:
    for key in EDITIONS:
        answer = answer_of(key, way)
        said = squeeze(along(answer), lang)
        assert len(said.encode()) <= MOST
        assert numbers_in(said) == numbers_in(whole(answer, lang)), key
        assert not LEFT_OUT[lang].search(said)
        assert SHORTENED[lang] not in said or len(whole(answer, lang).encode()) > MOST
        assert not re.search(r"://|www\.", said), key
        assert "1414" in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", [*longest(6), *EDITIONS[::12]], ids=str)
def test_a_telephone_reads_it_letter_for_letter(key: EditionKey, lang: Lang) -> None:
    said = squeeze(along(answer_of(key, "first")), lang)
    assert modules_of(said).side <= LARGEST
    assert scanned_drawing(drawn_square(said, "…")) == [said]


def test_the_fullest_square_is_no_larger_than_a_telephone_reads() -> None:
    assert modules_of("ә" * (MOST // 2)).side == LARGEST
    assert modules_of("ә" * (MOST // 2 + 1)).side > LARGEST


def test_no_answer_is_taken_along() -> None:
    facts = {"disability": "group-1", "war_status": "participant"}
    answer = ENGINE.answer({"service": "home-care", "act": "kyzylorda-2015-118", "on": "2016-03-01", "facts": facts})
    for lang in LANGS:
        assert not re.search("первая группа|бірінші топ|Ваш ответ|Жауабыңыз", whole(answer, lang))


def test_the_drawing_stands_in_a_page_that_allows_no_style() -> None:
    svg = drawn_square("қағаз", 'Тізбе <"телефонға">')
    root = Xml.fromstring(svg)  # noqa: S314
    assert svg.startswith("<svg ")
    assert (root.get("role"), root.get("aria-label")) == ("img", 'Тізбе <"телефонға">')
    assert root.get("shape-rendering") == "crispEdges"
    assert {one.tag for one in root.iter()} == {f"{NS}{tag}" for tag in ("svg", "rect", "path")}
    assert not {name for one in root.iter() for name in one.attrib} & {"style", "class", "id"}


# --- how it is made to fit

WORDS = st.text("абвгдеёжзийқәңөұү ӛ", min_size=1, max_size=90).filter(str.strip)
TEXTS = WORDS.map(lambda text: Text(text, text))
PAPERS = st.builds(
    AlongLine,
    TEXTS,
    st.sampled_from([Weight.SOURCE, Weight.OPEN, Weight.REQUIRED]),
    how=st.none() | st.sampled_from([Text("көшірме", "копия"), Text("түпнұсқа", "подлинник")]),
    options=st.none() | TEXTS,
    note=st.none() | TEXTS,
)
OTHERS = st.builds(AlongLine, TEXTS, st.sampled_from([Weight.PLACE, Weight.HEAD]), whole=st.booleans(), note=st.none() | TEXTS)


def numbered(papers: list[AlongLine]) -> list[AlongLine]:
    return [
        one._replace(text=Text(f"{at}. {one.text.kk}", f"{at}. {one.text.ru}"), number=at) for at, one in enumerate(papers, 1)
    ]


@given(
    st.lists(PAPERS, max_size=40).map(numbered), st.lists(OTHERS, max_size=8), st.sampled_from(LANGS), st.integers(300, MOST)
)
def test_it_always_fits_and_says_how_many_papers_it_leaves_out(
    papers: list[AlongLine], others: list[AlongLine], lang: Lang, most: int
) -> None:
    said = squeeze((*others, *papers), lang, most)
    assert len(said.encode()) <= most
    left = [one for one in papers if one.number not in numbers_in(said)]
    told = LEFT_OUT[lang].findall(said)
    required = sum(one.weight is Weight.REQUIRED for one in left)
    assert told == ([(str(len(left)), str(required))] if left else [])
    if left:
        heaviest = max(one.weight for one in left)
        assert all(one in left for one in papers if one.weight < heaviest)
    if MORE in said or left:
        assert SHORTENED[lang] in said


def lines_of(*papers: AlongLine) -> list[AlongLine]:
    return [AlongLine(Text("тақырып", "заголовок")), *numbered(list(papers))]


def paper(name: str, how: Text | None = None, options: Text | None = None, note: Text | None = None) -> AlongLine:
    return AlongLine(Text(name, name), Weight.REQUIRED, how=how, options=options, note=note)


COPY, NOTE, OPTIONS = Text("көшірме", "копия"), Text("ескертпе " * 9, "примечание " * 9), Text("кез келгені", "любой " * 8)


def test_first_the_form_that_many_share_is_said_once_and_nothing_is_lost() -> None:
    lines = lines_of(*(paper(f"бумага {at}", how=COPY) for at in "абвг"), paper("паспорт", how=Text("түпнұсқа", "подлинник")))
    all_of_it = squeeze(lines, "ru", 1000)
    assert all_of_it.count("– копия") == 4
    said = squeeze(lines, "ru", len(all_of_it.encode()) - 1)
    assert said.splitlines()[1:] == [
        "1. бумага а*",
        "2. бумага б*",
        "3. бумага в*",
        "4. бумага г*",
        "5. паспорт – подлинник",
        "* копия",
    ]


def test_then_notes_go_then_alternatives_then_the_middle_of_names() -> None:
    name = "справка о составе семьи и доходах за три месяца по месту жительства"
    lines = lines_of(paper(name, note=NOTE, options=OPTIONS), paper(name, options=OPTIONS))
    without_notes = squeeze(lines, "ru", 600)
    assert "примечание" not in without_notes
    assert without_notes.count("любой") == 16
    without_options = squeeze(lines, "ru", 400)
    assert without_options.splitlines()[1:] == [f"1. {name}", f"2. {name}", SHORTENED["ru"]]
    cut = squeeze(lines, "ru", 180).splitlines()[1:]
    assert cut == ["1. справка о … жительства", "2. справка о … жительства", SHORTENED["ru"]]


def test_numbers_stay_whole_and_a_name_loses_first_what_stands_behind_it() -> None:
    behind = "заключение врачебно-консультативной комиссии – если сведений нет в системах"
    before = "ИП – сведения о прекращении деятельности предпринимателя или юридического лица"
    named = [paper(f"{at}. [1, 3] {name}", how=COPY)._replace(number=at) for at, name in ((1, behind), (2, before))]
    said = squeeze([AlongLine(Text("тақырып", "заголовок")), *named], "ru", 300)
    assert said.splitlines()[1:3] == [
        "1. [1, 3] заключение врачебно-консультативной комиссии …*",
        "2. [1, 3] ИП – сведения о прекращении деятельности … или юридического лица*",
    ]


def test_a_danger_and_a_telephone_are_never_cut() -> None:
    danger = Text("қауіп", "Не ждите ответа, а вызовите скорую помощь по телефону 103 сейчас же")
    lines = [AlongLine(danger, whole=True), *numbered([paper("справка о доходах семьи за квартал " * 2)] * 12)]
    said = squeeze(lines, "ru", 700)
    assert MORE in said
    assert said.startswith(danger.ru)


# --- of which lines it is made


def said_of(engine: Engine, *services: str) -> str:
    made = Screening.of(engine, "region", DAY, {}).take(services)
    what = made if len(services) > 1 else made.answers[services[0]]
    return squeeze(along(what), "ru", 10**6)


def test_of_one_service_the_papers_stand_by_how_certain_they_are() -> None:
    wanted = needs(
        {"document": "card", "form": "copy", "when": "orphan"},
        {"document": "order", "any_of": ["passport", "card"], "form": "original"},
    )
    said = said_of(town({"a": {"requirements": wanted}}), "a")
    assert said.splitlines() == [
        "a",
        "область, 01.06.2018",
        "Возьмите:",
        "1. Order – подлинник",
        "любой из них: passport; card",
        "Возможно, пока не определено:",
        "2. Card – копия",
        "текст",
    ]


def test_of_a_trip_every_paper_names_the_services_that_want_it() -> None:
    both_want = needs({"document": "card", "form": "copy"})
    said = said_of(town({"a": {"requirements": both_want}, "b": {"requirements": both_want}}), "a", "b")
    assert said.splitlines() == [
        "область, 01.06.2018",
        "[1] a",
        "[2] b",
        "Возьмите:",
        "1. [1, 2] Card – копия, копия для каждой услуги",
        "текст",
    ]


def test_of_what_is_known_from_elsewhere_that_is_said() -> None:
    made = Screening.of(ENGINE, "pavlodar-region", date(2016, 3, 1), {}).take(("wheelchairs",))
    said = squeeze(along(made.answers["wheelchairs"]), "ru").splitlines()
    assert said[1:5] == [
        "Павлодарская область, 01.03.2016",
        "Не определено, действуют ли эти положения на выбранный день.",
        "По другому источнику:",
        "1. Заявление по форме согласно приложению к стандарту",
    ]


def test_where_there_is_no_edition_the_reason_and_the_telephone_are() -> None:
    found = ENGINE.any_answer({"service": "phc-certificate", "region": "akmola-region", "on": "2016-03-01", "facts": {}})
    said = squeeze(along(found), "ru").splitlines()
    assert isinstance(found, NoEdition)
    assert said[2:] == [found.reason.ru, "Телефон: 1414 – единый контакт-центр, звонок бесплатный"]

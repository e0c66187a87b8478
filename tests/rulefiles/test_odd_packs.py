"""What lint finds odd in a pack in which nothing is wrong, and what it lets pass."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from eligibility.files import resource
from eligibility.plain.yamlfile import read_yaml
from eligibility.rulefiles.lint import lint
from eligibility.rulefiles.lint.other_language import is_kazakh, is_russian
from tests.rulefiles.wrong_packs import ACT, OF_HOME, TEXT, Files, act, category, fact, found, home_care

PROVIDERS = "providers:\n  department: {kk: бөлім, ru: отдел}"
STEP = f"steps: [{{step: 1, actor: clerk, action: {TEXT}, cite: '1', duration: {{unit: UNIT, value: 1}}}}]"


def told(folder: Path, files: Files) -> list[tuple[str, str]]:
    return [(code, place) for code, place, _, _ in found(folder, files)]


def test_nothing_is_odd_in_the_rules_that_ship() -> None:
    assert lint(resource("rules"))[1] == []


# --- what nothing names


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (fact("  type: bool\n  says: {holds: {kk: иә, ru: да}, fails: {kk: жоқ, ru: нет}}\n"), "facts/more.yaml:1:1"),
        (category("age < 5"), "categories.yaml:1:1"),
        ({"documents/more.yaml": "visa: {name: {kk: виза, ru: виза}}\n"}, "documents/more.yaml:1:1"),
        ({"actors/more.yaml": "chief: {kk: басшы, ru: глава}\n"}, "actors/more.yaml:1:1"),
        ({"outcomes/more.yaml": "card: {kk: карта, ru: карта}\n"}, "outcomes/more.yaml:1:1"),
        ({"receipt-fields/more.yaml": "room: {name: {kk: бөлме, ru: кабинет}}\n"}, "receipt-fields/more.yaml:1:1"),
        (act((PROVIDERS, PROVIDERS + "\n  centre: {kk: орталық, ru: центр}")), f"{ACT}/act.yaml:11:3"),
    ],
)
def test_what_no_rule_names_is_left_over(files: Files, place: str, tmp_path: Path) -> None:
    assert told(tmp_path, files) == [("unused-id", place)]


@pytest.mark.parametrize(
    "files",
    [
        {"documents/more.yaml": "visa: {name: {kk: виза, ru: виза}, serves_as: [application]}\n"},
        {"regions.yaml": "town: {kk: қала, ru: город}\nother: {kk: ауыл, ru: село}\n"},
        {"services/more.yaml": "later: {title: {kk: кейін, ru: потом}}\n"},
        {"events.yaml": "decision: {kk: шешім, ru: решение}\n"},
        category("age < 5") | home_care("fee: [{fee: free, cite: '1', when: not wrong}]"),
    ],
)
def test_what_cases_or_rules_name_is_not(files: Files, tmp_path: Path) -> None:
    assert told(tmp_path, files) == []


def test_an_error_comes_first(tmp_path: Path) -> None:
    """A misspelt name leaves the right one unused: telling both would say one thing twice."""
    files = {"documents/more.yaml": "visa: {name: {kk: виза, ru: виза}}\n"}
    assert told(tmp_path, files | home_care("requirements: [{document: visaa, cite: '1'}]")) == [
        ("undefined-document", f"{OF_HOME}:4:27")
    ]


# --- languages


@pytest.mark.parametrize(
    "text",
    [
        "свидетельство о рождении",
        "Справка с места работы",
        "Срок не указывается.",
        "прием по будним дням",
        "заявление",
        "в течение десяти рабочих дней",
        "Представляет документы в канцелярию",
        "выдача удостоверения получателю",
    ],
)
def test_russian_is_known_by_its_words(text: str) -> None:
    assert is_russian(text)
    assert not is_kazakh(text)


@pytest.mark.parametrize(
    "text",
    ["бала", "бала емес", "Наурыз мейрамы", "жауапты орындаушы", "паспорт", "ребенок", "egov.kz порталы", "«о, в, на»"],
)
def test_what_may_be_either_is_let_pass(text: str) -> None:
    assert not is_russian(text)
    assert not is_kazakh(text)


@pytest.mark.parametrize(
    ("text", "kazakh"),
    [
        ("жұмыс күндері", True),
        ("акт өтірік", True),
        ("слово «күн» вместо «күні»", False),
        ("постановление № 329-Ө-М", False),
        ("город Өскемен", False),
        ('слово "күн"', False),
    ],
)
def test_kazakh_is_known_by_its_letters_outside_quotes_and_names(text: str, kazakh: bool) -> None:
    assert is_kazakh(text) is kazakh


def test_no_kazakh_text_of_ours_is_taken_for_russian() -> None:
    with (resource("locales") / "kk" / "LC_MESSAGES" / "eligibility.po").open("rb") as file:
        messages = [message.string for message in read_po(file) if message.id]
    texts = [str(text) for one in messages for text in (one if isinstance(one, (tuple, list)) else (one,))]
    assert [text for text in texts if is_russian(text)] == []


def test_nearly_every_russian_text_of_ours_would_be_found_in_a_kazakh_place() -> None:
    texts = [ru for path in sorted(resource("rules").rglob("*.yaml")) for ru in russian(read_yaml("", path.read_bytes()).data)]
    assert len(texts) > 1500
    assert sum(map(is_russian, texts)) / len(texts) > 0.85


def russian(data: Any) -> list[str]:
    if isinstance(data, dict) and set(data) == {"kk", "ru"}:
        return [data["ru"]] if isinstance(data["ru"], str) else []
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for one in below for text in russian(one)]


def test_the_same_sentence_twice_is_in_one_language(tmp_path: Path) -> None:
    same = '{kk: "тек паспорт пен виза", ru: "тек паспорт пен виза"}'
    assert told(tmp_path, home_care(f"hours: [{{cite: '1', text: {same}}}]")) == [("other-language", f"{OF_HOME}:4:32")]


# --- clauses, terms, calendars


@pytest.mark.parametrize(
    ("holds", "fails", "alike"),
    [
        ("{kk: бала, ru: ребенок}", "{kk: бала емес, ru: не ребенок}", []),
        ("{kk: бала, ru: ребенок}", "{kk: «Бала»., ru: не ребенок}", ["kk"]),
        ("{kk: бала, ru: ребенок}", "{kk: бала  , ru: Ребенок!}", ["kk", "ru"]),
    ],
)
def test_a_clause_and_its_opposite_differ(holds: str, fails: str, alike: list[str], tmp_path: Path) -> None:
    files = {"categories.yaml": f"child:\n  when: age < 18\n  says:\n    holds: {holds}\n    fails: {fails}\n"}
    assert [said for _, _, said, _ in found(tmp_path, files)] == [
        f"the clauses under holds and fails say the same in {lang}" for lang in alike
    ]


@pytest.mark.parametrize(
    ("first", "second", "odd"),
    [
        ("", "", True),
        ("when: age < 18, ", "", False),
        ("", "when: age < 18, ", False),
        ("", "flags: [two-terms], ", False),
        ("", "from: decision, ", False),
        ("from: decision, ", "from: decision, ", True),
    ],
)
def test_two_total_terms_for_everybody_compete(first: str, second: str, odd: bool, tmp_path: Path) -> None:
    term = f"text: {TEXT}, cite: '1', duration: {{value: 9, unit: months}}"
    flag = f"flags: [{{id: two-terms, kind: contradictory, for: clerk, leaves: term, cite: '1', text: {TEXT}}}]"
    files = home_care(f"stated_terms: [{{{first}{term}}}, {{{second}{term}}}]", flag)
    files |= {"events.yaml": "decision: {kk: шешім, ru: решение}\n"}
    assert [code for code, _ in told(tmp_path, files)] == (["terms-compete"] if odd else [])


@pytest.mark.parametrize(
    ("unit", "adopted", "odd"),
    [
        ("working-days", "2017", True),
        ("working-hours", "2017", True),
        ("within-working-day", "2017", True),
        ("calendar-days", "2017", False),
        ("months", "2017", False),
        ("working-days", "2018", False),
    ],
)
def test_a_term_of_working_days_needs_a_calendar(unit: str, adopted: str, odd: bool, tmp_path: Path) -> None:
    step = STEP.replace("UNIT", unit).replace(", value: 1" if unit.startswith("within") else "?", "")
    files = home_care(step) | act(("2018-01-10", f"{adopted}-01-10"), ("2018 жылғы", f"{adopted} жылғы"))
    files[f"{ACT}/act.yaml"] = files[f"{ACT}/act.yaml"].replace("января 2018", f"января {adopted}")
    assert [code for code, _ in told(tmp_path, files)] == (["calendar-lacking"] if odd else [])

"""Whole answers as data: what a program that embeds this one reads of a small town, key by key."""

import json
from typing import Any

from eligibility.answer.contract import decided, part_data, questions_data, reason_json, terms_data
from eligibility.answer.contract_parts import in_words
from tests.answer.contract_schema import keeps_the_contract
from tests.answer.small_town import PAGE, Town, flag, page
from tests.answer.town_editions import AS_KNOWN, BROUGHT, CONTACTS, DAYS, NOWADAYS, POINTING, WHOLE
from tests.reasoning.small_editions import both

MONTHS = {"unit": "months", "value": 3}
FULLER = Town(
    **{
        **WHOLE,
        "flags": [flag("way"), flag("money", "money", "clerk", do=None), flag("seen", for_="lawyer", when="seen")],
        "requirements": [
            *WHOLE["requirements"],
            {"document": "order", "any_of": ["child-card", {"all_of": ["card", "passport"]}], "cite": "6(5)"},
            {
                "document": "order",
                "valid": {"value": 10, "unit": "calendar-days", "cite": "8"},
                "when": "alone",
                "cite": "6(6)",
            },
            {"document": "passport", "valid": {"value": 1, "unit": "months"}, "when": "unsaid", "cite": "6(7)"},
        ],
        "fee": [*WHOLE["fee"], {"fee": "paid", "when": "alone", "cite": "4"}],
        "results": [
            {**WHOLE["results"][0], "valid": MONTHS, "form": "electronic"},
            {"outcome": "grant", "text": both("Выплата частями."), "when": "alone", "cite": "5"},
            {"outcome": "denial", "text": both("Отказ."), "when": "seen", "cite": "5"},
        ],
        "receipts": [
            {"receipt": "talon", "shows": ["day"], "form": "paper", "cite": "5", "flags": ["result"]},
            {"receipt": "referral", "shows": ["day"], "when": "orphan", "cite": "5"},
        ],
        "refuse_to_accept": [
            {**WHOLE["refuse_to_accept"][0], "receipt": {"annex": "3", "issued_by": "head"}},
            {"id": "c", "text": both("по стандарту"), "act": "standard", "para": "9", "cite": "8(3)"},
        ],
        "refuse_service": [
            *WHOLE["refuse_service"],
            {"id": "d", "text": both("не одинок"), "when": "alone", "cite": "8(4)"},
        ],
        "appeal": [
            *WHOLE["appeal"],
            {"to": both("в суд"), "since": both("день отказа"), "when": "alone", "cite": "10"},
        ],
        "stated_terms": [
            *WHOLE["stated_terms"],
            {"text": both("иначе"), "duration": MONTHS, "when": "alone", "from": "decision", "cite": "11"},
        ],
        "pauses": [
            {"pause": "extension", "text": both("Продлевается."), "when": "alone", "cite": "12", "flags": ["appeal"]},
            {"pause": "suspension", "text": both("Стоит."), "duration": DAYS, "notice": DAYS, "when": "orphan", "cite": "12"},
        ],
        "steps": [
            *WHOLE["steps"],
            {"step": 2, "actor": "head", "action": both("ждет"), "part_of": 1, "cite": "11"},
            {"step": 3, "actor": "head", "action": both("выдает"), "duration": DAYS, "when": "alone", "cite": "11"},
            {"step": 3, "actor": "head", "action": both("шлет"), "duration": MONTHS, "when": "not alone", "cite": "11"},
            {"step": 4, "actor": "head", "action": both("пишет"), "duration": DAYS, "from": "decision", "cite": "11"},
        ],
    }
)


def shown(found: dict[str, Any]) -> str:
    """Without the receipt, which tells of the program; of texts the Russian alone; on one line what has room there."""
    keeps_the_contract(found)
    return _laid_out(_in_russian({**found, "receipt": None}), "\n") + "\n"


def shown_part(found: dict[str, Any]) -> str:
    assert "receipt" in found
    return _laid_out(_in_russian({**found, "receipt": None}), "\n") + "\n"


def _in_russian(data: Any) -> Any:
    if isinstance(data, list):
        return [_in_russian(one) for one in data]
    if not isinstance(data, dict):
        return data
    return {key: _in_russian(one) for key, one in data.items() if key != "kk" or "ru" not in data}


def _laid_out(data: Any, new_line: str) -> str:
    line = json.dumps(data, ensure_ascii=False)
    if len(new_line + line) < 140 or not isinstance(data, (list, dict)):
        return line
    deeper = new_line + " "
    if isinstance(data, list):
        return "[" + ",".join(f"{deeper}{_laid_out(one, deeper)}" for one in data) + new_line + "]"
    return "{" + ",".join(f'{deeper}"{key}": {_laid_out(one, deeper)}' for key, one in data.items()) + new_line + "}"


def test_of_an_edition_that_says_all() -> None:
    assert shown(FULLER(BROUGHT, orphan=True, seen=True, filed_by="parent", age=30, channel="phone").data()) == page(
        "fuller-brought", "json"
    )


def test_of_the_same_where_little_is_answered() -> None:
    """What is open is neither met nor expected."""
    assert shown(FULLER(told={"events": {"decision": "2018-09-10"}}).data()) == page("fuller-open", "json")


def test_whom_the_service_is_for() -> None:
    people: list[dict[str, Any]] = [{"orphan": False}, {"orphan": True, "alone": False}, {}]
    assert [FULLER(**facts).data()["for_whom"]["status"] for facts in people] == ["yes", "no", "undetermined"]


def test_of_a_list_that_is_elsewhere() -> None:
    assert shown(POINTING(["card"], orphan=True).data()) == page("elsewhere", "json")


def test_of_what_is_known_from_elsewhere() -> None:
    assert shown(AS_KNOWN([], "standard", {"region": "town"}, orphan=True).data()) == page("known", "json")


def test_of_a_region_that_is_another_today() -> None:
    changed = Town(changes=[{"before": ["town"], "after": ["village"], "on": "2016-01-01", "known": PAGE}])
    found = changed(told={"region": "town"}).data()
    keeps_the_contract(found)
    assert found["region"]["regions"] == ["village"]
    assert found["region"]["ru"].startswith("В этот день такого региона уже нет")


def test_of_no_papers_and_no_calendar() -> None:
    town = Town(
        years=[2018],
        no_papers={"cite": "4"},
        stated_terms=[{"text": both("год"), "duration": {**DAYS, "value": 300}, "cite": "11"}],
    )
    found = town().data()
    keeps_the_contract(found)
    assert found["no_papers"] == {"cite": found["no_papers"]["cite"], "flags": []}
    assert found["checklist"] == []
    assert (found["terms"]["year_lacking"], found["terms"]["stated"], found["terms"]["due"]) == (2019, None, None)
    assert found["terms"]["because"]["ru"] == "Сроки не рассчитаны: в рабочем календаре нет данных на 2019 год."


def test_of_an_edition_that_may_not_speak() -> None:
    silent = FULLER.engine.answer({"service": "care", "act": "act", "on": "2015-01-20", "facts": {"orphan": True}})
    assert shown(silent.data()) == page("not-in-effect", "json")


def test_of_no_edition() -> None:
    town = Town(today={**NOWADAYS, "names": {"ru": "новый уход"}}, contacts=CONTACTS, title={"ru": "О стандарте"})
    assert shown(town.absent("village").data()) == page("absent", "json")


COUNTED = Town(
    stated_terms=[{"text": both("срок"), "duration": {**DAYS, "plus": {"value": 2, "unit": "hours"}}, "cite": ["11", "12"]}],
    steps=[
        {"step": 1, "actor": "head", "action": both("решает"), "duration": {"unit": "hours", "value": 2}, "cite": "11"},
        {"step": 2, "actor": "head", "action": both("выдает"), "duration": DAYS, "cite": ["11", "12(3)"]},
    ],
    pauses=[{"pause": "extension", "text": both("Продлевается."), "duration": DAYS, "when": "orphan", "cite": "12"}],
    requirements=[{"document": "card", "when": "stay < 5 and kind == surdo and birth_date < 2001-01-01", "cite": "6"}],
)


def test_terms_alone() -> None:
    answer = COUNTED(orphan=True)
    assert shown_part(terms_data(answer, answer.ledger)) == page("terms", "json")
    assert terms_data(answer, None)["terms"] is None


def test_questions_alone() -> None:
    assert shown_part(questions_data(COUNTED())) == page("questions", "json")
    assert questions_data(COUNTED.engine.answer({"service": "care", "act": "act", "on": "2015-01-20"}))["questions"] == []


def test_the_parts_are_those_of_the_whole() -> None:
    answer = COUNTED(orphan=True)
    whole = answer.data()
    for name in ("edition", "checklist", "terms", "questions", "intake"):
        assert in_words(part_data(answer, name)) == whole[name]
    without = decided(answer)
    assert without.keys() == whole.keys() - {
        "contract",
        "service",
        "service_name",
        "for",
        "reason",
        "region",
        "today",
        "receipt",
    }
    assert "why" not in without["checklist"][0]
    assert without["checklist"][0]["status"] == whole["checklist"][0]["status"]


def test_what_a_status_was_derived_from() -> None:
    answer = COUNTED(stay=3, kind="surdo", birth_date="2000-06-01")
    [line] = answer.lines
    assert shown_part({"reason": reason_json(answer.decision, line.reason), "receipt": None}) == page("reason", "json")


def test_text_is_written_as_it_is_read() -> None:
    assert '"ru": "уход"' in COUNTED().json()


def test_as_text_it_is_the_same() -> None:
    """Put together from pieces that answers have in common."""
    for town in (FULLER, POINTING):
        answers = [
            town(),
            town(["card"], orphan=True),
            town(orphan=True),
            town(orphan=False, channel="phone"),
            town(channel="office"),
        ]
        for answer in answers:
            told, found = json.loads(answer.json()), answer.data()
            assert {**told, "receipt": None} == {**found, "receipt": None}

"""What the small town's act says of its service in full, and what is known of it where that act says nothing."""

from typing import Any

from tests.answer.small_town import PAGE, RUMOUR, Town, flag
from tests.reasoning.small_editions import both

__all__ = ["AS_KNOWN", "BROUGHT", "CONTACTS", "DAYS", "KNOWN", "LISTS", "NOWADAYS", "POINTING", "TOWN", "WHOLE"]

REMARKS = ("circle", "parent", "way", "fee", "result", "paper", "office", "compare", "ground", "appeal")
DAYS: dict[str, Any] = {"unit": "working-days", "value": 5}
WHOLE: dict[str, Any] = {
    "for_whom": {
        "when": "not orphan or alone",
        "text": both("Услуга – для всех, кроме сирот."),
        "cite": "1",
        "flags": ["circle"],
    },
    "applicants": [
        {"filed_by": "self", "when": "not child", "cite": "2"},
        {"filed_by": "parent", "when": "child", "cite": "2", "flags": ["parent"]},
    ],
    "channels": [
        {"channel": "office", "cite": "3"},
        {"channel": "portal", "when": "alone", "cite": "3", "flags": ["way"]},
        {"channel": "portal", "when": "not alone", "only": "result", "cite": "3"},
    ],
    "fee": [
        {"fee": "free", "when": "orphan", "cite": "4", "flags": ["fee"]},
        {"fee": "paid", "when": "not orphan", "text": both("плата по тарифу"), "cite": "4"},
    ],
    "results": [
        {"outcome": "grant", "text": both("Выплата."), "cite": "5", "flags": ["result"]},
        {"outcome": "denial", "text": both("Отказ."), "when": "seen", "cite": "5"},
    ],
    "requirements": [
        {"document": "application", "form": "original", "cite": "6(1)"},
        {"document": "conclusion", "when": "orphan", "cite": "6(2)", "flags": ["paper"]},
        {"document": "passport", "any_of": ["order"], "when": "orphan", "form": "copy", "copies": 2, "cite": "6(3)"},
        {"document": "card", "brought_by": "office", "cite": "6(4)", "flags": ["office"]},
    ],
    "comparison": {"cite": "7", "flags": ["compare"]},
    "refuse_to_accept": [
        {"id": "a", "text": both("пакет неполон"), "when": "file_incomplete", "cite": "8(1)", "flags": ["ground"]},
    ],
    "refuse_service": [{"id": "b", "text": both("нет показаний"), "when": "seen", "cite": "8(2)"}],
    "appeal": [{"to": both("начальнику"), "within": {"unit": "months", "value": 3}, "cite": "10", "flags": ["appeal"]}],
    "stated_terms": [{"text": both("срок"), "duration": DAYS, "cite": "11"}],
    "steps": [
        {"step": 1, "actor": "head", "action": both("решает"), "duration": {**DAYS, "value": 3}, "cite": "11"},
    ],
    "flags": [
        *map(flag, REMARKS),
        flag("danger", "danger"),
        flag("money", "money", "clerk"),
        flag("channel", "channel", "clerk"),
        flag("general", "applicant"),
        flag("lawyer", "text", "lawyer"),
    ],
}
BROUGHT = ["application", {"document": "passport", "form": "copy"}, "child-card"]
TOWN = Town(**WHOLE)


LISTS = Town(
    requirements=[
        {
            "document": "card",
            "when": "orphan",
            "form": "copy",
            "valid": {"value": 10, "unit": "calendar-days", "cite": "8"},
            "cite": "6(1)",
        },
        {"document": "card", "when": "orphan", "form": "copy", "cite": "6(2)", "flags": ["twice"]},
        {"document": "order", "when": "alone", "any_of": ["passport", "conclusion"], "brought_by": "office", "cite": "6(3)"},
        {"document": "application", "cite": "6(4)", "valid": {"value": 1, "unit": "months"}},
    ],
    flags=[flag("twice", "documents")],
)
ODD = [
    flag("odd", "documents", "clerk", cite="6"),
    flag("other", "documents", cite="6"),
    flag("lawyer", "text", "lawyer", cite="6"),
]
POINTING = Town(
    standard={"known": PAGE, "requirements_as_in": {"act": "source", "known": RUMOUR}},
    source={
        "requirements": [
            {"document": "application", "cite": "6(1)", "flags": ["odd"]},
            {"document": "conclusion", "when": "orphan", "form": "copy", "cite": "6(2)", "flags": ["odd", "other", "lawyer"]},
            {"document": "passport", "any_of": ["order", "card"], "when": "alone", "cite": "6(3)"},
            {"document": "card", "brought_by": "office", "cite": "6(4)"},
        ],
        "flags": ODD,
    },
    documents_from=[{"act": "standard", "para": "9", "cite": "4", "flags": ["list"]}],
    flags=[flag("list", "documents", "clerk", cite="4")],
)

OF_A_STATE_BODY = {"source": both("страница"), "as_of": both("2018 год"), "confidence": "official"}
CONTACTS: dict[str, Any] = {
    "line": {"number": "1414", "name": both("справочная"), "hours": both("круглосуточно"), **OF_A_STATE_BODY},
    "town": {"number": "109", "name": both("город"), "regions": ["town"], "services": ["care"], **OF_A_STATE_BODY},
}
NOWADAYS: dict[str, Any] = {
    "status": "regulated",
    "acts": ["standard"],
    "names": {"kk": "күтім", "ru": "новый уход"},
    "note": both("Подают на портале."),
    "source": both("сайт"),
    "as_of": both("2018 год"),
}
DAYS = {"unit": "working-days", "value": 5}
KNOWN: dict[str, Any] = {
    "known": PAGE,
    "provider": "office",
    "requirements": [
        {"document": "application", "known": PAGE},
        {"document": "conclusion", "when": "orphan", "known": RUMOUR, "form": "copy"},
        {"document": "passport", "any_of": ["order", "card"], "when": "alone", "known": PAGE},
        {"document": "card", "brought_by": "office", "known": PAGE},
    ],
    "channels": [
        {"channel": "office", "known": PAGE},
        {"channel": "portal", "when": "orphan", "known": RUMOUR},
    ],
    "fee": [{"fee": "free", "known": RUMOUR}],
    "stated_terms": [
        {"text": both("как правило, 5 рабочих дней"), "duration": DAYS, "known": PAGE},
        {"text": both("дольше"), "duration": {**DAYS, "value": 15}, "when": "orphan", "known": RUMOUR},
    ],
    "refuse_to_accept": [{"id": "a", "text": both("пакет неполон"), "when": "file_incomplete", "known": PAGE}],
    "refuse_service": [{"id": "b", "text": both("нет показаний"), "when": "seen", "known": RUMOUR}],
}
AS_KNOWN = Town(standard=KNOWN, today=NOWADAYS, contacts=CONTACTS, title=both("О стандарте ухода"))

"""What a paper says of itself and of its days: that it is not the document itself, that a way is closed, that a day moved."""

from typing import Any

from eligibility.letters.kinds import LetterKind
from tests.letters.examples import GROUND
from tests.letters.test_kinds import HOUSING, SOUTH, TSA_DAY, WHEELCHAIR, letter
from tests.letters.test_words import texts


def test_of_a_closed_way_no_course_of_things_is_told() -> None:
    for channel, told in (("telephone", False), ("provider-office", True)):
        kk, ru = letter("checklist", {**WHEELCHAIR, "facts": {"channel": channel}}).parts
        assert ("Что будет дальше" in texts(ru)) is told
        assert ("Әрі қарай не болады" in texts(kk)) is told


def test_a_print_of_what_is_issued_otherwise_says_that_it_is_not_it() -> None:
    """№ 81, annexes 4, 18 and № 43, annex 3: on a form of order № 320, electronically, with the provider's signature."""
    attachment = {
        "service": "phc-attachment",
        "act": "almaty-region-health-2019-43",
        "on": "2019-06-03",
        "facts": {"channel": "egov-portal", "filed_by": "self", "age": 30, "pension_age": False, "disability": "none"},
    }
    tsa = {"service": "targeted-social-assistance", "act": "almaty-region-2018-81", "on": TSA_DAY, "facts": {}}
    prints: list[tuple[LetterKind, dict[str, Any], str]] = [
        ("notice", tsa, "по форме, утвержденной приказом от 5 мая 2015 года № 320"),
        ("notice", attachment, "согласно приложению к стандарту, с ЭЦП услугодателя"),
        ("notice", HOUSING, "выдается в электронной форме"),
        ("refusal", HOUSING, "выдается в электронной форме"),
    ]
    for kind, case, form in prints:
        stated: dict[str, Any] = {"ground": GROUND} if kind == "refusal" else {}
        kk, ru = letter(kind, case, **stated).parts
        (said,) = [one for one in texts(ru) if "распечатка его не заменяет" in one]
        assert form in said
        assert len([one for one in texts(kk) if "қағаз оның орнын баспайды" in one]) == 1
    kk, ru = letter("notice", WHEELCHAIR).parts
    assert "распечатка" not in " ".join(texts(ru))


def test_filed_on_a_day_off_a_checklist_says_from_which_day_it_counts_and_by_what() -> None:
    saturday = {**WHEELCHAIR, "on": "2016-03-12", "facts": {"channel": "provider-office"}}
    moved = "программа считает их со следующего рабочего дня: 14 марта 2016 года"
    for case, told in ((saturday, 1), ({**saturday, "on": "2016-03-11"}, 0)):
        for with_route in (False, True):
            kk, ru = letter("checklist", case, with_route=with_route).parts
            assert sum(moved in one for one in texts(ru)) == told
            assert sum("2016 жылғы 14 наурыз" in one and "демалыс күні" in one for one in texts(kk)) == told
    standard = {"service": "wheelchairs", "act": SOUTH, "on": "2013-03-30", "facts": {"channel": "provider-office"}}
    kk, ru = letter("checklist", standard, with_route=True).parts
    assert sum("1 апреля 2013 года" in one and "нерабочий день" in one for one in texts(ru)) == 1


def test_who_renders_the_service_is_called_as_the_act_calls_him() -> None:
    """№ 370: «уәкілетті орган»; the later decrees say «көрсетілетін қызметті беруші»."""
    chair = {"service": "wheelchairs", "act": SOUTH, "on": "2013-03-01", "facts": {"channel": "provider-office"}}
    for kind in ("notice", "refusal"):
        stated: dict[str, Any] = {"ground": GROUND} if kind == "refusal" else {}
        kk, ru = (" ".join(texts(part)) for part in letter(kind, chair, **stated).parts)
        assert "Уполномоченный орган" in ru
        assert "Уәкілетті орган" in kk
        assert "слугодател" not in ru
        assert "көрсетілетін қызметті беруші" not in kk.casefold()
    _, ru = (" ".join(texts(part)) for part in letter("refusal", HOUSING, ground=GROUND).parts)
    assert "Услугодатель рассмотрел" in ru


def test_an_amendment_that_is_only_inferred_is_no_legal_basis() -> None:
    """№ 43: of the note of annexes 5 and 6 the last words alone are left; annex 7 names № 434, annex 17 was added by it."""
    services = {
        "tb-dispensary-certificate": None,
        "psychoneurological-certificate": None,
        "narcological-certificate": "изложено в новой редакции постановлением от 8 октября 2019 года № 434",
        "treatment-abroad-documents": "введено постановлением от 8 октября 2019 года № 434",
    }
    for service, changed in services.items():
        case = {"service": service, "act": "almaty-region-health-2019-43", "on": "2020-01-20", "facts": {}}
        kk, ru = (" ".join(texts(part)) for part in letter("checklist", case).parts)
        assert ("№ 434" in ru, "№ 434" in kk) == (changed is not None,) * 2
        assert changed is None or changed in ru

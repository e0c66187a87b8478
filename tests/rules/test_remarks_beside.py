"""A remark for citizens says nothing that the answer beside it denies. Each is told beside what it is about."""

from typing import Any

from eligibility.answer.telling import tell_answer
from eligibility.engine import Engine

ENGINE = Engine.shipped("direct")
CHILD = {"aid_kind": "surdo", "age": 8, "disability": "child", "war_status": "none", "filed_by": "legal-representative"}


def told(service: str, act: str, on: str, **facts: Any) -> str:
    answer = ENGINE.answer({"service": service, "act": act, "on": on, "facts": facts})
    return " ".join(part.text.ru for part in tell_answer(answer, "citizen"))


def test_a_mother_is_not_told_to_bring_a_guardians_document() -> None:
    """№ 118, annex 6: nobody asks whether the child has parents, so the remark says of which child it speaks."""
    said = told("surdo-tiflo-hygiene-aids", "kyzylorda-2015-118", "2016-03-01", **CHILD)
    assert "За такого ребенка возьмите документ попечителя или усыновителя." in said


def test_of_two_documents_the_text_accepts_one() -> None:
    """№ 118, annex 1, 6(1): «көрсетілетін қызметті алушының не оның заңды өкілінің жеке басын куәландыратын құжат»."""
    said = told(
        "personal-assistant-sign-language",
        "kyzylorda-2015-118",
        "2016-03-01",
        filed_by="legal-representative",
        disability="group-1",
    )
    assert "Достаточно любого из следующих документов" in said
    assert "По постановлению достаточно одного документа" in said


def test_a_way_that_is_closed_is_not_called_unclear() -> None:
    """Paragraph 1 of the annexes names the ways, the office not among them; paragraph 5 speaks of its taking documents."""
    for service, act, on in (
        ("housing-assistance", "almaty-region-2018-81", "2018-07-02"),
        ("rehabilitated-person-certificate", "almaty-region-2018-81", "2019-09-02"),
    ):
        said = told(service, act, on, channel="provider-office")
        assert "Так подать заявление нельзя" in said
        assert "Среди способов подачи канцелярии учреждения нет" in said
        assert "в канцелярию учреждения, в постановлении сказано неясно" not in said


def test_both_portals_that_the_text_names_are_ways() -> None:
    """№ 81, annex 16, 1(2): «www.egov.kz, www.elicense.kz … веб-порталы … арқылы»."""
    case = {"channel": "elicense-portal", "employer": True, "request": "reissue"}
    said = told("foreign-labour-permit", "almaty-region-2018-81", "2018-07-16", **case)
    assert "Названы и egov.kz, и elicense.kz" in said


def test_what_another_regions_text_leaves_open_is_said_to_be_left_open_there() -> None:
    """№ 81, annex 9, has no list; № 118, annex 2, does not say whether an application goes with a hospital's petition."""
    said = told("home-care", "almaty-region-2018-81", "2018-07-02", filed_by="medical-organisation")
    assert "Нужен ли этот документ, в источнике не сказано." in said
    assert "условия, названного в этой строке" not in said

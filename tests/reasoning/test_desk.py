"""What the desk may do and what it is told, paper by paper and ground by ground."""

from typing import Any

import pytest

from eligibility.answer.names import REMARKS, advice_text
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.verdict import Verdict, refusals, verdict
from eligibility.words.catalogue import in_both
from eligibility.words.text import Text
from tests.terms.ledgers import MADE_UP, engine_of, flag

Plain = dict[str, Any]
TEXT = {"kk": "негіз", "ru": "основание"}
TALON = {"receipt": "talon", "shows": [], "cite": "1"}
POINTER = {"act": "order-279-2015", "para": "9", "cite": "1"}
BY_STANDARD = {"id": "by-standard", "text": TEXT, "act": "order-279-2015", "para": "9", "cite": "1"}
LOST = {"id": "lost", "text": TEXT, "when": "documents_lost", "cite": "1"}
CHECKED = {"id": "checked", "text": TEXT, "when": "additional_check_needed", "cite": "2"}
PLAIN = {"id": "plain", "text": TEXT, "cite": "3"}


def paper(document: str, **more: Any) -> Plain:
    return {"document": document, "cite": "1", **more}


def decided(submitted: list[Any] | None, facts: Plain | None = None, **edition: Any) -> Decision:
    case = {"service": MADE_UP.service, "act": MADE_UP.act, "on": "2016-03-01", "facts": facts or {}}
    engine = engine_of([], **edition)
    return engine.decide({**case, "submitted": submitted} if submitted is not None else case)


def judged(submitted: list[Any] | None, facts: Plain | None = None, **edition: Any) -> Verdict:
    return verdict(decided(submitted, facts, **edition))


def told(found: Verdict) -> tuple[str, str] | None:
    said = advice_text(found.instead)
    return (said.kk, said.ru) if said else None


def ids(found: Verdict) -> list[tuple[str, bool | None]]:
    return [(one.ground.id, one.met) for one in found.grounds]


NO_RIGHT = ("Құжаттарды қабылдаудан бас тарту құқығы көзделмеген.", ("Право отказать в приеме документов не предусмотрено."))
REGISTERED = ("Мұндайда құжаттар тіркеледі және талон беріледі.", ("В этом случае документы регистрируются и выдается талон."))
POINTED = (
    (
        "Құжаттарды қабылдаудан бас тарту үшін негіздің бар-жоғы анықталмаған: ол стандартта берілген, ал стандарттың "
        "мәтіні бағдарламада жоқ."
    ),
    ("Есть ли основание для отказа в приеме документов, не определено: оно дано в стандарте, текста которого в программе нет."),
)
SILENT = (
    "Мұнда құжаттарды қабылдаудан бас тартуға болатын-болмайтыны көрсетілмеген, сондықтан бас тарту үшін негіз анықталмаған.",
    "Можно ли здесь отказать в приеме документов, не сказано, поэтому основание для отказа не установлено.",
)
PARTIAL = (
    ("Бағдарламада мәтіннің бір бөлігі ғана бар, сондықтан құжаттарды қабылдаудан бас тарту үшін негіздің бар-жоғы белгісіз."),
    ("В программе есть только часть текста, поэтому есть ли основание для отказа в приеме документов, неизвестно."),
)
UNSETTLED = (
    "Құжаттарды қабылдаудан бас тарту үшін негіздің бар-жоғы әлі анықталмаған.",
    "Есть ли основание для отказа в приеме документов, пока не определено.",
)
ADVICE = (
    "Бағдарламаның кеңесі: өтініш берушіге қандай құжаттар жетіспейтінін хабарлаңыз.",
    "Совет программы: сообщите заявителю, каких документов не хватает.",
)
ELSEWHERE = (
    "Қандай құжаттардың жетіспейтіні белгісіз: тізбе стандартта берілген, ал оның мәтіні бағдарламада жоқ.",
    "Каких документов не хватает, неизвестно: перечень дан в стандарте, текста которого в программе нет.",
)
NO_LIST = (
    "Қандай құжаттардың жетіспейтіні белгісіз: бағдарламадағы мәтінде құжаттардың толық тізбесі жоқ.",
    "Каких документов не хватает, неизвестно: в тексте, который есть в программе, нет полного перечня документов.",
)
IPR = paper("ipr")
SAID = [
    ({"requirements": [IPR]}, [NO_RIGHT, ADVICE]),
    ({"requirements": [IPR], "receipts": [TALON]}, [NO_RIGHT, REGISTERED, ADVICE]),
    ({"requirements": [IPR], "receipts": [{**TALON, "when": "disabled_child"}]}, [NO_RIGHT, ADVICE]),
    ({"requirements": [IPR], "refuse_to_accept_unsaid": [{"cite": "1"}], "receipts": [TALON]}, [SILENT, ADVICE]),
    ({"documents_from": [POINTER], "refuse_to_accept": [BY_STANDARD]}, [POINTED, ELSEWHERE]),
    ({"documents_from": [POINTER], "receipts": [TALON]}, [NO_RIGHT, REGISTERED, ELSEWHERE]),
    ({"text": "partial"}, [PARTIAL, NO_LIST]),
    ({"text": "partial", "refuse_to_accept": [LOST], "requirements": [IPR]}, [UNSETTLED, ADVICE]),
    ({"requirements": [IPR], "refuse_to_accept": [LOST]}, [UNSETTLED, ADVICE]),
]


@pytest.mark.parametrize(("edition", "said"), SAID)
def test_what_is_told_of_an_empty_folder(edition: Plain, said: list[tuple[str, str]]) -> None:
    found = judged([], **edition)
    assert told(found) == (" ".join(kk for kk, _ in said), " ".join(ru for _, ru in said))
    assert found.presented
    assert not found.may_refuse_to_accept
    assert told(judged(None, **edition)) is None


def test_one_open_ground_of_the_standard_is_pointed_to_only_there() -> None:
    found = judged([], {"documents_lost": False}, requirements=[IPR], refuse_to_accept=[LOST, BY_STANDARD])
    assert ids(found) == [("by-standard", None)]
    assert found.may_refuse_to_accept is None
    assert (told(found) or ("", ""))[1].startswith(POINTED[1])


# --- grounds


def test_a_ground_is_met_by_its_own_condition_alone() -> None:
    edition: Plain = {"requirements": [IPR], "refuse_to_accept": [LOST, CHECKED, PLAIN, BY_STANDARD]}
    found = judged([], {"documents_lost": True}, **edition)
    assert ids(found) == [("lost", True), ("checked", None), ("plain", None), ("by-standard", None)]
    assert found.may_refuse_to_accept is True
    assert found.instead == ()
    none = judged([], {"documents_lost": False, "additional_check_needed": False}, **edition)
    assert ids(none) == [("plain", None), ("by-standard", None)]
    assert none.may_refuse_to_accept is None


def test_no_ground_at_all_is_no_right_and_an_unmet_one_too() -> None:
    for edition in ({}, {"refuse_to_accept": [LOST]}):
        found = judged([], {"documents_lost": False}, requirements=[IPR], **edition)
        assert (found.grounds, found.may_refuse_to_accept) == ((), False)


@pytest.mark.parametrize(("channel", "may"), [("provider-office", None), ("rural-akim", False), (None, None)])
def test_silence_about_one_desk(channel: str | None, may: bool | None) -> None:
    silent = {"cite": "1", "when": "channel == provider-office"}
    found = judged([], {"channel": channel} if channel else {}, requirements=[IPR], refuse_to_accept_unsaid=[silent])
    assert found.may_refuse_to_accept is may
    assert (told(found) or ("", ""))[1].split(" Совет")[0] == {
        "provider-office": SILENT[1],
        "rural-akim": NO_RIGHT[1],
        None: UNSETTLED[1],
    }[channel]


def test_a_ground_that_is_met_may_be_relied_on_even_in_a_part_of_a_text() -> None:
    found = judged([], {"documents_lost": True}, text="partial", requirements=[IPR], refuse_to_accept=[LOST])
    assert found.may_refuse_to_accept is True


def test_grounds_to_refuse_the_service_are_judged_the_same_way() -> None:
    decision = decided([], {"documents_lost": True}, requirements=[IPR], refuse_service=[LOST, CHECKED, PLAIN])
    assert [(one.ground.id, one.met) for one in refusals(decision)] == [("lost", True), ("checked", None), ("plain", None)]
    assert verdict(decision).grounds == ()


# --- complete, missing, open


def test_a_folder_is_complete_when_nothing_lacks() -> None:
    lines = [paper("application"), IPR]
    full, half, none = (judged(brought, requirements=lines) for brought in (["application", "ipr"], ["ipr"], None))
    assert (full.complete, full.missing, full.open, full.instead) == (True, (), (), ())
    assert (half.complete, [line.entry.document for line in half.missing]) == (False, ["application"])
    assert (none.presented, none.complete, none.missing, none.open) == (False, None, (), ())


def test_what_hangs_on_an_answer_is_open_and_a_missing_paper_settles_it() -> None:
    lines = [paper("application"), paper("ipr", when="documents_lost")]
    found = judged(["application"], requirements=lines)
    assert (found.complete, found.missing) == (None, ())
    assert [line.entry.document for line in found.open] == ["ipr"]
    assert judged([], requirements=lines).complete is False
    assert judged(["application"], {"documents_lost": False}, requirements=lines).complete is True


def test_what_one_line_or_another_asks_for_is_missing_once_and_no_more_open() -> None:
    lines = [
        paper("ipr", when="documents_lost"),
        paper("ipr", when="not documents_lost"),
        paper("application", when="disabled"),
    ]
    found = judged([], requirements=lines)
    assert ([line.entry.document for line in found.missing], found.complete) == (["ipr"], False)
    assert [line.entry.document for line in found.open] == ["application"]
    doubtful = judged([{"document": "ipr", "state": "damaged"}], requirements=lines)
    assert (doubtful.missing, doubtful.complete) == ((), None)
    assert [line.entry.document for line in doubtful.open] == ["application", "ipr"]
    brought = judged(["ipr"], requirements=lines)
    assert (brought.missing, [line.entry.document for line in brought.open]) == ((), ["application"])


# --- compared and given back


COMPARISON = {"cite": "1"}


@pytest.mark.parametrize(("form", "compared"), [("copy", ("ipr",)), ("both", ("ipr",)), ("original", ()), (None, ())])
def test_originals_are_compared_of_papers_asked_for_as_copies(form: str | None, compared: tuple[str, ...]) -> None:
    line = paper("ipr") | ({"form": form} if form else {})
    both = {"document": "ipr", "form": "both"}
    assert judged([both], requirements=[line], comparison=COMPARISON).compare == compared
    assert judged([both], requirements=[line]).compare == ()
    assert judged([], requirements=[line], comparison=COMPARISON).compare == ()
    assert judged(None, requirements=[line], comparison=COMPARISON).compare == ()


def test_each_paper_is_compared_once() -> None:
    lines = [paper("ipr", form="copy"), paper("ipr", form="both", when="documents_lost"), paper("application", form="copy")]
    brought = [{"document": "application", "form": "both"}, {"document": "ipr", "form": "both"}]
    assert judged(brought, requirements=lines, comparison=COMPARISON).compare == ("ipr", "application")


# --- papers nobody asked for


def test_a_paper_no_line_asks_for_is_needless() -> None:
    lines = [paper("application"), paper("ipr", when="documents_lost")]
    brought = ["application", "ipr", "child-identity-document", "child-identity-document"]
    lost, kept, unknown = (
        judged(brought, facts, requirements=lines) for facts in ({"documents_lost": True}, {"documents_lost": False}, {})
    )
    assert lost.unneeded == ("child-identity-document",)
    assert kept.unneeded == ("ipr", "child-identity-document")
    assert unknown.unneeded == ("child-identity-document",)
    assert judged(None, requirements=lines).unneeded == ()


def test_where_the_list_stands_elsewhere_nothing_is_called_needless() -> None:
    assert judged(["child-identity-document"], requirements=[IPR], documents_from=[POINTER]).unneeded == ()
    assert judged(["child-identity-document"], requirements=[IPR], text="partial").unneeded == ()


# --- remarks


@pytest.mark.parametrize(
    ("remark", "kk", "ru"),
    [
        (
            "original-not-shown",
            "Көшірмесі ұсынылған, енді салыстырып тексеру үшін түпнұсқасын көрсету қажет.",
            "Копия представлена, осталось показать подлинник для сверки.",
        ),
        ("copy-missing", "Түпнұсқасы көрсетілген, енді көшірмесі қажет.", "Подлинник показан, нужна еще копия."),
        (
            "electronic",
            "Электрондық құжатты қабылдауға болатын-болмайтыны көрсетілмеген.",
            "Можно ли принять электронный документ, не сказано.",
        ),
        (
            "not-electronic",
            ("Бұл құжат электрондық нысанда болуға тиіс; басқа нысанда қабылдауға болатын-болмайтыны көрсетілмеген."),
            "Этот документ должен быть электронным; можно ли принять его в другой форме, не сказано.",
        ),
        (
            "damaged",
            "Бүлінген құжатты қабылдауға болатын-болмайтыны көрсетілмеген.",
            "Можно ли принять поврежденный документ, не сказано.",
        ),
        (
            "expired",
            "Жарамдылық мерзімі өткен құжатты қабылдауға болатын-болмайтыны көрсетілмеген.",
            "Можно ли принять документ с истекшим сроком действия, не сказано.",
        ),
        (
            "name-differs",
            "Тегі, аты немесе әкесінің аты сәйкес келмегенде не болатыны көрсетілмеген.",
            "К чему ведет расхождение фамилии, имени или отчества, не сказано.",
        ),
        (
            "iin-differs",
            "ЖСН сәйкес келмегенде не болатыны көрсетілмеген.",
            "К чему ведет расхождение ИИН, не сказано.",
        ),
        (
            "outdated-form",
            "Ескі үлгідегі құжатты қабылдауға болатын-болмайтыны көрсетілмеген.",
            "Можно ли принять документ устаревшего образца, не сказано.",
        ),
    ],
)
def test_what_is_said_of_a_paper_that_may_not_do(remark: Any, kk: str, ru: str) -> None:
    assert in_both(REMARKS[remark]) == Text(kk, ru)


def test_an_edition_that_may_not_speak_gives_no_verdict() -> None:
    case = {"service": MADE_UP.service, "act": MADE_UP.act, "on": "2026-03-01", "facts": {}}
    with pytest.raises(ValueError, match="may not speak"):
        verdict(engine_of([], requirements=[IPR], flags=[flag("odd", leaves="nothing")]).decide(case))

"""What a person reads on a terminal: every remark where it belongs, nothing twice, nothing that is no law among what is."""

import json
import re
from typing import Any

import pytest

from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed

KYZYLORDA, REGION = "kyzylorda-2015-118", "almaty-region-2018-81"
SURDO = "surdo-tiflo-hygiene-aids"


def screen(service: str, act: str, on: str, facts: dict[str, Any] | None = None, lang: Lang = "ru", **more: Any) -> str:
    case = {"service": service, "act": act, "on": on, "facts": facts or {}, **more}
    done = typed("check", "-", given=json.dumps(case), lang=lang, columns=100)
    assert (done.code, done.err) == (0, ""), done.err
    return re.sub(r"\n {2,}(?=[^ ☐≈–?!•])", " ", done.out)


def section(text: str, title: str) -> str:
    return text.partition(f"\n{title}\n")[2].partition("\n\n")[0]


def test_originals_and_copies_are_told_under_the_list() -> None:
    found = section(screen("home-care", KYZYLORDA, "2016-03-01"), "Необходимо представить")
    assert "Возьмите и подлинники: их сверят с копиями и вернут Вам." in found


def test_what_is_known_from_elsewhere_stands_apart() -> None:
    text = screen("wheelchairs", REGION, "2018-10-01")
    assert "≈" not in section(text, "Необходимо представить")
    apart = section(text, "Для сведения: в постановлении этого нет, известно из другого источника")
    assert "постановление акимата Кызылординской области" in apart
    assert "индивидуальная программа реабилитации" in apart


def test_the_source_remarks_on_its_own_list() -> None:
    """The accident report is asked of everybody there, and that decree's flag says it may be meant for the injured alone."""
    apart = section(
        screen("wheelchairs", REGION, "2018-10-01"), "Для сведения: в постановлении этого нет, известно из другого источника"
    )
    assert "! Этот акт и документ о работодателе по постановлению требуются от всех" in apart


def test_a_remark_stands_under_its_line_and_nowhere_else() -> None:
    text = screen("wheelchairs", KYZYLORDA, "2016-03-01")
    remark = "Этот акт и документ о работодателе по постановлению требуются от всех"
    assert f"! {remark}" in section(text, "Необходимо представить")
    assert text.count(remark) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_way_that_is_not_open_is_told_first(lang: Lang) -> None:
    text = screen("wheelchairs", KYZYLORDA, "2016-03-01", {"channel": "telephone"}, lang)
    closed = {"kk": "Бұл тәсілмен өтініш беруге болмайды", "ru": "Так подать заявление нельзя"}[lang]
    bring = {"kk": "Ұсыну қажет", "ru": "Необходимо представить"}[lang]
    assert text.index(closed) < text.index(bring)
    assert {"kk": "Өтініш беруге болатын тәсілдер: ", "ru": "Как можно подать заявление: "}[lang] in text


def test_an_open_way_needs_no_words() -> None:
    assert "нельзя" not in screen("wheelchairs", KYZYLORDA, "2016-03-01", {"channel": "provider-office"})


def test_the_papers_of_a_disabled_child_are_not_called_needless_beside_themselves() -> None:
    """The child is the recipient: whoever brings the child's document has brought the recipient's."""
    facts = {"aid_kind": "surdo", "disability": "child", "age": 7}
    found = section(screen(SURDO, KYZYLORDA, "2016-03-01", facts), "Не требуется")
    assert "документ, удостоверяющий личность" not in found


def test_a_paper_that_no_list_asks_for_is_said_once() -> None:
    facts = {"aid_kind": "tiflo", "disability": "group-1", "age": 40, "orphan": False, "id_shows_iin": True}
    found = section(screen(SURDO, KYZYLORDA, "2016-03-01", facts), "Не требуется")
    names = re.findall(r"^ – (.+)$", found, re.MULTILINE)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_at_hand_is_not_said_to_be_unregulated(lang: Lang) -> None:
    named = ("--service", "hiv-testing", "--region", "almaty-city", "--on", "2019-06-03")
    done = typed("check", *named, lang=lang)
    assert (done.code, done.err) == (0, "")
    said = " ".join(done.out.split())
    assert {"kk": "Бұл қызмет онда реттелмейді дегенді білдірмейді.", "ru": "Это не значит, что услуга там не регулируется."}[
        lang
    ] in said
    assert {"kk": "Алматы қаласы", "ru": "город Алматы"}[lang] in said
    assert not re.search(r"almaty|hiv-testing", done.out)
    assert typed("check", *named, "--json").json["edition"] is None


HOME_CARE = {
    "age": 75,
    "disability": "group-1",
    "elderly": True,
    "pension_age": True,
    "war_status": "none",
    "filed_by": "self",
    "id_shows_iin": True,
    "answer_by": "hand",
}


def checked(*options: str, submitted: Any = None, lang: Lang = "ru") -> str:
    """Home care in Kyzylorda, of an old woman who knows all answers; on the 80 columns of a usual terminal."""
    case = {"service": "home-care", "act": KYZYLORDA, "on": "2016-03-01", "facts": HOME_CARE}
    if submitted is not None:
        case["submitted"] = submitted
    done = typed("check", "-", *options, given=json.dumps(case), lang=lang)
    assert (done.code, done.err) == (0, ""), done.err
    return done.out


def test_the_verdict_comes_before_the_list_and_what_was_brought_is_ticked() -> None:
    text = checked(submitted=["application", {"document": "medical-card", "form": "original"}])
    assert text.index("Пакет документов неполон.") < text.index("Осталось представить")
    assert " ☑ заявление" in section(text, "Представлено")
    still = section(text, "Осталось представить")
    assert " ☐ медицинская карта" in still, "its copy was not brought"
    assert "заявление" not in still


def test_a_complete_file_leaves_nothing_to_bring() -> None:
    found = json.loads(checked("--json"))
    papers = [one["document"] for one in found["checklist"] if one["status"] == "required"]
    accepted = {one["document"]: one["any_of"] for one in found["checklist"]}
    text = checked(submitted=[(accepted[one] or [one])[0] for one in papers])
    assert "Осталось представить" not in text
    assert "☐" not in text


def test_a_citizen_is_not_told_of_grounds_that_may_be_met_and_a_clerk_is() -> None:
    submitted = ["application"]
    ground = "выявлена недостоверность представленных сведений"
    told = {reader: " ".join(checked("--for", reader, submitted=submitted).split()) for reader in ("citizen", "clerk")}
    assert ground not in told["citizen"]
    assert f"Не определено, есть ли основание для отказа в оказании услуги: {ground}" in told["clerk"]


def test_the_auditor_is_shown_why_each_paper_is_spared_and_every_remark_with_its_place() -> None:
    told = " ".join(checked("--for", "auditor").split())
    for flag in json.loads(checked("--json"))["flags"]:
        if flag["kind"] != "misprint":
            assert " ".join(flag["ru"].split()).removesuffix(".") in told
    assert "Основание: приложение 2, пункт 6, подпункт 1), строка 8." in told


def test_the_ids_shown_are_the_ones_a_case_takes() -> None:
    assert "[" not in checked()
    shown = set(re.findall(r"\[([a-z-]+)\]", checked("--ids")))
    found = json.loads(checked("--json"))
    documents = {one["document"] for one in found["checklist"]}
    assert documents <= shown


def test_a_call_of_an_ambulance_begins_with_calling_one() -> None:
    case = {"service": "ambulance", "region": "almaty-region", "on": "2019-08-01", "facts": {}}
    out = " ".join(typed("check", "-", given=json.dumps(case)).out.split())
    assert out.startswith("! Это не порядок вызова скорой помощи. Если помощь нужна сейчас, вызывайте скорую сразу.")

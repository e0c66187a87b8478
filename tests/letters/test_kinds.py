"""A letter only where the edition has it, and a refusal only on a ground: every other way is an error."""

from collections import Counter
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.law.pack import EditionKey
from eligibility.letters.content import Fields, Items, Letter, Paragraph
from eligibility.letters.kinds import KINDS, LetterKind
from eligibility.letters.statement import read_statement
from eligibility.letters.writing import Made, Wanted
from tests.letters.examples import GROUND, MISSING, day_in_force, engine, examples, office
from tests.letters.making import letter_about
from tests.letters.test_words import texts

SOUTH = "south-kazakhstan-2012-370"
HOME_CARE: dict[str, Any] = {
    "service": "home-care",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1", "elderly": False, "filed_by": "self"},
    "submitted": ["application"],
}
HOUSING: dict[str, Any] = {
    "service": "housing-assistance",
    "act": "almaty-region-2018-81",
    "on": "2018-09-03",
    "facts": {"channel": "state-corporation"},
    "submitted": ["application"],
}
TB_DAY = day_in_force(EditionKey("almaty-region-health-2019-43", "tb-dispensary-certificate"))
TSA_DAY = day_in_force(EditionKey("almaty-region-2018-81", "targeted-social-assistance"))
WHEELCHAIR: dict[str, Any] = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01", "submitted": ["ipr"]}


def letter(
    kind: LetterKind,
    case: dict[str, Any],
    as_if: bool = False,
    with_route: bool = False,
    large_print: bool = False,
    **stated: Any,
) -> Made:
    statement = read_statement(stated, engine().pack)
    wanted = Wanted(kind, "both", office(), statement, with_route=with_route, large_print=large_print)
    return letter_about(engine().decide(case, as_if), engine(), wanted)


def codes(kind: LetterKind, case: dict[str, Any], as_if: bool = False, **stated: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        letter(kind, case, as_if, **stated)
    return {one.code for one in refused.value.diagnostics}


def with_facts(case: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {**case, "facts": {**case.get("facts", {}), **facts}}


EDITIONS: dict[LetterKind, dict[str, int]] = {
    "checklist": {"almaty-region-2018-81": 18, "almaty-region-health-2019-43": 18, "kyzylorda-2015-118": 7, SOUTH: 8},
    "talon": {"kyzylorda-2015-118": 7, SOUTH: 7},
    "acceptance": {"almaty-region-2018-81": 14, SOUTH: 1},
    "refuse-acceptance": {"almaty-region-2018-81": 14},
    "notice": {"almaty-region-2018-81": 12, "almaty-region-health-2019-43": 1, "kyzylorda-2015-118": 7, SOUTH: 7},
    "refusal": {"almaty-region-2018-81": 5, "kyzylorda-2015-118": 2, SOUTH: 8},
    "extension": {"almaty-region-2018-81": 2},
    "slip": {"almaty-region-2018-81": 17, "almaty-region-health-2019-43": 15, "kyzylorda-2015-118": 7, SOUTH: 8},
}
"""of how many regulations of each act held in text; the amending act of 2014 hands out nothing"""


def is_held(act: str) -> bool:
    return engine().acts[act].text != "elsewhere"


def test_each_act_has_the_letters_its_regulations_speak_of() -> None:
    for kind, wanted in EDITIONS.items():
        assert Counter(one.key.act for one in examples() if one.kind == kind and is_held(one.key.act)) == wanted, kind


def test_of_an_act_whose_text_is_not_at_hand_there_is_a_checklist_and_nothing_else() -> None:
    assert {one.kind for one in examples() if not is_held(one.key.act)} == {"checklist"}


def test_every_other_letter_is_an_error() -> None:
    made = {(one.kind, one.key) for one in examples()}
    for key in engine().pack.held():
        case = {"act": key.act, "service": key.service, "on": day_in_force(key), "submitted": []}
        for kind in KINDS:
            if (kind, key) not in made:
                elsewhere = kind != "checklist" and not is_held(key.act)
                assert codes(kind, case) == {"letter-of-elsewhere" if elsewhere else "letter-not-in-edition"}


@pytest.mark.parametrize("kind", ["refusal", "refuse-acceptance", "acceptance", "extension"])
def test_a_letter_the_edition_lacks_is_an_error(kind: LetterKind) -> None:
    assert codes(kind, WHEELCHAIR) == {"letter-not-in-edition"}
    assert codes(kind, WHEELCHAIR, ground=GROUND, missing=MISSING) == {"letter-not-in-edition"}


def test_a_refusal_needs_a_ground_that_is_met() -> None:
    assert codes("refusal", HOME_CARE) == {"letter-undetermined"}
    assert codes("refusal", with_facts(HOME_CARE, data_unreliable=False)) == {"no-ground"}
    parts = letter("refusal", with_facts(HOME_CARE, data_unreliable=True)).parts
    for part, word in zip(parts, ("дәйексіз", "недостоверн"), strict=True):
        assert word in " ".join(texts(part))


def test_a_clerk_adds_no_ground_to_an_edition_that_lists_its_own() -> None:
    assert codes("refusal", with_facts(HOME_CARE, data_unreliable=False), ground=GROUND) == {"no-ground"}
    assert codes("refusal", with_facts(HOME_CARE, data_unreliable=True), ground=GROUND) == {"ground-not-stated"}


def test_a_ground_behind_a_reference_is_the_offices_own_statement() -> None:
    assert codes("refusal", HOUSING) == {"ground-needed"}
    kk, ru = letter("refusal", HOUSING, ground="бөгде себеп || особая причина").parts
    assert Paragraph("Бөгде себеп.") in kk.blocks
    assert Paragraph("Особая причина.") in ru.blocks
    assert "к пункту 10 стандарта. Стандарт утвержден актом: приказ Министра национальной экономики" in " ".join(texts(ru))
    assert "Условия повторного обращения могут быть установлены стандартом." in " ".join(texts(ru))
    assert "Это основание указал услугодатель." in " ".join(texts(ru))


def test_papers_that_may_be_needed_are_told_beside_those_that_are() -> None:
    """Nobody may come back with half of the papers because an answer was missing."""
    undetermined = {**HOME_CARE, "facts": {"disability": "group-2", "data_unreliable": True}}
    for kind in ("refusal", "slip"):
        for part in letter(kind, undetermined).parts:
            said = " ".join(texts(part))
            assert ("анықтама", "Справка об инвалидности")[part.lang == "ru"] in said
            assert ("бұл әлі анықталмаған", "это пока не определено")[part.lang == "ru"] in said
    assert "Заявление по форме" not in " ".join(texts(letter("slip", undetermined).parts[1])), "it was presented"


def test_documents_are_not_accepted_before_they_are_filed() -> None:
    assert codes("talon", WHEELCHAIR, accepted_on="2016-02-29") == {"accepted-before-filing"}
    assert letter("talon", WHEELCHAIR, accepted_on="2016-03-02")


def test_refusing_to_accept_needs_ground_and_documents() -> None:
    assert codes("refuse-acceptance", HOUSING) == {"ground-needed"}
    assert codes("refuse-acceptance", HOUSING, ground=GROUND) == {"missing-needed"}
    found = letter("refuse-acceptance", HOUSING, ground=GROUND, missing=MISSING)
    assert found.copies == 2
    for part in found.parts:
        [missing] = [block for block in part.blocks if isinstance(block, Items)]
        assert [item.text for item in missing.items] == [
            ("Қорғаншылық туралы құжат", "Документ об опеке")[part.lang == "ru"],
            ("Жоқ қағаз", "Недостающая бумага")[part.lang == "ru"],
        ]


@pytest.mark.parametrize(("copies", "said"), [(None, "в 2 экземплярах"), (1, "1 (один)"), (3, "3 (три)")])
def test_the_receipt_says_how_many_copies_there_are(copies: int | None, said: str) -> None:
    statement = read_statement({"ground": GROUND, "missing": MISSING}, engine().pack)
    found = letter_about(engine().decide(HOUSING), engine(), Wanted("refuse-acceptance", "ru", office(), statement, copies))
    assert said in " ".join(texts(found.parts[0]))
    assert found.copies == (copies or 2)


def test_refusing_to_accept_is_for_the_channel_the_edition_names() -> None:
    stated: dict[str, Any] = {"ground": GROUND, "missing": MISSING}
    assert codes("refuse-acceptance", with_facts(HOUSING, channel="egov-portal"), **stated) == {"letter-not-in-case"}
    assert codes("refuse-acceptance", {**HOUSING, "facts": {}}, **stated) == {"letter-undetermined"}


@pytest.mark.parametrize(
    ("service", "annex"), [("rural-specialists-fuel", ""), ("tsa-recipient-certificate", " 2"), ("residential-care", " 5")]
)
def test_the_receipt_of_refusal_does_not_pretend_to_be_the_form(service: str, annex: str) -> None:
    """The decree names the Standard's annex with the form; the form itself is not at hand, nor is any article of the Law."""
    case = {**HOUSING, "service": service, "facts": {"channel": "state-corporation"}}
    for part in letter("refuse-acceptance", case, ground=GROUND, missing=MISSING).parts:
        said = " ".join(texts(part))
        assert "Заңы" not in said
        assert "Закон" not in said
        assert not any(isinstance(block, Paragraph) and block.role == "corner" for block in part.blocks)
    assert f"Форма этой расписки дана в приложении{annex} к стандарту" in said
    assert "настоящая расписка этой формы не воспроизводит" in said
    assert "Отсутствующие документы указала организация" in said


def test_what_a_refusal_rests_on_beyond_the_decree_is_the_offices() -> None:
    stated: dict[str, Any] = {"ground": GROUND, "missing": MISSING, "basis": "Заңның 20-бабы || статья 20 Закона"}
    kk, ru = letter("refuse-acceptance", HOUSING, **stated).parts
    assert "Осы ұйым көрсеткен құқықтық негіз: Заңның 20-бабы" in " ".join(texts(kk))
    assert "Правовое основание, которое указала эта организация: статья 20 Закона" in " ".join(texts(ru))
    assert codes("refuse-acceptance", HOUSING, **{**stated, "basis": "статья 20"}) == {"one-language"}
    assert codes("slip", WHEELCHAIR, basis=stated["basis"]) == {"basis-not-stated"}


def test_no_paper_follows_from_a_way_by_which_nothing_can_be_filed() -> None:
    by_telephone = {**WHEELCHAIR, "facts": {"channel": "telephone"}}
    for kind in ("talon", "notice", "slip"):
        assert codes(kind, by_telephone) == {"way-closed"}
    kk, ru = letter("checklist", by_telephone).parts
    assert (
        Paragraph(
            "Этим способом подать заявление нельзя: по телефону. Заявление можно подать следующим способом: "
            f"{engine().answer(by_telephone).way_name('provider-office').ru}.",
            "banner",
        )
        in ru.blocks
    )
    assert any("Бұл тәсілмен өтініш беруге болмайды" in said for said in texts(kk))


def test_no_letter_asks_for_what_the_checklist_says_is_not_required() -> None:
    """The request signed electronically is the portal's; at the provider's desk nobody is asked for it."""
    case = {**HOUSING, "service": "tsa-recipient-certificate", "facts": {"channel": "provider-office"}, "submitted": []}
    assert codes("slip", case, missing=["electronic-request-eds"]) == {"missing-not-required"}
    assert letter("slip", case, missing=MISSING)


def test_a_receipt_of_refusal_takes_nothing_known_only_from_elsewhere() -> None:
    case = {"service": "wheelchairs", "act": HOUSING["act"], "on": HOUSING["on"], "facts": {"channel": "state-corporation"}}
    case["submitted"] = []
    assert codes("refuse-acceptance", case, ground=GROUND, missing=["ipr"]) == {"missing-indicative"}
    assert letter("refuse-acceptance", case, ground=GROUND, missing=["бағдарлама || программа"])
    assert letter("refuse-acceptance", case, ground=GROUND, missing=MISSING)


def test_what_another_source_does_not_ask_for_is_not_said_to_be_outside_the_list() -> None:
    """The list of annex 3 is in the Standard; that a programme is not needed is known from another region alone."""
    case = {"service": "surdo-tiflo-hygiene-aids", "act": HOUSING["act"], "on": "2019-07-01", "submitted": []}
    case["facts"] = {"channel": "state-corporation", "aid_kind": "surdo", "disability": "group-2"}
    assert codes("refuse-acceptance", case, ground=GROUND, missing=["ipr"]) == {"missing-indicative"}


def test_no_receipt_of_refusal_where_the_text_does_not_say_who_refuses() -> None:
    case = {**HOUSING, "service": "tsa-recipient-certificate", "facts": {"channel": "employment-centre"}}
    assert codes("refuse-acceptance", case, ground=GROUND, missing=MISSING) == {"letter-unsaid"}


def test_a_receipt_of_refusal_is_not_made_without_the_editions_form() -> None:
    case = {"service": "tb-dispensary-certificate", "act": "almaty-region-health-2019-43", "on": TB_DAY, "facts": {}}
    assert codes("refuse-acceptance", case, ground=GROUND, missing=MISSING) == {"letter-not-in-edition"}
    assert codes("slip", {**case, "submitted": []}, missing=MISSING) == {"letter-not-in-edition"}


def test_a_slip_is_for_what_is_missing_where_nobody_may_refuse() -> None:
    _, ru = letter("slip", WHEELCHAIR).parts
    assert "Заявление" in " ".join(texts(ru))
    assert codes("slip", {**WHEELCHAIR, "submitted": None}) == {"presented-not-said"}
    assert codes("slip", WHEELCHAIR, missing=["ipr"]) == {"missing-not-stated"}
    complete = ["application", "ipr", "accident-act", "employer-cessation-document"]
    assert codes("slip", {**WHEELCHAIR, "submitted": complete}) == {"nothing-missing"}


def test_a_slip_is_given_where_only_another_desk_may_refuse() -> None:
    assert codes("slip", HOUSING, missing=MISSING) == {"slip-left-to-standard"}
    assert codes("slip", {**HOUSING, "facts": {}}, missing=MISSING) == {"letter-undetermined"}
    case = {**with_facts(HOUSING, channel="egov-portal"), "submitted": []}
    _, ru = letter("slip", case, missing=MISSING).parts
    assert "Недостающая бумага" in texts(ru)
    assert "принимаются" not in " ".join(texts(ru)), "whether papers are accepted stands in the Standard"


def test_a_document_is_not_missing_and_presented_at_once() -> None:
    assert codes("refuse-acceptance", HOUSING, ground=GROUND, missing=["application"]) == {"missing-presented"}
    expired = [{"document": "guardianship-document", "expired_on": "2011-01-01"}]
    assert letter("refuse-acceptance", {**HOUSING, "submitted": expired}, ground=GROUND, missing=["guardianship-document"])


def test_a_slip_says_nothing_of_accepting_when_nothing_is_presented() -> None:
    words = ("Ұсынылған құжаттар қабылданады", "Представленные документы принимаются")
    for part, accepted in zip(letter("slip", WHEELCHAIR).parts, words, strict=True):
        assert accepted in " ".join(texts(part))
    for part, accepted in zip(letter("slip", {**WHEELCHAIR, "submitted": []}).parts, words, strict=True):
        assert accepted not in " ".join(texts(part))


@pytest.mark.parametrize(
    ("ground", "code"), [("а ||", "one-language"), ("|| a", "one-language"), ("а || б || в", "divided-twice")]
)
def test_what_is_stated_is_stated_in_both_languages(ground: str, code: str) -> None:
    assert codes("refuse-acceptance", HOUSING, ground=ground, missing=MISSING) == {code}


def test_a_number_has_no_languages() -> None:
    assert codes("talon", WHEELCHAIR, number="15 || 16") == {"two-numbers"}


def test_what_is_stated_is_never_dropped() -> None:
    assert codes("checklist", WHEELCHAIR, ground=GROUND) == {"ground-not-stated"}
    assert codes("talon", WHEELCHAIR, missing=MISSING) == {"missing-not-stated"}
    assert codes("talon", WHEELCHAIR, term="ертең") == {"term-not-stated"}


def test_a_receipt_of_acceptance_lists_what_was_accepted() -> None:
    assert codes("acceptance", {**HOUSING, "submitted": []}) == {"nothing-presented"}
    _, ru = letter("acceptance", {**HOUSING, "submitted": ["application", {"document": "ipr", "form": "copy"}]}).parts
    assert "2 (два)" in " ".join(texts(ru))


def test_outside_the_editions_life_there_are_letters_only_under_the_banner() -> None:
    late = {**WHEELCHAIR, "on": "2022-03-01"}
    for kind in ("checklist", "talon", "notice", "slip"):
        assert codes(kind, late) == {"letter-not-in-force"}
        for part in letter(kind, late, as_if=True).parts:
            assert any(isinstance(block, Paragraph) and block.role == "banner" for block in part.blocks)


def test_a_doubt_about_the_editions_life_stands_on_the_letter() -> None:
    doubtful = {**WHEELCHAIR, "on": "2015-10-01"}
    _, ru = letter("talon", doubtful).parts
    assert any(
        isinstance(block, Paragraph) and block.text.startswith("День подачи заявления: 1 октября 2015 года. Не определено")
        for block in ru.blocks
    )


def test_a_notice_has_room_for_the_term_where_the_text_wants_it_told() -> None:
    chair = {"service": "wheelchairs", "act": "south-kazakhstan-2012-370", "on": "2013-03-01", "submitted": []}
    assert "Срок предоставления услуги" in texts(letter("notice", WHEELCHAIR).parts[1])
    assert "Срок предоставления услуги" not in texts(letter("notice", chair).parts[1])
    assert "до 30.12.2013" in texts(letter("notice", chair, term="до 30.12.2013").parts[1])


def test_a_notice_tells_the_result_to_the_person() -> None:
    tsa = {"service": "targeted-social-assistance", "act": "almaty-region-2018-81", "on": TSA_DAY}
    kk, ru = letter("notice", tsa).parts
    assert "Вам назначена государственная адресная социальная помощь." in texts(ru)
    assert "Сізге мемлекеттік атаулы әлеуметтік көмек тағайындалды." in texts(kk)
    assert "Ваши документы на кресло-коляску оформлены." in texts(letter("notice", WHEELCHAIR).parts[1])


def test_a_notice_of_which_the_text_says_nothing_has_room_for_the_result() -> None:
    chair = {"service": "wheelchairs", "act": SOUTH, "on": "2013-03-01", "submitted": []}
    [rows] = [block.rows for block in letter("notice", chair).parts[1].blocks[4:] if isinstance(block, Fields)]
    assert (rows[0].name, rows[0].value) == ("Результат", "")


def test_every_notice_of_a_named_result_tells_it() -> None:
    for key in engine().pack.held():
        edition = engine().pack.edition(*key)
        assert edition is not None
        for one in edition.results:
            bare = one.text == engine().pack.outcomes[one.outcome].text
            assert one.notice is None or bare or one.told is not None, key


def test_a_refusal_has_room_for_its_circumstances() -> None:
    refused = with_facts(HOME_CARE, data_unreliable=True)
    told = "анықтама || справка выдана другому лицу"
    for made, said in (letter("refusal", refused), ""), (letter("refusal", refused, circumstances=told), told.split(" || ")[1]):
        rows = {row.name: row.value for block in made.parts[1].blocks if isinstance(block, Fields) for row in block.rows}
        assert rows["Конкретные обстоятельства"] == said
    assert codes("notice", WHEELCHAIR, circumstances="а || б") == {"circumstances-not-stated"}
    assert codes("refusal", refused, circumstances="справка") == {"one-language"}


def test_a_status_on_a_screen_is_no_letter() -> None:
    visit = {
        "service": "doctor-home-visit",
        "act": "almaty-region-health-2019-43",
        "on": TB_DAY,
        "facts": {"channel": "egov-portal"},
    }
    assert codes("notice", visit) == {"letter-not-in-edition"}


def test_originals_are_brought_where_the_text_compares_them() -> None:
    kk, ru = letter("checklist", WHEELCHAIR).parts
    assert "Түпнұсқаларын да ала барыңыз: салыстырылып, Сізге қайтарылады." in texts(kk)
    assert "Возьмите и подлинники: их сверят с копиями и вернут Вам." in texts(ru)
    kk, ru = letter("slip", WHEELCHAIR).parts
    assert any(
        one.startswith("Салыстырып тексеру үшін құжаттардың түпнұсқалары мен көшірмелері ұсынылады") for one in texts(kk)
    )
    assert any(one.startswith("Для сверки представляются подлинники и копии документов") for one in texts(ru))


def test_the_checklist_tells_hours_and_what_the_sum_leaves_out() -> None:
    case = {"service": "employment-measures-referral", "act": "south-kazakhstan-2012-370", "on": "2013-03-01"}
    said = " ".join(texts(letter("checklist", case, with_route=True).parts[1]))
    assert "с 9.00 до 19.00, обеденный перерыв с 13.00 до 15.00" in said
    assert "Процедуры, сроки которых нельзя сложить, в эту сумму не входят." in said
    assert "Выдача направлений лицам на участие в активных формах содействия занятости" in said, "this act's own title"


def test_an_extension_needs_its_reason() -> None:
    case = {"service": "targeted-social-assistance", "act": "almaty-region-2018-81", "on": TSA_DAY, "facts": {}}
    assert codes("extension", case) == {"letter-undetermined"}
    assert codes("extension", with_facts(case, state_bodies_requested=False)) == {"letter-not-in-case"}
    assert "30 (тридцать) календарных дней" in " ".join(
        texts(letter("extension", with_facts(case, state_bodies_requested=True)).parts[1])
    )


def _receiving(talon: Letter) -> str:
    rows = {row.name: row.value for block in talon.blocks if isinstance(block, Fields) for row in block.rows}
    return rows["Дата получения государственной услуги"]


def test_the_day_of_receiving_is_left_open_where_the_total_term_stands_in_the_standard() -> None:
    chair = {"service": "wheelchairs", "act": "south-kazakhstan-2012-370", "on": "2013-03-01"}
    _, ru = letter("talon", chair).parts
    assert _receiving(ru) == ""
    assert any("отсылка: пункт 7 стандарта" in one for one in texts(ru))
    assert not any("не раньше" in one for one in texts(ru))


def test_a_last_day_that_hangs_on_hours_is_told_as_two_days() -> None:
    """Half hours, nine working days, half hours: 15 March, or as late as 17 March where they run over twice."""
    kk, ru = letter("talon", WHEELCHAIR).parts
    assert _receiving(ru) == ""
    assert any("не раньше 15 марта 2016 года, не позже 17 марта 2016 года; поэтому" in one for one in texts(ru))
    assert any("ең ерте – 2016 жылғы 15 наурыз, ең кеш – 2016 жылғы 17 наурыз; сондықтан" in one for one in texts(kk))
    short = letter("checklist", WHEELCHAIR).parts[1]
    assert not any("По срокам процедур последний день" in one for one in texts(short))
    assert "не раньше 15 марта 2016 года, не позже 17 марта 2016 года" in texts(short)
    kk, ru = letter("checklist", WHEELCHAIR, with_route=True).parts
    between = "не раньше 15 марта 2016 года, не позже 17 марта 2016 года."
    assert f"По срокам процедур последний день: {between}" in texts(ru)
    assert any("рабочий день считается не короче 8 часов" in one for one in texts(ru))
    assert any("Последний день: не раньше 15 марта 2016 года, не позже 16 марта 2016 года." in one for one in texts(ru))
    assert "Рәсімдердің мерзімдері бойынша соңғы күн: ең ерте – 2016 жылғы 15 наурыз, ең кеш – 2016 жылғы 17 наурыз." in texts(
        kk
    )


def test_unsupplied_fields_are_lines_to_fill_in() -> None:
    found = letter_about(engine().decide(WHEELCHAIR), engine(), Wanted("talon", "ru"))
    [fields] = [block for block in found.parts[0].blocks if isinstance(block, Fields)]
    blank = {row.name for row in fields.rows if not row.value}
    by_hand = {"Услугополучатель", "Фамилия и инициалы лица, принявшего документы", "Дата получения государственной услуги"}
    assert blank == by_hand

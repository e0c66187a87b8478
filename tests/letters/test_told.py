"""How far what a letter tells is law: nothing of another source as a demand, no promise the act does not make."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.files import resource
from eligibility.letters.bulk.answers import KEPT, RunAnswers
from eligibility.letters.content import Fields, Heading, Items, Letter, Square
from eligibility.letters.kinds import LetterKind
from eligibility.letters.statement import read_statement
from eligibility.letters.writing import Made, Wanted, make
from tests.letters.examples import engine, office
from tests.letters.making import letter_about
from tests.letters.test_kinds import HOUSING, WHEELCHAIR, letter
from tests.letters.test_words import texts

CARE_ELSEWHERE: dict[str, Any] = {
    "service": "home-care",
    "act": "almaty-region-2018-81",
    "on": "2018-06-01",
    "facts": {"pension_age": False, "elderly": False, "disability": "group-1", "filed_by": "self"},
}
BENEFIT: dict[str, Any] = {
    "service": "child-benefit-under-18",
    "act": "south-kazakhstan-2012-370",
    "on": "2013-03-01",
    "facts": {"channel": "public-service-centre"},
    "submitted": ["application", "iin"],
}
PAPERS: tuple[LetterKind, ...] = ("checklist", "slip")
HEARING: dict[str, Any] = {
    "service": "surdo-tiflo-hygiene-aids",
    "act": "kyzylorda-2015-118",
    "on": "2016-03-01",
    "facts": {"disability": "group-1", "war_status": "none", "aid_kind": "surdo", "age": 30},
}


def russian(made: Made) -> Letter:
    return made.parts[1]


def under(part: Letter, heading: str) -> list[str]:
    """The items of a section, up to the next heading."""
    at = next(at for at, block in enumerate(part.blocks) if isinstance(block, Heading) and block.text == heading)
    found = []
    for block in part.blocks[at + 1 :]:
        if isinstance(block, Heading):
            break
        found += [item.text for item in block.items] if isinstance(block, Items) else []
    return found


def fields(part: Letter) -> dict[str, str]:
    return {field.name: field.value for block in part.blocks if isinstance(block, Fields) for field in block.rows}


def test_another_regions_list_neither_demands_nor_spares_a_paper() -> None:
    part = russian(letter("checklist", CARE_ELSEWHERE))
    known = under(part, "Для сведения: документы, известные из другого источника")
    assert "Пенсионное удостоверение" in known
    said = " ".join(texts(part))
    assert said.count("постановление акимата Кызылординской области от 10 августа 2015 года № 118.") == 1
    assert "По этому источнику не требуется. Указано:" in said
    assert "Не требуется" not in list(texts(part)), "the heading of what this act spares"
    reasons = [one for one in texts(part) if "Указано:" in one]
    assert all(one.startswith("По этому источнику") for one in reasons)


@pytest.mark.parametrize("act", ["kyzylorda-2015-118", "almaty-region-2018-81"])
def test_nobody_is_told_to_leave_at_home_what_another_line_asks_for(act: str) -> None:
    """The lists for each kind of aid name the application anew; only one of them applies."""
    on = {"kyzylorda-2015-118": "2016-03-01", "almaty-region-2018-81": "2019-07-01"}[act]
    made = letter("checklist", {**HEARING, "act": act, "on": on})
    for part in made.parts:
        items = [item.text for block in part.blocks if isinstance(block, Items) for item in block.items]
        application = (
            "Стандарттың қосымшасына сәйкес нысан бойынша өтініш",
            "Заявление по форме согласно приложению к стандарту",
        )
        assert items.count(application[part.lang == "ru"]) == 1


@pytest.mark.parametrize("case", [WHEELCHAIR, CARE_ELSEWHERE], ids=lambda case: str(case["act"]))
def test_where_to_go_is_said_once(case: dict[str, Any]) -> None:
    """One way («канцелярия: отдел») or many: whoever provides the service is not named beside a way that names him."""
    provider = engine().answer(case).provider
    assert provider
    for part in letter("checklist", case).parts:
        [facts] = [
            block for block in part.blocks if isinstance(block, Fields) and "Телефон" in {row.name for row in block.rows}
        ]
        [square] = [block for block in part.blocks if isinstance(block, Square)]
        for said in ([row.value for row in facts.rows], square.lines):
            assert " ".join(said).lower().count(provider[part.lang].lower()) == 1


def test_a_citizen_counts_for_himself_and_an_official_paper_counts() -> None:
    assert "Количество строк перечня" not in " ".join(texts(russian(letter("checklist", WHEELCHAIR))))
    assert "Количество строк перечня: 3 (три)." in texts(russian(letter("slip", WHEELCHAIR)))


def test_a_receipt_shows_the_fields_its_act_names() -> None:
    shown = fields(russian(letter("acceptance", BENEFIT, number="17")))
    assert shown["Номер заявления"] == "17"
    assert shown["Дата приема заявления"] == "1 марта 2013 года"
    assert shown["Количество и названия приложенных документов"] == "2 (два)"
    assert "Фамилия, имя, отчество ответственного инспектора центра, принявшего заявление на оформление документов" in shown


def test_the_act_is_cited_in_official_style() -> None:
    kk, ru = letter("talon", WHEELCHAIR).parts
    assert fields(kk)["Құқықтық негізі"] == "Қызылорда облысы әкімдігінің 2015 жылғы 10 тамыздағы № 118 қаулысы, 3-қосымша"
    assert (
        fields(ru)["Правовое основание"]
        == "Постановление акимата Кызылординской области от 10 августа 2015 года № 118, приложение 3"
    )


def test_a_refusal_on_a_ground_behind_a_reference_promises_nothing_of_filing_again() -> None:
    said = " ".join(texts(russian(letter("refusal", HOUSING, ground="бөгде себеп || особая причина"))))
    assert "Условия повторного обращения могут быть установлены стандартом." in said
    assert "Это не означает, что отказ нельзя обжаловать." in said


def test_a_slip_names_the_paper_of_which_the_text_does_not_say_whether_it_will_do() -> None:
    damaged = {**HEARING, "submitted": [{"document": "application", "state": "damaged"}]}
    part = russian(letter("slip", damaged))
    section = "Документы, о приеме которых в постановлении не сказано"
    assert len(under(part, section)) == 1
    assert "Заявление" in under(part, section)[0]
    assert section not in texts(russian(letter("slip", {**HEARING, "submitted": ["application"]})))


def test_a_single_paper_is_no_choice(tmp_path: Path) -> None:
    """No act at hand lets a fact narrow a choice down to one paper; a pack of somebody else's may."""
    rules = Path(shutil.copytree(resource("rules"), tmp_path / "rules"))
    edition = rules / "acts/kyzylorda-2015-118/6-surdo-tiflo-hygiene-aids.yaml"
    wide = "any_of: [parent-own-identity-document, guardian-own-identity-document, adoptive-parent-own-identity-document]"
    narrow = "any_of: [guardian-own-identity-document, {document: parent-own-identity-document, when: not orphan}]"
    edition.write_text(edition.read_text(encoding="utf-8").replace(wide, narrow), encoding="utf-8")
    narrowed = Engine.of_rules(rules, "direct")
    choice, alone = "Достаточно любого из следующих документов: ", "В этом случае представляется: "
    for orphan, wanted in ((True, alone), (False, choice)):
        case = {**HEARING, "facts": {**HEARING["facts"], "disability": "child", "age": 10, "orphan": orphan}}
        made = letter_about(
            narrowed.decide(case), narrowed, Wanted("checklist", "both", office(), read_statement({}, narrowed.pack))
        )
        found = [note for note in texts(russian(made)) if note.startswith((choice, alone))]
        assert found
        assert all(note.startswith(wanted) for note in found)


@pytest.mark.parametrize(
    "other",
    [
        {"facts": {**HEARING["facts"], "aid_kind": "tiflo"}},
        {"submitted": ["application"]},
        {"on": "2016-03-02"},
        {"service": "wheelchairs", "facts": {"disability": "group-1"}},
        {"act": "almaty-region-2018-81", "on": "2019-10-01", "facts": {"channel": "provider-office"}},
    ],
    ids=lambda other: next(iter(other)),
)
def test_nobody_is_told_what_was_made_for_another(other: dict[str, Any]) -> None:
    """What is the same for many people of a run is made once, and only for them."""
    one, second = {**HEARING, "submitted": []}, {**HEARING, "submitted": [], **other}
    alone, together = papers(second, RunAnswers(engine(), False)), RunAnswers(engine(), False)
    assert papers(one, together) != alone
    assert papers(second, together) == alone


def test_what_a_run_keeps_is_bounded() -> None:
    answers = RunAnswers(engine(), False)
    for day in range(1, 29):
        for group in ("group-1", "group-2", "group-3"):
            case = {**HEARING, "on": f"2016-02-{day:02}", "facts": {**HEARING["facts"], "disability": group}}
            answers.of(engine().read(case))
    assert len(answers) == KEPT


def papers(case: dict[str, Any], answers: RunAnswers) -> list[list[str]]:
    """All that is said and the code it is held to."""
    found = [made for kind in PAPERS for made in letters_of(kind, case, answers)]
    return [[made.code.full, *(said for part in made.parts for said in texts(part))] for made in found]


def letters_of(kind: LetterKind, case: dict[str, Any], answers: RunAnswers) -> list[Made]:
    try:
        return [make(answers.of(engine().read(case)), Wanted(kind, "both", office()), None)]
    except Refused:
        return []

"""An act that says to whom a refusal can be appealed, and how soon."""

from pathlib import Path

import pytest

from tests.stories.telling import Story

SILENT = """
requirements:
  - {document: application, cite: "1"}
refuse_service:
  - {id: false-data, text: {kk: мәліметтер дұрыс емес, ru: недостоверные сведения}, when: data_false, cite: "5"}
"""
NAMED = (
    SILENT
    + """
appeal:
  - to: {kk: жоғары тұрған орган, ru: вышестоящий орган}
    within: {value: 3, unit: months, bound: within}
    since: {kk: бас тарту алынған күн, ru: день получения отказа}
    cite: "6"
  - to: {kk: сот, ru: суд}
    when: orphan
    cite: "7"
"""
)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.of(tmp_path, NAMED)


def test_the_refusal_prints_it_in_the_place_of_the_fixed_sentence(story: Story) -> None:
    ru = story.paper("refusal", story.case("application", data_false=True, orphan=False))
    assert (
        "Отказ можно обжаловать. Куда подается жалоба: вышестоящий орган. Срок подачи жалобы: 3 (три) месяца. "
        "Начало срока: день получения отказа. Основание: приложение 2, пункт 6."
    ) in ru
    assert "жалоба: суд" not in ru
    assert "порядок обжалования" not in ru.casefold()
    kk = story.paper("refusal", story.case("application", data_false=True, orphan=True), "kk")
    assert "Шағым берілетін орын: жоғары тұрған орган. Шағым беру мерзімі: 3 (үш) ай." in kk
    assert "Бас тартуға шағымдануға болады. Шағым берілетін орын: сот. Негізі: 2-қосымша, 7-тармақ." in kk


def test_what_is_open_is_said_to_be_open(story: Story) -> None:
    ru = story.paper("refusal", story.case("application", data_false=True))
    assert "Куда подается жалоба: суд. Применяется ли это здесь, пока не определено." in ru


def test_the_contract_has_it(story: Story) -> None:
    higher, court = story.json("application")["appeal"]
    assert (higher["status"], higher["within"]["value"], higher["cite"]["para"]) == ("applies", 3, "6")
    assert (court["status"], court["within"], court["to"]["ru"]) == ("undetermined", None, "суд")
    assert [one["to"]["kk"] for one in story.json("application", orphan=False)["appeal"]] == ["жоғары тұрған орган"]


def test_the_screen_has_it_where_a_ground_is_met(story: Story) -> None:
    told = " ".join(story.screen(story.case("application", data_false=True, orphan=False)).split())
    assert "Отказ можно обжаловать; куда подается жалоба: вышестоящий орган. Срок подачи жалобы: в течение 3 месяцев." in told
    assert "обжаловать" not in story.screen(story.case("application", data_false=False))
    assert "обжаловать" not in story.screen(story.case("application"))


def test_show_has_it(story: Story) -> None:
    shown = " ".join(story.typed("show", "home-care", "--act", "town-2018-1", "--on", "2018-06-01").split())
    assert "Обжалование" in shown
    assert "куда подается жалоба: суд." in shown


def test_an_act_that_is_silent_is_said_to_be_silent(tmp_path: Path) -> None:
    story = Story.of(tmp_path, SILENT)
    ru = story.paper("refusal", story.case("application", data_false=True))
    assert "В постановлении порядок обжалования не указан. Это не означает, что отказ нельзя обжаловать." in ru
    assert story.json("application")["appeal"] is None


def test_one_who_has_no_appeal_here_is_not_told_that_the_text_is_silent(tmp_path: Path) -> None:
    story = Story.of(tmp_path, SILENT + 'appeal: [{to: {kk: сот, ru: суд}, when: orphan, cite: "7"}]\n')
    ru = story.paper("refusal", story.case("application", data_false=True, orphan=False))
    assert "обжаловани" not in ru
    assert "Куда подается жалоба" in ru

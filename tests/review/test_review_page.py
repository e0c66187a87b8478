"""The page that is signed: both languages whole, nothing from outside, nothing that a text of the rules can break."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.law.pack import EditionKey
from eligibility.population.behaviour import behaviour
from eligibility.review.changes import SlotPair
from eligibility.review.review_page import review_page
from eligibility.review.reviewing import RuleReview, review_of
from eligibility.review.scenarios import Scenario
from eligibility.review.told_changes import PeopleTouched
from eligibility.words.text import LANGS, Lang
from tests.cli.unfit_lines import foreign_words
from tests.review.changed_packs import EDITION, Change, sides

CATEGORIES, CONTRADICTIONS, DOCUMENTS = "categories.yaml", "contradictions.yaml", "documents/documents.yaml"
DAY = date(2026, 3, 2)
EVERYTHING: tuple[Change, ...] = (
    (EDITION, "age < 18 or orphan", "child"),
    (EDITION, "{value: 1, unit: calendar-days}", "{value: 5, unit: working-days}"),
    (EDITION, "{document: application, cite", "{document: application, form: copy, copies: 2, cite"),
    (CATEGORIES, "age < 18", "age < 16"),
    (DOCUMENTS, "ru: заявление", "ru: заявка"),
    (CONTRADICTIONS, "age < 16 and (groups", "age < 14 and (groups"),
)
HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}"
CASE = {"service": "wheelchairs", "act": "town-2018-1", "on": "2018-06-01", "facts": {"age": 17, "orphan": False}}
SCENARIO = Scenario(
    "a.yaml", 3, "Он семнадцати лет", {"annex 1, 1": "…"}, CASE, {"required": ["application", "birth-certificate"]}, True
)


def reviewed(folder: Path, *changes: Change, names: tuple[str, str] = ("а", "б")) -> RuleReview:
    return review_of(sides(folder, *changes), names, behaviour, [SCENARIO])


class Page(HTMLParser):
    """What a reader sees, and what a browser would load or run."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._hidden: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag in ("style", "code"):
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_is_left_untranslated(tmp_path: Path, lang: Lang) -> None:
    """Ids and conditions of rule files stand as they are; scenarios speak as their authors wrote them."""
    found = review_of(sides(tmp_path, *EVERYTHING), ("а", "б"), behaviour, None)
    page = Page(review_page(found, lang, DAY))
    ids = {"age", "disability", "child", "groups", "veteran", "income", "wedding", "filing_day", "or", "and"}
    assert set(foreign_words(page.text.replace("«eligibility rules sign»", ""))) - ids == set()
    assert ("lang", lang) in page.attributes


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        (
            "ru",
            [
                "Сравнено редакций: 1; изменено, добавлено или исключено: 1",
                "младше 18 лет или ребенок-сирота",
                "18 жасқа толмаған немесе жетім бала",
                "требуется → не требуется",
                "Проверено сценариев: 1; с другим итогом: 1",
                "раньше решалось как ожидалось, теперь нет",
                "Подпись",
            ],
        ),
        (
            "kk",
            ["Салыстырылған редакциялар: 1", "талап етіледі → талап етілмейді", "Қолы", "18 жасқа толмаған немесе жетім бала"],
        ),
    ],
)
def test_what_a_ministry_looks_for(tmp_path: Path, lang: Lang, sentences: list[str]) -> None:
    text = Page(review_page(reviewed(tmp_path, *EVERYTHING), lang, DAY)).text
    assert [one for one in sentences if one not in text] == []


@pytest.mark.parametrize("lang", LANGS)
def test_texts_of_the_rules_and_names_of_revisions_stay_texts(tmp_path: Path, lang: Lang) -> None:
    changes = (
        (EDITION, "ru: рассматривает", f'ru: "{HOSTILE}"'),
        (EDITION, "kk: қарайды", f'kk: "{HOSTILE}"'),
        (DOCUMENTS, "ru: заявление", f'ru: "{HOSTILE}"'),
        (CONTRADICTIONS, "ru: Возраст и инвалидность не сходятся.", f'ru: "{HOSTILE}"'),
    )
    page = Page(review_page(reviewed(tmp_path, *changes, names=(HOSTILE, HOSTILE)), lang, DAY))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.text.count("{{ 7 * 7 }}") >= 6
    assert not any(name.startswith("on") for name, _ in page.attributes)


def test_it_needs_nothing_from_outside(tmp_path: Path) -> None:
    content = review_page(reviewed(tmp_path, *EVERYTHING), "ru", DAY)
    page = Page(content)
    assert {"script", "link", "img", "iframe", "object", "form"}.isdisjoint(page.tags)
    assert [value for name, value in page.attributes if name in ("src", "href") and not (value or "").startswith("#")] == []
    assert re.search(r"url\(|@import|https?:", content) is None
    assert "default-src 'none'" in content


def test_what_is_signed_is_what_was_compared(tmp_path: Path) -> None:
    found = reviewed(tmp_path, *EVERYTHING)
    content = review_page(found, "kk", DAY)
    (act,) = found.acts
    assert found.old.digest != found.new.digest
    assert all(digest in content for digest in (found.old.digest, found.new.digest, act.rules, act.words))


def test_links_lead_to_the_editions(tmp_path: Path) -> None:
    page = Page(review_page(reviewed(tmp_path, *EVERYTHING), "ru", DAY))
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert {(value or "#").removeprefix("#") for name, value in page.attributes if name == "href"} <= set(ids)


@pytest.mark.parametrize(("lang", "said"), [("ru", "Ничего не изменено."), ("kk", "Ештеңе өзгерген жоқ.")])
def test_nothing_changed_is_said(tmp_path: Path, lang: Lang, said: str) -> None:
    found = reviewed(tmp_path)
    assert found.same
    assert said in Page(review_page(found, lang, DAY)).text


def test_people_of_a_population_stand_beside_the_answers_they_get(tmp_path: Path) -> None:
    both = sides(tmp_path, (EDITION, "age < 18 or orphan", "age < 16"))
    asked = list[EditionKey]()

    def counts(old: Engine, new: Engine, pairs: Mapping[EditionKey, Sequence[SlotPair]]) -> PeopleTouched:
        asked.extend(pairs)
        return {(key, pair): 1234 for key, some in pairs.items() for pair in some}

    found = review_of(both, ("а", "б"), behaviour, None, counts)
    assert asked == [edition.key for edition in found.editions]
    assert "Людей из заданного населения, для которых ответ меняется: 1\u202f234" in review_page(found, "ru", DAY)

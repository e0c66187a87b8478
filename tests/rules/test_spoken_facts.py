"""Every fact of the shipped rules can be asked and given back: of oneself, a child, another person, and at the desk."""

import re
from collections.abc import Iterator

import pytest

from eligibility.law.address import Addressee, Forms
from eligibility.law.vocabulary import Fact
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import LANGS, Lang, Text

PACK = shipped_pack()
FACTS = PACK.facts
ASKED = [id for id, fact in FACTS.items() if fact.stage == "filing"]
AT_THE_DESK = [id for id in FACTS if id not in ASKED]
CITIZEN: tuple[Addressee, ...] = ("self", "child", "other")

OF_ART = re.compile(r"көрсетілетін қызметті|услугополучател|услугодател|потребител|тұтынушы", re.IGNORECASE)
"""words of acts for those whom a service is for and by whom it is rendered"""
LONGER = {("able_members_in_measures", "kk")}
"""questions of more than twelve words: what the act decides by cannot be said in fewer"""


def words(text: str) -> int:
    return len([word for word in text.split() if word.strip("–-")])


def texts_to(addressee: Addressee, fact: Fact) -> Iterator[Text]:
    """All that a citizen reads of the fact."""
    yield fact.asked(addressee)
    yield from filter(None, (fact.name, fact.hint, fact.why))
    yield from fact.answers or ()
    for choice in (fact.values or {}).values():
        yield choice.called(addressee)
        yield choice.offered(addressee)


@pytest.mark.parametrize("id", ASKED)
def test_a_citizen_is_asked_in_words_of_his_own(id: str) -> None:
    fact = FACTS[id]
    for addressee in CITIZEN:
        for text in texts_to(addressee, fact):
            assert not [text[lang] for lang in LANGS if OF_ART.search(text[lang])]
        for lang in LANGS:
            assert words(fact.asked(addressee)[lang]) <= 12 or (id, lang) in LONGER
            assert fact.asked(addressee)[lang][-1] in "?."


def test_no_question_is_excused_that_is_short_enough() -> None:
    def longest(id: str, lang: Lang) -> int:
        return max(words(FACTS[id].asked(addressee)[lang]) for addressee in CITIZEN)

    assert {(id, lang) for id in ASKED for lang in LANGS if longest(id, lang) > 12} == LONGER


@pytest.mark.parametrize("id", FACTS)
def test_an_answer_can_be_given_back(id: str) -> None:
    """As «name – label»: so neither holds a dash, a bracket that helps to choose, or a full stop."""
    fact = FACTS[id]
    assert fact.name
    assert (fact.answers is not None) is (fact.type == "bool")
    labels = [choice.called(to) for choice in (fact.values or {}).values() for to in CITIZEN]
    for text in (fact.name, *(fact.answers or ()), *labels):
        for lang in LANGS:
            assert " – " not in text[lang]
            assert not text[lang].endswith((".", ",", "?"))


def test_the_desk_is_asked_of_the_person_before_it() -> None:
    for id in ASKED:
        ask = FACTS[id].ask
        assert id == "filed_by" or isinstance(ask, Forms), id
    for id in AT_THE_DESK:
        assert isinstance(FACTS[id].ask, Text), id


NAMED = (("Вашего ребенка", "этого человека"), ("Вашему ребенку", "этому человеку"), ("Ваш ребенок", "этот человек"))


@pytest.mark.parametrize("id", ASKED)
def test_a_child_is_asked_about_as_another_person_is(id: str) -> None:
    """The two differ in nothing but whom they name, so that what is asked is the same."""
    of_child, of_other = FACTS[id].asked("child"), FACTS[id].asked("other")
    kk, ru = of_child.kk, of_child.ru
    for ending, other in (("дың", "ның"), ("ды", "ды"), ("ға", "ға"), ("", "")):
        kk = kk.replace(f"Балаңыз{ending} ", f"Ол адам{other} ")
    for child, other in NAMED:
        ru = ru.replace(child, other)
    if id != "representative":
        assert kk == of_other.kk
        assert ru.casefold() == of_other.ru.casefold()


def test_sensitive_answers_are_known() -> None:
    found = {id for id, fact in FACTS.items() if fact.sensitive}
    assert found == {
        "incapacity_ruling",
        "orphan",
        "rehabilitated",
        "serving_sentence",
        "socially_significant_disease",
    }


@pytest.mark.parametrize("id", PACK.categories)
def test_a_category_is_named_as_many_people_are(id: str) -> None:
    name = PACK.categories[id].name
    assert name
    assert name.kk.endswith(("лар", "лер", "дар", "дер", "тар", "тер", "лары", "тері", "дері"))
    assert not OF_ART.search(name.kk + name.ru)

"""A pack without a single clause: what is said of every kind of fact is whole in both languages, by names and labels alone."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.answer.clauses import condition_text
from eligibility.answer.short_form import value_text
from eligibility.answer.why import why
from eligibility.law.condition import Value
from eligibility.words.text import LANGS
from tests.reasoning.without_clauses import DAY, PEOPLE, WHENS, decided, plan


@pytest.mark.parametrize("when", WHENS)
def test_a_condition_is_said_by_names_and_labels(when: str) -> None:
    said = condition_text(plan(), when)
    assert (said.kk, said.ru) == WHENS[when]


@given(PEOPLE, st.sampled_from([DAY, date(2025, 2, 1)]))
def test_every_sentence_is_whole_in_both_languages(facts: dict[str, Value], on: date) -> None:
    decision = decided(facts, on)
    for line in decision.lines:
        said = why(decision, line, "clerk")
        for lang in LANGS:
            assert said[lang].endswith(".")
            assert not {"{", "None", ": ;", ": .", "  "} & set(said[lang].split()), said[lang]
            assert ": ," not in said[lang]
            assert "  " not in said[lang]


@pytest.mark.parametrize(
    ("facts", "at", "ru"),
    [
        ({"aid": "other"}, "aid == surdo", "Не требуется, так как средство: другое."),
        ({"groups": ("carer", "large")}, "groups == veteran", "Не требуется, так как категория: ухаживающий, многодетный."),
        ({"groups": ()}, "groups == veteran", "Не требуется, так как категория: ничего из этого."),
        ({"groups": ("veteran",)}, "groups == veteran", "Требуется, так как категория: ветеран."),
        ({"income": 5}, "income < mrp", "Требуется, так как доход: меньше, чем МРП (3692 тенге)."),
        (
            {"income": 147_680},
            "not poor",
            "Требуется, так как доход: не меньше, чем 40 × МРП (147\u00a0680 тенге).",
        ),
        (
            {"issued": date(2024, 5, 4)},
            "issued <= filing_day",
            "Не требуется, так как день выдачи: позже этого дня: день подачи заявления (3 мая 2024 года).",
        ),
        ({}, "filing_day in 04-01..08-31", "Требуется, так как день подачи заявления: в период 1 апреля – 31 августа."),
    ],
)
def test_what_decides_is_given_back(facts: dict[str, Value], at: str, ru: str) -> None:
    decision = decided(facts)
    line = decision.lines[list(WHENS).index(at)]
    assert why(decision, line, "clerk").ru.startswith(ru)


def test_an_amount_that_is_not_at_hand_on_the_day_is_said_to_be_missing_and_nobody_is_asked() -> None:
    for facts in ({}, {"income": 100}):
        decision = decided(facts, date(2025, 1, 1))
        line = decision.lines[list(WHENS).index("income < mrp")]
        assert line.status == "undetermined"
        assert why(decision, line, "clerk").ru.startswith(
            "Требуется ли этот документ, неизвестно, так как в программе нет размера этой величины на день подачи "
            "заявления: МРП."
        )


def test_answers_are_shown_with_their_units() -> None:
    facts = plan().facts
    assert value_text(facts["income"], Decimal("20000.5")).ru == "20\u00a0000,5 тенге"
    assert value_text(facts["wedding"], date(2008, 6, 1)).kk == "2008 жылғы 1 маусым"
    assert value_text(facts["groups"], ("veteran", "carer")).ru == "ветеран, ухаживающий"
    assert value_text(facts["groups"], ()).ru == "ничего из этого"

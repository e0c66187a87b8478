"""Terms as the act gives them, said on screens and in letters: the bound, the bare amount, the very day, two amounts."""

import pytest

from eligibility.answer.amounts import term_text
from eligibility.law.vocabulary import Amount, Duration
from eligibility.letters import numbers


@pytest.mark.parametrize(
    ("duration", "kk", "ru"),
    [
        # № 81: «4 (төрт) сағат», no more than the amount.
        (Duration("hours", 4), "4 сағат", "4 часа"),
        (Duration("minutes", 21), "21 минут", "21 минута"),
        (Duration("working-days", 5), "5 жұмыс күні", "5 рабочих дней"),
        (Duration("calendar-days", 9), "күнтізбелік 9 күн", "9 календарных дней"),
        (Duration("months", 1), "1 ай", "1 месяц"),
        # № 43, annexes 17 and 18: «жұмыс сағаты».
        (Duration("working-hours", 7, "within"), "7 жұмыс сағаты ішінде", "в течение 7 рабочих часов"),
        (Duration("hours", 7, "within"), "7 сағат ішінде", "в течение 7 часов"),
        (
            Duration("working-days", 1, "within", Amount(7, "working-hours")),
            "1 жұмыс күні және 7 жұмыс сағаты ішінде",
            "в течение 1 рабочего дня и 7 рабочих часов",
        ),
        (
            Duration("working-days", 1, None, Amount(2, "hours")),
            "1 жұмыс күні және 2 сағат",
            "1 рабочий день и 2 часа",
        ),
        # № 370, annex 3: «Күніне 3 рет», «Күніне екі реттен кем емес».
        (Duration("times-per-day", 3), "күніне 3 рет", "3 раза в день"),
        (Duration("times-per-day", 2, "at-least"), "күніне кемінде 2 рет", "не реже 2 раз в день"),
        (Duration("times-per-day", 1, "at-most"), "күніне ең көбі 1 рет", "не чаще 1 раза в день"),
        # № 370: «жұмыс күні ішінде»; № 43, annex 4: «сол жұмыс күні».
        (Duration("within-working-day", None, "within"), "жұмыс күні ішінде", "в течение рабочего дня"),
        (Duration("within-working-day", None, "exactly"), "сол жұмыс күні", "в тот же рабочий день"),
    ],
)
def test_on_screens(duration: Duration, kk: str, ru: str) -> None:
    said = term_text(duration)
    assert (said.kk, said.ru) == (kk, ru)


@pytest.mark.parametrize(
    ("duration", "kk", "ru"),
    [
        (Duration("working-hours", 7, "within"), "мерзімі: 7 (жеті) жұмыс сағаты", "срок: 7 (семь) рабочих часов"),
        (
            Duration("working-days", 1, "within", Amount(7, "working-hours")),
            "мерзімі: 1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты",
            "срок: 1 (один) рабочий день и 7 (семь) рабочих часов",
        ),
        (Duration("times-per-day", 3), "күніне 3 (үш) рет", "3 (три) раза в день"),
        (Duration("times-per-day", 2, "at-least"), "күніне кемінде 2 (екі) рет", "наименьшее число раз в день: 2 (два)"),
        (Duration("within-working-day", None, "exactly"), "сол жұмыс күні", "в тот же рабочий день"),
    ],
)
def test_in_letters(duration: Duration, kk: str, ru: str) -> None:
    said = numbers.term(duration)
    assert said is not None
    assert (said.kk, said.ru) == (kk, ru)

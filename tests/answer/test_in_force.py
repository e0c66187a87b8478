"""What is said of an edition's standing on a day: the text's own words, and an inference as one."""

from datetime import date

from eligibility.answer.in_force import status_reason
from eligibility.law.life import life_on
from eligibility.law.vocabulary import Act, InForce
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import Text

HEALTH, SOUTH = "almaty-region-health-2019-43", "south-kazakhstan-2012-370"


def reason(act: Act, annex: int, day: date) -> Text:
    return status_reason(life_on(act, annex, day), act)


def health(inferred: tuple[int, ...]) -> Act:
    act = shipped_pack().acts[HEALTH]
    amendments = tuple(one._replace(annexes=(*one.annexes, *inferred), inferred=inferred) for one in act.amendments)
    return act._replace(amendments=amendments)


def test_an_amendment_whose_note_is_lost_is_a_presumption() -> None:
    """Of annexes 5 and 6 the note is lost but for its last words; № 434 is read off annex 7."""
    act = health((5, 6))
    for day in (date(2019, 6, 3), date(2019, 11, 1)):
        said = reason(act, 5, day)
        assert "лишь предположение" in said.ru
        assert "тек жорамал" in said.kk
        assert "предположение" not in reason(act, 7, day).ru
    assert "№ 434" in reason(act, 7, date(2019, 6, 3)).ru


def test_the_ten_days_begin_with_the_day_of_publication_where_the_text_says_so() -> None:
    """«жарияланған күнінен бастап күнтізбелік он күн өткен соң»."""
    act = shipped_pack().acts[SOUTH]
    assert isinstance(act.in_force, InForce)
    said = reason(act, 1, date(2013, 2, 1))
    assert "считая со дня первого официального опубликования" in said.ru
    assert "жарияланған күнінен бастап күнтізбелік 10 күн өткен соң" in said.kk
    assert life_on(act, 1, date(2013, 1, 8)).status == "undetermined"
    later = act._replace(in_force=act.in_force._replace(counting_publication_day=False))
    assert "после дня первого официального опубликования" in reason(later, 1, date(2013, 2, 1)).ru

"""Whole pages of what is told where no text is at hand: what is known of an act from elsewhere, and of the law of today."""

from typing import get_args

from eligibility.answer.readers import Reader
from eligibility.answer.telling.known import tell_known
from eligibility.answer.telling.teller import AnswerTeller
from tests.answer.small_town import PAGE, RUMOUR, Town, page, shown
from tests.answer.town_editions import AS_KNOWN, CONTACTS, KNOWN, NOWADAYS
from tests.reasoning.small_editions import both

READERS: tuple[Reader, ...] = get_args(Reader)


class TestWhatIsKnownFromElsewhere:
    def test_as_a_citizen_reads_it(self) -> None:
        """How little it is worth comes first; each thing has the number of its source, and the sources stand at the end."""
        assert shown(AS_KNOWN(act="standard", orphan=False), commands=True) == page("known-citizen")

    def test_as_a_desk_reads_it_with_papers_brought(self) -> None:
        """Nobody can say whether they are all; what applied before can be read."""
        answer = AS_KNOWN(["application"], "standard", {"region": "town"}, orphan=True)
        assert shown(answer, "clerk", ids=True, commands=True) == page("known-clerk")

    def test_what_applied_before_is_named_to_a_desk_that_types_commands(self) -> None:
        before = "Что действовало раньше, можно прочитать так: <dim> <apart>\n$ eligibility show care --act act\n"
        here, elsewhere = ({"region": region} for region in ("town", "village"))
        assert shown(AS_KNOWN(None, "standard", here), "clerk", commands=True).endswith(before)
        assert before not in shown(AS_KNOWN(None, "standard", here), "clerk")
        assert before not in shown(AS_KNOWN(None, "standard", here), commands=True)
        assert before not in shown(AS_KNOWN(None, "standard", elsewhere), "clerk", commands=True)
        assert before not in shown(AS_KNOWN(None, "standard"), "clerk", commands=True)

    def test_nothing_is_told_in_the_programs_own_words_unless_that_is_wanted(self) -> None:
        """As the command `show` tells it: without ids, without commands."""
        answer = AS_KNOWN(None, "standard", {"region": "town"})
        told = [one.text.ru for one in tell_known(AnswerTeller(answer, "auditor", answer.remarks()))]
        assert not any("[application]" in one or "eligibility" in one for one in told)

    def test_what_nobody_knows_is_named(self) -> None:
        bare = Town(standard={"known": PAGE}, today=None)
        assert shown(bare(act="standard")) == page("known-nothing")

    def test_that_no_papers_are_needed_and_that_there_is_no_such_service_today(self) -> None:
        none = Town(standard={"known": PAGE, "no_papers": {"known": RUMOUR}}, today={"status": "abolished"})
        assert shown(none(act="standard")) == page("known-no-papers")

    def test_that_the_service_has_become_part_of_another(self) -> None:
        merged = Town(standard={}, today={"status": "merged", "into": "care"})
        assert "Сегодня эта услуга – часть другой: уход. <bad>\n" in shown(merged(act="standard"))

    def test_what_it_is_called_by_another_act_of_today_is_not_its_name(self) -> None:
        other = Town(standard=KNOWN, today={**NOWADAYS, "acts": ["act"]})
        assert "новый уход" not in shown(other(act="standard"))

    def test_a_thing_whose_source_is_not_told_stands_without_a_number(self) -> None:
        unsourced = {**KNOWN, "fee": [{"fee": "paid", "text": both("сто тенге")}], "requirements": [{"document": "card"}]}
        told = shown(Town(standard=unsourced)(act="standard"))
        assert "## Плата\n• сто тенге\n" in told
        assert "≈ card\n" in told

    def test_of_what_is_not_asked_for_it_is_not_told_what_would_do_instead(self) -> None:
        for reader in READERS:
            assert "Достаточно любого" in shown(AS_KNOWN(act="standard"), reader)
            assert "Достаточно любого" not in shown(AS_KNOWN(act="standard", alone=False), reader)


class TestNoEdition:
    """Of a region for which no act is held."""

    def test_says_what_is_known_of_today_and_whom_to_ask(self) -> None:
        """A name that was seen in one language alone is told in that one."""
        town = Town(today={**NOWADAYS, "names": {"ru": "новый уход"}}, contacts=CONTACTS, title={"ru": "О стандарте"})
        assert shown(town.absent("village")) == page("absent")
        assert shown(town.absent("village"), lang="kk") == page("absent-kk")

    def test_says_that_nothing_is_known(self) -> None:
        assert shown(Town(today=None).absent("village")) == page("absent-unknown")

    def test_names_no_act_without_a_title_and_no_place_that_was_not_looked_in(self) -> None:
        nameless = {**NOWADAYS, "note": None, "names": None, "as_of": None}
        told = shown(Town(today={key: said for key, said in nameless.items() if said}, title={}).absent("village"))
        assert told.endswith("## Что известно на сегодня\n• Насколько известно, сегодня действует: приказ № 7.\n")

    def test_of_a_region_that_became_others(self) -> None:
        changed = Town(
            changes=[{"before": ["village"], "after": ["town"], "on": "2016-01-01", "known": PAGE}], today=None
        ).absent("village")
        assert shown(changed).splitlines()[1] == (
            "В этот день такого региона уже нет: с 1 января 2016 года его территория входит в: город. <bad>"
        )

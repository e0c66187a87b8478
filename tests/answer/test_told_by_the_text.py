"""Whole pages of what is told by an act whose text is at hand: who reads it, what is asked, what was brought, what is open."""

from typing import Any

from eligibility.answer.telling import tell_answer
from tests.answer.small_town import PAGE, Town, flag, page, shown
from tests.answer.town_editions import BROUGHT, CONTACTS, DAYS, LISTS, POINTING, TOWN, WHOLE
from tests.reasoning.small_editions import both


class TestAnEditionThatSaysAll:
    def test_as_a_citizen_reads_it(self) -> None:
        """Papers under what decides them, then in short where, when and how much, and no more remarks than anybody reads."""
        assert shown(TOWN(orphan=True)) == page("whole-citizen")

    def test_as_a_clerk_reads_it_with_ids_in_kazakh(self) -> None:
        """Each line with its reason and place, ways and fees apart, and every remark that is for a desk."""
        assert shown(TOWN(orphan=True), "clerk", "kk", ids=True) == page("whole-clerk-kk")

    def test_what_came_of_the_papers_as_a_clerk_reads_it(self) -> None:
        """By a way that is closed, by somebody whom the text does not name, with half of the papers."""
        answer = TOWN(BROUGHT, orphan=True, seen=True, filed_by="parent", age=30, channel="phone")
        assert shown(answer, "clerk") == page("whole-brought-clerk")

    def test_what_came_of_the_papers_as_a_citizen_reads_it(self) -> None:
        """A ground that is only possible is not for him; what spares him papers is said once for all of them."""
        assert shown(TOWN(["application", "child-card"], seen=True, orphan=False)) == page("whole-brought-citizen")
        assert "нет показаний" not in shown(TOWN(["application"], orphan=False))

    def test_what_came_of_the_papers_as_an_auditor_reads_it(self) -> None:
        """He sees why even of what was brought and of what is not needed."""
        assert shown(TOWN(["application"], orphan=False), "auditor") == page("whole-brought-auditor")

    def test_a_ground_that_is_only_possible_is_for_a_desk(self) -> None:
        told = shown(TOWN(["application"]), "clerk")
        assert "Не определено, полон ли пакет документов. <bad> <apart>" in told
        assert "Не определено, есть ли основание для отказа в приеме документов: пакет неполон (приложение 2, пункт 8" in told
        assert "пакет неполон" not in shown(TOWN(["application"]))

    def test_who_is_not_meant_is_told_so_and_that_nothing_is_refused_for_it(self) -> None:
        assert shown(TOWN(orphan=True, alone=False)).splitlines()[3:6] == [
            "Услуга – для всех, кроме сирот. <bad>",
            "Судя по ответам, этот человек к ним не относится. Основание для отказа по этой причине не указано. <bad>",
            "! Спросите: circle. <dim>",
        ]


class TestTheList:
    def test_what_two_lists_ask_for_is_one_line_to_a_citizen_and_two_to_a_desk(self) -> None:
        assert shown(LISTS(orphan=True)) == page("lists-citizen")
        assert shown(LISTS(orphan=True), "clerk").count("☐ card (копия)") == 2

    def test_what_is_not_settled_is_told_with_what_it_waits_for(self) -> None:
        assert shown(LISTS()) == page("lists-open-citizen")
        assert shown(LISTS(), "clerk") == page("lists-open-clerk")

    def test_what_was_brought_and_does_not_count_is_told_with_what_is_wrong(self) -> None:
        papers = [
            {"document": "application", "state": "damaged"},
            {"document": "card", "form": "copy", "issued_on": "2018-01-01"},
        ]
        assert shown(LISTS(papers, orphan=True)) == page("lists-wrong-citizen")

    def test_what_was_brought_and_may_count_is_told_to_a_desk(self) -> None:
        papers = [{"document": "application", "issued_on": "2018-05-05"}, {"document": "card", "form": "copy"}]
        assert shown(LISTS(papers, orphan=True, alone=False), "clerk") == page("lists-doubted-clerk")
        assert shown(LISTS(papers, orphan=True, alone=False), "auditor") == page("lists-doubted-auditor")


DOUBTED = Town(
    requirements=[
        {"document": "card", "cite": "6(1)"},
        {"document": "application", "form": "electronic", "cite": "6(2)"},
        {"document": "passport", "form": "both", "copies": 3, "cite": "6(3)"},
        {"document": "order", "any_of": [{"all_of": ["conclusion", "child-card"]}], "cite": "6(4)"},
    ]
)


class TestDoubts:
    """What is remarked of papers that were brought, in the words of what the text does not say."""

    def test_of_the_state_and_the_form_of_a_paper(self) -> None:
        states = ["damaged", "expired", "name-differs", "iin-differs", "outdated-form"]
        papers = [{"document": "card", "state": state} for state in states] + [{"document": "card", "form": "electronic"}]
        told = [self.notes([paper])[0] for paper in papers]
        assert told == [
            "Можно ли принять поврежденный документ, не сказано.",
            "Можно ли принять документ с истекшим сроком действия, не сказано.",
            "К чему ведет расхождение фамилии, имени или отчества, не сказано.",
            "К чему ведет расхождение ИИН, не сказано.",
            "Можно ли принять документ устаревшего образца, не сказано.",
            "Можно ли принять электронный документ, не сказано.",
        ]

    def test_of_copies_and_originals_and_sets(self) -> None:
        electronic = "Этот документ должен быть электронным; можно ли принять его в другой форме, не сказано."
        no_original = "Копия представлена, осталось показать подлинник для сверки."
        no_copy = "Подлинник показан, нужна еще копия."
        assert self.notes([{"document": "application", "form": "original"}]) == [electronic]
        assert self.notes([{"document": "passport", "form": "copy", "copies": 2}]) == [
            no_original,
            "Нужно экземпляров: 3; представлено: 2.",
        ]
        assert self.notes([{"document": "passport", "form": "original"}])[0] == no_copy
        assert self.notes(["conclusion"]) == ["Из документов, которых достаточно только вместе, представлены не все."]

    def notes(self, papers: list[Any]) -> list[str]:
        """What stands in red under a paper."""
        told = tell_answer(DOUBTED(papers), "clerk")
        return [one.text.ru for one in told if one.as_ == "note" and one.tone == "bad"]


class TestAListThatIsElsewhere:
    """The reference is the law; what is known of the list stands apart, under its source."""

    def test_as_a_citizen_reads_it(self) -> None:
        assert shown(POINTING(orphan=False)) == page("elsewhere-citizen")
        assert "! Спросите: other." in shown(POINTING(orphan=True))

    def test_as_a_clerk_reads_it(self) -> None:
        """The remarks of the act that the list is known from name the place in that act, and are told once."""
        assert shown(POINTING(orphan=True), "clerk") == page("elsewhere-clerk")
        assert "lawyer" in shown(POINTING(orphan=True), "auditor")

    def test_what_it_spares_is_told_without_remarks(self) -> None:
        told = shown(POINTING(orphan=False, alone=True), "auditor")
        assert ": По этому источнику не требуются:\n" in told
        assert "≈ заключение МСЭ\n:" in told
        assert "other" not in told


class TestNoList:
    def test_an_act_that_wants_no_papers_says_where(self) -> None:
        none = Town(no_papers={"cite": "4", "flags": ["none"]}, flags=[flag("none", "documents")], comparison={"cite": "7"})
        assert shown(none(["card"])) == page("no-papers")

    def test_a_text_without_a_list_is_not_a_text_that_is_not_at_hand(self) -> None:
        """Nor does what is not at hand say nothing of ways, terms and fees."""
        assert shown(Town()()) == page("no-list")
        assert shown(Town(holds=["steps"])()) == page("list-not-held")

    def test_of_a_text_held_in_part_what_is_held_is_silent_and_the_rest_is_not(self) -> None:
        list_held, ways_held = shown(Town(holds=["requirements", "stated_terms"])()), shown(Town(holds=["channels", "fee"])())
        assert "В тексте, который есть в программе, перечня документов нет. <bad> <apart>" in list_held
        assert list_held.endswith(
            "• Куда подается заявление: этой части текста в программе нет <labelled>\n"
            "• Срок: не сказано <labelled>\n"
            "• Сколько стоит: этой части текста в программе нет <labelled>\n"
        )
        assert ways_held.endswith(
            "• Куда подается заявление: не сказано <labelled>\n"
            "• Срок: этой части текста в программе нет <labelled>\n"
            "• Сколько стоит: не сказано <labelled>\n"
        )

    def test_documents_may_be_refused_by_what_is_not_held(self) -> None:
        """The desk has no right to refuse where the text that is held gives none; of what is not held nobody knows."""
        held, not_held = (shown(Town(holds=holds)(["card"]), "clerk") for holds in (["refuse_to_accept"], ["steps"]))
        assert "Право отказать в приеме документов не предусмотрено." in held
        assert "Право отказать" not in not_held


class TestWays:
    def test_the_ways_that_are_open_are_told_where_the_chosen_one_is_closed(self) -> None:
        ways = Town(channels=[{"channel": "office", "cite": "3"}, {"channel": "portal", "only": "result", "cite": "3"}])
        told = shown(ways(channel="phone"), "clerk")
        assert "Так подать заявление нельзя: phone. <bad>\nКак можно подать заявление: office.\n" in told
        assert told.endswith(
            "## Куда подается заявление\n• office\n• portal (только для получения результата)\n: Так подать нельзя: phone.\n"
        )

    def test_of_none_that_is_open_none_is_told(self) -> None:
        closed = Town(channels=[{"channel": "portal", "only": "result", "cite": "3"}])(channel="portal")
        told = shown(closed)
        assert "Так подать заявление нельзя: portal. <bad>\n" in told
        assert "Как можно" not in told

    def test_a_way_that_is_closed_here_is_told_after_the_others(self) -> None:
        ways = Town(channels=[{"channel": "office", "cite": "3"}, {"channel": "portal", "when": "alone", "cite": "3"}])
        closed = "## Куда подается заявление\n• office\n: Так подать нельзя: portal.\n"
        assert shown(ways(alone=False), "clerk").endswith(closed)

    def test_of_a_text_without_ways_a_desk_is_told_of_none(self) -> None:
        assert "Куда" not in shown(Town()(), "clerk")


class TestWhoFiles:
    RULES: tuple[dict[str, Any], ...] = (
        {"filed_by": "self", "cite": "2", "when": "not child", "flags": ["x"]},
        {"filed_by": "parent", "cite": "2", "when": "unsaid", "flags": ["y"]},
        {"filed_by": "parent", "cite": "2", "when": "unsaid and child"},
    )
    TOWN = Town(applicants=RULES, flags=[flag("x"), flag("y")])

    def said(self, **facts: Any) -> list[str]:
        """What stands between the name of the act and the list."""
        told = shown(self.TOWN(**facts)).splitlines()
        return told[2 : told.index("В тексте, который есть в программе, перечня документов нет. <bad> <apart>")]

    def test_of_who_may_file_nothing_is_said(self) -> None:
        assert self.said() == self.said(filed_by="self", age=30) == []

    def test_whom_the_text_does_not_name_may_or_may_not_file(self) -> None:
        not_named = "Среди тех, кто подает заявление, это лицо не названо; может ли оно его подать, не сказано. <bad>"
        assert self.said(filed_by="self", age=10) == [not_named, "! Спросите: x. <dim>"]

    def test_what_hangs_on_an_answer_is_told_apart_from_what_the_text_leaves_open(self) -> None:
        not_yet = "Может ли это лицо подать заявление, пока не определено."
        not_said = "Может ли это лицо подать заявление, не сказано."
        assert self.said(filed_by="self") == [not_yet, "! Спросите: x. <dim>"]
        assert self.said(filed_by="parent", age=30) == [not_said, "! Спросите: y. <dim>"]
        assert self.said(filed_by="parent", age=10) == [not_said, "! Спросите: y. <dim>"]


class TestWhatTheTextDoesNotSay:
    """It is told apart from what is only not answered yet."""

    TOWN = Town(
        for_whom={"when": "unsaid", "text": both("Услуга – для некоторых."), "cite": "1", "flags": ["x"]},
        channels=[
            {"channel": "phone", "when": "alone", "cite": "3"},
            {"channel": "portal", "when": "unsaid", "flags": ["x"], "cite": "3"},
            {"channel": "office", "cite": "3"},
        ],
        fee=[{"fee": "paid", "when": "unsaid", "flags": ["x"], "cite": "4"}],
        requirements=[{"document": "card", "when": "unsaid", "cite": "6"}],
        refuse_to_accept_unsaid=[
            {"when": "file_incomplete", "cite": "8", "flags": ["accepting"]},
            {"when": "alone", "cite": "8", "flags": ["alone"]},
        ],
        flags=[flag("x", leaves="whether"), flag("accepting"), flag("alone")],
    )

    def test_as_a_citizen_reads_it(self) -> None:
        assert shown(self.TOWN()) == page("unsaid-citizen")

    def test_as_a_desk_reads_it(self) -> None:
        assert shown(self.TOWN([], alone=False), "clerk") == page("unsaid-clerk")

    def test_a_fee_that_hangs_on_an_answer_is_not_determined(self) -> None:
        town = Town(fee=[{"fee": "paid", "when": "alone", "cite": "4"}])
        assert "• Сколько стоит: платно – пока не определено <labelled>" in shown(town())
        assert "• платно – пока не определено\n" in shown(town(), "clerk")
        assert "• платно\n" in shown(town(alone=True), "clerk")


class TestInShort:
    """What a citizen wants to know before going there."""

    def test_a_remark_says_what_to_do_where_the_text_says_nothing(self) -> None:
        """In the place of «not said», and not once more among the rest."""
        silent = Town(flags=[flag("price", "money"), flag("days", "term"), flag("where", "channel"), flag("who", "applicant")])
        told = shown(silent())
        assert told[told.index("## Коротко") :].splitlines() == [
            "## Коротко",
            "• Кто оказывает услугу: собес <labelled>",
            "• Куда подается заявление: не сказано <labelled>",
            "• Спросите: days.",
            "• Спросите: price.",
            "! Спросите: where. <dim>",
            "## Обратите внимание",
            "• Спросите: who.",
        ]

    def test_remarks_on_ways_money_and_terms_stand_with_them(self) -> None:
        """Where the text does say something."""
        told = shown(
            Town(**{**WHOLE, "flags": [*WHOLE["flags"], flag("price", "money"), flag("days", "term")]})(channel="phone")
        )
        remarks = (
            "! Спросите: way. <dim>\n! Спросите: fee. <dim>\n! Спросите: price. <dim>\n! Спросите: days. <dim>\n## Вопросы"
        )
        assert remarks in told

    def test_whoever_does_not_say_who_he_is_is_a_citizen(self) -> None:
        answer = TOWN(orphan=True)
        assert list(tell_answer(answer)) == list(tell_answer(answer, "citizen"))


class TestTerms:
    def test_that_cannot_be_counted_for_want_of_a_calendar(self) -> None:
        """It is said once, and all the rest stands."""
        assert shown(TOWN_WITHOUT_CALENDAR(), "clerk") == page("no-calendar")
        terms = {"ru": "• Срок: 300 рабочих дней <labelled>\n", "more": "• Срок: 300 рабочих дней; 5 рабочих дней <labelled>\n"}
        assert terms["more"] in shown(TOWN_WITHOUT_CALENDAR(orphan=True))
        assert terms["ru"] in shown(TOWN_WITHOUT_CALENDAR(orphan=False))


TOWN_WITHOUT_CALENDAR = Town(
    years=[2018],
    requirements=[{"document": "card", "cite": "6"}],
    stated_terms=[
        {"text": both("срок"), "duration": {**DAYS, "value": 300}, "cite": "11"},
        {"text": both("срок для сирот"), "duration": DAYS, "when": "orphan", "cite": "11"},
    ],
)


class TestTheHeading:
    def test_a_clear_text_has_nothing_to_note(self) -> None:
        assert "Обратите внимание" not in shown(Town()())

    def test_whom_to_ask_is_told_for_the_one_region_of_the_act(self) -> None:
        town = Town(contacts=CONTACTS)
        case = {"service": "care", "act": "act", "on": "2015-01-20"}
        assert "• 109 – город\n" in shown(town.engine.answer(case))
        both_regions = Town(contacts=CONTACTS, its_act={"regions": ["town", "village"]})
        told = shown(both_regions.engine.answer(case))
        assert "• 1414" in told
        assert "• 109" not in told

    def test_a_region_that_is_another_today_is_told_of_before_anything_else(self) -> None:
        changed = Town(changes=[{"before": ["town"], "after": ["village"], "on": "2016-01-01", "known": PAGE}])
        assert shown(changed(told={"region": "town"})).splitlines()[2] == (
            "В этот день такого региона уже нет: с 1 января 2016 года его территория входит в: село. <bad>"
        )

    def test_an_edition_that_may_not_speak_says_why_and_where_to_look(self) -> None:
        early = Town(flags=[flag("danger", "danger")])(told={"on": "2015-01-20"})
        assert shown(early) == page("not-in-effect-shown-all-the-same")
        silent = Town().engine.answer({"service": "care", "act": "act", "on": "2015-01-20"})
        assert shown(silent) == page("not-in-effect")
        lost = Town(
            its_act={"amendments": [{"number": "5", "adopted": "2017-01-10", "in_force": {"on": "2017-02-01"}, "annexes": [2]}]}
        )
        told = shown(lost.engine.answer({"service": "care", "act": "act", "on": "2015-03-01"}))
        assert "Прежнего текста, до изменения, внесенного решением № 5, в программе нет" in told
        assert "Каким актом регулировалась эта услуга" not in told
        advice = "--as-if-in-force. <dim>\n## Что известно на сегодня"
        assert advice in shown(silent, commands=True)
        assert "--as-if-in-force" not in shown(early, commands=True)

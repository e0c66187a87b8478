"""A change of the rules as a lawyer has to see it: what is said otherwise, and who is answered otherwise."""

from pathlib import Path

import pytest

from eligibility.engine import Engine
from eligibility.law.condition import Value
from eligibility.law.logic import Truth
from eligibility.law.pack import EditionKey
from eligibility.population.behaviour import behaviour
from eligibility.population.inquiry import DAY
from eligibility.review.changes import EditionChange, PackChanges, RuleChange
from eligibility.review.comparing_packs import pack_changes
from eligibility.review.told_changes import FoundBesides, Sides, ToldRule, told_edition
from tests.review.changed_packs import EDITION, Change, rules, sides
from tests.review.one_by_one import behaviour_one_by_one

KEY = EditionKey("town-2018-1", "wheelchairs")
CERTIFICATE = '  - {document: birth-certificate, when: age < 18 or orphan, cite: "1"}\n'
CATEGORIES, CONTRADICTIONS = "categories.yaml", "contradictions.yaml"


def changes_of(found: Sides) -> PackChanges:
    by_columns = pack_changes(*found, behaviour)
    assert shape(by_columns) == shape(pack_changes(*found, behaviour_one_by_one))
    return by_columns


def shape(changes: PackChanges) -> object:
    """All flips, in whatever order they come."""
    return [
        (
            one.key,
            one.kinds,
            one.known,
            [(rule.fields, [(it.pair, sorted(map(str, it.flips or ()))) for it in rule.conclusions])],
        )
        for one in changes.editions
        for rule in one.rules
    ]


def edition(folder: Path, *changes: Change, before: tuple[Change, ...] = ()) -> EditionChange:
    (found,) = changes_of(sides(folder, *changes, before=before)).editions
    return found


def rule(folder: Path, *changes: Change, before: tuple[Change, ...] = ()) -> RuleChange:
    (found,) = edition(folder, *changes, before=before).rules
    return found


def told(folder: Path, *changes: Change, before: tuple[Change, ...] = ()) -> ToldRule:
    found = sides(folder, *changes, before=before)
    (one,) = changes_of(found).editions
    (rule,) = told_edition(found, one, FoundBesides({}, {})).rules
    return rule


def fields(rule: ToldRule) -> dict[str, tuple[str | None, str | None]]:
    """In Russian, by their labels."""
    return {one.label.ru: (one.before.ru if one.before else None, one.after.ru if one.after else None) for one in rule.fields}


def flips(change: RuleChange) -> list[tuple[Truth, Truth, dict[str, Value]]]:
    (one,) = change.conclusions
    found = [(flip.before, flip.after, {id: it for id, it in flip.example.items() if id != DAY}) for flip in one.flips or ()]
    return sorted(found, key=str)


def test_the_same_rules_are_no_change(tmp_path: Path) -> None:
    found = changes_of(sides(tmp_path))
    assert (found.editions, found.shared, found.compared) == ((), (), 1)


def test_the_shipped_rules_are_the_rules_of_their_folder() -> None:
    shipped = Engine.shipped("direct")
    found = pack_changes(shipped, Engine.of_rules(Path("rules"), "direct"), behaviour)
    assert (found.editions, found.shared) == ((), ())


class TestACondition:
    def test_in_words_and_who_flips(self, tmp_path: Path) -> None:
        found = told(tmp_path, (EDITION, "age < 18 or orphan", "age < 16"))
        assert (found.section, found.id, found.kind) == ("requirements", "birth-certificate", "changed")
        assert found.when is not None
        assert found.when.before is not None
        assert found.when.after is not None
        assert (found.when.before.ru, found.when.after.ru) == ("младше 18 лет или ребенок-сирота", "младше 16 лет")
        assert (found.when.before.kk, found.when.after.kk) == ("18 жасқа толмаған немесе жетім бала", "16 жасқа толмаған")

    def test_the_plainest_of_each_flip(self, tmp_path: Path) -> None:
        found = rule(tmp_path, (EDITION, "age < 18 or orphan", "age < 16"))
        assert flips(found) == [
            (None, False, {"age": 18}),
            (True, False, {"age": 16}),
            (True, None, {"orphan": True}),
        ]

    def test_written_otherwise_and_meant_alike_flips_nobody(self, tmp_path: Path) -> None:
        found = told(tmp_path, (EDITION, "age < 18 or orphan", "orphan or child"))
        assert [one.before == one.after for one in (found.when,) if one] == [False]
        assert (found.conclusions, found.asked) == ((), True)

    def test_of_persons_who_cannot_be_nothing_is_told(self, tmp_path: Path) -> None:
        impossible = "age < 18 or orphan or (disability == child and age >= 18)"
        found = rule(tmp_path, (EDITION, "age < 18 or orphan", impossible))
        for one in found.conclusions:
            for flip in one.flips or ():
                assert flip.example.get("disability") != "child" or "age" not in flip.example or flip.example["age"] < 18  # type: ignore[operator]
        assert all(flip.known == 0 for one in found.conclusions for flip in one.flips or ())


class TestWhatARuleSays:
    @pytest.mark.parametrize(
        ("change", "label", "before", "after"),
        [
            (
                ("{document: application, cite", "{document: application, form: copy, cite"),
                "в каком виде",
                "не указано",
                "копия",
            ),
            (
                ("{document: application, cite", "{document: application, copies: 2, cite"),
                "сколько экземпляров",
                "не указано",
                "2",
            ),
            (
                ("{document: application, cite", "{document: application, brought_by: office, cite"),
                "кто представляет",
                "услугополучатель",
                "услугодатель получает сам",
            ),
            (("{value: 1, unit: calendar-days}", "{value: 5, unit: working-days}"), "срок", None, None),
            (("ru: рассматривает", "ru: изучает"), "что делается", "рассматривает", "изучает"),
        ],
    )
    def test_before_and_after(self, tmp_path: Path, change: tuple[str, str], label: str, before: str, after: str) -> None:
        found = fields(told(tmp_path, (EDITION, *change)))
        assert label in found
        if before is not None:
            assert found[label][1] == after
            assert found[label][0] == before or label == "кто представляет"

    def test_a_term_moves_and_so_does_the_sum_of_the_route(self, tmp_path: Path) -> None:
        found = edition(tmp_path, (EDITION, "{value: 1, unit: calendar-days}", "{value: 5, unit: working-days}"))
        (route,) = found.routes
        assert route.before is not None
        assert route.after is not None
        assert [[(one.unit, one.value) for one in total.sums] for total in (route.before, route.after)] == [
            [("calendar-days", 1)],
            [("working-days", 5)],
        ]

    def test_the_place_in_the_act(self, tmp_path: Path) -> None:
        found = told(tmp_path, (EDITION, 'application, cite: "1"', 'application, cite: "2"'))
        assert found.place.before is not None
        assert found.place.after is not None
        assert (found.place.before.ru, found.place.after.ru) == ("приложение 1, пункт 1", "приложение 1, пункт 2")
        assert (found.fields, found.conclusions, found.asked) == ((), (), False)

    def test_a_new_rule_says_all_it_says_and_who_is_asked_now(self, tmp_path: Path) -> None:
        found = rule(tmp_path, (EDITION, CERTIFICATE, CERTIFICATE + '  - {document: standard-documents, cite: "2"}\n'))
        assert (found.kind, found.either.id) == ("added", "standard-documents")
        assert flips(found) == [(False, True, {})]

    def test_a_rule_left_out(self, tmp_path: Path) -> None:
        found = rule(tmp_path, (EDITION, CERTIFICATE, ""))
        assert (found.kind, found.old and found.old.id) == ("removed", "birth-certificate")
        assert flips(found) == [(None, False, {}), (True, False, {"age": 0})]

    def test_a_remark(self, tmp_path: Path) -> None:
        flag = """flags:
  - id: odd
    kind: silent
    for: clerk
    leaves: nothing
    text: {kk: айтылмаған, ru: не сказано}
    cite: "1"
"""
        before = ((EDITION, "steps:", flag + "steps:"),)
        found = fields(told(tmp_path, (EDITION, "kind: silent", "kind: ambiguous"), before=before))
        assert found == {"в чем особенность текста": ("текст об этом молчит", "текст можно понять по-разному")}

    def test_of_a_group_the_document_that_counts_under_a_condition_now(self, tmp_path: Path) -> None:
        group = '  - {document: standard-documents, any_of: [application, birth-certificate], cite: "2"}\n'
        now = group.replace("birth-certificate", "{document: birth-certificate, when: orphan}")
        before = ((EDITION, CERTIFICATE, CERTIFICATE + group),)
        found = rule(tmp_path, (EDITION, group, now), before=before)
        (one,) = found.conclusions
        assert one.of is not None
        assert one.of.documents == ("birth-certificate",)
        assert flips(found) == [(True, False, {"orphan": False}), (True, None, {})]


class TestWhatEditionsShare:
    before = ((EDITION, "age < 18 or orphan", "child or orphan"),)

    def test_a_category_reaches_the_editions_that_name_it(self, tmp_path: Path) -> None:
        found = rule(tmp_path, (CATEGORIES, "age < 18", "age < 16"), before=self.before)
        assert (found.fields, [one.id for one in found.through]) == ((), ["child"])
        assert flips(found) == [(None, False, {"age": 16, "orphan": False})] or flips(found)
        assert (True, False) in {(one, other) for one, other, _ in flips(found)}

    def test_a_contradiction_settles_what_was_open(self, tmp_path: Path) -> None:
        more = "- when: orphan and age >= 18\n  text: {kk: Сәйкес келмейді., ru: Не сходится.}\n"
        change = (CONTRADICTIONS, "- when: age >= 18", more + "- when: age >= 18")
        found = rule(tmp_path, change)
        assert found.fields == ()
        assert [one.section for one in found.through] == ["contradictions"]
        assert (None, False) in {(before, after) for before, after, _ in flips(found)}

    def test_one_that_reaches_no_edition_is_told_by_itself(self, tmp_path: Path) -> None:
        found = changes_of(sides(tmp_path, (CATEGORIES, "age < 18", "age < 16")))
        (one,) = found.shared
        assert (found.editions, one.entry, one.kind) == ((), ("categories", "child"), "changed")
        assert [(it.path, it.before, it.after) for it in one.differences] == [(("when",), "age < 18", "age < 16")]

    def test_an_edition_that_only_one_side_has(self, tmp_path: Path) -> None:
        content = 'service: home-care\nannex: 2\nprovider: department\nfee: [{fee: free, cite: "1"}]\n'
        more = {"acts/town-2018-1/2-home-care.yaml": content}
        old, new = rules(tmp_path / "old"), rules(tmp_path / "new", files=more)
        one, other = (Engine.of_rules(path, "direct") for path in (old, new))
        assert [(it.key.service, it.kind) for it in changes_of(Sides(one, other)).editions] == [("home-care", "added")]
        assert [(it.key.service, it.kind) for it in changes_of(Sides(other, one)).editions] == [("home-care", "removed")]

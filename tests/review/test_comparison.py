"""What differs between two editions, checked against the decrees' rule files and on small editions of our own."""

import json
from collections.abc import Iterator
from itertools import permutations
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.cli.language import lang
from eligibility.diagnostics.refusal import Refused
from eligibility.engine import Engine
from eligibility.law.edition import (
    Alternative,
    ByReference,
    Channel,
    Edition,
    FeeKind,
    Ground,
    PauseKind,
    ReceiptKind,
    Requirement,
    ServiceForm,
    Standing,
    Step,
    Use,
    Variant,
)
from eligibility.law.pack import EditionKey
from eligibility.law.vocabulary import Bound, Duration, Unit
from eligibility.reasoning.listing import Pointed, rows
from eligibility.review.comparison import (
    SECTIONS,
    Difference,
    RouteSum,
    SectionDifference,
    Side,
    StepUnder,
    compare,
    differences,
)
from eligibility.review.difference_words import LABELS, SECTION_TITLES, SUBJECTS, VALUES
from eligibility.words.text import Text

ENGINE = Engine.shipped("direct")
PACK = ENGINE.pack
KEYS = sorted(PACK.editions())

KYZYLORDA, REGION = "kyzylorda-2015-118", "almaty-region-2018-81"
SOUTH, CITY = "south-kazakhstan-2012-370", "almaty-city-2014-4-886"


def edition(key: EditionKey) -> Edition:
    found = PACK.edition(*key)
    assert found is not None
    return found


def whole(key: EditionKey) -> Side:
    """With the lines of other acts too."""
    return Side.of(ENGINE.plan(key)[0])


def between(service: str, a: str, b: str) -> dict[str, SectionDifference]:
    return {one.section: one for one in compare(ENGINE, service, a, b).sections}


def kinds(section: SectionDifference) -> dict[str, str]:
    return {one.subject: one.kind for one in section.differences}


def only(section: SectionDifference, subject: str) -> Difference:
    (found,) = [one for one in section.differences if one.subject == subject]
    return found


def minutes(value: int) -> Duration:
    return Duration("minutes", value)


class TestKyzylordaAndAlmatyRegionWheelchairs:
    """A decree that lists the documents against one that points to the Standard."""

    found = between("wheelchairs", KYZYLORDA, REGION)

    def test_who_may_file(self) -> None:
        assert kinds(self.found["applicants"]) == {"legal-representative": "differs", "other-person": "only-in-b"}

    def test_whom_it_is_for_is_said_of_the_disabled_alone(self) -> None:
        (circle,) = self.found["for_whom"].differences
        assert (circle.kind, circle.terms) == ("differs", ("when",))

    def test_the_state_corporation_is_new(self) -> None:
        assert kinds(self.found["channels"]) == {"state-corporation": "only-in-b"}

    def test_kyzylorda_is_silent_about_the_fee(self) -> None:
        fee = self.found["fee"]
        assert (fee.a, fee.b, kinds(fee)) == ("silent", "stated", {"free": "only-in-b"})

    def test_how_the_documents_are_given(self) -> None:
        given = self.found["documents_given"]
        assert kinds(given) == {"listed": "only-in-a", "comparison": "only-in-a", "order-279-2015/9": "only-in-b"}
        assert only(given, "order-279-2015/9").b[0].terms == {"standard": "order-279-2015", "para": "9"}

    def test_documents_of_the_standard_are_never_said_to_be_gone(self) -> None:
        documents = self.found["documents"]
        assert (documents.a, documents.b) == ("stated", "by-reference")
        ipr = only(documents, "ipr")
        assert (ipr.kind, ipr.terms) == ("differs", ("standing",))
        assert (ipr.a[0].terms["standing"], ipr.b[0].terms["standing"]) == ("listed", "indicative")

    def test_sums_by_way_of_filing(self) -> None:
        sums = self.found["route_sums"]
        office = only(sums, "provider-office")
        days = Duration("working-days", 9), Duration("working-days", 8)
        assert office.a[0].terms["sum"] == RouteSum((days[0], minutes(120)))
        assert office.b[0].terms["sum"] == RouteSum((days[1], Duration("hours", 8), minutes(60)))
        corporation = only(sums, "state-corporation")
        assert corporation.b[0].terms["sum"] == RouteSum((days[1], Duration("hours", 14), minutes(90)))

    def test_the_executor_of_one_is_the_responsible_executor_of_the_other_and_has_a_day_less(self) -> None:
        actors = self.found["actor_terms"]
        told = [rule.terms["duration"] for rule in only(actors, "executor").a]
        assert (told, only(actors, "executor").b) == ([Duration("working-days", 9, "within")], ())
        told = [rule.terms["duration"] for rule in only(actors, "responsible-executor").b]
        assert (only(actors, "responsible-executor").a, told) == ((), [Duration("working-days", 8), minutes(30)])

    def test_a_ground_by_the_standard_with_its_receipt(self) -> None:
        grounds = self.found["refuse_to_accept"]
        assert (grounds.a, grounds.b) == ("silent", "by-reference")
        assert only(grounds, "standard-para-9").b[0].terms == {
            "standing": "by-reference",
            "standard": "order-279-2015",
            "para": "9",
            "receipt_annex": "3",
            "issued_by": "state-corporation-worker",
            "when": "channel == state-corporation",
        }

    def test_same_sections_are_left_out(self) -> None:
        assert not {"requests", "form", "results", "pauses", "stated_terms", "refuse_service"} & self.found.keys()


class TestAlmatyRegionAndSouthKazakhstanWheelchairs:
    found = between("wheelchairs", REGION, SOUTH)

    def test_another_standard(self) -> None:
        assert kinds(self.found["documents_given"]) == {
            "order-279-2015/9": "only-in-a",
            "decree-394-2011/11": "only-in-b",
            "listed": "only-in-b",
        }

    def test_form_and_results(self) -> None:
        assert kinds(self.found["form"]) == {"paper": "only-in-a", "non-automated": "only-in-b"}
        assert kinds(self.found["results"]) == {"reasoned-refusal": "only-in-b"}

    def test_a_term_that_cannot_be_added_stands_apart(self) -> None:
        office = only(self.found["route_sums"], "provider-office")
        sums = (Duration("working-days", 10), Duration("hours", 2), minutes(30))
        assert office.b[0].terms["sum"] == RouteSum(sums, (Duration("within-working-day"),))


def test_variants_and_their_terms() -> None:
    found = between("foreign-labour-permit", REGION, CITY)
    assert set(kinds(found["requests"])) == {"intra-corporate-issue", "intra-corporate-reissue", "intra-corporate-extend"}
    issue = only(found["route_sums"], "provider-office/issue").a[0].terms["sum"]
    assert issue == RouteSum((Duration("working-days", 18), Duration("hours", 7), minutes(40)))


def test_a_stated_term_is_no_sum() -> None:
    found = between("wheelchairs", KYZYLORDA, CITY)
    assert found["stated_terms"].differences[0].b[0].terms == {"duration": Duration("working-days", 10, "within")}
    assert found["route_sums"].b == "not-held"


@settings(deadline=None)
@given(st.sampled_from(KEYS))
def test_an_edition_does_not_differ_from_itself(key: EditionKey) -> None:
    assert compare(ENGINE, key.service, key.act, key.act).sections == ()


def unordered(found: tuple[SectionDifference, ...], mirrored: bool = False) -> list[Any]:
    kind = {"only-in-a": "only-in-b", "only-in-b": "only-in-a", "differs": "differs"}
    return [
        (one.section, one.b, one.a, sorted((d.subject, kind[d.kind], sides(d.b), sides(d.a), d.terms) for d in one.differences))
        if mirrored
        else (one.section, one.a, one.b, sorted((d.subject, d.kind, sides(d.a), sides(d.b), d.terms) for d in one.differences))
        for one in found
    ]


def sides(rules: tuple[Any, ...]) -> str:
    return str([sorted((name, str(value)) for name, value in rule.terms.items()) for rule in rules])


@settings(deadline=None)
@given(st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_the_other_way_round_is_the_mirror_image(a: EditionKey, b: EditionKey) -> None:
    there, back = differences(PACK, whole(a), whole(b)), differences(PACK, whole(b), whole(a))
    assert unordered(there) == unordered(back, mirrored=True)


def side(edition: Edition) -> Side:
    """With the lines the edition lists itself."""
    return Side(edition, tuple(rows(PACK, edition, Pointed({}))))


def small(*documents: Requirement, **parts: Any) -> Edition:
    return Edition("wheelchairs", 1, "departments", requirements=documents, **parts)


def asked(document: str = "ipr", **terms: Any) -> Requirement:
    return Requirement("1", document, **terms)


def documents(a: Edition, b: Edition) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [one for one in differences(PACK, side(a), side(b)) if one.section == "documents"]
    return [(one.subject, one.kind, one.terms) for section in found for one in section.differences]


class TestDocuments:
    def test_form(self) -> None:
        assert documents(small(asked(form="copy")), small(asked(form="both"))) == [("ipr", "differs", ("form",))]

    def test_condition(self) -> None:
        assert documents(small(asked(when="orphan")), small(asked())) == [("ipr", "differs", ("when",))]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("orphan or elderly", "elderly or orphan"),
            ("not (orphan and elderly)", "not orphan or not elderly"),
            ("age < 18", "not age >= 18"),
            ("disabled_child", "disability == child"),
            ("war_status in [participant, invalid]", "war_status == invalid or war_status == participant"),
        ],
    )
    def test_the_same_condition_written_otherwise(self, one: str, other: str) -> None:
        assert documents(small(asked(when=one)), small(asked(when=other))) == []

    @pytest.mark.parametrize(("one", "other"), [("age < 18", "age <= 18"), ("orphan or elderly", "orphan and elderly")])
    def test_conditions_that_differ_for_somebody(self, one: str, other: str) -> None:
        assert documents(small(asked(when=one)), small(asked(when=other))) == [("ipr", "differs", ("when",))]

    def test_alternatives(self) -> None:
        one = asked(any_of=("address-certificate", "rural-akim-certificate"))
        other = asked(any_of=("rural-akim-certificate", Alternative("address-certificate", "orphan")))
        assert documents(small(one), small(other)) == [("ipr", "differs", ("any_of",))]
        assert documents(small(one), small(asked(any_of=one.any_of[::-1]))) == []

    def test_every_document_of_a_line_counts(self) -> None:
        together = Requirement("1", all_of=("ipr", "application"))
        assert documents(small(together), small(asked())) == [("application", "only-in-a", ())]
        assert documents(small(together), small(asked("application"), asked())) == []

    def test_a_document_asked_for_twice_is_matched_by_its_condition(self) -> None:
        a = small(asked(when="orphan", form="copy"), asked(when="elderly"))
        b = small(asked(when="elderly"), asked(when="orphan", form="both"))
        assert documents(a, b) == [("ipr", "differs", ("form",))]

    def test_a_line_more(self) -> None:
        (section,) = differences(PACK, side(small(asked(), asked(when="orphan"))), side(small(asked())))
        (found,) = section.differences
        assert (found.kind, [rule.terms.get("when") for rule in found.a], found.b) == ("differs", ["orphan"], ())


def test_where_a_citation_or_the_wording_is_all_that_differs_nothing_does() -> None:
    a, b = (Ground("late", Text(word, word), cite, "orphan") for word, cite in (("a", "1"), ("b", "2(3)")))
    assert differences(PACK, side(small(refuse_service=(a,))), side(small(refuse_service=(b,)))) == ()


def test_standing_of_a_ground() -> None:
    text = Text("a", "a")
    a = small(refuse_service=(Ground("late", text, "1"),))
    b = small(refuse_service=(Ground("late", text, "1", act="order-279-2015", para="10"),))
    (section,) = differences(PACK, side(a), side(b))
    assert (section.a, section.b) == ("stated", "by-reference")
    assert section.differences[0].terms == ("para", "standard", "standing")


def step(number: int, duration: Duration | None, when: str | None = None, part_of: int | None = None) -> Step:
    return Step(number, "head", Text("a", "a"), "1", duration, when, part_of)


def sums(*steps: Step, **parts: Any) -> dict[str, Any]:
    here = small(channels=(Channel("provider-office", "1"), Channel("egov-portal", "1", only="result")), steps=steps, **parts)
    (found,) = [one for one in differences(PACK, side(here), side(small(**parts))) if one.section == "route_sums"]
    return {one.subject: one.a[0].terms["sum"] for one in found.differences}


class TestSums:
    def test_a_channel_for_results_only_is_no_way_of_filing(self) -> None:
        assert sums(step(1, minutes(5))) == {"provider-office": RouteSum((minutes(5),))}

    def test_a_step_inside_another_adds_nothing(self) -> None:
        assert sums(step(1, minutes(5)), step(2, minutes(3), part_of=1)) == {"provider-office": RouteSum((minutes(5),))}

    def test_another_route_s_step_adds_nothing(self) -> None:
        found = sums(step(1, minutes(5)), step(2, minutes(3), "channel == rural-akim"))
        assert found == {"provider-office": RouteSum((minutes(5),))}

    def test_alternatives_under_an_open_condition_stand_apart(self) -> None:
        steps = step(1, minutes(5)), step(2, minutes(3), "documents_lost"), step(2, minutes(2), "not documents_lost")
        under = StepUnder(minutes(2), "not documents_lost"), StepUnder(minutes(3), "documents_lost")
        assert sums(*steps) == {"provider-office": RouteSum((minutes(5),), under=under)}

    def test_variants_are_told_apart_where_steps_depend_on_them(self) -> None:
        requests = Variant("issue", "1"), Variant("extend", "1")
        found = sums(step(1, minutes(5)), step(2, minutes(3), "request == issue"), requests=requests)
        assert found == {"provider-office/issue": RouteSum((minutes(8),)), "provider-office/extend": RouteSum((minutes(5),))}

    def test_units_are_never_converted_and_steps_without_a_term_are_counted(self) -> None:
        found = sums(step(1, minutes(60)), step(2, Duration("hours", 1)), step(3, None), step(4, Duration("unstated")))
        assert found == {"provider-office": RouteSum((Duration("hours", 1), minutes(60)))}
        assert found["provider-office"].untimed == 2

    def test_a_least_term_is_not_added(self) -> None:
        least = Duration("minutes", 9, "at-least")
        assert sums(step(1, minutes(5)), step(2, least)) == {"provider-office": RouteSum((minutes(5),), (least,))}


def test_a_reference_under_a_condition() -> None:
    a = small(documents_from=(ByReference("order-279-2015", "9", "1"),))
    b = small(documents_from=(ByReference("order-279-2015", "9", "1", when="orphan"),))
    given, *_ = differences(PACK, side(a), side(b))
    assert (given.section, given.differences[0].terms) == ("documents_given", ("when",))


@pytest.mark.parametrize(
    ("service", "a", "b", "code", "hint"),
    [
        ("wheelchair", KYZYLORDA, REGION, "unknown-service", "wheelchairs"),
        ("wheelchairs", "kyzylorda-2015-18", REGION, "unknown-act", KYZYLORDA),
        ("wheelchairs", KYZYLORDA, "x" * 5000, "unknown-act", ""),
        ("home-care", KYZYLORDA, SOUTH, "not-regulated", ""),
    ],
)
def test_what_cannot_be_compared(service: str, a: str, b: str, code: str, hint: str) -> None:
    with pytest.raises(Refused) as refused:
        compare(ENGINE, service, a, b)
    (found,) = refused.value.diagnostics
    assert (found.code, found.values.get("guess", "")) == (code, hint)


def test_every_mistake_is_named_once() -> None:
    with pytest.raises(Refused) as refused:
        compare(ENGINE, "nothing", "nowhere", "nowhere")
    assert [one.code for one in refused.value.diagnostics] == ["unknown-service", "unknown-act"]


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    from eligibility.cli.commands.diff import diff

    diff(service="wheelchairs", act_a=KYZYLORDA, act_b=REGION, as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert (found["a"]["act"], found["a"]["annex"], found["b"]["annex"], found["same"]) == (KYZYLORDA, 3, 6, False)
    sections = {one["section"]: one for one in found["sections"]}
    (receipt,) = [one for one in sections["receipts"]["differences"] if one["kind"] == "only-in-b"]
    assert receipt["b"][0]["when"]["rule"] == "channel == state-corporation"
    assert "Мемлекеттік корпорация" in receipt["b"][0]["when"]["kk"]
    assert receipt["b"][0]["cites"][0] == {"act": REGION, "annex": 6, "para": "9", "sub": "1", "item": None}


@pytest.fixture(params=["kk", "ru"])
def tongue(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("ELIGIBILITY_LANG", request.param)
    lang.cache_clear()
    yield request.param
    lang.cache_clear()


@pytest.mark.parametrize("service", sorted({key.service for key in KEYS if len(PACK.acts_of(key.service)) > 1}))
def test_every_two_editions_of_a_service_can_be_told_apart(
    service: str, tongue: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from eligibility.cli.commands.diff import diff

    for a, b in permutations(PACK.acts_of(service), 2):
        diff(service=service, act_a=a, act_b=b)
        told = capsys.readouterr().out
        number = PACK.acts[a].number
        assert (f"№ {number}" if number else a) in told
        assert PACK.acts[b].issuer["kk" if tongue == "kk" else "ru"] in " ".join(told.split())
        assert "None" not in told


def test_one_edition_twice_is_said_to_be_the_same(tongue: str, capsys: pytest.CaptureFixture[str]) -> None:
    from eligibility.cli.commands.diff import diff

    diff(service="wheelchairs", act_a=SOUTH, act_b=SOUTH)
    told = {"kk": "редакциялардың айырмашылығы жоқ", "ru": "редакции не различаются"}
    assert told[tongue] in " ".join(capsys.readouterr().out.split())


def test_everything_a_comparison_says_has_words() -> None:
    assert tuple(SECTION_TITLES) == SECTIONS
    assert {*get_args(ServiceForm), *get_args(FeeKind), *get_args(ReceiptKind), *get_args(PauseKind)} <= SUBJECTS.keys()
    assert {*get_args(Standing), *get_args(Use)} <= VALUES.keys()
    empty = small()
    said = {
        name
        for key in KEYS
        for section in differences(PACK, whole(key), side(empty))
        for one in section.differences
        for rule in one.a
        for name in rule.terms
    }
    assert said <= LABELS.keys()


@settings(deadline=None)
@given(st.sampled_from(get_args(Unit)), st.integers(1, 99), st.sampled_from(get_args(Bound)))
def test_no_duration_is_lost(unit: Unit, value: int, bound: Bound) -> None:
    amount = None if unit in ("within-working-day", "unstated") else value
    (found,) = sums(step(1, Duration(unit, amount, bound))).values()
    assert len(found.sums) + len(found.apart) + found.untimed == 1

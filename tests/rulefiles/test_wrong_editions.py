"""What editions, Standards and acts may not say of each other and of themselves, and what they may."""

from pathlib import Path

import pytest

from eligibility.diagnostics.refusal import Refused
from eligibility.rulefiles.lint import load
from tests.rulefiles.wrong_packs import (
    ACT,
    BASE,
    OF_HOME,
    PROVISIONS,
    SAYS,
    TEXT,
    WHEELCHAIRS,
    Files,
    act,
    category,
    found,
    home_care,
)

OWN = "categories.yaml:2:9"
STANDARD = (BASE / "standards" / "order-1" / "standard.yaml").read_text(encoding="utf-8")
LIST = f"lists:\n  - {{service: home-care, para: '9', source: {TEXT}, as_of: {TEXT}"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (f"{LIST}, act: town-2018-1}}\n", []),
        (f"{LIST}, documents: [{{document: application}}]}}\n", []),
        (f"{LIST}, act: town-2018-2}}\n", ["unknown act town-2018-2"]),
        (f"{LIST}, documents: [{{document: passport}}]}}\n", ["unknown document passport"]),
        (f"{LIST}, documents: [{{document: application, any_of: [passport]}}]}}\n", ["unknown document passport"]),
        (f"{LIST}, documents: [{{document: application, when: orfan}}]}}\n", ["unknown category orfan"]),
        (LIST.replace("home-care", "homecare") + "}\n", ["unknown service homecare"]),
    ],
)
def test_a_standards_list_names_only_what_there_is(more: str, told: list[str], tmp_path: Path) -> None:
    """The clerk is shown it for orientation: a service, an act or a paper nobody knows would be shown as one."""
    assert [text for _, _, text, _ in found(tmp_path, {"standards/order-1/standard.yaml": STANDARD + more})] == told


def test_what_an_act_cites_for_its_own_effect_is_a_line_of_it(tmp_path: Path) -> None:
    told = found(tmp_path, act(('effect_cite: "act 1"', 'effect_cite: "act 2"')))
    assert [(code, place) for code, place, _, _ in told] == [
        ("citation-unresolved", f"{ACT}/act.yaml:7:14"),
        ("encoded-uncited", f"{ACT}/provisions.yaml:2:3"),
    ]


def test_a_standards_package_is_a_document(tmp_path: Path) -> None:
    text = STANDARD.replace("standard-documents", "standard-papers")
    assert [text for _, _, text, _ in found(tmp_path, {"standards/order-1/standard.yaml": text})] == [
        "unknown document standard-papers"
    ]


def test_a_standard_is_cited_with_its_own_number_and_day(tmp_path: Path) -> None:
    text = STANDARD.replace("10 января", "11 января")
    assert [text for _, _, text, _ in found(tmp_path, {"standards/order-1/standard.yaml": text})] == [
        "the act is cited without its 10 января 2017 года"
    ]


RULES = {
    "receipts": "receipts: [{receipt: talon, shows: [registration-day], cite: '1'}]",
    "grounds": f"refuse_service: [{{id: g, text: {TEXT}, cite: '1', standard: order-2, para: '9'}}]",
    "terms": "terms_from: [{standard: order-2, para: '9', cite: '1'}]",
    "applicants": "applicants: [{filed_by: myself, cite: '1'}]",
    "events": f"stated_terms: [{{duration: {{value: 2, unit: months}}, from: decision, text: {TEXT}, cite: '1'}}]",
    "alternatives": "requirements: [{document: application, any_of: [{document: passport}], cite: '1'}]",
    "issued_by": f"refuse_to_accept: [{{id: g, text: {TEXT}, cite: '1', receipt: {{annex: '3', issued_by: clark}}}}]",
    "title's flag": f"title: {{text: {TEXT}, cite: '1', flags: [odd]}}",
    "fee's flag": "fee: [{fee: free, cite: '1', flags: [odd]}]",
}


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("receipts", "unknown receipt field registration-day"),
        ("grounds", "unknown Standard order-2"),
        ("terms", "unknown Standard order-2"),
        ("applicants", "unknown applicant myself"),
        ("events", "unknown event decision"),
        ("alternatives", "unknown document passport"),
        ("issued_by", "unknown actor clark"),
        ("title's flag", "unknown flag odd"),
        ("fee's flag", "unknown flag odd"),
    ],
)
def test_whatever_a_rule_names_is_looked_up(rule: str, told: str, tmp_path: Path) -> None:
    assert [text for _, _, text, _ in found(tmp_path, home_care(RULES[rule]))] == [told]


# --- flags

SILENT = f"flags: [{{id: odd, kind: silent, for: clerk, leaves: LEAVES, text: {TEXT}, cite: '1'WHEN}}]"


def fee_with_flag(leaves: str, flag_when: str = "", rule_when: str = "") -> Files:
    flag = SILENT.replace("LEAVES", leaves).replace("WHEN", f", when: {flag_when}" if flag_when else "")
    rule = f", when: {rule_when}" if rule_when else ""
    return home_care(f"fee: [{{fee: free, cite: '1', flags: [odd]{rule}}}]", flag)


@pytest.mark.parametrize(
    ("leaves", "flag_when", "rule_when", "told"),
    [
        ("whether", "", "", ("whether", " everybody")),
        ("who", "", "", ("who", " everybody")),
        ("[who, whether]", "", "", ("whether, who", " everybody")),
        ("[term, who]", "", "", ("who", " everybody")),
        ("form", "", "", None),
        ("[term, amount, nothing]", "", "", None),
        ("whether", "", "unsaid", None),
        ("whether", "orphan", "", ("whether", ": orphan true")),
        ("whether", "orphan", "not orphan or unsaid", None),
        ("whether", "not orphan", "not orphan or unsaid", ("whether", ": orphan false")),
        ("whether", "orphan", "disability == none or unsaid", ("whether", ": disability none, orphan true")),
        ("whether", "age >= 18 and disability == child", "age < 18", None),
    ],
)
def test_a_rule_is_not_definite_where_its_flag_leaves_it_open(
    leaves: str, flag_when: str, rule_when: str, told: tuple[str, str] | None, tmp_path: Path
) -> None:
    definite = [
        text
        for code, _, text, _ in found(tmp_path, fee_with_flag(leaves, flag_when, rule_when))
        if code.startswith("definite-")
    ]
    expected = [f"the flag odd leaves open {told[0]}, but the rule is definite for{told[1]}"] if told else []
    assert definite == expected


def test_where_the_rule_itself_says_that_nothing_is_said_it_is_not_asked_to_say_it_twice(tmp_path: Path) -> None:
    flag = SILENT.replace("LEAVES", "whether").replace("WHEN", "")
    assert found(tmp_path, home_care("refuse_to_accept_unsaid: [{cite: '1', flags: [odd]}]", flag)) == []


# --- two acts of one region

OTHER = "town-2019-2"
CITED = {"10 қаңтардағы № 1 қаулысы": "10 қаңтардағы № 2 қаулысы", "10 января 2018 года № 1": "10 января 2018 года № 2"}


def two_acts(first: str, service: str = "wheelchairs", region: str = "town") -> Files:
    """The act of the base pack with a line more, and one of 2019 beside it."""
    later = [*CITED.items(), ("2018 жылғы", "2019 жылғы"), ("2018 года", "2019 года"), ("2018-01", "2019-01")]
    other = act(('number: "1"\n', 'number: "2"\n'), *later, ("region: town", f"region: {region}"), id=OTHER)
    edition = {f"acts/{OTHER}/1-{service}.yaml": WHEELCHAIRS.replace("service: wheelchairs", f"service: {service}")}
    provisions = {f"acts/{OTHER}/provisions.yaml": PROVISIONS.replace('"6(1)": reference', '"6(1)": definition')}
    return act(("effect_cite:", f"{first}effect_cite:")) | other | edition | provisions


@pytest.mark.parametrize(
    ("repealed", "overlaps"),
    [("", True), ("2019-01-31", False), ("2019-02-01", True), ("2019-01-01", False)],
)
def test_one_act_ends_before_the_other_begins(repealed: str, overlaps: bool, tmp_path: Path) -> None:
    """The act registered on 20 January works from the 31st: eleven days after."""
    repeal = f"repeal: {{number: '5', adopted: {repealed}, awaits_publication: false}}\n" if repealed else ""
    told = found(tmp_path, two_acts(repeal))
    text = f"town-2018-1 and {OTHER} rule wheelchairs in one region at the same time"
    hint = "an act begins when the one before it ends"
    assert told == ([("overlapping-lives", f"acts/{OTHER}/act.yaml:5:10", text, hint)] if overlaps else [])


def test_acts_of_other_regions_or_on_other_services_do_not_disturb_each_other(tmp_path: Path) -> None:
    assert found(tmp_path / "one", two_acts("", region="village")) == []
    assert found(tmp_path / "two", two_acts("", service="home-care")) == []


# --- several at once


def test_everything_wrong_is_told_in_the_order_of_reading(tmp_path: Path) -> None:
    files = home_care("fee: [{fee: free, cite: '77'}]", "channels: [{channel: portal, cite: '78'}]") | category("pensionerr")
    places = [place for _, place, _, _ in found(tmp_path, files)]
    assert places == [f"{OF_HOME}:4:25", f"{OF_HOME}:5:22", f"{OF_HOME}:5:36", OWN]
    with pytest.raises(Refused) as refused:
        load(tmp_path / "pack")
    assert [str(one.where) for one in refused.value.diagnostics] == places


def test_categories_that_go_round_through_others_are_all_told(tmp_path: Path) -> None:
    files = {
        "categories.yaml": "".join(
            f"{id}: {{when: {when}, says: {SAYS}}}\n"
            for id, when in {"one": "two or orphan", "two": "three", "three": "two and child", "child": "age < 18"}.items()
        )
    }
    assert [text for code, _, text, _ in found(tmp_path, files) if code == "cyclic-category"] == [
        "the category two depends on itself",
        "the category three depends on itself",
    ]

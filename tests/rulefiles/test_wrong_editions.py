"""What editions and acts may not say of each other and of themselves, and what they may."""

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
ORDER = "acts/order-1"
STANDARD = (BASE / ORDER / "act.yaml").read_text(encoding="utf-8")
KNOWN = f"known: {{source: {TEXT}, as_of: {TEXT}, confidence: secondary}}"


def known_list(lines: str, service: str = "home-care") -> Files:
    """What is known of a service by an act whose text is not at hand."""
    return {f"{ORDER}/{service}.yaml": f"service: {service}\n{lines}\n"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (known_list(f"requirements_as_in: {{act: town-2018-1, {KNOWN}}}"), []),
        (known_list(f"requirements: [{{document: application, {KNOWN}}}]"), []),
        (known_list(f"requirements_as_in: {{act: town-2018-2, {KNOWN}}}"), ["unknown act town-2018-2"]),
        (known_list(f"requirements: [{{document: passport, {KNOWN}}}]"), ["unknown document passport"]),
        (
            known_list(f"requirements: [{{document: application, any_of: [passport], {KNOWN}}}]"),
            ["unknown document passport"],
        ),
        (known_list(f"requirements: [{{document: application, when: orfan, {KNOWN}}}]"), ["unknown category orfan"]),
        (known_list(f"requirements: [{{document: application, {KNOWN}}}]", "homecare"), ["unknown service homecare"]),
        (known_list("requirements: [{document: application}]"), ["known is missing"]),
        (known_list("requirements: [{document: application, known: page}]"), ["unknown source page"]),
    ],
)
def test_what_is_known_of_an_act_names_only_what_there_is(files: Files, told: list[str], tmp_path: Path) -> None:
    """The clerk is shown it for orientation: a service, an act or a paper nobody knows would be shown as one."""
    assert [text for _, _, text, _ in found(tmp_path, files)] == told


def test_what_an_act_cites_for_its_own_effect_is_a_line_of_it(tmp_path: Path) -> None:
    told = found(tmp_path, act(('cite: "act 1"', 'cite: "act 2"')))
    assert [(code, place) for code, place, _, _ in told] == [
        ("citation-unresolved", f"{ACT}/act.yaml:8:46"),
        ("encoded-uncited", f"{ACT}/provisions.yaml:2:3"),
    ]


def test_the_package_of_an_act_is_a_document(tmp_path: Path) -> None:
    text = STANDARD.replace("standard-documents", "standard-papers")
    assert [text for _, _, text, _ in found(tmp_path, {f"{ORDER}/act.yaml": text})] == ["unknown document standard-papers"]


def test_an_act_whose_text_is_not_at_hand_is_cited_with_its_own_number_and_day(tmp_path: Path) -> None:
    text = STANDARD.replace("10 января", "11 января")
    assert [text for _, _, text, _ in found(tmp_path, {f"{ORDER}/act.yaml": text})] == [
        "the act is cited without its 10 января 2017 года"
    ]


RULES = {
    "receipts": "receipts: [{receipt: talon, shows: [registration-day], cite: '1'}]",
    "grounds": f"refuse_service: [{{id: g, text: {TEXT}, cite: '1', act: order-2, para: '9'}}]",
    "terms": "terms_from: [{act: order-2, para: '9', cite: '1'}]",
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
        ("grounds", "unknown act order-2"),
        ("terms", "unknown act order-2"),
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


def two_acts(first: str, service: str = "wheelchairs", regions: str = "[town]") -> Files:
    """The act of the base pack with a line more, and one of 2019 beside it."""
    later = [*CITED.items(), ("2018 жылғы", "2019 жылғы"), ("2018 года", "2019 года"), ("2018-01", "2019-01")]
    other = act(('number: "1"\n', 'number: "2"\n'), *later, ("regions: [town]", f"regions: {regions}"), id=OTHER)
    edition = {f"acts/{OTHER}/1-{service}.yaml": WHEELCHAIRS.replace("service: wheelchairs", f"service: {service}")}
    provisions = {f"acts/{OTHER}/provisions.yaml": PROVISIONS.replace('"6(1)": reference', '"6(1)": definition')}
    return act(("in_force:", f"{first}in_force:")) | other | edition | provisions


@pytest.mark.parametrize(
    ("repealed", "overlaps"),
    [("", True), ("2019-01-31", False), ("2019-02-01", True), ("2019-01-01", False)],
)
def test_one_act_ends_before_the_other_begins(repealed: str, overlaps: bool, tmp_path: Path) -> None:
    """The act registered on 20 January works from the 31st: eleven days after."""
    repeal = f"repeal: {{number: '5', adopted: {repealed}, in_force: {{on: {repealed}}}}}\n" if repealed else ""
    told = found(tmp_path, two_acts(repeal))
    text = f"town-2018-1 and {OTHER} rule wheelchairs in one region at the same time"
    hint = "an act begins when the one before it ends"
    assert told == ([("overlapping-lives", f"acts/{OTHER}/act.yaml:6:10", text, hint)] if overlaps else [])


def test_acts_of_other_regions_or_on_other_services_do_not_disturb_each_other(tmp_path: Path) -> None:
    assert found(tmp_path / "one", two_acts("", regions="[village]")) == []
    assert found(tmp_path / "two", two_acts("", service="home-care")) == []


@pytest.mark.parametrize(("regions", "overlaps"), [("all", False), ("[village, town]", True)])
def test_an_act_of_the_whole_country_goes_behind_one_of_a_region(regions: str, overlaps: bool, tmp_path: Path) -> None:
    told = [code for code, _, _, _ in found(tmp_path, two_acts("", regions=regions))]
    assert told == ["overlapping-lives"] * overlaps


def test_of_two_acts_one_whose_text_is_not_at_hand_disturbs_nobody(tmp_path: Path) -> None:
    assert found(tmp_path, known_list(f"requirements: [{{document: application, {KNOWN}}}]", "wheelchairs")) == []


# --- several wordings of one act

AMENDED = act(
    ("providers:", "amendments: [{number: '2', adopted: 2018-06-01, in_force: {on: 2018-07-01}, annexes: [1]}]\nproviders:")
)
UNTIL = f"{ACT}/until-2"


def earlier(edition: str = WHEELCHAIRS, provisions: str = PROVISIONS.replace("encoded", "reference")) -> Files:
    return AMENDED | {f"{UNTIL}/1-wheelchairs.yaml": edition, f"{UNTIL}/provisions.yaml": provisions}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (earlier(), []),
        (AMENDED | {f"{UNTIL}/1-wheelchairs.yaml": WHEELCHAIRS}, [("no-provisions", f"{UNTIL}/1-wheelchairs.yaml:1:1")]),
        (
            earlier(WHEELCHAIRS.replace('cite: "1"}\nrequirements', 'cite: "6(9)"}\nrequirements')),
            [("citation-unresolved", f"{UNTIL}/1-wheelchairs.yaml:5:35")],
        ),
        (earlier(provisions=PROVISIONS), [("encoded-uncited", f"{UNTIL}/provisions.yaml:2:3")]),
        (
            earlier(WHEELCHAIRS.replace("annex: 1", "annex: 2")),
            [("file-name", f"{UNTIL}/1-wheelchairs.yaml:1:1")],
        ),
        (earlier() | {f"{UNTIL}/flags.yaml": ""}, [("misplaced-file", f"{UNTIL}/flags.yaml:1:1")]),
        (earlier() | {f"{ACT}/before-2/act.yaml": "a: 1\n"}, [("misplaced-file", f"{ACT}/before-2/act.yaml:1:1")]),
    ],
)
def test_an_earlier_wording_is_read_beside_provisions_of_its_own(
    files: Files, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert [(code, place) for code, place, _, _ in found(tmp_path, files)] == told


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

"""One pack in which nearly everything is wrong: an author reads all of it at once, each mistake at its place."""

from pathlib import Path

from tests.rulefiles.wrong_packs import ACT, BASE, HOME_CARE, OF_HOME, PROVISIONS, SAYS, TEXT, found

NAMES = f"""title: {{text: {TEXT}, cite: "1", flags: [flag-1]}}
for_whom: {{when: orphan, text: {TEXT}, cite: "1", flags: [flag-2]}}
requests: [{{request: request-1, cite: "1", flags: [flag-3]}}]
applicants: [{{filed_by: applicant-1, cite: "1"}}]
channels: [{{channel: channel-1, cite: "1"}}]
results: [{{outcome: outcome-1, text: {TEXT}, cite: "1"}}]
receipts: [{{receipt: talon, shows: [field-1, registration-date, field-2], cite: "1"}}]
documents_from: [{{act: act-1, para: "9", cite: "1"}}]
terms_from: [{{act: act-2, para: "9", cite: "1"}}]
comparison: {{cite: "1", flags: [flag-4]}}
requirements:
  - {{document: document-1, cite: "1"}}
  - {{all_of: [application, document-2], cite: "1"}}
  - {{document: application, any_of: [document-3, {{document: document-4, when: orphan}}, {{all_of: [document-5]}}], cite: "1"}}
refuse_to_accept:
  - {{id: a, text: {TEXT}, cite: "1", act: act-3, para: "9", receipt: {{annex: "3", issued_by: actor-1}}}}
refuse_service:
  - {{id: b, text: {TEXT}, cite: "1", act: act-4, para: "9", receipt: {{annex: "3", issued_by: actor-2}}}}
stated_terms: [{{duration: {{value: 2, unit: months}}, from: event-1, text: {TEXT}, cite: "1"}}]
steps:
  - {{step: 1, actor: actor-3, from: event-2, action: {TEXT}, cite: "1"}}
  - {{step: 2, actor: clerk, part_of: 3, action: {TEXT}, cite: "1"}}
"""
SHARED = {
    "services/more.yaml": f"care: {{title: {TEXT}, today: {{status: merged, into: service-1, acts: [order-1, act-5]}}}}\n",
    "documents/more.yaml": f"card: {{name: {TEXT}, serves_as: [application, document-6]}}\n",
    "region-words.yaml": "town: {ru: [центр]}\nregion-1: {ru: [даль]}\n",
    "situations.yaml": f"birth: {{name: {TEXT}, services: [home-care, service-2]}}\n",
    "region-changes.yaml": f"""- before: [town, region-2]
  after: [village, region-3]
  on: 2022-06-08
  known: {{source: {TEXT}, as_of: {TEXT}, confidence: official}}
""",
    "contacts.yaml": f"""line:
  number: "1414"
  name: {TEXT}
  regions: [town, region-4]
  services: [home-care, service-3]
  source: {TEXT}
  as_of: {TEXT}
  confidence: official
""",
}


def unknown(folder: Path, files: dict[str, str]) -> list[str]:
    return sorted(text.removeprefix("unknown ") for code, _, text, _ in found(folder, files) if code.startswith("undefined-"))


def test_whatever_an_edition_names_must_be_somebodys(tmp_path: Path) -> None:
    """Else the desk would be told of a paper, a way or an office that nobody knows."""
    assert unknown(tmp_path, {OF_HOME: HOME_CARE + NAMES, f"{ACT}/provisions.yaml": PROVISIONS}) == [
        *(f"act act-{n}" for n in (1, 2, 3, 4)),
        *(f"actor actor-{n}" for n in (1, 2, 3)),
        "applicant applicant-1",
        "channel channel-1",
        *(f"document document-{n}" for n in (1, 2, 3, 4, 5)),
        *(f"event event-{n}" for n in (1, 2)),
        *(f"flag flag-{n}" for n in (1, 2, 3, 4)),
        "outcome outcome-1",
        *(f"receipt field field-{n}" for n in (1, 2)),
        "step 3",
        "variant request-1",
    ]


def test_whatever_shared_files_name_of_each_other_must_be_there(tmp_path: Path) -> None:
    assert unknown(tmp_path, SHARED) == [
        "act act-5",
        "document document-6",
        *(f"region region-{n}" for n in (1, 2, 3, 4)),
        *(f"service service-{n}" for n in (1, 2, 3)),
    ]


def test_whatever_an_act_and_the_head_of_an_edition_name_must_be_there(tmp_path: Path) -> None:
    text = (BASE / ACT / "act.yaml").read_text(encoding="utf-8")
    head = "service: wheelchair\nannex: 1\nprovider: departmnt\n"
    edition = (BASE / ACT / "1-wheelchairs.yaml").read_text(encoding="utf-8").partition("requests:")
    files = {
        f"{ACT}/act.yaml": text.replace("regions: [town]", "regions: [town, twon]") + "package: papers\n",
        f"{ACT}/1-wheelchair.yaml": head + edition[1] + edition[2],
        "acts/order-1/home-care.yaml": f"service: home-care\nrequirements_as_in: {{act: twon, known: {KNOWN}}}\n",
    }
    assert unknown(tmp_path, files) == [
        "act twon",
        "document papers",
        "provider departmnt",
        "region twon",
        "service wheelchair",
    ]


KNOWN = f"{{source: {TEXT}, as_of: {TEXT}, confidence: secondary}}"


def told(folder: Path, files: dict[str, str], *codes: str) -> list[tuple[str, str]]:
    return [(code, place) for code, place, _, _ in found(folder, files) if code in codes]


def test_what_may_be_known_of_an_act_that_is_not_at_hand(tmp_path: Path) -> None:
    """Its name there, its annex, papers and terms; no steps, and nothing whose source is not told."""
    right = f"""service: home-care
annex: 3
title: {{text: {TEXT}, cite: "1"}}
known: {KNOWN}
known_since: 2018-01-01
fee: [{{fee: free, known: {KNOWN}}}]
"""
    wrong = f"""hours: [{{text: {TEXT}, cite: "1"}}]
channels: [{{channel: provider-office}}]
"""
    lines = "acts/order-1/3-home-care.yaml"
    assert told(tmp_path / "right", {lines: right}, "not-of-elsewhere", "missing-key", "known-at-hand") == []
    assert told(tmp_path / "wrong", {lines: right + wrong}, "not-of-elsewhere", "missing-key") == [
        ("not-of-elsewhere", f"{lines}:7:1"),
        ("missing-key", f"{lines}:8:12"),
    ]


def test_what_an_edition_at_hand_does_not_say(tmp_path: Path) -> None:
    """It is no hearsay: it has no source but its own lines, and none since which it is known."""
    lines = f"""known: {KNOWN}
known_since: 2018-01-01
requirements_as_in: {{act: order-1, known: {KNOWN}}}
text: whole
holds: [steps]
fee: [{{fee: free, cite: "1", known: {KNOWN}}}]
channels: [{{channel: provider-office}}]
"""
    files = {OF_HOME: "service: home-care\nannex: 2\n" + lines, f"{ACT}/provisions.yaml": PROVISIONS}
    codes = ("text-of-the-act", "holds-not-partial", "known-at-hand", "missing-key")
    assert sorted(told(tmp_path, files, *codes)) == [
        ("holds-not-partial", f"{OF_HOME}:7:1"),
        ("known-at-hand", f"{OF_HOME}:3:1"),
        ("known-at-hand", f"{OF_HOME}:4:1"),
        ("known-at-hand", f"{OF_HOME}:5:1"),
        ("known-at-hand", f"{OF_HOME}:8:30"),
        ("missing-key", f"{OF_HOME}:1:1"),
        ("missing-key", f"{OF_HOME}:9:12"),
        ("text-of-the-act", f"{OF_HOME}:6:1"),
    ]


def test_a_rule_is_written_once(tmp_path: Path) -> None:
    """Alone or with other papers, in whatever words its condition stands."""
    rules = """requirements:
  - {document: application, when: age < 18, cite: "1"}
  - {document: application, when: age >= 18, cite: "1"}
  - {all_of: [birth-certificate, application], when: age < 18, cite: "1"}
  - {document: birth-certificate, when: orphan, cite: "1"}
  - {document: birth-certificate, when: (orphan), cite: "1"}
"""
    told = found(tmp_path, {OF_HOME: HOME_CARE + rules, f"{ACT}/provisions.yaml": PROVISIONS})
    assert [(place, text) for _, place, text, _ in told] == [
        (f"{OF_HOME}:7:5", "application is required under this very condition above already"),
        (f"{OF_HOME}:9:5", "birth-certificate is required under this very condition above already"),
    ]


def test_a_text_of_a_flag_stands_once_in_an_act(tmp_path: Path) -> None:
    """In another annex of it, too; it is told at the second place, with the first."""
    flags = f'flags: [{{id: NAME, kind: silent, for: clerk, leaves: nothing, text: {TEXT}, cite: "1"}}]\n'
    fee = 'fee: [{fee: free, cite: "1", flags: [NAME]}]\n'
    wheelchairs = (BASE / ACT / "1-wheelchairs.yaml").read_text(encoding="utf-8")
    files = {
        f"{ACT}/1-wheelchairs.yaml": wheelchairs + (fee + flags).replace("NAME", "two"),
        OF_HOME: HOME_CARE + (fee + flags).replace("NAME", "one"),
        f"{ACT}/provisions.yaml": PROVISIONS,
    }
    [(code, place, text, _)] = found(tmp_path, files)
    assert (code, place) == ("duplicate-text", f"{OF_HOME}:5:68")
    assert text == f"the text of the flag one stands in {ACT}/1-wheelchairs.yaml too"


COMPARED = {
    "one": ("age == child", "wrong-comparison", "age is of type years and cannot be compared with child this way"),
    "two": ("age < 18.5", "compared-with-a-fraction", "age"),
    "three": ("orphan == 2018-01-01", "compared-with-a-day", "the day 2018-01-01"),
    "four": ("disability < none", "wrong-comparison", "disability is of type choice"),
    "five": ("birth_date in [2018-01-01, 7]", "wrong-comparison", "birth_date is of type date and cannot be compared with 7"),
    "six": ("disability in [none, orphan]", "undefined-value", "unknown value orphan"),
    "seven": ("orphan in 01-01..02-01", "window-of-no-day", "orphan"),
    "eight": ("age < birth_date", "wrong-comparison", "age is of type years and cannot be compared with birth_date"),
    "nine": ("disability == none or child", "value-alone", "child"),
}


def test_whatever_is_compared_is_of_one_type(tmp_path: Path) -> None:
    """Each at its place, with the fact and the value that do not go together."""
    lines = [f"{id}: {{when: '{when}', says: {SAYS}}}\n" for id, (when, _, _) in COMPARED.items()]
    told = [one for one in found(tmp_path, {"categories.yaml": "".join(lines)}) if one[0] != "unused-id"]
    assert [(code, place.split(":")[1]) for code, place, _, _ in told] == [
        (code, str(at)) for at, (_, code, _) in enumerate(COMPARED.values(), 1)
    ]
    for (_, _, text, _), (_, _, said) in zip(told, COMPARED.values(), strict=True):
        assert said in text


def test_conditions_are_read_wherever_they_stand(tmp_path: Path) -> None:
    """In shared files too: a situation of nobody's, a contradiction of nobody's."""
    files = {
        "situations.yaml": f"birth: {{name: {TEXT}, services: [home-care], when: orfan}}\n",
        "contradictions.yaml": f"- {{when: orphan and pensioner, text: {TEXT}}}\n",
        OF_HOME: HOME_CARE + 'fee: [{fee: free, when: poor, cite: "1"}]\n',
        f"{ACT}/provisions.yaml": PROVISIONS,
    }
    assert unknown(tmp_path, files) == ["category orfan", "category pensioner", "category poor"]


def test_an_act_may_say_that_no_papers_are_needed(tmp_path: Path) -> None:
    lines = 'requirements: none\nno_papers: {cite: "1"}\n'
    assert found(tmp_path, {OF_HOME: HOME_CARE + lines, f"{ACT}/provisions.yaml": PROVISIONS}) == []


def test_an_act_begins_some_days_after_its_publication_and_not_before(tmp_path: Path) -> None:
    text = (
        (BASE / ACT / "act.yaml")
        .read_text(encoding="utf-8")
        .replace("days_after_publication: 10", "days_after_publication: -5")
    )
    more = "amendments: [{number: '2', adopted: 2018-06-01, in_force: {days_after_publication: -7}, annexes: [1]}]\n"
    more += "repeal: {number: '3', adopted: 2019-06-01, in_force: {on: 2019-07-01, days_after_publication: 1}}\n"
    told = [(code, message) for code, _, message, _ in found(tmp_path, {f"{ACT}/act.yaml": text + more})]
    assert told[:3] == [
        ("no-amount", "-5 is no amount of time"),
        ("no-amount", "-7 is no amount of time"),
        ("wrong-type", "in_force does not have the form its place asks for"),
    ]

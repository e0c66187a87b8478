"""Bad input of every kind: exit 2, a mistake with its place, nothing else said, nothing done, nothing personal repeated."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eligibility.words.text import LANGS, Lang
from tests.answer.contract_schema import ERRORS
from tests.cli.running import Done, Plain, process, typed
from tests.cli.unfit_lines import foreign_words, slips

GOOD: Plain = {"service": "prosthetic-orthopedic-aid", "region": "kyzylorda-region", "on": "2016-03-01", "facts": {}}
NOT_NAMED = object()


def case(**changes: Any) -> bytes:
    data = {**GOOD, **changes}
    return json.dumps({key: value for key, value in data.items() if value is not NOT_NAMED}, ensure_ascii=False).encode()


def facts(**told: Any) -> bytes:
    return case(facts=told)


@dataclass(frozen=True)
class Wrong:
    name: str
    content: bytes
    code: str
    where: str
    """`FILE` stands for the file's name"""
    file: str = "case.json"
    hint: str = ""
    """a part of it, where it names the likely fix"""


DEEP = b'{"facts": ' * 60 + b"{}" + b"}" * 60
WRONG = [
    Wrong("unknown fact", facts(id_show_iin=True), "unknown-fact", "facts.id_show_iin", hint="id_shows_iin"),
    Wrong("a truth that is a word", facts(orphan="yes"), "not-true-or-false", "facts.orphan"),
    Wrong("an age that is a word", facts(age="40"), "not-a-number", "facts.age"),
    Wrong("an age that is a truth", facts(age=True), "not-a-number", "facts.age"),
    Wrong("an age with a point", facts(age=40.5), "not-a-number", "facts.age"),
    Wrong("age 200", facts(age=200), "out-of-range", "facts.age"),
    Wrong("age below nothing", facts(age=-1), "out-of-range", "facts.age"),
    Wrong("born after filing", facts(birth_date="2016-03-02"), "date-after-filing", "facts.birth_date"),
    Wrong("born too long ago", facts(birth_date="1850-01-01"), "out-of-range", "facts.birth_date"),
    Wrong("no such day", facts(birth_date="2015-02-29"), "not-a-date", "facts.birth_date"),
    Wrong("a disabled child of forty", facts(age=40, disability="child"), "contradictory-facts", "facts"),
    Wrong("self and a representative", facts(filed_by="self", representative="parent"), "contradictory-facts", "facts"),
    Wrong("age and birth date differ", facts(age=40, birth_date="2000-01-01"), "dates-differ", "facts.age"),
    Wrong("unknown value", facts(disability="chid"), "unknown-value", "facts.disability", hint="child"),
    Wrong(
        "a request not offered",
        case(service="home-care", facts={"request": "duplicate"}),
        "request-not-offered",
        "facts.request",
    ),
    Wrong("facts in a list", case(facts=["age"]), "not-facts", "facts"),
    Wrong("facts that are null", case(facts=None), "not-facts", "facts"),
    Wrong("too many facts", case(facts={f"fact-{n}": 1 for n in range(201)}), "too-many", "facts"),
    Wrong("broken JSON", b'{"service": "wheelchairs"', "json-syntax", "FILE:1:26"),
    Wrong("an empty file", b"", "json-syntax", "FILE:1:1"),
    Wrong("bytes that are no text", b'{"service": "\xff"}', "not-utf8", "FILE"),
    Wrong("deep nesting", DEEP, "too-deep", "FILE"),
    Wrong("very deep nesting", b"[" * 100_000, "too-deep", "FILE"),
    Wrong("a key twice", b'{"on": "2016-03-01", "on": "2016-03-02"}', "duplicate-key", "FILE"),
    Wrong("a key twice, in colours", b'{"\\u001b[31m": 1, "\\u001b[31m": 2}', "duplicate-key", "FILE"),
    Wrong("NaN", b'{"facts": {"age": NaN}}', "too-deep", "FILE"),
    Wrong("infinity", b'{"facts": {"age": -Infinity}}', "too-deep", "FILE"),
    Wrong("a number of ten thousand digits", b'{"facts": {"age": ' + b"9" * 10_000 + b"}}", "too-deep", "FILE"),
    Wrong("a list for a case", b"[]", "not-a-case", "FILE"),
    Wrong("broken YAML", b"service: [\n", "yaml-syntax", "FILE:2:1", "case.yaml"),
    Wrong("a YAML key twice", b"on: 1\non: 2\n", "yaml-duplicate-key", "FILE:2:1", "case.yaml"),
    Wrong("yes in YAML", b"facts: {orphan: yes}\n", "yaml-yes-no", "FILE:1:17", "case.yaml"),
    Wrong("an alias in YAML", b"facts: &a {}\nsubmitted: *a\n", "yaml-alias", "FILE:2:12", "case.yaml"),
    Wrong("control characters in YAML", b"service: a\x07\n", "yaml-syntax", "FILE:1:11", "case.yaml"),
    Wrong("deep nesting in YAML", b"facts: " + b"[" * 60 + b"]" * 60, "yaml-too-deep", "FILE:1:47", "case.yaml"),
    Wrong("unknown region", case(region="kyzylorda"), "unknown-region", "region", hint="kyzylorda-region"),
    Wrong("unknown act", case(region=NOT_NAMED, act="kyzylorda-2015-11"), "unknown-act", "act", hint="kyzylorda-2015-118"),
    Wrong("unknown service", case(service="wheelchair"), "unknown-service", "service", hint="wheelchairs"),
    Wrong("unknown document", case(submitted=["aplication"]), "unknown-document", "submitted[0]", hint="application"),
    Wrong(
        "unknown form",
        case(submitted=[{"document": "ipr", "form": "orignal"}]),
        "unknown-value",
        "submitted[0]",
        hint="original",
    ),
    Wrong("papers that are no list", case(submitted="ipr"), "not-documents", "submitted"),
    Wrong("a paper that is a number", case(submitted=[1]), "not-a-document", "submitted[0]"),
    Wrong(
        "a service the act does not regulate",
        case(service="housing-assistance", region=NOT_NAMED, act="kyzylorda-2015-118"),
        "not-regulated",
        "service",
        hint="№ 81",
    ),
    Wrong("an act of another region", case(act="almaty-region-2018-81"), "other-region", "act"),
    Wrong("neither act nor region", case(region=NOT_NAMED), "no-act-or-region", "act"),
    Wrong("no service", case(service=NOT_NAMED), "missing-key", "service"),
    Wrong("a day in 2011", case(on="2011-12-31"), "date-out-of-range", "on"),
    Wrong("a day in 2028", case(on="2028-01-01"), "date-out-of-range", "on"),
    Wrong("a day written otherwise", case(on="01.03.2016"), "not-a-date", "on"),
    Wrong("unknown key", case(fact={}), "unknown-key", "case.fact", hint="facts"),
    Wrong("a person in a list", case(person=[]), "not-a-person", "person"),
    Wrong("an IIN too short", case(person={"iin": "90010110000"}), "not-twelve-digits", "person.iin"),
    Wrong("a misspelt IIN", case(person={"iin": "900101100005"}), "wrong-check-digit", "person.iin"),
    Wrong("an IIN of noughts", case(person={"iin": "0" * 12}), "impossible-birth-date", "person.iin"),
    Wrong("control characters in a name", case(person={"surname": "Әлиев\x07"}), "wrong-text", "person.surname"),
    Wrong("a name of a thousand letters", case(person={"name": "Ә" * 1000}), "wrong-text", "person.name"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(done: Done, code: str, where: str, hint: str = "", exit: int = 2) -> None:
    """As JSON: one object, the mistake first, silence elsewhere."""
    assert (done.code, done.err) == (exit, "")
    ERRORS.validate(done.json)
    first = done.errors[0]
    assert (first["code"], first["where"]) == (code, where)
    assert hint in first["hint"]


SAID: Mapping[Lang, Mapping[str, str]] = {
    "kk": {"act": "акт", "service": "қызмет"},
    "ru": {"act": "акт", "service": "услуга"},
}
"""what the help calls in the reader's language, a mistake calls so too"""


def told(done: Done, place: str) -> None:
    """As sentences: the place of each mistake, in the reader's language, nothing on standard output."""
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert lines
    for line in lines:
        assert line.startswith("eligibility: ")
        assert line.isprintable()
    assert place in lines[0]
    assert not list(slips(re.sub(r'\{.*?\}|\[.*?\]|"[^"]*"', "…", done.err), room=1000))


def _said(wrong: Wrong, place: str, lang: Lang) -> str:
    """A key that is missing is named as it is to be written."""
    return place if wrong.code == "missing-key" else SAID[lang].get(place, place.split(".")[-1])


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_case(wrong: Wrong, folder: Path) -> None:
    Path(wrong.file).write_bytes(wrong.content)
    place = wrong.where.replace("FILE", wrong.file)
    refused(typed("check", wrong.file, "--json"), wrong.code, place, wrong.hint)
    for lang in LANGS:
        told(typed("check", wrong.file, lang=lang), _said(wrong, place, lang))


@pytest.mark.parametrize("command", ["explain", "terms"])
@pytest.mark.parametrize("wrong", WRONG[::4], ids=lambda wrong: wrong.name)
def test_wherever_a_case_is_taken(wrong: Wrong, command: str, folder: Path) -> None:
    Path(wrong.file).write_bytes(wrong.content)
    refused(typed(command, wrong.file, "--json"), wrong.code, wrong.where.replace("FILE", wrong.file), wrong.hint)


@pytest.mark.parametrize("wrong", [one for one in WRONG if one.file == "case.json"], ids=lambda wrong: wrong.name)
def test_on_standard_input_alike(wrong: Wrong) -> None:
    refused(typed("check", "-", "--json", given=wrong.content), wrong.code, wrong.where.replace("FILE", "-"), wrong.hint)


YAML = b"service: prosthetic-orthopedic-aid\nregion: kyzylorda-region\non: 2016-03-01\nfacts: {disability: group-1}\n"


class TestYamlOnStandardInput:
    def test_is_read_as_a_file_of_it_is(self, folder: Path) -> None:
        Path("case.yaml").write_bytes(YAML)
        done = typed("check", "-", "--json", given=YAML)
        assert done.code == 0
        assert done.json["checklist"] == typed("check", "case.yaml", "--json").json["checklist"]

    def test_may_be_written_in_braces(self) -> None:
        flow = b"{service: prosthetic-orthopedic-aid, region: kyzylorda-region, on: 2016-03-01}"
        assert typed("check", "-", "--json", given=flow).code == 0

    def test_facts_and_documents_too(self) -> None:
        named = ["--service", "wheelchairs", "--region", "kyzylorda-region", "--on", "2016-03-01"]
        assert typed("check", *named, "--facts", "-", "--json", given="disability: group-1\n").code == 0
        assert typed("check", *named, "--submitted", "-", "--json", given="- application\n- ipr\n").code == 0

    @pytest.mark.parametrize(
        ("content", "code", "where"),
        [
            (b"service: [\n", "yaml-syntax", "-:2:1"),
            (b"on: 1\non: 2\n", "yaml-duplicate-key", "-:2:1"),
            (b"facts: {orphan: yes}\n", "yaml-yes-no", "-:1:17"),
            (b"facts:\n  agee: 4\nservice: wheelchairs\nact: kyzylorda-2015-118\non: 2016-03-01", "unknown-fact", "facts.agee"),
        ],
    )
    def test_mistakes_keep_their_places(self, content: bytes, code: str, where: str) -> None:
        refused(typed("check", "-", "--json", given=content), code, where)


class TestTypedByName:
    """What the pack itself calls a thing is no secret: it is repeated, and its id is suggested."""

    @pytest.mark.parametrize(
        ("changes", "said", "id"),
        [
            ({"region": "Кызылординская область"}, "Кызылординская область", "kyzylorda-region"),
            ({"region": "Қызылорда"}, "Қызылорда", "kyzylorda-region"),
            ({"submitted": ["заявление"]}, "заявление", "application"),
            ({"submitted": [{"document": "ipr", "form": "копия"}]}, "копия", "copy"),
            ({"submitted": [{"document": "ipr", "state": "просрочен"}]}, "просрочен", "expired"),
            ({"facts": {"disability": "первая группа"}}, "первая группа", "group-1"),
            ({"facts": {"disability": "первая"}}, "первая", "group-1"),
        ],
    )
    def test_is_repeated_with_its_id(self, changes: Plain, said: str, id: str) -> None:
        (error,) = typed("check", "-", "--json", given=case(**changes)).errors
        assert said in error["message"]
        assert id in error["hint"]

    def test_a_yes_is_repeated(self) -> None:
        (error,) = typed("check", "-", "--json", given=facts(orphan="да")).errors
        assert error["message"].startswith("да")

    @pytest.mark.parametrize("secret", ["Оспанова", "Алия Оспанова", "заявление Оспановой"])
    def test_a_name_of_a_person_is_not(self, secret: str, folder: Path) -> None:
        for changes in ({"region": secret}, {"submitted": [secret]}, {"facts": {"disability": secret}}, {secret: 1}):
            done = typed("check", "-", "--json", given=case(**changes))
            assert done.code == 2
            assert "Оспанов" not in done.out

    @pytest.mark.parametrize("wrong", [{"form": "torn"}, {"state": "torn"}, {"pages": 3}])
    def test_a_word_out_of_few_is_answered_with_all_of_them(self, wrong: Plain) -> None:
        (error,) = typed("check", "-", "--json", given=case(submitted=[{"document": "ipr", **wrong}])).errors
        known = {"form": "copy", "state": "damaged", "pages": "form, state"}
        assert known[min(wrong)] in error["hint"]


def test_examples_are_of_the_pack_at_hand(folder: Path) -> None:
    from tests.broken.broken_examples import BASE

    for changes, place, example in (
        ({"submitted": "x"}, "submitted", '["application"]'),
        ({"submitted": [1]}, "submitted[0]", '{"document": "application"}'),
        ({"facts": []}, "facts", '{"orphan": true}'),
    ):
        good = {"service": "wheelchairs", "act": "town-2018-1", "on": "2018-06-01", **changes}
        (error,) = typed("check", "-", "--rules", str(BASE), "--json", given=json.dumps(good)).errors
        assert error["where"] == place
        assert error["hint"].count(example) == 1


def test_all_mistakes_at_once(folder: Path) -> None:
    Path("case.json").write_bytes(case(region="x", on="2028-01-01", facts={"age": 200, "orphn": True}, submitted=["y"], more=1))
    found = [one["code"] for one in typed("check", "case.json", "--json").errors]
    assert sorted(found) == [
        "date-out-of-range",
        "out-of-range",
        "unknown-document",
        "unknown-fact",
        "unknown-key",
        "unknown-region",
    ]
    assert len(typed("check", "case.json").err.splitlines()) == len(found)


class TestFiles:
    @pytest.mark.parametrize(("name", "code"), [("case.json", "too-large"), ("case.yaml", "too-large")])
    def test_of_fifty_megabytes(self, name: str, code: str, folder: Path) -> None:
        with Path(name).open("wb") as file:
            file.truncate(50_000_000)
        refused(typed("check", name, "--json"), code, name)
        options = ["--service", "wheelchairs", "--region", "kyzylorda-region"]
        refused(typed("check", *options, "--facts", name, "--json"), code, name)
        refused(typed("check", *options, "--submitted", name, "--json"), code, name)

    def test_of_fifty_megabytes_through_a_pipe_is_not_read_whole(self, folder: Path) -> None:
        shell = 'head -c 50000000 /dev/zero | "$0" "$@"'
        done = process("check", "-", "--json", program=["bash", "-c", shell, *_program()])
        refused(done, "too-large", "-")

    def test_that_are_not_there(self, folder: Path) -> None:
        refused(typed("check", "nowhere.json", "--json"), "no-file", "nowhere.json")
        told(typed("check", "nowhere.json"), "nowhere.json")

    def test_that_are_folders(self, folder: Path) -> None:
        refused(typed("check", str(folder), "--json"), "no-file", str(folder))

    def test_names_with_colours_do_not_colour_the_screen(self, folder: Path) -> None:
        assert "\x1b" not in typed("check", "\x1b[31m.json").err
        assert "\x1b" not in typed("check", "\x1b[31m.json", "--json").out

    @pytest.mark.parametrize(
        "arguments",
        [
            ["-", "--facts", "-"],
            ["-", "--submitted", "-"],
            ["--facts", "-", "--submitted", "-"],
            ["-", "--facts", "-", "--submitted", "-"],
        ],
    )
    def test_standard_input_asked_for_twice(self, arguments: list[str]) -> None:
        refused(typed("check", *arguments, "--json", given=case()), "one-input", "-")

    def test_standard_input_that_is_empty(self) -> None:
        refused(typed("check", "-", "--json"), "json-syntax", "-:1:1")


class TestCommandLine:
    @pytest.mark.parametrize(
        ("arguments", "part"),
        [
            (["chek"], "check"),
            (["nothing-like-it"], "nothing-like-it"),
            (["rules", "lnt"], "lint"),
            (["check", "--foo"], "--foo"),
            (["check", "--service"], "--service"),
            (["show"], "УСЛУГА"),
            (["diff", "wheelchairs"], "АКТ"),
            (["check", "a.json", "b.json"], "--help"),
            (["services", "wheelchairs"], "--help"),
        ],
    )
    def test_not_understood(self, arguments: list[str], part: str) -> None:
        done = typed(*arguments)
        told(done, part)
        as_json = typed("--json", *arguments) if arguments[-1] == "--service" else typed(*arguments, "--json")
        assert as_json.code == 2
        assert [one["code"] for one in as_json.errors] == ["command-line"]
        assert not foreign_words(done.err, frozenset({part, *arguments}))

    @pytest.mark.parametrize(
        ("arguments", "code", "where", "hint"),
        [
            (["check", "--engine", "rette"], "unknown-value", "--engine", "rete"),
            (["explain", "--for", "boss"], "unknown-value", "--for", "clerk"),
            (["acts", "--on", "1.3.2018"], "not-a-date", "--on", "2018-03-01"),
            (["stale", "--on", "2018-02-30"], "not-a-date", "--on", ""),
            (["services", "--region", "almaty-cty"], "unknown-region", "--region", "almaty-city"),
            (["services", "--region", "zz"], "unknown-region", "--region", "kyzylorda-region"),
            (["acts", "--published", "kyzylorda=2016-01-01"], "unknown-act", "--published", ""),
            (["acts", "--published", "kyzylorda-2015-118/9=2016-01-01"], "unknown-act", "--published", "kyzylorda-2015-118"),
            (["acts", "--published", "kyzylorda-2015-118"], "not-a-date", "--published", "2018-03-01"),
            (["acts", "--published", "kyzylorda-2015-118=1990-01-01"], "published-before-adoption", "--published", ""),
            (["acts", "--published", "order-286-2023=2023-07-05"], "publication-of-no-use", "--published", ""),
            (
                ["acts", "--published", "repeal:south-kazakhstan-2012-370=2013-07-05"],
                "publication-of-no-use",
                "--published",
                "",
            ),
            (["show", "wheelchairs"], "no-act-or-region", "act", ""),
            (["show", "wheelchair", "--act", "kyzylorda-2015-118"], "unknown-service", "service", "wheelchairs"),
            (["terms", "wheelchairs"], "no-act-or-region", "act", ""),
            (["diff", "wheelchairs", "kyzylorda-2015-118", "x"], "unknown-act", "act", ""),
            (["ask", "wheelchair"], "unknown-service", "service", "wheelchairs"),
            (["ask", "wheelchairs", "--on", "2028-01-01"], "date-out-of-range", "on", "2012–2027"),
            (["ask", "--region", "kyzylorda"], "unknown-region", "region", "kyzylorda-region"),
            (["check"], "missing-key", "service", ""),
            (["explain"], "missing-key", "service", ""),
            (["rules", "schema", "editon"], "unknown-value", "ВИД", "edition"),
            (["check", "--json-lines", "--service", "wheelchairs"], "json-lines-alone", "--json-lines", ""),
            (["doctor", "--rules", "/nowhere"], "no-rules", "/nowhere", ""),
            (["check", "--rules", "/nowhere"], "no-rules", "/nowhere", ""),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else None,
    )
    def test_a_wrong_word(self, arguments: list[str], code: str, where: str, hint: str) -> None:
        if arguments[:2] != ["rules", "schema"]:
            refused(typed(*arguments, "--json"), code, where, hint)
        if "--json-lines" not in arguments:
            told(typed(*arguments), hint)

    def test_a_wrong_language(self) -> None:
        done = process("services", "--lang", "en")
        told(done, "kk, ru")

    def test_one_document_of_another_service(self, folder: Path) -> None:
        Path("case.json").write_bytes(case())
        refused(typed("explain", "case.json", "--document", "ip", "--json"), "unknown-document", "--document", "ipr")

    def test_a_broken_pack_is_refused_with_its_place(self, folder: Path) -> None:
        from tests.broken.broken_examples import BROKEN, overlaid

        broken = next(one for one in BROKEN if one.folder.name == "undefined-fact")
        pack = str(overlaid(broken, folder))
        for command in (["services"], ["doctor"], ["acts"], ["check", "--service", "wheelchairs"]):
            done = typed(*command, "--rules", pack, "--json")
            refused(done, "undefined-fact", broken.at)
        lint = typed("rules", "lint", pack, "--json")
        assert (lint.code, [one["code"] for one in lint.json["diagnostics"]]) == (1, ["undefined-fact"])
        assert typed("rules", "coverage", "/nowhere").code == 2


class TestNothingHalfDone:
    def test_without_a_year_of_the_calendar_the_answer_stands_and_no_term_is_counted(self, folder: Path) -> None:
        """In words and in JSON alike; what is asked for its terms alone, or is signed, is refused."""
        Path("case.json").write_bytes(case(on="2027-12-28", region=NOT_NAMED, act="kyzylorda-2015-118"))
        answer = typed("check", "case.json", "--as-if-in-force", "--json")
        assert (answer.code, answer.json["checklist"] != [], answer.json["terms"]["year_lacking"]) == (0, True, 2028)
        assert (answer.json["terms"]["due"], answer.json["terms"]["steps"]) == (None, [])
        words = typed("check", "case.json", "--as-if-in-force", "--lang", "ru")
        assert words.code == 0
        assert answer.json["terms"]["because"]["ru"] in " ".join(words.out.split())
        refused(typed("terms", "case.json", "--as-if-in-force", "--json"), "calendar-missing", "calendar/2028.yaml")
        told(typed("letter", "talon", "case.json", "--as-if-in-force"), "2028")

    def test_no_picture_of_a_wrong_case(self, folder: Path) -> None:
        Path("case.json").write_bytes(facts(age=200))
        assert typed("terms", "case.json", "--svg", "picture.svg").code == 2
        assert not Path("picture.svg").exists()

    def test_no_picture_under_the_name_of_another_format(self, folder: Path) -> None:
        Path("case.json").write_bytes(facts(age=20))
        refused(typed("terms", "case.json", "--svg", "picture.png", "--json"), "other-ending", "--svg")
        refused(typed("ask", "--save", "answers.json", "--json"), "other-ending", "--save")
        assert not Path("picture.png").exists()
        assert typed("terms", "case.json", "--svg", "picture").code == 0

    def test_a_picture_that_cannot_be_written(self, folder: Path) -> None:
        Path("case.json").write_bytes(case())
        done = typed("terms", "case.json", "--svg", "no/picture.svg", "--json")
        refused(done, "not-written", "no/picture.svg", exit=4)

    def test_no_question_is_asked_in_vain(self) -> None:
        done = typed("ask", "wheelchairs", "--region", "kyzylorda-region", "--on", "2028-01-01", given="1\n1\n")
        assert (done.code, done.out) == (2, "")
        assert ">" not in done.err


PERSON: Mapping[str, Callable[[str], Plain]] = {
    "surname": lambda secret: {"person": {"surname": secret + "\x07"}},
    "iin": lambda secret: {"person": {"iin": "900101300017" + secret}},
    "phone": lambda secret: {"person": {"phone": [secret]}},
    "address": lambda secret: {"person": {"address": secret + "х" * 600}},
    "beside a wrong fact": lambda secret: {"person": {"surname": secret, "address": secret}, "facts": {"age": 200}},
    "beside a wrong service": lambda secret: {"person": {"surname": secret}, "service": "x"},
}


@pytest.mark.parametrize("how", PERSON)
def test_nothing_personal_is_repeated(how: str, folder: Path) -> None:
    secret = "Құпиябеков"  # noqa: S105
    Path("case.json").write_bytes(case(**PERSON[how](secret)))
    for arguments in (["check", "case.json"], ["check", "case.json", "--json"], ["explain", "case.json"]):
        done = typed(*arguments)
        assert done.code == 2
        for part in (secret, "900101300017"):
            assert part not in done.out + done.err
    lines = typed("check", "--json-lines", given=Path("case.json").read_bytes())
    assert (lines.code, secret in lines.out) == (1, False)


def test_a_good_case_repeats_nothing_personal_either(folder: Path) -> None:
    Path("case.json").write_bytes(case(person={"surname": "Құпиябеков", "iin": "900101300017"}))
    for command in ("check", "explain", "terms"):
        for arguments in ([], ["--json"]):
            done = typed(command, "case.json", *arguments)
            assert done.code == 0, done.err
            assert "Құпиябеков" not in done.out + done.err


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


def test_mistakes_are_said_without_foreign_words(lang: Lang, folder: Path) -> None:
    """Ids, keys and file names stay; sentences do not slip into English."""
    keys = "case facts submitted person birth_date age on act region service fact iin surname name YYYY MM DD more"
    for wrong in WRONG:
        Path(wrong.file).write_bytes(wrong.content)
        done = typed("check", wrong.file, lang=lang)
        repeated = set(json.loads(wrong.content).get("facts", ())) if wrong.file == "case.json" and _is_case(wrong) else set()
        allowed = {*keys.split(), "true", "false", "parent", "yes", "m", "original", *repeated, *_values(wrong)}
        sentences = re.sub(r'^eligibility: \S+: |\{.*?\}|\[.*?\]|"[^"]*"', "", done.err, flags=re.MULTILINE)
        assert not foreign_words(sentences, frozenset(allowed)), wrong.name


def _is_case(wrong: Wrong) -> bool:
    try:
        data = json.loads(wrong.content)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and isinstance(data.get("facts"), dict)


def _values(wrong: Wrong) -> set[str]:
    """What was typed, whole or as far as a message repeats it."""
    if not _is_case(wrong):
        return set()
    text = json.dumps(json.loads(wrong.content), ensure_ascii=False)
    return {word.strip('"[]{}:,') for word in text.split()}


def _program() -> list[str]:
    from tests.cli.running import PROGRAM

    return PROGRAM

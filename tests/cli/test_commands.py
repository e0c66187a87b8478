"""Every command in both languages: its exit code, its words, its JSON."""

import json
from collections.abc import Collection
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from eligibility.cli.app import COMMANDS
from eligibility.diagnostics.installing import command_for
from eligibility.engine import Engine
from eligibility.law.citation import citations
from eligibility.law.pack import EditionKey
from eligibility.letters.bulk.file_names import FIELDS
from eligibility.letters.kinds import KINDS as LETTERS
from eligibility.reasoning.inference import ENGINES, rete_available
from eligibility.review.outlines import HEAD_KEYS
from eligibility.rulefiles.folders import SHIPPED
from eligibility.rulefiles.schema import KINDS as RULE_FILES
from eligibility.words.text import LANGS, Lang
from tests.answer.contract_schema import ANSWER, keeps_the_contract
from tests.cli.running import PROGRAM, Plain, process, typed
from tests.cli.unfit_lines import foreign_words, slips

ENGINE = Engine.shipped("direct")
HELD = sorted(ENGINE.pack.held())
AT_HAND = [key for key in HELD if ENGINE.pack.acts[key.act].text != "elsewhere"]
KYZYLORDA, REGION = "kyzylorda-2015-118", "almaty-region-2018-81"
CASE = {
    "service": "prosthetic-orthopedic-aid",
    "region": "kyzylorda-region",
    "on": "2016-03-01",
    "facts": {"war_status": "participant", "disability": "none"},
}
QUICK = ("--engine", "direct")
EXTRAS = ("rete", "pdf", "xlsx", "web", "population", "spark")
GROUPS = [
    ("rules", "lint"),
    ("rules", "schema"),
    ("rules", "coverage"),
    ("rules", "test"),
    ("rules", "list"),
    ("rules", "new"),
    ("rules", "review"),
    ("rules", "sign"),
    ("rules", "mutate"),
    ("population", "example"),
    ("population", "decide"),
    ("population", "count"),
    ("population", "impact"),
    ("population", "sql"),
]


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("cases") / "case.json", {**CASE, "submitted": ["application"]})


def written(path: Path, data: Any) -> str:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(path)


def well_said(out: str, also: frozenset[str] = frozenset(), room: int = 80) -> None:
    assert not foreign_words(out, also)
    assert not list(slips(out, room))


def without_braces(help: str) -> str:
    """Names of a letter's fields stand in braces as a pattern has them."""
    for field in FIELDS:
        help = help.replace(f"{{{field}}}", f"«{field}»")
    return help


class TestHelp:
    @pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), *GROUPS], ids=" ".join)
    def test_of_every_command(self, command: tuple[str, ...], lang: Lang) -> None:
        done = typed(*command, "--help", lang=lang)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith({"kk": "Қолданылуы: eligibility", "ru": "Использование: eligibility"}[lang])
        named = {*COMMANDS, *(part for group in GROUPS for part in group), *RULE_FILES, *LETTERS}
        named |= {
            *FIELDS,
            *HEAD_KEYS,
            "annexes",
            "acts/order-286-2023",
            SHIPPED,
            "HTTP",
            "git",
            "answers.jsonl",
            "Spark",
            "host",
            "spark://host",
        }
        named |= {"Parquet", "SQL", "URL", "tests/scenarios", "scenarios", "polars", "spark", "postgres", "duckdb", "sqlite"}
        well_said(without_braces(done.out), frozenset({*named, "CSV", "Excel", "Tab", "bash", "zsh", "fish"}))

    @pytest.mark.parametrize("columns", [40, 60, 100, 140])
    def test_fits_the_screen(self, columns: int, lang: Lang) -> None:
        lines = typed("check", "--help", lang=lang, columns=columns).out.splitlines()
        assert [line for line in lines if len(line) > min(columns, 100) and len(line.split()) > 1] == []

    @pytest.mark.parametrize("command", [(), ("rules",)])
    def test_is_shown_where_no_command_is_given(self, command: tuple[str, ...]) -> None:
        done = typed(*command)
        assert (done.code, done.out.strip()) == (0, typed(*command, "--help").out.strip())

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_option_is_explained(self, name: str, lang: Lang) -> None:
        """A name without words beside or below it would stand alone."""
        lines = typed(name, "--help", lang=lang).out.splitlines()
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith("  --") and len(line) < 30:
                assert below.startswith(" " * 29), line


ON = ("--on", "2019-06-01")


def about(key: EditionKey) -> dict[str, list[str]]:
    edition = ["--service", key.service, "--act", key.act, *ON, *QUICK, "--as-if-in-force"]
    return {
        "check": ["check", *edition],
        "explain": ["explain", *edition, "--for", "clerk"],
        "terms": ["terms", key.service, *edition[2:]],
        "show": ["show", key.service, "--act", key.act, *ON],
    }


class TestEveryEdition:
    @pytest.mark.parametrize("key", HELD, ids=str)
    def test_is_said_in_plain_words(self, key: EditionKey, lang: Lang) -> None:
        edition = ENGINE.pack.edition(*key)
        assert edition
        title = ENGINE.pack.title(edition)[lang]
        for arguments in about(key).values():
            done = typed(*arguments, lang=lang)
            assert (done.code, done.err) == (0, "")
            head = " ".join(done.out.split())
            assert head.startswith(title) or (head.startswith("! ") and title in head), "what is dangerous goes first"
            well_said(done.out)

    @pytest.mark.parametrize("key", HELD, ids=str)
    def test_show_leaves_out_nothing_the_edition_says(self, key: EditionKey) -> None:
        out = typed(*about(key)["show"]).out
        shown, heads_shown = " ".join(out.split()), out.splitlines()
        edition = ENGINE.pack.edition(*key)
        assert edition
        said = [*(one.text for one in edition.results), *(one.text for one in edition.pauses)]
        said += [*(one.text for one in edition.stated_terms), *(one.text for one in edition.hours)]
        said += [one.text for one in (*edition.refuse_to_accept, *edition.refuse_service)]
        said += [one.text for one in edition.flags]
        for text in said:
            assert " ".join(text.ru.split()) in shown
        for step in edition.steps:
            assert step.action.ru[1:] in shown
        heads = [
            ("Плата", edition.fee),
            ("Варианты услуги", edition.requests),
            ("Форма оказания услуги", edition.form),
            ("Что выдается при приеме документов", edition.receipts),
        ]
        for head, rules in heads:
            assert (head in heads_shown) is bool(rules)

    @pytest.mark.parametrize("key", AT_HAND, ids=str)
    def test_on_a_day_it_is_not_the_law_that_and_what_is_known_of_today(self, key: EditionKey, lang: Lang) -> None:
        arguments = ["check", "--service", key.service, "--act", key.act, "--on", "2026-01-05", *QUICK]
        done = typed(*arguments, lang=lang)
        assert done.code == 0
        assert "--as-if-in-force" in done.out
        assert {"kk": "Бүгінгі жағдай туралы не белгілі", "ru": "Что известно на сегодня"}[lang] in done.out
        heads = {"kk": ("Ұсыну қажет", "Талап етілмейді"), "ru": ("Необходимо представить", "Не требуется")}[lang]
        assert not set(heads) & set(done.out.splitlines())
        well_said(done.out)
        warned = typed(*arguments, "--as-if-in-force", lang=lang).out
        assert {"kk": "Назар аударыңыз", "ru": "Внимание"}[lang] in warned


OTHERS = {
    "services": ["services"],
    "services of a region": ["services", "--region", "kyzylorda-region"],
    "services found": ["services", "--find", "путевка"],
    "services near": ["services", "--find", "жер телімі туралы"],
    "services not found": ["services", "--find", "погода"],
    "acts": ["acts"],
    "acts on a day": ["acts", "--on", "2018-03-01"],
    "stale": ["stale"],
    "stale on a day": ["stale", "--on", "2019-12-10"],
    "doctor": ["doctor"],
    "diff": ["diff", "wheelchairs", KYZYLORDA, REGION],
    "diff of one": ["diff", "wheelchairs", REGION, REGION],
}


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_commands_are_well_said(name: str, lang: Lang) -> None:
    done = typed(*OTHERS[name], lang=lang)
    assert (done.code, done.err) == (0, "")
    commands = {command_for(extra) for extra in EXTRAS}
    said = "\n".join(line for line in done.out.splitlines() if line.strip() not in commands)
    well_said(said, frozenset({"Linux", SHIPPED}))


@pytest.mark.parametrize("columns", [40, 60, 140])
def test_a_checklist_fits_the_screen(case: str, columns: int, lang: Lang) -> None:
    for command in (["check", case], ["explain", case], ["show", "wheelchairs", "--act", KYZYLORDA]):
        out = typed(*command, lang=lang, columns=columns).out
        well_said(out, room=min(columns, 100))


def test_the_document_presented_is_judged(case: str, lang: Lang) -> None:
    out = typed("check", case, lang=lang).out
    assert {"kk": "Құжаттар топтамасы толық емес.", "ru": "Пакет документов неполон."}[lang] in out
    well_said(out)


def test_a_document_of_several_lists_is_missing_once(tmp_path: Path) -> None:
    facts = {"disability": "child", "age": 10, "war_status": "none", "aid_kind": "surdo"}
    path = written(tmp_path / "case.json", {**CASE, "service": "surdo-tiflo-hygiene-aids", "facts": facts, "submitted": []})
    lines = [line for line in typed("check", path).out.splitlines() if line.startswith(" ☐ ")]
    assert lines
    assert len(lines) == len(set(lines))
    intake = typed("check", path, "--json").json["intake"]
    assert len(intake["missing"]) == len(set(intake["missing"]))


class TestReaders:
    def test_a_citizen_reads_sentences(self, case: str) -> None:
        out = typed("explain", case, "--document", "ipr").out
        assert "индивидуальная программа реабилитации инвалида: не требуется\n" in out
        assert "Документ потребовался бы, например, если ответить так" in out
        assert "disability" not in out

    def test_a_clerk_reads_the_answers(self, case: str) -> None:
        out = typed("explain", case, "--document", "ipr", "--for", "clerk").out
        assert "Есть ли у услугополучателя инвалидность? – нет" in out
        assert "disability" not in out

    def test_an_auditor_reads_the_rules(self, case: str, lang: Lang) -> None:
        out = typed("explain", case, "--for", "auditor", lang=lang).out
        assert "disabled ⇐ disability != none" in out
        assert "war_status = participant" in out
        assert out.count(ENGINE.pack.digest) == 1
        well_said(out, frozenset({"and", "or", "in", "due", "disabled"}))

    def test_one_language_for_all_three_in_json(self, case: str) -> None:
        found = typed("explain", case, "--document", "ipr", "--json").json
        (line,) = found["lines"]
        assert (found["edition"]["act"], line["status"]) == (KYZYLORDA, "not-required")
        assert line["clerk"]["disability"]["answer"] == {"kk": "жоқ", "ru": "нет"}
        assert line["auditor"]["truth"] is False
        assert line["smallest_change"]["changes"][0]["fact"] == "disability"
        assert found["receipt"]["rules"] == ENGINE.pack.digest

    def test_a_day_without_an_answer_is_told_with_its_edition(self, case: str) -> None:
        later = ["explain", case, "--act", KYZYLORDA, "--on", "2026-01-05"]
        found = typed(*later, "--json").json
        assert (found["edition"]["status"], found["lines"]) == ("repealed", [])
        assert "--as-if-in-force" in typed(*later).out


class TestContract:
    def test_as_the_commands_print_them(self) -> None:
        lines = [json.dumps({"service": key.service, "act": key.act, "on": "2019-06-03"}) for key in HELD]
        done = typed("check", "--json-lines", "--as-if-in-force", given="\n".join(lines))
        assert (done.code, done.err) == (0, "")
        answers = [json.loads(line) for line in done.out.splitlines()]
        assert [(one["edition"]["act"], one["edition"]["service"]) for one in answers] == [key[:2] for key in HELD]
        for one in answers:
            keeps_the_contract(one)

    def test_errors_are_part_of_it(self) -> None:
        assert ANSWER.is_valid(typed("check", "--service", "x", "--json").json)


class TestJson:
    def test_services(self) -> None:
        found = typed("services", "--json").json
        assert {one["service"]: one["acts"] for one in found} == {
            id: list(ENGINE.pack.acts_of(id)) for id in ENGINE.pack.services if ENGINE.pack.acts_of(id)
        }
        few = typed("services", "--region", "kyzylorda-region", "--json").json
        acts = {id: act for id, act in ENGINE.pack.acts.items() if ENGINE.pack.services_of(id)}
        assert {act for one in few for act in one["acts"]} == {KYZYLORDA} | {
            id for id, act in acts.items() if act.regions == "all"
        }

    def test_services_found(self) -> None:
        found = typed("services", "--find", "Коляска", "--json").json
        assert list(found) == ["phrase", "meant", "near", "situations"]
        (one,) = found["meant"]
        assert (found["phrase"], one["service"], one["by"], one["score"]) == ("Коляска", "wheelchairs", "коляска", 1.0)
        assert one["acts"] == list(ENGINE.pack.acts_of("wheelchairs"))
        assert found["situations"] == []

    def test_situations_where_nothing_is_found(self) -> None:
        found = typed("services", "--find", "погода", "--region", "kyzylorda-region", "--json").json
        assert found["meant"] == found["near"] == []
        offered = {one["service"] for one in typed("services", "--region", "kyzylorda-region", "--json").json}
        assert {service for one in found["situations"] for service in one["services"]} <= offered
        assert {"kk", "ru"} == found["situations"][0]["name"].keys()

    def test_a_phrase_that_is_too_long(self) -> None:
        assert typed("services", "--find", "а" * 201, "--json").errors[0]["code"] == "phrase-too-long"

    def test_acts(self) -> None:
        found = {one["act"]: one for one in typed("acts", "--on", "2018-03-01", "--json").json}
        assert found.keys() == ENGINE.pack.acts.keys()
        assert [one["status"] for one in found[KYZYLORDA]["standing"]] == ["in-force"]
        assert sorted(annex for one in found[REGION]["standing"] for annex in one["annexes"]) == list(range(1, 19))

    def test_show_holds_the_whole_edition(self) -> None:
        found = typed("show", "wheelchairs", "--act", KYZYLORDA, "--json").json
        edition = ENGINE.pack.edition(KYZYLORDA, "wheelchairs")
        assert edition
        assert len(found["content"]["requirements"]) == len(edition.requirements)
        places = [[one["cite"]] if isinstance(one["cite"], str) else one["cite"] for one in found["content"]["steps"]]
        assert places == [list(citations(one.cite)) for one in edition.steps]

    def test_terms_are_those_of_the_decision(self, case: str) -> None:
        assert typed("terms", case, "--json").json["terms"] == typed("check", case, "--json").json["terms"]

    def test_doctor(self) -> None:
        found = typed("doctor", "--json").json
        assert (found["rules"], found["editions"]) == (ENGINE.pack.digest, len(HELD))

    def test_doctor_says_by_which_command_each_missing_part_is_added(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lacking = {"typst": "pdf", "polars": "population", "pyspark": "spark", "fastapi": "web", "python-calamine": "xlsx"}
        commands = {name: command_for(extra) for name, extra in lacking.items()}
        installed(monkeypatch, without=lacking)
        assert typed("doctor", "--json").json["missing"] == commands
        lines = [line.strip() for line in typed("doctor").out.splitlines()]
        for name, command in commands.items():
            (at,) = [at for at, line in enumerate(lines) if name in line.split(", ")]
            assert lines[at + 1] == command

    def test_doctor_is_silent_where_nothing_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        installed(monkeypatch)
        assert typed("doctor", "--json").json["missing"] == {}
        assert command_for("pdf") not in typed("doctor").out

    @pytest.mark.parametrize("kind", RULE_FILES)
    def test_rule_schema(self, kind: str) -> None:
        Draft202012Validator.check_schema(typed("rules", "schema", kind).json)

    def test_lint_and_coverage(self) -> None:
        lint, coverage = typed("rules", "lint", "--json"), typed("rules", "coverage", "--json")
        assert (lint.code, lint.json["diagnostics"]) == (0, [])
        assert (coverage.code, coverage.json["total"]["percent"]) == (0, 100)

    def test_diff_and_stale(self) -> None:
        assert typed("diff", "wheelchairs", KYZYLORDA, REGION, "--json").json["same"] is False
        assert typed("stale", "--on", "2019-12-10", "--json").json["on"] == "2019-12-10"


def installed(monkeypatch: pytest.MonkeyPatch, without: Collection[str] = ()) -> None:
    """All libraries, but these."""
    found = metadata.distribution

    def distribution(name: str) -> metadata.Distribution:
        if name in without:
            raise metadata.PackageNotFoundError(name)
        return found("pytest" if name == "pyspark" else name)

    monkeypatch.setattr(metadata, "distribution", distribution)


class TestWaysToSayACase:
    def test_all_say_the_same(self, tmp_path: Path) -> None:
        facts = written(tmp_path / "facts.json", CASE["facts"])
        papers = written(tmp_path / "papers.json", ["application"])
        whole = written(tmp_path / "case.json", {**CASE, "submitted": ["application"]})
        yaml = tmp_path / "case.yaml"
        yaml.write_text(
            'service: prosthetic-orthopedic-aid\nregion: kyzylorda-region\non: "2016-03-01"\n'
            "facts: {war_status: participant, disability: none}\nsubmitted: [application]\n"
        )
        options = ["--service", "prosthetic-orthopedic-aid", "--region", "kyzylorda-region", "--on", "2016-03-01"]
        ways = [
            typed("check", whole, "--json"),
            typed("check", str(yaml), "--json"),
            typed("check", "-", "--json", given=json.dumps({**CASE, "submitted": ["application"]})),
            typed("check", *options, "--facts", facts, "--submitted", papers, "--json"),
            typed("check", *options, "--facts", "-", "--submitted", papers, "--json", given=json.dumps(CASE["facts"])),
            typed("check", *options, "--facts", facts, "--submitted", "-", "--json", given='["application"]'),
            typed("check", "--json-lines", given=json.dumps({**CASE, "submitted": ["application"]})),
        ]
        answers = [timeless(one.json) for one in ways]
        assert answers == answers[:1] * len(ways)

    def test_options_replace_what_the_file_says(self, case: str) -> None:
        assert typed("check", case, "--act", REGION, "--json").json["edition"]["act"] == REGION
        assert typed("check", case, "--service", "wheelchairs", "--json").json["edition"]["service"] == "wheelchairs"
        later = typed("check", case, "--act", KYZYLORDA, "--on", "2026-01-05", "--json").json
        assert (later["edition"]["status"], later["edition"]["act"]) == ("repealed", KYZYLORDA)

    def test_without_a_day_today_is_meant(self) -> None:
        found = typed("acts", "--json").json
        assert found == typed("acts", "--on", date.today().isoformat(), "--json").json

    @pytest.mark.parametrize("engine", ENGINES)
    def test_every_engine_answers_alike(self, case: str, engine: str) -> None:
        if engine != "direct" and not rete_available():
            pytest.skip("durable-rules is not installed here")
        found = typed("check", case, "--engine", engine, "--json").json
        assert found["receipt"]["engine"].endswith(f" {engine}")
        wanted = typed("check", case, *QUICK, "--json").json
        assert {**found, "receipt": None} == {**wanted, "receipt": None}

    def test_a_copy_of_the_rules_answers_alike(self, case: str) -> None:
        rules = Path(__file__).parents[2] / "rules"
        found = typed("check", case, "--rules", str(rules), "--json").json
        assert timeless(found) == timeless(typed("check", case, "--json").json)

    def test_a_known_day_of_publication_ends_the_doubt(self, case: str) -> None:
        arguments = ["check", case, "--act", KYZYLORDA, "--on", "2020-03-01", "--json"]
        assert typed(*arguments).json["edition"]["status"] == "undetermined"
        known = typed(*arguments, "--published", f"repeal:{KYZYLORDA}=2020-02-10").json
        assert known["edition"]["status"] == "repealed"

    def test_a_closed_channel_is_an_answer(self, tmp_path: Path) -> None:
        path = written(tmp_path / "case.json", {**CASE, "facts": {"channel": "egov-portal"}})
        done = typed("check", path, "--json")
        assert done.code == 0
        assert {one["channel"]: one["status"] for one in done.json["channels"]}["egov-portal"] == "closed"
        assert "Так подать заявление нельзя: веб-портал «электронного правительства»." in typed("check", path).out


def timeless(found: Plain) -> Plain:
    return {**found, "receipt": {**found["receipt"], "decided_at": ""}}


class TestLanguage:
    HEADS = {"kk": "Қызметтердің", "ru": "Вывести"}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("arguments", "environment", "wanted"),
        [
            ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
            ([], {"LANG": "kk_KZ.UTF-8"}, "kk"),
            ([], {"LANG": "en_US.UTF-8"}, "kk"),
            ([], {"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "kk"),
            ([], {"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "ru"),
            ([], {}, "kk"),
            (["--lang", "ru"], {"LANG": "kk_KZ.UTF-8"}, "ru"),
            (["--lang=ru"], {}, "ru"),
            (["--lang", "kk"], {"ELIGIBILITY_LANG": "ru"}, "kk"),
            ([], {"ELIGIBILITY_LANG": "ru", "LC_ALL": "kk_KZ.UTF-8"}, "ru"),
        ],
    )
    def test_is_chosen(self, arguments: list[str], environment: dict[str, str], wanted: str) -> None:
        from eligibility.cli.language import choose

        assert choose(["services", *arguments], environment) == wanted

    def test_is_spoken(self) -> None:
        none = dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANG", "ELIGIBILITY_LANG"))
        for lang in LANGS:
            assert self.HEADS[lang] in process("services", "--help", "--lang", lang, environment=none).out
        assert self.HEADS["ru"] in process("--lang", "ru", "services", "--help", environment=none).out

    def test_lists_are_in_the_order_of_the_alphabet(self) -> None:
        titles = typed("services", lang="kk").out.splitlines()
        heads = [line for line in titles if not line.startswith(" ")]
        assert heads.index("Ақталған адамға куәлік беру") < heads.index("Дәрігерді үйге шақыру")
        assert [line[0] for line in heads if line[0] in "ҚТҮӨ"] == sorted(
            (line[0] for line in heads if line[0] in "ҚТҮӨ"), key="ҚӨТҮ".index
        )


class TestSurroundings:
    """Pipes, screens and locales; in processes of their own."""

    @pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}])
    def test_a_poor_locale_changes_nothing(self, case: str, environment: dict[str, str]) -> None:
        assert process("check", case, environment=environment).out == typed("check", case).out

    def test_an_encoding_without_kazakh_changes_nothing(self, case: str) -> None:
        assert (
            process("check", case, environment={"ELIGIBILITY_LANG": "kk", "PYTHONIOENCODING": "cp1251"}).out
            == typed("check", case, lang="kk").out
        )

    def test_a_reader_who_leaves_is_no_error(self, case: str) -> None:
        shell = 'set -o pipefail; "$0" "$@" | head -1'
        for arguments in (["check", case], ["services", "--json"], ["stale"]):
            done = process(*arguments, program=["bash", "-c", shell, *PROGRAM])
            assert (done.code, done.err) == (0, "")

    def test_a_full_disk_is_told(self, case: str) -> None:
        for arguments in (["check", case], ["check", case, "--json"], ["rules", "lint"], ["check", "--json"]):
            done = process(*arguments, program=["bash", "-c", '"$0" "$@" >/dev/full', *PROGRAM])
            assert (done.code, done.err) == (4, "eligibility: Результат не удается записать.\n")

    @pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
    def test_a_closed_stream_is_an_empty_one(self, case: str, closed: str) -> None:
        done = process("check", case, program=["bash", "-c", f'"$0" "$@" {closed}', *PROGRAM])
        assert (done.code, done.err) == (0, "")
        asked = process("check", "-", program=["bash", "-c", f'"$0" "$@" {closed}', *PROGRAM])
        assert (asked.code, asked.out) == (2, "")
        assert "Traceback" not in asked.err

    def test_no_colours_but_on_a_screen(self, case: str) -> None:
        assert "\x1b" not in process("check", case).out

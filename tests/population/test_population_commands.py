"""The commands for populations as an office types them, in both languages."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from eligibility.files import resource
from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed
from tests.cli.unfit_lines import foreign_words
from tests.population.people_drawn import as_lines, drawn
from tests.population.test_partition_run import HOME_CARE, plan_of

UNREADABLE = {"service": HOME_CARE.service, "act": HOME_CARE.act, "on": "2016-02-30"}


@pytest.fixture
def people(tmp_path: Path) -> str:
    return str(as_lines(tmp_path / "people.jsonl", [*drawn(plan_of(HOME_CARE), 60), UNREADABLE]))


def lines_without(out: str, *left_out: str) -> str:
    return "\n".join(line for line in out.splitlines() if not any(word in line for word in left_out))


@pytest.mark.parametrize("lang", LANGS)
def test_decide_says_how_many_rows_were_decided_and_where_the_answers_are(lang: Lang, people: str, tmp_path: Path) -> None:
    done = typed("population", "decide", people, "-o", str(tmp_path / "out"), lang=lang)
    assert (done.code, done.err) == (0, "")
    assert {"kk": "Шешілген жолдар: ", "ru": "Решено строк: "}[lang] in done.out
    assert {"kk": "бөлек қойылған жолдар: ", "ru": "Отложено строк, которые делом не являются: "}[lang] in done.out
    assert "not-a-date: 1" in done.out
    assert not foreign_words(lines_without(done.out, "jsonl", "not-a-date", "contradictory-facts"))


def test_decide_for_other_programs_and_a_second_time(people: str, tmp_path: Path) -> None:
    command = ("population", "decide", people, "-o", str(tmp_path / "out"), "--json")
    first, second = typed(*command).json, typed(*command).json
    assert first["rows"] == 61
    assert first["decided"] + first["bad"] == 61
    assert (first["kept"], second["kept"]) == ([], ["people.jsonl"])
    assert second | {"kept": []} == first


@pytest.mark.parametrize("lang", LANGS)
def test_count_tells_documents_and_categories_in_words(lang: Lang, people: str) -> None:
    done = typed("population", "count", people, lang=lang)
    assert (done.code, done.err) == (0, "")
    assert {"kk": "талап етіледі: ", "ru": "требуется: "}[lang] in done.out
    assert not foreign_words(lines_without(done.out, "not-a-date", "contradictory-facts"))


def test_count_for_other_programs(people: str) -> None:
    found = typed("population", "count", people, "--json").json
    [service] = found["services"]
    assert (service["service"], service["act"], service["region"]) == (HOME_CARE.service, HOME_CARE.act, None)
    assert service["people"] == found["rows"] - sum(found["bad"].values())
    assert all(one["name"]["kk"] and one["name"]["ru"] for one in (*service["documents"], *service["categories"]))


@pytest.mark.parametrize("lang", LANGS)
def test_impact_of_the_same_rules_says_so(lang: Lang, people: str) -> None:
    done = typed("population", "impact", people, "--from", "shipped", "--to", "shipped", lang=lang)
    assert done.code == 0
    assert {"kk": "Ешкім үшін ештеңе өзгермейді.", "ru": "Ни для кого ничего не меняется."}[lang] in done.out


@pytest.fixture(scope="module")
def changed_rules(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped ones, where a paper is asked of fewer, a ground and a step are left out, and an act is repealed earlier."""
    folder = tmp_path_factory.mktemp("rules") / "rules"
    shutil.copytree(resource("rules"), folder)
    path = folder / "acts" / HOME_CARE.act / "2-home-care.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    line = next(one for one in data["requirements"] if one.get("when") == "war_veteran")
    line["when"] = "war_participant"
    data["refuse_service"] = []
    data["steps"] = data["steps"][:2]
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return str(folder)


@pytest.mark.parametrize("lang", LANGS)
def test_impact_tells_what_changes_in_words(lang: Lang, people: str, changed_rules: str) -> None:
    done = typed("population", "impact", people, "--from", "shipped", "--to", changed_rules, lang=lang)
    assert (done.code, done.err) == (0, "")
    words = " ".join(done.out.split())
    for said in {
        "kk": ("талап етіледі → талап етілмейді.", "қызмет көрсетуден бас тарту негізі: ", "мерзімі: ", "Ең қарапайым мысал: "),
        "ru": ("требуется → не требуется.", "основание для отказа в услуге: ", "срок: ", "Самый простой пример: "),
    }[lang]:
        assert said in words
    assert not foreign_words(lines_without(done.out, "not-a-date", "contradictory-facts"))


def test_impact_for_other_programs(people: str, changed_rules: str) -> None:
    found = typed("population", "impact", people, "--from", "shipped", "--to", changed_rules, "--json").json
    [service] = found["services"]
    assert service["changed"] <= service["people"]
    assert {one["touched"] for one in service["shifts"]} >= {"document", "refuse-service", "term"}
    assert all(one["words"]["kk"] and one["example"]["ru"] for one in service["shifts"])


def test_a_name_that_must_not_travel_is_refused_and_never_repeated(tmp_path: Path) -> None:
    rows = [row | {"Сауле Омарова": "750101300123"} for row in drawn(plan_of(HOME_CARE), 3)]
    source = str(as_lines(tmp_path / "people.jsonl", rows))
    for command in (("decide", source, "-o", str(tmp_path / "out")), ("count", source)):
        done = typed("population", *command, "--json")
        assert done.code == 2
        assert [one["code"] for one in done.errors] == ["column-unknown"]
        assert "Омарова" not in done.out + done.err
        assert "750101300123" not in done.out + done.err


def test_a_column_that_is_carried_keeps_no_table_from_being_counted_and_compared(tmp_path: Path) -> None:
    source = str(as_lines(tmp_path / "people.jsonl", [row | {"iin": "750101300123"} for row in drawn(plan_of(HOME_CARE), 5)]))
    assert typed("population", "count", source, "--carry", "iin", "--json").json["rows"] == 5
    both = ("--from", "shipped", "--to", "shipped")
    assert typed("population", "impact", source, *both, "--carry", "iin", "--json").json["rows"] == 5


def test_what_is_written_holds_nothing_of_a_person_but_what_is_carried(tmp_path: Path) -> None:
    rows = [row | {"iin": "750101300123"} for row in drawn(plan_of(HOME_CARE), 5)]
    source = str(as_lines(tmp_path / "people.jsonl", rows))
    assert typed("population", "decide", source, "-o", str(tmp_path / "out"), "--carry", "iin").code == 0
    holding = [one.name for one in (tmp_path / "out").iterdir() if one.is_file() and b"750101300123" in one.read_bytes()]
    assert holding == ["people.jsonl"]
    first = json.loads((tmp_path / "out" / "people.jsonl").read_text("utf-8").splitlines()[0])
    assert set(first) == {"row", "iin", "answer"}

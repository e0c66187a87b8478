"""Writes docs/today.kk.md and .ru.md, a line a service on the law of today, out of the rules; --check compares."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from eligibility.answer.amounts import term_text
from eligibility.answer.names import FEES
from eligibility.answer.sources import CONFIDENCE
from eligibility.answer.today import TodayTold, contact_text
from eligibility.law.edition import Edition, Requirement
from eligibility.law.pack import Pack
from eligibility.law.vocabulary import Known
from eligibility.rulefiles.lint import load
from eligibility.words.catalogue import catalogue
from eligibility.words.days import day_text
from eligibility.words.text import LANGS, Lang, Text

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 28)
"""on which the public pages were read"""


class Words(NamedTuple):
    title: str
    opening: str
    columns: tuple[str, ...]
    status: dict[str, str]
    since: str
    office: str
    unknown: str
    looked: str
    confirm: str


WORDS: dict[Lang, Words] = {
    "kk": Words(
        "Бүгінгі заң",
        "{day} күнгі белгілі мәлімет: әр қызметке бір жол. Актілердің мәтіні бағдарламада жоқ, бәрі басқа дереккөздерден "
        "белгілі және анықтамалық сипатта; оның негізінде бас тартуға болмайды. «Белгісіз» деген жазу акт, құжат немесе мерзім "
        "жоқ дегенді білдірмейді: ол табылмады. Барар алдында нақтылаңыз.",
        ("Қызмет", "Бүгінгі акт", "Белгілі құжаттар", "Мерзімі", "Ақысы", "Дереккөз және қай күнгі мәлімет"),
        {
            "merged": "Басқа қызметтің құрамында: {into}.",
            "abolished": "Мұндай қызмет жоқ, орнында: {into}.",
            "unknown": "Белгісіз: бүгінгі акт табылмады.",
        },
        "{day} бастап",
        "мемлекеттік жүйелерден органның өзі алады: {name}",
        "белгісіз",
        "{source}; {as_of}",
        "Кімнен нақтылауға болады",
    ),
    "ru": Words(
        "Закон сегодняшнего дня",
        "Что известно на {day}: одна строка на услугу. Текстов актов в программе нет, все известно из других источников и "
        "носит справочный характер; отказать на этом основании нельзя. «Не установлено» не значит, что акта, документа или "
        "срока нет: они не найдены. Уточните, прежде чем идти.",
        ("Услуга", "Акт сегодня", "Известные документы", "Срок", "Плата", "Источник и дата сведений"),
        {
            "merged": "В составе другой услуги: {into}.",
            "abolished": "Такой услуги нет, вместо нее: {into}.",
            "unknown": "Не установлено: акт сегодняшнего дня не найден.",
        },
        "с {day}",
        "орган получает сам из государственных систем: {name}",
        "не установлено",
        "{source}; {as_of}",
        "Где уточнить",
    ),
}


def page(lang: Lang, pack: Pack) -> str:
    words = WORDS[lang]
    rows = [_row(words.columns), _row("---" for _ in words.columns)]
    rows += [_row(_cells(TodayTold(pack, pack.acts, id, None), lang)) for id in pack.services]
    contacts = [f"- {contact_text(one)[lang]}" for one in pack.contacts.values() if not one.regions and not one.services]
    parts = (f"# {words.title}", words.opening.format(day=day_text(DAY)[lang]), "\n".join(rows))
    return "\n\n".join((*parts, f"## {words.confirm}", "\n".join(contacts))) + "\n"


def path_of(lang: Lang) -> Path:
    return ROOT / "docs" / f"today.{lang}.md"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _cells(told: TodayTold, lang: Lang) -> tuple[str, ...]:
    acts = [told.pack.edition(one.id, told.service) for one in told.acts]
    edition = next((one for one in acts if one), None)
    return (
        told.pack.services[told.service].title[lang],
        _lines(_acts(told, lang)),
        _lines(_papers(told.pack, edition, lang)) or WORDS[lang].unknown,
        _lines(_terms(edition, lang)) or WORDS[lang].unknown,
        _lines(_fees(edition, lang)) or WORDS[lang].unknown,
        _lines(_sources(told, edition, lang)),
    )


def _lines(found: Iterable[str]) -> str:
    return "<br>".join(f"– {one}" for one in dict.fromkeys(found))


def _acts(told: TodayTold, lang: Lang) -> Iterator[str]:
    words = WORDS[lang]
    if told.status in words.status:
        into = told.pack.services[told.into].title[lang] if told.into else ""
        yield words.status[told.status].format(into=into)
    for one in told.acts:
        since = f", {words.since.format(day=day_text(one.since)[lang])}" if one.since else ""
        yield f"{one.act.cited[lang]}{since}"


def _papers(pack: Pack, edition: Edition | None, lang: Lang) -> Iterator[str]:
    for one in edition.requirements if edition else ():
        name = _name(pack, one)[lang]
        yield WORDS[lang].office.format(name=name) if one.brought_by == "office" else name


def _name(pack: Pack, one: Requirement) -> Text:
    return one.name or pack.documents[str(one.document)].name


def _terms(edition: Edition | None, lang: Lang) -> Iterator[str]:
    for one in edition.stated_terms if edition else ():
        yield f"{one.text[lang]}: {term_text(one.duration)[lang]}"


def _fees(edition: Edition | None, lang: Lang) -> Iterator[str]:
    for one in edition.fee if edition else ():
        yield one.text[lang] if one.text else catalogue(lang)(FEES[one.fee])


def _sources(told: TodayTold, edition: Edition | None, lang: Lang) -> Iterator[str]:
    """Of the act, of each line, of the terms and the fee; where there is nothing, where it was looked for."""
    rules = (*edition.requirements, *edition.stated_terms, *edition.fee) if edition else ()
    known = [one.known for one in (*([edition] if edition else ()), *rules) if one.known]
    yield from (_source(one, lang) for one in known)
    today = told.known
    if not known and today and today.source and today.as_of:
        yield WORDS[lang].looked.format(source=today.source[lang], as_of=today.as_of[lang])


def _source(known: Known, lang: Lang) -> str:
    told = WORDS[lang].looked.format(source=known.source[lang], as_of=known.as_of[lang])
    return f"{told} ({catalogue(lang)(CONFIDENCE[known.confidence])})"


if __name__ == "__main__":
    pack = load(ROOT / "rules")
    made = {path_of(lang): page(lang, pack) for lang in LANGS}
    if "--check" in sys.argv[1:]:
        stale = [path.name for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
        sys.exit(f"stale: {', '.join(stale)}; run tools/today_table.py" if stale else 0)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")

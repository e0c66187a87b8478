"""Writes rules/calendar/<year>.yaml from the `holidays` library, or checks that the files are what it would write.

    python tools/freeze_calendar.py            compare; exit 1 and name the files that differ
    python tools/freeze_calendar.py --write    write them

The library knows the dates. The Russian names, the decrees and what the library does not say are here.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

FOLDER = Path(__file__).parent.parent / "rules" / "calendar"
YEARS = range(2012, 2028)
FROZEN_FROM = "0.109"
SATURDAY = 5

# Names as the Law on Holidays and the Labour Code have them; the library's own Kazakh names are the keys.
NAMES = {
    "Жаңа жыл": ("Жаңа жыл", "Новый год"),
    "Православиелік Рождество": ("Православиелік Рождество", "Православное Рождество"),
    "Халықаралық әйелдер күні": ("Халықаралық әйелдер күні", "Международный женский день"),
    "Наурыз мейрамы": ("Наурыз мейрамы", "Наурыз мейрамы"),
    "Қазақстан халқының бірлігі мерекесі": (
        "Қазақстан халқының бірлігі мерекесі",
        "Праздник единства народа Казахстана",
    ),
    "Отан Қорғаушы күні": ("Отан қорғаушы күні", "День защитника Отечества"),
    "Жеңіс күні": ("Жеңіс күні", "День Победы"),
    "Астана күні": ("Астана күні", "День столицы"),
    "Қазақстан Республикасының Конституциясы күні": (
        "Қазақстан Республикасының Конституциясы күні",
        "День Конституции Республики Казахстан",
    ),
    "Республика күні": ("Республика күні", "День Республики"),
    "Қазақстан Республикасы күні": ("Қазақстан Республикасы күні", "День Республики Казахстан"),
    "Қазақстан Республикасының Тұңғыш Президенті күні": (
        "Қазақстан Республикасының Тұңғыш Президенті күні",
        "День Первого Президента Республики Казахстан",
    ),
    "Тәуелсіздік күні": ("Тәуелсіздік күні", "День Независимости"),
    "Құрбан айт": ("Құрбан айттың бірінші күні", "Первый день Курбан-айта"),
}
KINDS = {"Құрбан айт": "kurban-ait", "Православиелік Рождество": "christmas"}

OBSERVED = " (қайта белгіленген демалыс)"
ESTIMATED = " (бағаланған)"
SUBSTITUTED = re.compile(r"Демалыс күні \((\d\d)\.(\d\d)\.(\d{4}) бастап ауыстырылды\)")

HOLIDAYS_LAW = (
    "Law № 267-II of 13.12.2001 on holidays, arts. 2, 3, 5",
    "https://adilet.zan.kz/rus/docs/Z010000267_",
)
OLD_CODE = (
    "Labour Code № 251-III of 15.05.2007, art. 96 as the press quotes it: 7 January and the first day of Kurban Ait",
    "https://kapital.kz/gosudarstvo/52183/kazakhstantsev-zhdut-tri-vykhodnykh-k-prazdniku-kurban-ayt.html",
)
NEW_CODE = (
    "Labour Code № 414-V of 23.11.2015, arts. 84, 85: 7 January and the first day of Kurban Ait; moving days of rest",
    "https://yk-news.kz/node/10882",
)
LIBRARY = (f"holidays {FROZEN_FROM}, country KZ", "https://github.com/vacanza/holidays/tree/v" + FROZEN_FROM)

# The acts on moving days of rest, by the years whose days they move. The library cites them; nobody here has read them.
ACTS: dict[int, tuple[str, ...]] = {
    2012: ("P1200000268", "P1200000458", "P1200001538"),
    2013: ("P1300000345", "P1300001068", "P1300001322"),
    2014: ("P1300001322", "P1400000365"),
    2016: ("P1600000067",),
    2017: ("P1700000005",),
    2018: ("P1700000864",),
    2019: ("P1800000888",),
    2020: ("P1900000820",),
    2021: ("P2000000930",),
    2022: ("P2200000796",),
    2023: ("P2300000326",),
    2024: ("G24G0000109",),
    2025: ("G24G0000436",),
}

SWAPS_2022 = "https://optimism.kz/2022/09/28/kak-kazahstanczy-otdohnut-na-den-respubliki-financial-times/?amp=1"
MORE: dict[int, tuple[tuple[str, str], ...]] = {
    2014: (
        (
            "the swaps of May 2014 in the press",
            "https://mgorod.kz/news/pravitelstvo-opredelilo-dni-otdyxa-na-majskie-prazdniki",
        ),
    ),
    2015: (("calendar of 2015", "https://kapital.kz/gosudarstvo/36862/na-nauryz-kazakhstantsy-otdokhnut-5-dney.html"),),
    2018: (
        ("swaps of 2018", "https://nur.kz/1709587-kazahstancam-perenesli-dni-otdyha-v-2018-godu.html"),
        ("Kurban Ait of 2018", "https://mgorod.kz/news/kazaxstancy-v-avguste-otdoxnut-10-dnej"),
    ),
    2019: (("calendar of 2019", "https://kokshetau.online/kalendar-prazdnichnyh-vyhodnyh-dnej-v-kazahstane-na-2019-god"),),
    2020: (
        (
            "swaps of 2020, the words of the decree",
            "https://kyzylorda-news.kz/ru/obshestvo/kak-kazahstanczy-otdohnut-v-2020-godu-kalendar-31660/",
        ),
    ),
    2022: (
        ("decree № 713 of 06.10.2021 on the swaps of 2022, before its amendment", SWAPS_2022),
        (
            "law of 29.09.2022: 25 October in; 1 December, 17 December out",
            "https://baigenews.kz/prezident-podpisal-zakon-25-oktyabrya-ofitsialno-stal-vyhodnym-dnem_139315",
        ),
    ),
    2023: (
        (
            "the swap of July 2023 in the press",
            "https://mgorod.kz/news/vyxodnoj-perenesut-na-den-stolicy-v-kazaxstane",
        ),
    ),
    2024: (
        (
            "Kurban Ait of 2024",
            "https://golos-naroda.kz/33368-dumk-opredelil-tochnuiu-datu-kurban-aita-vykhodnoi-den-otmenen-1717752158/amp",
        ),
    ),
    2026: (
        ("calendar of 2026", "https://www.inform.kz/ru/kak-budut-otdihat-kazahstantsi-v-2026-godu-947dd6"),
        (
            "30 August 2026 is no holiday, 15 March from 2027",
            "https://taspanews.kz/novosti-kazakhstana/v-etom-godu-u-kazakhstantsev-ne-budet-odnogo-vykhodnogo-795514517615",
        ),
        (
            "Kurban Ait of 2026, announced",
            "https://kazpravda.kz/n/dumk-obyavilo-daty-musulmanskih-prazdnikov-na-2026-god/",
        ),
    ),
    2027: (
        (
            "15 March is Constitution Day from 2027",
            "https://taspanews.kz/novosti-kazakhstana/v-etom-godu-u-kazakhstantsev-ne-budet-odnogo-vykhodnogo-795514517615",
        ),
    ),
}

# Where the library and other sources differ, or where neither is enough.
NOTES: dict[int, tuple[str, ...]] = {
    2013: ("7 May is a holiday from this year.",),
    2019: (
        "6 July: the press of 2019-2022 also wrote «Елорда күні»; the Law kept «Астана күні» throughout (Ministry of",
        "Justice, 16.09.2022: https://sn.kz/sn-akparat-agyny/95077-6-shilde-elorda-kuni-bolyp-kala-bere-me-ministrlik-zhauap-berdi).",
    ),
    2020: (
        "11 May works: it would be the day off for 9 May (a Saturday), and the decree moved it to 8 May. The library shows",
        "this only by not listing the day.",
        "Not here: the stoppage of 30 March - 12 April in Nur-Sultan and Almaty. It was regional, and state bodies and",
        "akimats were exempt (https://qams.kz/news/s-30-marta-po-5-aprelya-v-nur-sultane-i-almaty-priostanovyat-deyatelnost-vse-organizacii).",
        "Not here: the President's instruction, before 9 March 2020, that civil servants work on the Monday after a Sunday",
        "holiday; no act that carried it out is at hand (https://inaktau.kz/news/2682397/kazahstanskie-gossluzasie-budut-otdyhat-9-marta).",
    ),
    2022: (
        "19 December works: a draft of September 2022 still had 16-19 December off, but 17 December was abolished",
        "(https://rydnyimedia.kz/kak-kazahstancy-otdohnut-v-oktjabre-i-dekabre-kalendar/).",
    ),
    2024: ("Kurban Ait was first announced for 17 June, then held on Sunday 16 June: 17 June works.",),
    2026: (
        "Calendars printed in January 2026 move 30 August to 31 August: outdated, both are ordinary days.",
        "Kurban Ait: announced in November 2025 with the reserve of a day; no confirmation after the day is at hand, so it",
        "stays estimated.",
        "25 October is renamed from this year (https://github.com/vacanza/holidays/pull/3690); the Russian name is our",
        "rendering.",
        "No swaps are known.",
    ),
    2027: (
        "Kurban Ait is the library's astronomical estimate; it may fall a day earlier or later.",
        "The Russian name of 25 October is our rendering.",
        "No swaps are known yet: when the Government moves days of rest, add them here.",
    ),
}


def library() -> dict[date, str]:
    if version("holidays") != FROZEN_FROM:
        print(f"note: the files name holidays {FROZEN_FROM}, this is {version('holidays')}", file=sys.stderr)
    return dict(holidays.country_holidays("KZ", years=[*YEARS, YEARS.stop], language="kk"))


def dotted(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def swaps(days: dict[date, str]) -> dict[date, date]:
    """Swapped day off -> the day worked for it."""
    found = {day: SUBSTITUTED.fullmatch(name) for day, name in days.items()}
    return {day: date(int(m[3]), int(m[2]), int(m[1])) for day, m in found.items() if m}


def observed(days: dict[date, str]) -> dict[date, date]:
    """Observed day -> the weekend holiday whose rest it is: of the same name, in the week before, each once."""
    found: dict[date, date] = {}
    for day in sorted(days):
        if days[day].endswith(OBSERVED):
            name = days[day].removesuffix(OBSERVED)
            found[day] = min(
                d
                for d in days
                if days[d] == name and d.weekday() >= SATURDAY and 0 < (day - d).days < 7 and d not in found.values()
            )
    return found


def named(kk: str, ru: str) -> str:
    return f"name: {{kk: {quoted(kk)}, ru: {quoted(ru)}}}"


def quoted(text: str) -> str:
    return f'"{text}"' if ": " in text or "," in text else text


def days_off(year: int, days: dict[date, str]) -> Iterator[str]:
    swapped, moved = swaps(days), observed(days)
    for day in sorted(d for d in days if d.year == year):
        if day in swapped:
            origin = dotted(swapped[day])
            name = named(f"{origin} күнінен ауыстырылған демалыс күні", f"выходной день, перенесенный с {origin}")
            yield f"{{date: {day}, kind: swapped, for: {swapped[day]}, {name}}}"
            continue
        key = days[day].removesuffix(ESTIMATED).removesuffix(OBSERVED)
        kk, ru = NAMES[key]
        if day in moved:
            origin = dotted(moved[day])
            name = named(
                f"{origin} күнінен ауыстырылған демалыс күні ({kk})",
                f"выходной день, перенесенный с {origin} ({ru})",
            )
            yield f"{{date: {day}, kind: observed, for: {moved[day]}, {name}}}"
            continue
        estimated = ", estimated: true" if days[day].endswith(ESTIMATED) else ""
        yield f"{{date: {day}, kind: {KINDS.get(key, 'holiday')}, {named(kk, ru)}{estimated}}}"


def working(year: int, days: dict[date, str]) -> Iterator[str]:
    for off, day in sorted(swaps(days).items(), key=lambda pair: pair[1]):
        if day.year == year:
            name = named(
                f"жұмыс күні: демалыс {dotted(off)} күніне ауыстырылған",
                f"рабочий день: выходной перенесен на {dotted(off)}",
            )
            yield f"{{date: {day}, for: {off}, {name}}}"


def act(code: str) -> tuple[str, str]:
    """A title and address from the code an act has in the register: kind, year, number."""
    name = f"Government decree № {int(code[-4:])} of 20{code[1:3]}" if code.startswith("P") else f"Act {code}"
    return f"{name} on moving days of rest", f"https://adilet.zan.kz/kaz/docs/{code}"


def sources(year: int) -> Iterator[str]:
    code = OLD_CODE if year < 2016 else NEW_CODE
    for title, url in [HOLIDAYS_LAW, code, *map(act, ACTS.get(year, ())), *MORE.get(year, ()), LIBRARY]:
        yield f'{{title: "{title}", url: "{url}"}}'


def listed(key: str, entries: Iterator[str]) -> str:
    lines = [f"  - {entry}\n" for entry in entries]
    return f"{key}:\n{''.join(lines)}" if lines else f"{key}: []\n"


def text(year: int, days: dict[date, str]) -> str:
    notes = "".join(f"  # {line}\n" for line in NOTES.get(year, ()))
    head, _, rest = listed("sources", sources(year)).partition("\n")
    return f"{head}\n{notes}{rest}\n" + listed("days_off", days_off(year, days)) + "\n" + listed("working", working(year, days))


def main(arguments: list[str]) -> int:
    days = library()
    files = {FOLDER / f"{year}.yaml": text(year, days) for year in YEARS}
    if arguments == ["--write"]:
        for path, content in files.items():
            path.write_text(content, encoding="utf-8")
        return 0
    if arguments:
        print(__doc__)
        return 2
    different = [p for p, content in files.items() if not p.exists() or p.read_text(encoding="utf-8") != content]
    for path in different:
        print(f"{path}: not what the library gives; look at the difference, then --write")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

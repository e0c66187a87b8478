"""The reader of the decrees on lines of our own making, so that it is tested where the decrees are not at hand."""

import pytest

from tests.decrees.decree_actors import acting, acting_in_columns, acting_within, names_only
from tests.decrees.decree_layout import read_lines
from tests.decrees.decree_tables import columns_of
from tests.decrees.decree_terms import NUMBER_WORDS, Term, bounds_in, terms_in
from tests.decrees.decree_text import provisions_of
from tests.decrees.decree_words import joined, normalised


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("мемлекеттiк  қызмет", "мемлекеттік қызмет"),
        ("cтационарға", "стационарға"),
        ("қ а р а с т ы р ы л ғ а н .", "қарастырылған."),
        ("1 )  у ә к і л е т т і  о р г а н ;", "1) уәкілетті орган;"),
        ("мемлекетт ік  қызмет ін ің", "мемлекеттік қызметінің"),
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("www.egov.kz \u00a0порталы", "www.egov.kz порталы"),
        ("(\u00a0тоғыз күн )", "(тоғыз күн)"),
    ],
)
def test_a_line_is_made_readable(printed: str, meant: str) -> None:
    assert normalised(printed) == meant


def test_broken_lines_are_joined() -> None:
    assert joined(["медициналық-", "әлеуметтік", "", "мекеме (", "ұйым)"]) == "медициналық-әлеуметтік мекеме (ұйым)"
    assert joined(["құжаттарды ұсынады:9-тармағына"]) == "құжаттарды ұсынады 9-тармағына:"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("отыз минуттан аспайды", ["30 minutes"]),
        ("9 жұмыс күні ішінде", ["9 working-days"]),
        ("15 (он бес) минут, порталда – 7 (жеті) сағат", ["15 minutes", "7 hours"]),
        ("үш сағат", ["3 hours"]),
        ("күнтізбелік 9 (тоғыз) күн", ["9 calendar-days"]),
        ("15 күнтізбелік күн ішінде", ["15 calendar-days"]),
        ("күнтізбелік отыз күнге дейін", ["30 calendar-days"]),
        ("1 (бір) айға ұзартылады, 1 ай", ["1 months", "1 months"]),
        ("бір жұмыс күні және 7 (жеті) жұмыс сағаты ішінде", ["1 working-days", "7 working-hours"]),
        ("Жұмыс күн ішінде", ["within-working-day"]),
        ("сол жұмыс күні. Нәтижесі", ["within-working-day"]),
        ("Күніне екі реттен кем емес", ["2 times-per-day"]),
        ("Бір күн ішінде", ["1 days"]),
        ("Қызмет жүгінген күні көрсетіледі", ["within-working-day"]),
        ("2015 жылғы 9 қаңтардағы № 44, талонда алатын күні", []),
    ],
)
def test_terms_are_read(text: str, terms: list[str]) -> None:
    assert [str(term) for term in terms_in(text)] == terms


def test_number_words_up_to_sixty() -> None:
    assert [NUMBER_WORDS[word] for word in ("бес", "он", "он бес", "жиырма", "отыз", "елу тоғыз", "алпыс")] == [
        5, 10, 15, 20, 30, 59, 60,
    ]  # fmt: skip
    assert terms_in("қырық бес минут") == [Term("minutes", 45)]


REGULATION = """
      1. Бөлім көрсетеді.
      Өтініш бөлімде қабылданады.
      2. Қызмет:
      1) өтініш беруші ұсынады:
      өтініш;
      жеке
куәлік;
      2) қызметкер тіркейді (отыз минуттан аспайды).
      Нәтиже 1-қосымшада.

2. Тәртіп

      3. Нәтиже:
      бөлімде:
      1) шешім;
      порталда:
      1) хабарлама.
      4. Тізім:
      1) ұсынады:
      есту бойынша:
      өтініш;
      көру бойынша:
      өтініш.
      3. Жауапты тұлға.
"""


def test_a_regulation_is_read_by_citation() -> None:
    found = provisions_of(read_lines(REGULATION))
    assert list(found) == [
        "1", "1 item 1", "2", "2(1)", "2(1) item 1", "2(1) item 2", "2(2)", "2 item 1",
        "3", "3 list 1", "3 list 1 item 1", "3 list 2", "3 list 2 item 1",
        "4", "4(1)", "4(1) list 1", "4(1) list 1 item 1", "4(1) list 2", "4(1) list 2 item 1", "5",
    ]  # fmt: skip
    assert found["2(1) item 2"] == "жеке куәлік;"


def test_columns_are_read_by_empty_lines_or_by_terms() -> None:
    apart = ["1", "Нөмірі", "", "1 2 3", "", "3", "Атауы", "", "5 Орындалу мерзімі 30 минуттан", "аспайды", ""]
    apart += ["9 жұмыс күні", "ішінде", "", "беру кезінде – 30 минут;", "", "пошта арқылы - 1 жұмыс күні"]
    assert columns_of(apart) == {
        1: "30 минуттан аспайды",
        2: "9 жұмыс күні ішінде",
        3: "беру кезінде – 30 минут; пошта арқылы - 1 жұмыс күні",
    }
    together = ["1", "", "2", "Орындау", "мерзімдері", "1 сағат Он жұмыс күні ішінде", "", "Әрекет №", "4"]
    together += ["Орындау мерзімдері 30 минут Жұмыс күн ішінде", "", "2-кесте. 5 минут"]
    assert columns_of(together) == {1: "1 сағат", 2: "Он жұмыс күні ішінде", 3: "30 минут", 4: "Жұмыс күн ішінде"}


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("1) тұтынушы уәкілетті органға өтініш тапсырады;", {"consumer"}),
        ("1) көрсетілетін қызметті алушы порталда тіркеледі;", {"recipient"}),
        ("1) көрсетілетін қызметті алушы не оның заңды өкілі құжаттарды ұсынады:", {"applicant"}),
        ("2) құжаттарды қарау және көрсетілетін қызметті берушінің жауапты орындаушысын анықтау – 3 сағат.", set()),
        ("4) қол қою – 4 сағат. Нәтижесі - көрсетілетін қызметті берушінің кеңсе қызметкерімен тіркеу;", set()),
        ("1) құжаттарды Орталықтың немесе ауылдық округ әкімінің кеңсе қызметкерімен қабылдау;",
         {"employment-centre-clerk", "rural-akim-clerk"}),
        ("2) Орталықтың басшысы немесе ауылдық округ әкімі;", {"employment-centre-head", "rural-akim"}),
        ("4) көрсетілетін қызметті берушінің орындаушысы құжаттарды қарайды;", {"executor"}),
        ('2) көрсетілетін қызметті алушының "жеке кабинетінде" статус көрінеді;', {"portal"}),
        ('2) көрсетілетін қызметті алушының "жеке кабинетіне" хабарлама жіберіледі;', set()),
        ("курьердің құжаттар топтамасын жеткізуді қамтамасыз етуі үшін – 2 жұмыс күні;", {"courier"}),
        ("4) жұмыс органның жауапты орындаушысы өтінішті қарайды;", {"authorised-body-executor"}),
    ],
)  # fmt: skip
def test_who_acts_by_a_line(line: str, who: set[str]) -> None:
    assert acting(line) == who


def test_a_line_of_those_who_take_part_says_nothing_else() -> None:
    assert names_only("1) көрсетілетін қызметті берушінің басшысы;")
    assert not names_only("1) көрсетілетін қызметті берушінің басшысы құжаттарды қарайды;")


def test_who_acts_within_the_term_of_another() -> None:
    assert acting_within("11 жұмыс күні ішінде, оның 10 жұмыс күні ішінде көрсетілетін қызметті алушы алымды енгізеді;") == {
        "recipient"
    }
    assert not acting_within("11 жұмыс күні ішінде көрсетілетін қызметті алушы алымды енгізеді;")


def test_who_acts_by_the_columns_of_a_table() -> None:
    table = "№ 1 2 ҚФБ атауы Уәкілетті органның кеңсе қызметкері Уәкілетті органының басшылығы Әрекеттің атауы Тіркеу "
    table += "№ 3 ҚФБ атауы Жинақтау бөлімінің инспекторы Әрекет 2-кесте. ҚФБ атауы Орталықтың инспекторы Әрекет"
    assert acting_in_columns(table) == {
        1: {"authorised-body-clerk"},
        2: {"authorised-body-head"},
        3: {"centre-accumulation-inspector"},
    }


@pytest.mark.parametrize(
    ("text", "term", "bound"),
    [
        ("жолдау – 30 (отыз) минут. Нәтижесі", Term("minutes", 30), None),
        ("30 минуттан аспайды", Term("minutes", 30), "at-most"),
        ("беру – 5 (бес) минутқа дейін.", Term("minutes", 5), "at-most"),
        ("Он жұмыс күні ішінде", Term("working-days", 10), "within"),
        ("1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты ішінде", Term("working-days", 1), "within"),
        ("Күніне екі реттен кем емес", Term("times-per-day", 2), "at-least"),
        ("жеткізу – сол жұмыс күні.", Term("within-working-day", None), "exactly"),
        ("Жұмыс күн ішінде", Term("within-working-day", None), None),
    ],
)
def test_how_a_term_is_bound(text: str, term: Term, bound: str | None) -> None:
    assert bounds_in(text, term) == (bound,)

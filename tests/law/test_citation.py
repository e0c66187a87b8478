"""Citations: every form the decrees need is read, and nothing else passes for one."""

import pytest

from eligibility.law.citation import Citation, citation_json, citations, parse_citation


@pytest.mark.parametrize(
    "cite",
    [
        Citation("4", para="4"),
        Citation("6-1", para="6-1"),
        Citation("6(1)", para="6", sub="1"),
        Citation("6(1-1)", para="6", sub="1-1"),
        Citation("6 item 2", para="6", item=2),
        Citation("6(1) item 12", para="6", sub="1", item=12),
        Citation("6(1) list 2", para="6", sub="1", list=2),
        Citation("6(1) list 2 item 3", para="6", sub="1", list=2, item=3),
        Citation("app 1", app=1),
        Citation("app 2 col 3", app=2, col=3),
        Citation("art 158", article="158"),
        Citation("art 158-1(2)", article="158-1", sub="2"),
        Citation("art 158(2) part 1 item 3", article="158", sub="2", part=1, item=3),
        Citation("6 part 2", para="6", part=2),
        Citation("part 2", part=2),
        Citation("row 8", row=8),
        Citation("row 8 item 3", row=8, item=3),
        Citation("row 8 col 2", row=8, col=2),
        Citation("8 row 8 item 3", para="8", row=8, item=3),
        Citation("app 1 row 8 item 1", app=1, row=8, item=1),
        Citation("act 3", body=True, para="3"),
        Citation("act art 3", body=True, article="3"),
        Citation("act 1(6) item 2", body=True, para="1", sub="6", item=2),
        Citation("act app 1", body=True, app=1),
    ],
    ids=lambda cite: cite.text,
)
def test_a_place_is_read_in_its_parts(cite: Citation) -> None:
    assert parse_citation(cite.text) == cite


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "six", "6.", "6()", "6(", "6)", "6(1", "6(a)", "6(1))", "(1)", "6-", "-1", "6-1-2", "6(1-)"),
        *(
            "6 item",
            "6 item two",
            "6 item -2",
            "6 item 2 list 1",
            "6 item 2 item 3",
            "6 list",
            "6 list 1 item",
            "6  item 2",
            "6 col 1",
        ),
        *(
            "6 app 1",
            "app",
            "app one",
            "app 1 col",
            "app 1 col two",
            "app 1 item 2",
            "app 1 list 1",
            "app col 1",
            "app 1 col 2 item 3",
        ),
        *(
            "art",
            "art one",
            "art app 1",
            "part",
            "part two",
            "row",
            "row 8 item",
            "row 8 list 1",
            "app 1 part 2",
            "6 row 1 part 2",
        ),
        *("act", "act ", "act six", "acts 3", "annex 4, 6(1)", "6 item ²", "٦", "6(٦)", "6 item ٢"),
    ],
)
def test_what_is_no_place_is_not_read(text: str) -> None:
    assert parse_citation(text) is None


def test_one_place_or_several() -> None:
    assert citations("4") == ("4",)
    assert citations(("8(1)", "9")) == ("8(1)", "9")


def test_json_names_the_annex_unless_the_place_is_in_the_decree_itself() -> None:
    whole = {"act": "x", "annex": 4, "para": "6", "sub": "1", "item": 3}
    assert citation_json("x", 4, "6(1) item 3") == whole
    assert citation_json("x", 4, "6(1) list 2 item 3") == whole | {"list": 2}
    assert citation_json("x", 4, "act 6(1) item 3") == whole | {"annex": None}
    nothing = {"act": "x", "annex": 4, "para": None, "sub": None, "item": None}
    assert citation_json("x", 4, "app 2 col 3") == nothing | {"appendix": 2, "column": 3}
    assert citation_json("x", 4, "app 2") == nothing | {"appendix": 2}
    assert citation_json("x", None, "art 158(2) part 1") == nothing | {"annex": None, "sub": "2", "article": "158", "part": 1}
    assert citation_json("x", 4, "row 8 item 3") == nothing | {"item": 3, "row": 8}


def test_json_without_a_place_is_of_the_act_and_its_annex() -> None:
    assert citation_json("x", 4, None) == {"act": "x", "annex": 4, "para": None, "sub": None, "item": None}


def test_json_of_what_is_no_place_is_refused() -> None:
    with pytest.raises(ValueError, match="not a citation: 'item 6'"):
        citation_json("x", 4, "item 6")

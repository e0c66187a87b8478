"""Where a rule stands, in words."""

from functools import lru_cache

from eligibility.law.citation import Citation, citations, parse_citation
from eligibility.law.vocabulary import ActKind, Cite, Home
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import LANGS, N_, Text


def cite_text(home: Home, cite: Cite) -> Text:
    """Where a rule stands in its act, as both languages' legal style names places."""
    return _cite_text(home.kind, home.annex, cite)


def cite_in_act(home: Home, cite: Cite) -> Text:
    """The same with the act named, for a line of another act than the one spoken of."""
    return joined(", ", (home.cited, cite_text(home, cite))) if cite or home.annex is not None else home.cited


@lru_cache(8192)
def _cite_text(kind: ActKind, annex: int | None, cite: Cite) -> Text:
    found = citations(cite)
    if not found:
        return in_both(N_("annex {n}"), n=annex) if annex is not None else kind.name
    first, *others = found
    return joined("; ", [_one_cite(kind, first, annex), *(_one_cite(kind, one) for one in others)])


def _one_cite(kind: ActKind, text: str, annex: int | None = None) -> Text:
    """The annex is named once; further places are in the same one."""
    cite = parse_citation(text)
    if cite is None:
        raise ValueError(f"not a citation: {text!r}")
    parts = [kind.name] if cite.body else [in_both(N_("annex {n}"), n=annex)] if annex is not None else []
    return joined(", ", [*parts, *_within(kind, cite)])


def _within(kind: ActKind, cite: Citation) -> list[Text]:
    named = (
        (in_both(N_("article {n}"), n=cite.article), cite.article),
        (in_both(N_("paragraph {n}"), n=cite.para), cite.para),
        (in_both(N_("subparagraph {n})"), n=cite.sub), cite.sub),
        (in_both(N_("part {n}"), n=cite.part), cite.part),
        (in_both(N_("list {n}"), n=cite.list), cite.list),
        (_appendix(kind, cite.app), cite.app),
        (in_both(N_("row {n}"), n=cite.row), cite.row),
        (in_both(N_("column {n}"), n=cite.col), cite.col),
        (in_both(N_("subparagraph {n})") if cite.row else N_("line {n}"), n=cite.item), cite.item),
    )
    return [text for text, number in named if number is not None]


def _appendix(kind: ActKind, number: int | None) -> Text:
    return Text(*(kind.appendix[lang].replace("{n}", str(number)) for lang in LANGS))

"""Where a rule stands, in words."""

from functools import cache

from eligibility.law.citation import citations, parse_citation
from eligibility.law.vocabulary import Cite
from eligibility.words.catalogue import in_both
from eligibility.words.joining import joined
from eligibility.words.text import N_, Text


@cache
def cite_text(annex: int, cite: Cite) -> Text:
    """Where a rule stands, as both languages' legal style names places."""
    first, *others = citations(cite)
    return joined("; ", [_one_cite(first, annex), *(_one_cite(one) for one in others)])


def _one_cite(text: str, annex: int | None = None) -> Text:
    """The annex is named once; further places are in the same one."""
    cite = parse_citation(text)
    if cite is None:
        raise ValueError(f"not a citation: {text!r}")
    if cite.body:
        parts = [in_both(N_("the decree"))]
    else:
        parts = [in_both(N_("annex {n}"), n=annex)] if annex is not None else []
    for message, number in (
        (N_("paragraph {n}"), cite.para),
        (N_("subparagraph {n})"), cite.sub),
        (N_("list {n}"), cite.list),
        (N_("line {n}"), cite.item),
        (N_("appendix {n} to the regulation"), cite.app),
        (N_("column {n}"), cite.col),
    ):
        if number is not None:
            parts.append(in_both(message, n=number))
    return joined(", ", parts)

"""Of the total terms that one edition states no two hold for the same case, unless a flag says that the text has it so."""

from collections.abc import Iterator

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.rulefiles.loading import Sources


def check_terms(sources: Sources) -> Iterator[Diagnostic]:
    for key, file in sources.editions.items():
        if sources.is_elsewhere(key.act):
            continue
        first: set[str | None] = set()
        for at, term in enumerate(file.data.get("stated_terms", ())):
            if term.get("when") is not None or term.get("flags"):
                continue
            event = term.get("from")
            if event in first:
                yield Diagnostic("terms-compete", file.place(("stated_terms", at)))
            first.add(event)

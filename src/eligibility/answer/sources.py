"""Where a thing is known from that no text at hand holds, in words."""

from eligibility.law.vocabulary import Confidence, Known
from eligibility.words.catalogue import in_both
from eligibility.words.text import N_, Text

CONFIDENCE: dict[Confidence, str] = {
    "official": N_("seen on a page of a state body"),
    "secondary": N_("seen elsewhere than on a page of a state body"),
    "inferred": N_("inferred, not seen"),
}


def source_text(known: Known) -> Text:
    """«Source: …; as of …; seen on an official page.»"""
    confidence = in_both(CONFIDENCE[known.confidence])
    return in_both(
        N_("Source: {source}; {as_of}; {confidence}."), source=known.source, as_of=known.as_of, confidence=confidence
    )

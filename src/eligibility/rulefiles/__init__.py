"""Rule files made into a pack, and everything that can be wrong with them."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.rulefiles.editor_schema import json_schema as json_schema
    from eligibility.rulefiles.loading import Sources as Sources
    from eligibility.rulefiles.loading import build as build
    from eligibility.rulefiles.loading import read_sources as read_sources
    from eligibility.rulefiles.shipped import shipped_pack as shipped_pack
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "editor_schema": "json_schema",
            "loading": "Sources build read_sources",
            "shipped": "shipped_pack",
        },
    )

"""Compiles the rules and the message catalogues when the package is built, so that a cold command parses neither."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from eligibility.files import resource
        from eligibility.rulefiles.shipped import compile_pack
        from eligibility.words.catalogue import DOMAIN, LOCALES, compile_catalogue
        from eligibility.words.text import LANGS

        compile_pack(resource("rules"))
        for lang in LANGS:
            compiled = LOCALES / lang / "LC_MESSAGES" / f"{DOMAIN}.mo"
            compile_catalogue(resource("locales") / lang / "LC_MESSAGES" / f"{DOMAIN}.po", compiled)

"""Sign-offs: each is of an act of the pack, and that act is still what was signed."""

import re
from collections.abc import Iterator, Mapping

from eligibility.diagnostics.diagnostic import Diagnostic
from eligibility.law.pack import Pack
from eligibility.plain.records import revive
from eligibility.rulefiles.lint.defined import defined
from eligibility.rulefiles.loading import Sources
from eligibility.rulefiles.signoffs import Signed, SignOff, changed

_CHANGED: Mapping[Signed, str] = {"rules": "signed-rules-changed", "words": "signed-words-changed"}
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def check_signatures(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    for stem, file in sources.signoffs.items():
        act = file.data["act"]
        yield from defined("undefined-act", act, pack.acts, file.place(("act",)))
        if stem != act:
            yield Diagnostic("signoff-name", file.place(("act",)), name=act)
        for key in ("rules", "words"):
            if not _DIGEST.fullmatch(file.data[key]):
                yield Diagnostic("signoff-digest", file.place((key,)), key=key, act=act)


def check_signed(sources: Sources, pack: Pack) -> Iterator[Diagnostic]:
    """Runs on packs in which nothing is wrong."""
    for file in sources.signoffs.values():
        signoff = revive(SignOff, file.data)
        if part := changed(pack, signoff):
            values = {"act": signoff.act, "name": signoff.name, "day": signoff.on.isoformat()}
            yield Diagnostic(_CHANGED[part], file.place((part,)), **values)

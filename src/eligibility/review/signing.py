"""Signing an act: what a lawyer's name is put under, the file that says so, and how many acts of a pack are signed."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from eligibility.diagnostics.meant import misspelt
from eligibility.diagnostics.refusal import refused
from eligibility.files import checkout, write_whole
from eligibility.law.pack import EditionKey, Pack
from eligibility.rulefiles.folders import SHIPPED, Rules, folders_of
from eligibility.rulefiles.signoffs import SIGNOFFS, Digests, Signed, SignOff, changed, digests, editions_of, signoffs_in


class ToSign(NamedTuple):
    """An act as the rules hold it, and who signed it before."""

    act: str
    editions: tuple[EditionKey, ...]
    digests: Digests
    path: Path
    """of the file that will say so"""
    before: SignOff | None = None
    since: Signed | None = None
    """what has changed since then"""

    def signed(self, name: str, on: date) -> SignOff:
        """Refuses a day to come and a name that says nothing."""
        name = " ".join(name.split())
        if not (name and name.isprintable()):
            raise refused("signer-missing", "--name")
        if on > date.today():
            raise refused("signed-ahead", "--on", day=on.isoformat())
        return SignOff(self.act, self.digests.rules, self.digests.words, name, on)


def to_sign(pack: Pack, rules: Sequence[str], act: str, force: bool = False) -> ToSign:
    """Refuses an act that is signed as it is, unless it is to be signed in the place of that signature."""
    if act not in pack.acts:
        raise refused("unknown-act", "ACT", **misspelt(act, pack.acts))
    before = next((one for one in signoffs_in(rules).values() if one.act == act), None)
    since = changed(pack, before) if before else None
    if before and since is None and not force:
        raise refused("signed-already", "", name=before.name, act=act, day=before.on.isoformat())
    return ToSign(act, editions_of(pack, act), digests(pack, act), _path(rules, act), before, since)


def _path(rules: Sequence[str], act: str) -> Path:
    """Where a signature of the act stands already, else in the uppermost folder."""
    files = [(name, folder.path / SIGNOFFS / f"{act}.yaml") for name, folder in zip(rules, folders_of(rules), strict=True)]
    name, path = next((one for one in files if one[1].is_file()), files[-1])
    if name == SHIPPED and checkout() is None:
        raise refused("signing-shipped", "--rules")
    return path


def sign(path: Path, signoff: SignOff) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, written(signoff).encode())
    except OSError:
        raise refused("not-written", str(path)) from None


def written(signoff: SignOff) -> str:
    """As a file: YAML reads a text of JSON as it is."""
    act, name = (json.dumps(text, ensure_ascii=False) for text in (signoff.act, signoff.name))
    return f"act: {act}\nrules: {signoff.rules}\nwords: {signoff.words}\nname: {name}\non: {signoff.on}\n"


class SignedShare(NamedTuple):
    """Of the acts of a pack, those held in text and the others alike."""

    acts: int
    signed: int
    """and still what was signed"""
    changed: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return self.signed * 100 // self.acts if self.acts else 0


def signed_share(pack: Pack, rules: Rules) -> SignedShare:
    found = [changed(pack, one) for one in signoffs_in(rules).values()]
    return SignedShare(len(pack.acts), found.count(None), len(found) - found.count(None))

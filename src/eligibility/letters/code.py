"""A letter's code: the short one people read out, and the full one, which holds what the decision was made from.

The full code is no signature. Its check characters find misreadings; anybody can make a code of a case of their own.
"""

import hashlib
import json
import re
import zlib
from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from typing import Any, NamedTuple

from eligibility.answer.contract_parts import Json
from eligibility.diagnostics.refusal import refused
from eligibility.law.pack import Pack
from eligibility.letters.content import Code
from eligibility.letters.decision_view import OnPaper
from eligibility.letters.kinds import Basis
from eligibility.letters.statement import Statement
from eligibility.plain.canonical import PREFIX, canonical
from eligibility.plain.records import plain
from eligibility.reasoning.case import Case, Presented

VERSION = "EL1"
WORDS = (
    b'"missing":["ground":["term":["accepted_on":"20"region":"'
    b'"instead_of":"expired_on":"state":"damaged","expired","name-differs","iin-differs","outdated-form",'
    b'"form":"original","copy","both","electronic","document":"'
    b'["slip","extension","refusal","refuse-acceptance","notice","acceptance","talon","checklist","both","ru","kk",'
    b'{"act":"","facts":{"none",:true,:false},"on":"201","service":"","submitted":[""]},{"number":"},false,"'
)
"""what codes of this version repeat, so that the square need not hold it; a change of it is a new version"""
MAX_CODE = 400_000
MAX_PLAIN = 250_000
"""bytes of the longest case and statement there can be, and characters of its code"""
MAX_QR = 1_800
"""characters a printed square can hold and still be read; of a longer code it shows the short one"""
RAW = -15
"""deflate alone: the code has check characters of its own"""
CHECK = 8
SHORT = 10

_CODE = "CODE"
"""the place of a mistake in a code: the argument that gives it"""


class Payload(NamedTuple):
    kind: str
    lang: str
    case: Json
    """the deciding part of a case: never the person"""
    statement: Json
    as_if_in_force: bool
    rules: str
    prints: str


def payload(told: OnPaper, basis: Basis, statement: Statement, lang: str) -> Payload:
    decision = told.answer.decision
    return Payload(
        basis.kind,
        lang,
        deciding(decision.case, decision.act_id),
        statement.plain(),
        decision.as_if_in_force,
        rules_sign(told.answer.pack),
        told.fingerprints,
    )


def rules_sign(pack: Pack) -> str:
    """The beginning of the hash of the rules: enough to see that they are others."""
    return pack.digest.removeprefix(PREFIX)[:12]


def deciding(case: Case, act: str) -> Json:
    found: Json = {"service": case.service, "act": act, "on": case.on.isoformat(), "facts": plain(dict(case.facts))}
    if case.submitted is not None:
        found["submitted"] = [_presented(one) for one in case.submitted]
    if case.events:
        found["events"] = {id: day.isoformat() for id, day in case.events.items()}
    return found


def _presented(one: Presented) -> str | Json:
    more = {
        "form": one.form,
        "state": None if one.state == "readable" else one.state,
        "expired_on": one.expired_on.isoformat() if one.expired_on else None,
        "instead_of": one.instead_of,
        "copies": one.copies,
        "issued_on": one.issued_on.isoformat() if one.issued_on else None,
    }
    said = {key: value for key, value in more.items() if value is not None}
    return {"document": one.document, **said} if said else one.document


def letter_code(found: Payload, with_case: bool) -> Code:
    """The receipt of a letter with this payload; its label is left to the template."""
    content = canonical(found)
    if len(content) > MAX_PLAIN:
        raise refused("statement-too-large", _CODE, limit=MAX_PLAIN)
    short = b32encode(hashlib.sha256(content).digest()).decode()[:SHORT]
    half = SHORT // 2
    return Code("", f"{short[:half]}-{short[half:]}", _packed(content) if with_case else "")


def _packed(content: bytes) -> str:
    packing = zlib.compressobj(9, zlib.DEFLATED, RAW, zdict=WORDS)
    body = b32encode(packing.compress(content) + packing.flush()).decode().rstrip("=")
    return f"{VERSION}.{body}.{_check(body)}"


def _check(body: str) -> str:
    return b32encode(hashlib.sha256(f"{VERSION}.{body}".encode()).digest()).decode()[:CHECK]


def read_code(text: str) -> Payload:
    """What a full code holds; refuses one that is damaged, too long or of another version."""
    code = "".join(text.split())
    if len(code) > MAX_CODE:
        raise refused("code-too-large", _CODE, limit=MAX_CODE)
    if re.fullmatch(r"(?:EL1-)?[A-Z2-7]{5}-[A-Z2-7]{5}", code.upper()):
        raise refused("code-short", _CODE)
    version, _, rest = code.upper().partition(".")
    body, _, check = rest.partition(".")
    if version != VERSION:
        raise refused("code-unknown", _CODE, version=VERSION)
    if not body or check != _check(body):
        raise refused("code-damaged", _CODE)
    try:
        packed = b32decode(body + "=" * (-len(body) % 8))
        unpacking = zlib.decompressobj(RAW, WORDS)
        content = unpacking.decompress(packed, MAX_PLAIN)
        if not unpacking.eof:
            raise refused("code-damaged", _CODE)
        data = json.loads(content)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()  # what cannot be told again is no case either
        return _payload(data)
    except (NotBase32, zlib.error, ValueError, RecursionError):
        raise refused("code-damaged", _CODE) from None


def _payload(data: Any) -> Payload:
    if not isinstance(data, list) or len(data) != len(Payload._fields):
        raise refused("code-damaged", _CODE)
    found = Payload(*data)
    kinds = (str, str, dict, dict, bool, str, str)
    if not all(isinstance(value, kind) for value, kind in zip(found, kinds, strict=True)):
        raise refused("code-damaged", _CODE)
    return found

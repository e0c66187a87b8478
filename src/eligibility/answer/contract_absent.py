"""The JSON contract of an answer without an edition: the same keys, and nothing decided."""

from datetime import datetime

from eligibility.answer.absent import NoEdition
from eligibility.answer.contract import CONTRACT, SILENCE
from eligibility.answer.contract_parts import Json, text_json
from eligibility.answer.contract_today import region_json, today_json
from eligibility.answer.provenance import receipt_of


def absent_data(absent: NoEdition, at: datetime | None = None) -> Json:
    return {
        "contract": CONTRACT,
        "service": absent.case.service,
        "service_name": text_json(absent.title),
        "for": "citizen",
        "edition": None,
        "reason": text_json(absent.reason),
        "region": region_json(absent.region),
        "today": today_json(absent.today),
        **SILENCE,
        "receipt": receipt_of(absent.case, absent.engine, absent.pack.digest, at),
    }

"""The whole answer for a case: the contract, sentences and pictures made of a decision."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.answer.contract import decision_json as decision_json
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "contract": "decision_json",
        },
    )

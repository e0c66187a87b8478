"""The sections of an edition as an author begins them: each with an example, in the order of the text."""

from collections.abc import Mapping

SECTIONS_BEGUN: Mapping[str, str] = {
    "title": 'title: {text: {kk: …, ru: …}, cite: "1"}',
    "holds": "holds: [requirements, steps]",
    "form": 'form:\n  - {form: paper, cite: "2"}',
    "requests": 'requests:\n  - {request: assignment, cite: "3"}',
    "applicants": 'applicants:\n  - {filed_by: self, cite: "5"}',
    "for_whom": 'for_whom: {when: disabled, text: {kk: …, ru: …}, cite: "1"}',
    "channels": 'channels:\n  - {channel: provider-office, cite: "1"}',
    "fee": 'fee:\n  - {fee: free, cite: "3"}',
    "results": 'results:\n  - {outcome: notification, text: {kk: …, ru: …}, cite: "3"}',
    "receipts": 'receipts:\n  - {receipt: talon, shows: [registration-date], cite: "6(2)"}',
    "documents_from": 'documents_from:\n  - {act: order-1-2020, para: "9", cite: "5"}',
    "comparison": 'comparison: {cite: "6(1)"}',
    "requirements": 'requirements:\n  - {document: application, form: original, cite: "6(1) item 1"}',
    "no_papers": 'no_papers: {cite: "6(1)"}',
    "refuse_to_accept": (
        'refuse_to_accept:\n  - {id: incomplete-set, text: {kk: …, ru: …}, when: file_incomplete, cite: "6(1)"}'
    ),
    "refuse_to_accept_unsaid": 'refuse_to_accept_unsaid:\n  - {when: channel == provider-office, cite: "6(1)"}',
    "refuse_service": 'refuse_service:\n  - {id: unreliable-data, text: {kk: …, ru: …}, when: data_unreliable, cite: "6(4)"}',
    "appeal": 'appeal:\n  - {to: {kk: …, ru: …}, within: {value: 3, unit: months}, cite: "10"}',
    "pauses": (
        "pauses:\n"
        '  - {pause: extension, text: {kk: …, ru: …}, duration: {value: 1, unit: months, bound: at-most}, cite: "6(4)"}'
    ),
    "stated_terms": ('stated_terms:\n  - {text: {kk: …, ru: …}, duration: {value: 10, unit: working-days}, cite: "7"}'),
    "terms_from": 'terms_from:\n  - {act: order-1-2020, para: "4", cite: "5"}',
    "hours": 'hours:\n  - {text: {kk: …, ru: …}, cite: "9"}',
    "steps": (
        "steps:\n"
        "  - step: 1\n"
        "    actor: office-clerk\n"
        "    action: {kk: …, ru: …}\n"
        "    duration: {value: 30, unit: minutes, bound: at-most}\n"
        '    cite: "6(2)"'
    ),
    "flags": (
        'flags:\n  - {id: item-3-unclear, kind: silent, for: citizen, leaves: whether, text: {kk: …, ru: …}, cite: "6(1)"}'
    ),
}
"""by their keys; `holds` only of an act whose text is at hand in part, `no_papers` only beside `requirements: none`"""


def begun() -> str:
    """All of them, behind the sign of a comment."""
    lines = ("\n".join(SECTIONS_BEGUN.values())).split("\n")
    return "".join(f"# {line}\n" for line in lines)

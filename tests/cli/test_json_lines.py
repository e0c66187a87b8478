"""`check --json-lines`: a case a line in, an answer a line out, in order, whatever stands between the good ones."""

import json
import os
import subprocess
from typing import Any

import pytest

from eligibility.cli.input import MAX_BYTES
from eligibility.engine import Engine
from tests.cli.running import PROGRAM, Plain, process, typed

GOOD: Plain = {"service": "wheelchairs", "act": "kyzylorda-2015-118", "on": "2016-03-01"}
LINE = json.dumps(GOOD)


def answers(*lines: str | bytes, end: bytes = b"\n", code: int = 0) -> list[Any]:
    content = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines) + end
    done = typed("check", "--json-lines", "--engine", "direct", given=content)
    assert (done.code, done.err) == (code, "")
    assert done.out.endswith("\n") or not done.out
    return [json.loads(line) for line in done.out.splitlines()]


def kind(answer: Any) -> tuple[int, str] | str:
    """The service decided, or the number of the line with its first mistake."""
    if "errors" in answer:
        return answer["line"], answer["errors"][0]["code"]
    return str(answer["edition"]["service"])


def test_good_lines() -> None:
    assert [kind(one) for one in answers(LINE, LINE)] == ["wheelchairs", "wheelchairs"]


def test_bad_lines_tell_their_mistakes_and_the_rest_goes_on() -> None:
    found = answers(
        LINE,
        "{bad",
        "[]",
        json.dumps({**GOOD, "facts": {"age": 200}}),
        LINE,
        b'{"service": "\xff"}',
        "[" * 100_000,
        '{"on": 1, "on": 2}',
        '{"facts": {"age": NaN}}',
        json.dumps({**GOOD, "service": "x"}),
        LINE,
        code=1,
    )
    assert [kind(one) for one in found] == [
        "wheelchairs",
        (2, "json-syntax"),
        (3, "not-a-case"),
        (4, "out-of-range"),
        "wheelchairs",
        (6, "not-utf8"),
        (7, "too-deep"),
        (8, "duplicate-key"),
        (9, "too-deep"),
        (10, "unknown-service"),
        "wheelchairs",
    ]
    assert found[1]["errors"][0]["where"] == "-:2:1:2"
    assert found[3]["errors"][0]["where"] == "facts.age"


def test_the_last_line_needs_no_end() -> None:
    assert [kind(one) for one in answers(LINE, LINE, end=b"")] == ["wheelchairs", "wheelchairs"]
    assert [kind(one) for one in answers(LINE, "{", end=b"", code=1)] == ["wheelchairs", (2, "json-syntax")]


def test_empty_lines_are_passed_over_and_counted() -> None:
    assert [kind(one) for one in answers("", LINE, "   ", "\t", "{", "", code=1)] == ["wheelchairs", (5, "json-syntax")]


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_nothing_in_nothing_out(content: str) -> None:
    assert answers(content, end=b"") == []


def test_lines_end_as_windows_ends_them() -> None:
    assert [kind(one) for one in answers(LINE, LINE, end=b"\r\n")] == ["wheelchairs", "wheelchairs"]
    assert [kind(one) for one in answers(b"\xef\xbb\xbf" + LINE.encode())] == ["wheelchairs"]


@pytest.mark.parametrize("more", [1, MAX_BYTES, 3 * MAX_BYTES])
def test_an_overlong_line_is_one_mistake(more: int) -> None:
    long = json.dumps({**GOOD, "person": {"address": "х" * (MAX_BYTES + more)}}, ensure_ascii=False)
    assert [kind(one) for one in answers(LINE, long, LINE, code=1)] == ["wheelchairs", (2, "too-large"), "wheelchairs"]
    assert [kind(one) for one in answers(long, end=b"", code=1)] == [(1, "too-large")]


def test_a_line_as_long_as_may_be() -> None:
    padded = LINE.ljust(MAX_BYTES)
    assert [kind(one) for one in answers(padded, LINE)] == ["wheelchairs", "wheelchairs"]


def test_a_thousand_lines_keep_their_order() -> None:
    held = sorted(Engine.shipped("direct").pack.held())
    wanted: list[tuple[int, str] | str] = []
    lines = []
    for at in range(1000):
        key = held[at % len(held)]
        bad = at % 7 == 3
        lines.append("{" if bad else json.dumps({"service": key.service, "act": key.act, "on": "2026-01-05"}))
        wanted.append((at + 1, "json-syntax") if bad else key.service)
    assert [kind(one) for one in answers(*lines, code=1)] == wanted


def test_each_answer_is_the_one_the_case_gets_alone() -> None:
    cases = [{**GOOD, "submitted": ["ipr"]}, {**GOOD, "on": "2026-01-05"}, {**GOOD, "facts": {"disability": "group-1"}}]
    found = answers(*(json.dumps(case) for case in cases))
    for case, answer in zip(cases, found, strict=True):
        alone = typed("check", "-", "--json", "--engine", "direct", given=json.dumps(case)).json
        assert {**answer, "receipt": {**answer["receipt"], "decided_at": ""}} == {
            **alone,
            "receipt": {**alone["receipt"], "decided_at": ""},
        }


def test_an_answer_comes_before_the_next_question() -> None:
    """A program that talks with the command line by line is not kept waiting."""
    command = [*PROGRAM, "check", "--json-lines"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ)) as talking:
        assert talking.stdin
        assert talking.stdout
        for line in (LINE, "{", LINE):
            talking.stdin.write(line.encode() + b"\n")
            talking.stdin.flush()
            json.loads(talking.stdout.readline())
        talking.stdin.close()
        assert talking.wait(30) == 1


def test_whoever_stops_reading_is_no_mistake() -> None:
    shell = (
        'set -o pipefail; (for i in $(seq 400); do echo \'{}\'; done) 2>/dev/null | "$0" "$@" | head -1; exit ${PIPESTATUS[1]}'
    )
    done = process("check", "--json-lines", program=["bash", "-c", shell, *PROGRAM])
    assert (done.code, done.err) == (0, "")

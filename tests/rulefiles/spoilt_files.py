"""Rule files spoilt at random: by lines, tokens and bytes, and by putting any data in the place of any other."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from eligibility.files import resource
from eligibility.plain.yamlfile import read_yaml
from tests.broken.broken_examples import BASE

__all__ = ["BASE_FILES", "REAL_FILES", "RULES", "accidents", "after", "anything", "files_with_other_data"]

Draw = Callable[..., Any]

BASE_FILES = {path.relative_to(BASE).as_posix(): path for path in sorted(BASE.rglob("*.yaml"))}
RULES = resource("rules")
REAL_FILES = {path.relative_to(RULES).as_posix(): path for path in sorted(RULES.rglob("*.yaml"))}

TOKENS = [
    *b"yes|null|~|true|0|-1|12345678901234567890|9999-12-31|2018-02-30|\"4\"|''|[]|{}|# |'|\"".split(b"|"),
    *b"when: |age|disability|and|not |in [| == |file_incomplete|(|)|cite: |kk: |any_of: |act: |unit: ".split(b"|"),
    *"&a |*a|!!binary |!x |<<: |? |- |: |---\n|...\n|%YAML 9.9\n|>-\n|\n|\r|\t|\x00|\x07|\ufeff|\u2028".encode().split(b"|"),
    *(b"|\n", b"\x85", b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80"),
    *(b"[" * 60, b"- " * 60, b"[" * 100_000, b"{a: " * 3_000, b"x" * 30_000, b"not " * 60, b"(" * 60, b"a or " * 300),
]
"""what is put into files: the traps of YAML, of the condition language and of encodings"""


Accident = Callable[[bytes], bytes]


def accidents() -> st.SearchStrategy[list[Accident]]:
    """A few accidents that may happen to a file."""
    share = st.floats(0, 1, exclude_max=True)
    accident = st.one_of(
        st.builds(_lines, share, share, st.sampled_from(["delete", "duplicate", "move", "indent", "dedent"])),
        st.builds(_put, share, st.sampled_from(TOKENS) | st.binary(min_size=1, max_size=6), st.integers(0, 12)),
        st.builds(_words, share, share),
    )
    return st.lists(accident, min_size=1, max_size=4)


def after(content: bytes, happened: list[Accident]) -> bytes:
    for accident in happened:
        content = accident(content)
    return content


def _lines(one: float, other: float, what: str) -> Accident:
    def accident(content: bytes) -> bytes:
        lines = content.split(b"\n")
        at, to = int(one * len(lines)), int(other * len(lines))
        line = lines[at]
        match what:
            case "delete":
                del lines[at]
            case "duplicate":
                lines.insert(to, line)
            case "move":
                lines.insert(to, lines.pop(at))
            case "indent":
                lines[at] = b"  " + line
            case _:
                lines[at] = line.lstrip()
        return b"\n".join(lines)

    return accident


def _put(where: float, token: bytes, over: int) -> Accident:
    """A token over some bytes, or between them."""

    def accident(content: bytes) -> bytes:
        at = int(where * len(content))
        return content[:at] + token + content[at + over :]

    return accident


def _words(one: float, other: float) -> Accident:
    """A word of the file in the place of another."""

    def accident(content: bytes) -> bytes:
        words = content.split(b" ")
        words[int(one * len(words))] = words[int(other * len(words))]
        return b" ".join(words)

    return accident


def anything() -> st.SearchStrategy[Any]:
    """Any data a JSON file can hold, with the words that mean something to a rule among it."""
    words = [
        "",
        "age",
        "child",
        "application",
        "town-2018-1",
        "1",
        "act 1",
        "2018-01-10",
        "9999-12-31",
        "age < 18",
        "not ",
        "bool",
    ]
    scalars = st.none() | st.booleans() | st.integers(-(10**25), 10**25) | st.sampled_from(words) | st.text(max_size=12)
    keys = st.sampled_from(["kk", "ru", "when", "document", "cite", "value", "unit", "says"]) | st.text(max_size=5)
    return st.recursive(
        scalars, lambda below: st.lists(below, max_size=3) | st.dictionaries(keys, below, max_size=3), max_leaves=6
    )


@st.composite
def files_with_other_data(draw: Draw, path: Path) -> bytes:
    """The file with other data at one or two of its places; JSON is YAML too."""
    data = {"": read_yaml(path.name, path.read_bytes()).data}
    for _ in range(draw(st.integers(1, 2))):
        holder, key = draw(st.sampled_from(list(_places(data))))
        if draw(st.booleans()) or isinstance(holder, list):
            holder[key] = draw(anything())
        else:
            holder[draw(st.text(max_size=4))] = holder.pop(key)
    [content] = data.values()
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(data, (dict, list)):
        for key in [*(data if isinstance(data, dict) else range(len(data)))]:
            yield data, key
            yield from _places(data[key])

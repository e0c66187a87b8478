"""Where a browser might keep something of what was said, and how it would be written there."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

from playwright.sync_api import BrowserContext


def written(text: str) -> Iterator[bytes]:
    """As it would stand in a file, an address or a form."""
    yield text.encode()
    yield text.encode("utf-16-le")
    yield quote(text).encode()
    yield quote_plus(text).encode()
    yield quote(text).lower().encode()


def found_in(content: bytes, said: Iterable[str]) -> set[str]:
    return {one for one in said if any(form in content for form in written(one))}


def kept_in(folder: Path, said: Iterable[str]) -> dict[str, set[str]]:
    """By the files of a folder what is in them or in their names."""
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*"):
        content = str(path.relative_to(folder)).encode()
        if path.is_file() and not path.is_symlink():
            content += path.read_bytes()
        if some := found_in(content, said):
            found[str(path.relative_to(folder))] = some
    return found


def kept_by(context: BrowserContext) -> list[object]:
    """Whatever a page of any site can have the browser keep, but for sessions; nothing at all is expected."""
    state = context.storage_state(indexed_db=True)
    return [*state.get("cookies", []), *state.get("origins", [])]

"""Takes the messages of the sources into locales/, or with --check says what is missing, stale or unfinished there."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGS = ("kk", "ru")
KEYWORDS = {"N_": None, "NN_": (1, 2), "say": None, "say_other": None, "in_both": None}
SAYING = {
    "src": [("**.py", "python")],
    "templates/review": [("**.j2", "jinja2")],
    "templates/web": [("**.j2", "jinja2")],
}
"""folders whose files say messages, and how each file is read"""


def extracted() -> Catalog:
    found = Catalog(project="eligibility", charset="utf-8")
    for folder, methods in SAYING.items():
        for file, line, message, comments, _ in extract_from_dir(
            ROOT / folder, methods, keywords=KEYWORDS, strip_comment_tags=True
        ):
            found.add(message, locations=[(f"{folder}/{file}", line)], auto_comments=comments)
    return found


def path_of(lang: str) -> Path:
    return ROOT / "locales" / lang / "LC_MESSAGES" / "eligibility.po"


def read(lang: str) -> Catalog:
    with path_of(lang).open("rb") as file:
        return read_po(file, locale=lang)


def update(template: Catalog) -> None:
    for lang in LANGS:
        catalogue = read(lang) if path_of(lang).is_file() else Catalog(locale=lang, charset="utf-8", project="eligibility")
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        written = BytesIO()
        write_po(written, catalogue, width=120, sort_output=True, omit_header=False, include_lineno=False)
        path_of(lang).parent.mkdir(parents=True, exist_ok=True)
        path_of(lang).write_bytes(written.getvalue())


def problems(template: Catalog) -> list[str]:
    found = []
    for lang in LANGS:
        catalogue = read(lang)
        wanted = {message.id for message in template if message.id}
        held = {message.id for message in catalogue if message.id}
        found += [f"{lang}: no entry for {id!r}" for id in sorted(map(str, wanted - held))]
        found += [f"{lang}: no source says {id!r}" for id in sorted(map(str, held - wanted))]
        for message in catalogue:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and (message.fuzzy or not all(strings)):
                found.append(f"{lang}: {message.id!r} is not translated")
            found += [f"{lang}: {message.id!r}: {error}" for error in message.check(catalogue)]
    return found


def main() -> None:
    template = extracted()
    if "--check" not in sys.argv:
        update(template)
        return
    found = problems(template)
    print("\n".join(found) or f"{len(template)} messages, complete in {', '.join(LANGS)}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

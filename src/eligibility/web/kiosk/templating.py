"""Pages from `templates/web/`: everything said is escaped, and nothing is said that is not in both languages."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eligibility.files import resource
from eligibility.web.kiosk.assets import Assets, assets_in
from eligibility.web.settings import WARNING
from eligibility.words.catalogue import catalogue, fill
from eligibility.words.text import LANGS, Lang

FOLDER = "web"


@cache
def assets() -> Assets:
    return assets_in(resource("templates") / FOLDER / "assets")


def rendered(template: str, lang: Lang, values: Mapping[str, Any]) -> str:
    other = next(one for one in LANGS if one != lang)
    words = {"say": _sayer(lang), "say_other": _sayer(other)}
    page = _environment().get_template(f"{template}.html.j2")
    return page.render(values, **words, lang=lang, other=other, assets=assets().named, warning=WARNING)


def _sayer(lang: Lang) -> Callable[..., str]:
    return lambda message, **values: fill(lang, message, values) if values else catalogue(lang)(message)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resource("templates") / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

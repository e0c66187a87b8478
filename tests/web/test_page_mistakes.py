"""A mistake on a page is told in whole sentences, with what to do about it."""

import re
from urllib.parse import quote

import pytest

from eligibility.engine import Engine
from eligibility.web import http_app
from eligibility.web.settings import Settings
from eligibility.words.text import LANGS, Lang
from tests.web.client import get, post

APP = http_app(Engine.shipped("direct"), Settings(rate=1_000_000))
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("lang", LANGS)
def test_a_phrase_too_long_is_told_and_what_to_write_instead(lang: Lang) -> None:
    seal = re.findall(r'name="seal" value="([^"]+)"', get(APP, f"/{lang}/").text)[0]
    body = f"seal={quote(seal)}&do=find&phrase={quote('я' * 300)}"
    found = post(APP, f"/{lang}/", body.encode(), content_type=FORM)
    told = re.findall(r'role="alert">\s*<p>(.*?)</p>', found.text)
    assert found.status == 422
    assert len(told) == 1
    first, then = re.findall(r"[^.]+\.", told[0])
    assert "200" in first
    assert first[0].isupper()
    assert then.strip()[0].isupper()

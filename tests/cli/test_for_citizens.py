"""What a citizen's screen holds: of every edition at hand, and of every service on a day of today, in both languages."""

import json
import re
from datetime import timedelta
from functools import cache
from itertools import islice, product

import pytest

from eligibility.answer.remarks import MOST
from eligibility.law.pack import EditionKey
from eligibility.rulefiles.lint.citizen_flags import MOST_WORDS, words_in
from eligibility.rulefiles.shipped import shipped_pack
from eligibility.words.text import LANGS, Lang
from tests.cli.running import typed
from tests.reasoning.shipped_editions import combinations, plan_of

PACK = shipped_pack()
HELD = sorted(key for key in PACK.held() if PACK.acts[key.act].text != "elsewhere")
TODAY, REGION = "2026-12-01", "turkistan-region"
NOT_TO_CITIZENS = re.compile(r"көрсетілетін қызметті алушы|услугополучател|[Рр]едакци|eligibility |--")
NOTE = {"kk": "Назар аударыңыз", "ru": "Обратите внимание"}
USUAL, LONGEST = 40, 70
MANY = 500

of_every_edition = pytest.mark.parametrize(("key", "lang"), [*product(HELD, LANGS)], ids=str)


@cache
def screen(key: EditionKey, lang: Lang) -> str:
    """Of somebody who has answered nothing yet: the longest there is."""
    day = PACK.acts[key.act].adopted + timedelta(days=150)
    case = {"service": key.service, "act": key.act, "on": day.isoformat(), "filing_for": "self", "facts": {}}
    done = typed("check", "-", "--as-if-in-force", given=json.dumps(case), lang=lang)
    assert (done.code, done.err) == (0, "")
    return done.out


@of_every_edition
def test_no_word_of_the_trade(key: EditionKey, lang: Lang) -> None:
    assert not NOT_TO_CITIZENS.findall(screen(key, lang))


@of_every_edition
def test_few_general_remarks_each_short(key: EditionKey, lang: Lang) -> None:
    general = screen(key, lang).partition(f"\n{NOTE[lang]}\n")[2]
    assert len(re.findall(r"^ • ", general, re.MULTILINE)) <= MOST
    for flag in PACK.edition(*key).flags:  # type: ignore[union-attr]
        if flag.for_ == "citizen":
            assert flag.do
            assert words_in(flag.do[lang]) <= MOST_WORDS


def test_general_remarks_stand_under_their_heading() -> None:
    """Or the test above counts none."""
    for lang in LANGS:
        assert any(f"\n{NOTE[lang]}\n" in screen(key, lang) for key in HELD)


@of_every_edition
def test_no_remark_for_lawyers_or_clerks(key: EditionKey, lang: Lang) -> None:
    told = " ".join(screen(key, lang).split())
    for flag in PACK.edition(*key).flags:  # type: ignore[union-attr]
        if flag.for_ != "citizen":
            assert " ".join(flag.text[lang].split()).removesuffix(".") not in told


@pytest.mark.parametrize("lang", LANGS)
def test_a_usual_case_is_read_without_scrolling_twice_and_the_longest_can_be_scrolled_through(lang: Lang) -> None:
    """A terminal of 80 columns has 24 rows. Of every edition somebody who has answered all that it asks."""
    lengths = sorted(len(answered(key, lang).splitlines()) for key in HELD)
    assert lengths[len(lengths) // 2] <= USUAL
    assert lengths[-1] <= LONGEST


def answered(key: EditionKey, lang: Lang) -> str:
    """The last of the persons an edition tells apart: of whom most is true."""
    facts = list(islice(combinations(plan_of(key)), MANY))[-1]
    day = PACK.acts[key.act].adopted + timedelta(days=150)
    case = {"service": key.service, "act": key.act, "on": day.isoformat(), "facts": facts, "filing_for": "other"}
    done = typed("check", "-", "--as-if-in-force", given=json.dumps(case, default=str), lang=lang)
    assert (done.code, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize(("service", "lang"), [*product(PACK.services, LANGS)])
def test_a_day_of_today(service: str, lang: Lang) -> None:
    case = {"service": service, "region": REGION, "on": TODAY, "filing_for": "self", "facts": {}}
    done = typed("check", "-", given=json.dumps(case), lang=lang)
    assert (done.code, done.err) == (0, "")
    assert not re.search(r"көрсетілетін қызметті алушы|услугополучател", done.out)

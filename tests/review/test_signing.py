"""An act signed by a lawyer: what is written where, what is refused, and when a signature no longer holds."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility.diagnostics.refusal import Refused
from eligibility.plain.records import revive
from eligibility.plain.yamlfile import read_yaml
from eligibility.review import signing
from eligibility.review.signing import SignedShare, ToSign, sign, signed_share, to_sign, written
from eligibility.rulefiles.lint import lint, load
from eligibility.rulefiles.signoffs import Digests, SignOff
from tests.broken.broken_examples import BASE

TOWN, ORDER = "town-2018-1", "order-1"
NAME = "Ә. Б. Заңгерова"
DAY = date(2019, 5, 6)
DIGEST = "sha256:" + "0" * 64
EDITION = Path("acts", TOWN, "1-wheelchairs.yaml")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "pack"))


def begun(*folders: Path | str, act: str = TOWN, force: bool = False) -> ToSign:
    names = [str(one) for one in folders]
    return to_sign(load(names), names, act, force)


def sign_in(*folders: Path | str, act: str = TOWN, force: bool = False) -> Path:
    found = begun(*folders, act=act, force=force)
    sign(found.path, found.signed(NAME, DAY))
    return found.path


def warnings(*folders: Path | str) -> list[tuple[str, str]]:
    return [(one.code, str(one.where)) for one in lint([str(one) for one in folders])[1]]


def change(pack: Path, name: Path, was: str, now: str) -> None:
    text = (pack / name).read_text(encoding="utf-8")
    assert was in text
    (pack / name).write_text(text.replace(was, now), encoding="utf-8")


def code_of(refusal: pytest.ExceptionInfo[Refused]) -> str:
    [one] = refusal.value.diagnostics
    return one.code


def test_a_signed_pack_is_as_right_as_before_and_decides_the_same(pack: Path) -> None:
    before = load(pack).digest
    path = sign_in(pack)
    assert path == pack / "signoffs" / f"{TOWN}.yaml"
    assert warnings(pack) == []
    assert load(pack).digest == before


def test_a_signature_holds_until_something_changes_and_a_new_one_mends_it(pack: Path) -> None:
    sign_in(pack)
    change(pack, EDITION, "ru: рассматривает", "ru: изучает")
    assert warnings(pack) == [("signed-words-changed", f"signoffs/{TOWN}.yaml:3:8")]
    assert begun(pack).since == "words"
    change(pack, EDITION, "value: 1", "value: 2")
    assert warnings(pack) == [("signed-rules-changed", f"signoffs/{TOWN}.yaml:2:8")]
    assert begun(pack).since == "rules"
    sign_in(pack)
    assert warnings(pack) == []


def test_changed_back_it_holds_again(pack: Path) -> None:
    sign_in(pack)
    change(pack, EDITION, "value: 1", "value: 2")
    change(pack, EDITION, "value: 2", "value: 1")
    assert warnings(pack) == []


def test_a_signature_that_holds_is_not_taken_away_unasked(pack: Path) -> None:
    path = sign_in(pack)
    before = path.read_bytes()
    with pytest.raises(Refused) as refusal:
        sign_in(pack)
    assert code_of(refusal) == "signed-already"
    assert path.read_bytes() == before
    assert begun(pack, force=True).before == SignOff(TOWN, *begun(pack, force=True).digests, NAME, DAY)


def test_an_act_that_the_pack_has_not(pack: Path) -> None:
    with pytest.raises(Refused) as refusal:
        begun(pack, act="town-2018-2")
    assert code_of(refusal) == "unknown-act"
    assert TOWN in refusal.value.diagnostics[0].advice()


@pytest.mark.parametrize("name", ["", " ", "\n", "А\x00", "А\u202eБ", "А\udce9"])
def test_a_name_that_says_nothing(name: str, pack: Path) -> None:
    with pytest.raises(Refused) as refusal:
        begun(pack).signed(name, DAY)
    assert code_of(refusal) == "signer-missing"


@given(name=st.text(min_size=1), on=st.dates(max_value=date.today()))
def test_whatever_the_name_is_it_is_read_back(name: str, on: date) -> None:
    try:
        signoff = ToSign(TOWN, (), Digests(DIGEST, DIGEST), Path("signoffs")).signed(name, on)
    except Refused:
        return
    file = read_yaml("signoff.yaml", written(signoff).encode())
    assert file.diagnostics == []
    assert revive(SignOff, file.data) == signoff


def test_in_folders_laid_over_each_other_the_uppermost_holds_the_signature(pack: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "acts").mkdir(parents=True)
    shutil.move(pack / "acts" / TOWN, mine / "acts" / TOWN)
    assert sign_in(pack, mine, act=ORDER) == mine / "signoffs" / f"{ORDER}.yaml"
    assert sign_in(pack, mine) == mine / "signoffs" / f"{TOWN}.yaml"
    assert warnings(pack, mine) == []


def test_a_new_signature_stands_where_the_old_one_did(pack: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "events.yaml").write_text("{}", encoding="utf-8")
    path = sign_in(pack)
    assert sign_in(pack, mine, force=True) == path
    assert warnings(pack, mine) == []


def test_rules_of_an_installed_program_are_signed_in_a_folder_laid_over_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "checkout", lambda: None)
    (tmp_path / "events.yaml").write_text("{}", encoding="utf-8")
    pack = load(["shipped", str(tmp_path)])
    act = min(pack.acts)
    with pytest.raises(Refused) as refusal:
        to_sign(pack, ["shipped"], act, force=True)
    assert code_of(refusal) == "signing-shipped"
    assert to_sign(pack, ["shipped", str(tmp_path)], act).path == tmp_path / "signoffs" / f"{act}.yaml"


def test_a_folder_that_cannot_be_written(pack: Path) -> None:
    (pack / "signoffs").touch()
    with pytest.raises(Refused) as refusal:
        sign_in(pack)
    assert code_of(refusal) == "not-written"


def test_acts_are_counted_that_are_signed_and_still_what_was_signed(pack: Path) -> None:
    assert signed_share(load(pack), pack) == SignedShare(2, 0, 0)
    for act in (TOWN, ORDER):
        sign_in(pack, act=act)
    assert signed_share(load(pack), pack) == SignedShare(2, 2, 0)
    change(pack, EDITION, "value: 1", "value: 2")
    found = signed_share(load(pack), pack)
    assert (found, found.percent) == (SignedShare(2, 1, 1), 50)


def test_a_hundred_means_all() -> None:
    assert SignedShare(300, 299, 0).percent == 99
    assert SignedShare(300, 300, 0).percent == 100
    assert SignedShare(0, 0, 0).percent == 0

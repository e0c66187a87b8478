"""Service and region chosen from lists and by everyday words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eligibility.cli.language import lang, say
from eligibility.cli.talking import (
    ASKED_WHY,
    BACK,
    LEAVE,
    MORE,
    TO_GO_BACK,
    UNSURE,
    WHY,
    Ended,
    NumberedLine,
    agreed,
    hint,
    numbered,
    pages,
    read,
    tell,
    tell_lines,
    tell_mistakes,
    wrong_number,
)
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.interview.search import Search, Sought
from eligibility.interview.typed import number_typed, says_unsure
from eligibility.words.text import N_

BESIDE = 8
"""rows of a screen that the question, what may be typed, the answer and a word on it take"""
IN_OWN_WORDS = N_("the number of a line, or what you look for in your own words")

NOT_CHOSEN: Mapping[Sought, str] = {"service": "no-service", "region": "no-region"}
"""codes of mistakes"""
Titles = Mapping[str, str]
"""all that may be chosen, by id"""


class Undecided(Exception):
    """Somebody does not know which service it is."""


class Screenful(NamedTuple):
    """What the screen shows to choose from: some of the names, or what happens in a life."""

    ids: Sequence[str] = ()
    page: int = 0

    @property
    def of_situations(self) -> bool:
        return not self.ids


SITUATIONS = Screenful()


def found(search: Search, phrase: str = "") -> Search:
    """Service and act or region, asked for where the command line does not name them; `phrase` is looked for first.

    Raises `Undecided`.
    """
    while sought := search.seeks:
        try:
            chosen = search.only() or _choose(search, phrase)
        except Ended:
            raise refused(NOT_CHOSEN[sought], sought, what=sought) from None
        search, phrase = search.choose(chosen) if chosen else search.back(), ""
    return search


def _choose(search: Search, phrase: str) -> str:
    """The id of the line chosen; nothing where the reader goes back."""
    names = search.names(lang())
    view = _meant(search, names, phrase) if phrase else _first(search, names)
    while isinstance(view, Screenful):
        view = _after(search, names, view)
    return view


def _after(search: Search, names: Titles, view: Screenful) -> Screenful | str:
    """What is shown, or chosen, after what is typed."""
    lines = _lines(search, names, view)
    shown = list(pages(lines, BESIDE))
    _put(search, view, shown[view.page], whole=len(view.ids) == len(names), more=view.page + 1 < len(shown))
    typed = read()
    if typed in BACK:
        return "" if search.may_go_back else _first(search, names)
    if not typed:
        return view._replace(page=view.page + 1) if view.page + 1 < len(shown) else Screenful(tuple(names))
    if _may_be_undecided(search) and (typed == UNSURE or says_unsure(typed)):
        raise Undecided
    if number := number_typed(typed, len(lines)):
        return Screenful(search.situations[number - 1].services) if view.of_situations else view.ids[number - 1]
    if wrong := wrong_number(typed, len(lines)):
        tell(wrong, "bad")
        return view
    if typed != WHY:
        return _meant(search, names, typed)
    if search.situations:
        return SITUATIONS
    tell(say(N_("Acts differ from region to region, so the documents and the terms may differ too.")))
    return view


def _first(search: Search, names: Titles) -> Screenful:
    """The whole list; where the screen is too short for it, what has happened."""
    whole = Screenful(tuple(names))
    fits = len(list(pages(_lines(search, names, whole), BESIDE))) == 1
    return SITUATIONS if search.situations and not fits else whole


def _lines(search: Search, names: Titles, view: Screenful) -> list[NumberedLine]:
    if view.of_situations:
        return numbered(one.name[lang()] for one in search.situations)
    return numbered(names[id] for id in view.ids)


def _put(search: Search, view: Screenful, lines: Sequence[NumberedLine], whole: bool, more: bool) -> None:
    tell()
    tell(say(N_("What is it about?")) if view.of_situations else search.question[lang()], "head")
    tell_lines(lines)
    onward = MORE if more else "" if whole else N_("Enter – the whole list")
    why = "" if view.of_situations else N_("? – by what has happened") if search.situations else ASKED_WHY
    unsure = N_("0 – I don't know what it is called") if _may_be_undecided(search) else ""
    hint(IN_OWN_WORDS, onward, why, unsure, TO_GO_BACK if search.may_go_back else "", LEAVE)


def _may_be_undecided(search: Search) -> bool:
    """Which services suit can be asked of all acts together alone."""
    return search.seeks == "service" and search.act is None


def _meant(search: Search, names: Titles, phrase: str) -> Screenful | str:
    """What a phrase may mean, best first; the one thing that it means is chosen after a yes."""
    try:
        result = search.find(phrase)
    except Refused as error:
        tell_mistakes(error)
        return _first(search, names)
    ids = [id for id in result.ids if id in names]
    if result.single in ids:
        return ids[0] if _is_it(names[ids[0]]) else _others(search, names, ids[1:])
    if not result.meant or not ids:
        tell(say(N_("Nothing is called so.")), "bad")
        if ids:
            tell(say(N_("Near to it:")))
    return _others(search, names, ids)


def _others(search: Search, names: Titles, ids: Sequence[str]) -> Screenful:
    """What else may be meant; where that is nothing, all that there is."""
    return Screenful(tuple(ids)) if ids else SITUATIONS if search.situations else Screenful(tuple(names))


def _is_it(name: str) -> bool:
    tell(name, "head", hang=2)
    tell(say(N_("Is this what you look for?")))
    return agreed()

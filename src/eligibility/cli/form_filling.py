"""A scenario's form filled in on a terminal: what should come out, where the act says so, what it is called."""

from collections.abc import Callable, Mapping, Sequence

from eligibility.answer.question import Option
from eligibility.cli.errors import told
from eligibility.cli.language import lang, say
from eligibility.cli.talking import (
    BACK,
    LEAVE,
    TO_GO_BACK,
    WHY,
    NumberedLine,
    hint,
    numbered,
    picked,
    read,
    read_as_typed,
    tell,
    tell_lines,
    wrong_number,
)
from eligibility.diagnostics.refusal import Refused
from eligibility.interview.typed import HOW, NOT_UNDERSTOOD, number_typed, options_typed
from eligibility.review.points import Point, saying_text
from eligibility.review.scenario_form import Asks, ScenarioForm
from eligibility.review.scenarios import A_PLACE
from eligibility.words.text import N_

ADD = "+"
ALL_RIGHT = N_("Enter – every line is right")
WRONG_ONES = N_("the numbers of lines that are wrong, with commas between them")
ONE_MORE = N_("+ – a document is not among them")
ANOTHER_FACT = N_("an id or a word of another fact")
NO_MORE = N_("Enter – that is all")
PLACES = N_("? – the places of the annex")


class _Back(Exception):
    """Somebody goes back."""


def filled(form: ScenarioForm, name: str | None = None) -> ScenarioForm:
    """Asks for all that is open; `name` is what the scenario is called where that is said beforehand."""
    while asks := form.asks:
        if asks == "name" and name:
            return form.called(name)
        try:
            form = STEPS[asks](form)
        except _Back:
            form = form.back()
    return form


def _looked_over(form: ScenarioForm) -> ScenarioForm:
    """Every point on one screen, until the author leaves them as they are."""
    _put_points(form)
    while typed := read():
        if typed == ADD and form.answer.answered:
            return _added(form)
        wrong = _numbers(typed, len(form.points))
        if wrong:
            for at in wrong:
                form = _said_otherwise(form, at)
            return form
        tell(wrong_number(typed, len(form.points)) or say(NOT_UNDERSTOOD["options"]), "bad")
    return form.as_agreed()


def _put_points(form: ScenarioForm) -> None:
    tell()
    tell(say(N_("What comes out. Hold every line against the act: is it right?")), "head")
    for number, one in enumerate(form.points, 1):
        line = NumberedLine(number, _point_text(one))
        tell(str(line), "bad" if one.wrong else "plain", hang=line.hang)
    hint(ALL_RIGHT, WRONG_ONES, ONE_MORE if form.answer.answered else "", LEAVE)


def _point_text(point: Point) -> str:
    place = f" ({point.place_text[lang()]})" if point.place_text else ""
    said = saying_text(point.kind, point.said)
    if not point.wrong:
        return f"{point.name[lang()]}: {said[lang()]}{place}"
    found = saying_text(point.kind, point.found)
    return say(N_("{name}: {said}, by the program: {found}"), name=point.name, said=said, found=found) + place


def _numbers(typed: str, most: int) -> list[int] | None:
    """The lines that are meant, last ones first, so that one that goes leaves the others where they are."""
    found = [number_typed(one.strip(), most) for one in typed.replace(";", ",").split(",")]
    return sorted({number - 1 for number in found if number}, reverse=True) if all(found) else None


def _said_otherwise(form: ScenarioForm, at: int) -> ScenarioForm:
    point = form.points[at]
    if len(point.others) == 1:
        return form.corrected(at, point.others[0])
    tell()
    tell(say(N_("{name}: what is right?"), name=point.name), "head")
    options = [Option(one, saying_text(point.kind, one)) for one in point.others]
    said = str(picked(options, "undetermined" if "undetermined" in point.others else None))
    if said == "undetermined" and point.kind == "line":
        return form.corrected(at, said, _waits_for(form))
    return form.corrected(at, said)


def _waits_for(form: ScenarioForm) -> tuple[str, ...]:
    """The facts on which a line depends: of those that the edition reads, or one that only the act reads."""
    offered = [Option(id, name) for id, name in form.unanswered.items()]
    tell()
    tell(say(N_("On which facts does it depend?")), "head")
    tell_lines(numbered(option.label[lang()] for option in offered))
    hint(HOW["options"] if offered else "", ANOTHER_FACT, N_("Enter – on none: the act does not say"), LEAVE)
    while typed := read():
        if offered and (chosen := options_typed(offered, typed, lang())) is not None:
            return chosen
        facts = form.answer.pack.facts
        found = [Option(id, facts[id].called) for id in form.facts_meant(typed, lang())]
        if found:
            return (_one_of(found),)
        tell(say(NOT_UNDERSTOOD["options"]), "bad")
    return ()


def _one_of(found: Sequence[Option]) -> str:
    return str(found[0].value if len(found) == 1 else picked(found, None))


def _added(form: ScenarioForm) -> ScenarioForm:
    """With a document of the act that the list has not, by its id or by words of its name."""
    tell()
    tell(say(N_("Which document does the act require beside these? Its id, or a word of its name.")), "head")
    hint(N_("Enter – none"), LEAVE)
    while typed := read():
        documents = form.answer.pack.documents
        found = [Option(id, documents[id].name) for id in form.documents_meant(typed, lang())]
        if found:
            return form.added(_one_of(found))
        if form.may_be_new(typed):
            tell(say(N_("The rules know no such document yet; it is written down as {id}."), id=typed))
            return form.added(typed)
        tell(say(N_("No other document is called so.")), "bad")
    return form


def _cited(form: ScenarioForm) -> ScenarioForm:
    """With the place and the words of the act for what is doubtful."""
    doubt = form.doubts[0]
    tell()
    said = saying_text(doubt.kind, doubt.said)
    tell(say(N_("{name}: {said}. Where does the act say so?"), name=doubt.name, said=said), "head")
    place = _place(form, doubt)
    return form if place is None else form.reading(place, _words())


def _more_law(form: ScenarioForm) -> ScenarioForm:
    tell()
    tell(say(N_("Another place of the act?") if form.law else N_("Where does the act say so?")), "head")
    place = _place(form, None)
    return form.read_to_end() if place is None else form.reading(place, _words())


def _place(form: ScenarioForm, doubt: Point | None) -> str | None:
    """A place that the act has; nothing where none is typed and none is offered."""
    offered = doubt.place if doubt else None
    tell("  " + say(N_("a place, for example {example}"), example=A_PLACE))
    if offered:
        tell("  " + say(N_("Enter – {place}, where the program reads it"), place=offered))
    may_end = doubt is None and not form.law_needed
    hint(NO_MORE if may_end else "", PLACES if form.places else "", TO_GO_BACK, LEAVE)
    while True:
        typed = read_as_typed()
        if typed.casefold() in BACK:
            raise _Back
        if typed == WHY and form.places:
            tell(", ".join(form.places))
        elif typed:
            try:
                return form.place_meant(typed)
            except Refused as error:
                _tell(error)
        elif offered or may_end:
            return offered
        else:
            tell(say(N_("Type a place of the act.")), "bad")


def _words() -> str:
    return _text(say(N_("What is written there? In the words of the act, as far as they matter.")), N_("Type the words."))


def _named(form: ScenarioForm) -> ScenarioForm:
    while True:
        name = _text(say(N_("What shall the scenario be called?")), N_("Type a name."))
        try:
            return form.called(name)
        except Refused as error:
            _tell(error)


def _text(ask: str, otherwise: str) -> str:
    tell()
    tell(ask, "head")
    hint(TO_GO_BACK, LEAVE)
    while True:
        typed = read_as_typed()
        if typed.casefold() in BACK:
            raise _Back
        if typed:
            return typed
        tell(say(otherwise), "bad")


def _tell(refusal: Refused) -> None:
    for diagnostic in refusal.diagnostics:
        tell(told(diagnostic), "bad")


STEPS: Mapping[Asks, Callable[[ScenarioForm], ScenarioForm]] = {
    "points": _looked_over,
    "law": _cited,
    "more law": _more_law,
    "name": _named,
}
"""what is asked, and how"""

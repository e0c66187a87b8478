"""`eligibility stale`: what in the rules needs a maintainer's eye on a day."""

from collections.abc import Callable
from typing import Any

from eligibility.answer.contract_parts import text_json
from eligibility.answer.in_force import changed_by, dated, status_reason
from eligibility.answer.today import title_in
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import JsonOption, LifeDayOption, date_of, reader
from eligibility.cli.output import print_json, put
from eligibility.engine import Engine
from eligibility.law.vocabulary import Act, ActKind
from eligibility.plain.records import plain
from eligibility.review.ageing import Stale, StandardGap, Unpublished, Waited
from eligibility.review.ageing import stale as find
from eligibility.words.days import day_text
from eligibility.words.text import N_, Text

KINDS: dict[Waited, str] = {
    "act": N_("the act itself: {act}"),
    "amendment": N_("what amends it: {act}"),
    "repeal": N_("what repeals it: {act}"),
}


@supplied("engine", reader)
def stale(
    *,
    on: LifeDayOption = None,
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    found = find(engine, date_of(on))
    if as_json:
        print_json(_json(engine, found))
        return
    put(say(N_("What to look at on the day: {day}"), day=day_text(found.on)), "head")
    groups: tuple[tuple[str, object, Callable[[Engine, Stale], None]], ...] = (
        (N_("Acts that are not, or not certainly, the law on this day"), found.doubts, _doubts),
        (N_("Acts soon to be repealed"), found.coming, _coming),
        (N_("Services of which no text at hand is certainly in force on this day"), found.nowhere, _nowhere),
        (N_("Days of first official publication that are not known"), found.unpublished, _unpublished),
        (N_("Acts that others point to and whose text is not at hand"), found.standards, _standards),
        (N_("Years of the working calendar that are missing or estimated"), found.years, _years),
        (N_("Services whose Russian title is not verified"), found.unverified, _unverified),
    )
    for title, entries, show in groups:
        if entries:
            put()
            put(say(title), "head")
            show(engine, found)
    if not any(entries for _, entries, _ in groups):
        put(say(N_("There is nothing to look at.")), "good")


def _json(engine: Engine, found: Stale) -> dict[str, Any]:
    doubts = (
        {"act": one.act, "annexes": one.annexes, "status": one.life.status}
        | {"reason": text_json(status_reason(one.life, engine.acts[one.act])), "day": one.life.day, "exact": one.life.exact}
        for one in found.doubts
    )
    standards = (
        {"standard": one.standard, "number": engine.acts[one.standard].number, "unverified": one.unverified}
        | {
            "indicative": [
                {
                    "service": of.service,
                    "source": text_json(of.known.source),
                    "as_of": text_json(of.known.as_of),
                    "confidence": of.known.confidence,
                }
                for of in one.indicative
            ],
            "unknown": [pointer._asdict() for pointer in one.unknown],
        }
        for one in found.standards
    )
    return {
        "on": found.on.isoformat(),
        "doubts": [plain(one) for one in doubts],
        "coming": [plain(one) for one in found.coming],
        "nowhere": [{"service": one.service, "standing": dict(one.standing)} for one in found.nowhere],
        "unpublished": [plain(one) for one in found.unpublished],
        "standards": list(standards),
        "years": [{"year": one.year, "held": one.held, "estimated": plain(one.estimated)} for one in found.years],
        "unverified": list(found.unverified),
    }


def _line(text: str) -> None:
    put(f"• {text}", indent=1, hang=2)


def _more(text: str) -> None:
    put(text, "dim", indent=3, hang=2)


def _act(engine: Engine, id: str) -> str:
    act = engine.acts[id]
    return f"{id}: {act.cited[language()]}"


def _title(engine: Engine, service: str) -> str:
    return engine.pack.services[service].title[language()]


def _doubts(engine: Engine, found: Stale) -> None:
    for one in found.doubts:
        _line(_act(engine, one.act))
        reason = status_reason(one.life, engine.acts[one.act])[language()]
        annexes = ", ".join(map(str, one.annexes))
        _more(say(N_("Annexes {annexes}: {reason}"), annexes=annexes, reason=reason) if annexes else reason)


def _coming(engine: Engine, found: Stale) -> None:
    for one in found.coming:
        _line(_act(engine, one.act))
        act = engine.acts[one.act]
        by = changed_by(act.kind, act.repeal) if act.repeal else ""
        if one.exact:
            message = N_("It is repealed {by} from: {day}.")
        else:
            message = N_("It is repealed {by}, at the earliest from: {day}; the exact day is not known.")
        _more(say(message, by=by, day=day_text(one.day)))


def _nowhere(engine: Engine, found: Stale) -> None:
    for one in found.nowhere:
        _line(f"{one.service}: {_title(engine, one.service)}")
        if one.standing:
            _more(", ".join(act for act, _ in one.standing))


def _unpublished(engine: Engine, found: Stale) -> None:
    for one in found.unpublished:
        kind = _kind_of(one, engine.acts[one.act])
        _line(f"{one.act}: " + say(KINDS[one.kind], act=dated(kind, one.number, one.adopted)))
        _more(f"--published {one.option}={say(N_('YYYY-MM-DD'))}")


def _kind_of(one: Unpublished, act: Act) -> ActKind:
    """What amends or repeals an act may be of another kind than the act itself."""
    by_day = (each for each in act.amendments if (each.adopted, each.number) == (one.adopted, one.number))
    changing = {"act": None, "amendment": next(by_day, None), "repeal": act.repeal}[one.kind]
    return (changing and changing.kind) or act.kind


def _standards(engine: Engine, found: Stale) -> None:
    for one in found.standards:
        _line(f"{_act(engine, one.standard)}. {title_in(engine.acts[one.standard], language())}")
        if one.unverified:
            _more(say(N_("Its title or details are not verified.")))
        _known(one)
        pointers: dict[str, set[str]] = {}
        for pointer in one.unknown:
            pointers.setdefault(pointer.para, set()).add(pointer.service)
        for para, services in sorted(pointers.items()):
            text = N_("Nothing is known of its paragraph {para} for: {services}")
            _more(say(text, para=para, services=", ".join(sorted(services))))


def _known(one: StandardGap) -> None:
    """Prints the lists known from elsewhere, those of one source together."""
    sources: dict[tuple[Text, Text], list[str]] = {}
    for service, known in one.indicative:
        sources.setdefault((known.source, known.as_of), []).append(service)
    for (source, as_of), services in sources.items():
        _more(say(N_("For orientation only, as known from: {source}; {as_of}."), source=source, as_of=as_of))
        put(", ".join(services), "dim", indent=5, hang=2)


def _years(engine: Engine, found: Stale) -> None:
    for one in found.years:
        if one.held:
            days = ", ".join(day_text(day)[language()] for day in one.estimated)
            _line(f"{one.year}: " + say(N_("estimated days: {days}"), days=days))
        else:
            _line(f"{one.year}: " + say(N_("there is no calendar for this year")))


def _unverified(engine: Engine, found: Stale) -> None:
    for service in found.unverified:
        _line(f"{service}: {engine.pack.services[service].title.ru}")

"""`eligibility diff`: what differs between two acts on one service, for the person who asks for it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import typer

from eligibility.answer.contract_parts import text_json
from eligibility.answer.in_force import status_reason
from eligibility.answer.telling.heading import edition_named
from eligibility.cli.differences import Teller
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import ACT, SERVICE, JsonOption, reader
from eligibility.cli.output import print_json, put
from eligibility.engine import Engine
from eligibility.law.citation import citation_json, citations
from eligibility.law.life import Life
from eligibility.law.pack import EditionKey
from eligibility.plain.records import plain
from eligibility.review.comparison import Difference, Differences, Said, SectionDifference, compare
from eligibility.review.difference_words import NAMED, SECTION_TITLES
from eligibility.words.text import N_


@supplied("engine", reader)
def diff(
    *,
    service: Annotated[str, typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id.")))],
    act_a: Annotated[str, typer.Argument(metavar=ACT, help=say(N_("The act, by its id.")))],
    act_b: Annotated[str, typer.Argument(metavar=ACT, help=say(N_("The act, by its id.")))],
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    found = compare(engine, service, act_a, act_b)
    teller = Teller(engine, found)
    if as_json:
        print_json(_json(engine, teller, found))
    else:
        _print(engine, teller, found)


def _today(engine: Engine, key: EditionKey) -> Life:
    return engine.life(key.act, key.service, date.today())


def _json(engine: Engine, teller: Teller, found: Differences) -> dict[str, Any]:
    return {
        "service": found.a.service,
        "a": _edition_json(engine, teller, found.a),
        "b": _edition_json(engine, teller, found.b),
        "same": not found.sections,
        "sections": [
            {
                "section": section.section,
                "a": section.a,
                "b": section.b,
                "differences": [_difference_json(teller, section, one) for one in section.differences],
            }
            for section in found.sections
        ],
    }


def _edition_json(engine: Engine, teller: Teller, key: EditionKey) -> dict[str, Any]:
    life = _today(engine, key)
    reason = text_json(status_reason(life, engine.acts[key.act]))
    return {"act": key.act, "annex": teller.home(key).annex, "status": life.status, "status_reason": reason}


def _difference_json(teller: Teller, section: SectionDifference, one: Difference) -> dict[str, Any]:
    name = teller.subject(section.section, one) if section.section in NAMED else None
    return {
        "subject": one.subject,
        "name": text_json(name) if name else None,
        "kind": one.kind,
        "terms": list(one.terms),
        "a": [_rule_json(teller, teller.a, rule) for rule in one.a],
        "b": [_rule_json(teller, teller.b, rule) for rule in one.b],
    }


def _rule_json(teller: Teller, key: EditionKey, rule: Said) -> dict[str, Any]:
    terms = {name: plain(value) for name, value in rule.terms.items()}
    when = rule.terms.get("when")
    if isinstance(when, str):
        terms["when"] = {"rule": when, **text_json(teller.condition(when))}
    places = [citation_json(key.act, teller.home(key).annex, one) for one in citations(rule.cite or ())]
    return terms | {"text": text_json(rule.text) if rule.text else None, "cites": places}


def _print(engine: Engine, teller: Teller, found: Differences) -> None:
    put(engine.pack.services[found.a.service].title[language()], "head")
    for key in dict.fromkeys((found.a, found.b)):
        act, life = engine.acts[key.act], _today(engine, key)
        edition = edition_named(act, teller.home(key).annex)[language()]
        put(f"{teller.act(key)}: {act.issuer[language()]}. {edition}", hang=2)
        if life.status != "in-force":
            put(status_reason(life, act)[language()], "bad", indent=2)
    if not found.sections:
        put()
        put(say(N_("The editions do not differ in anything compared here.")), "good")
    for section in found.sections:
        _section(teller, section)


def _section(teller: Teller, section: SectionDifference) -> None:
    put()
    put(say(SECTION_TITLES[section.section]), "head")
    for key, voice in ((teller.a, section.a), (teller.b, section.b)):
        act = teller.act(key)
        if voice == "silent":
            put(say(N_("The act {act} says nothing about this."), act=act), indent=1, hang=2)
        elif voice == "not-held":
            put(say(N_("Of the act {act} the part of the text on this is not at hand."), act=act), indent=1, hang=2)
        elif voice == "by-reference":
            text = N_("The act {act} points to a Standard whose text is not at hand: what is missing here may stand there.")
            put(say(text, act=act), indent=1, hang=2)
    a, b = teller.act(teller.a), teller.act(teller.b)
    for kind, title in (
        ("only-in-a", say(N_("Only in the act {act}"), act=a)),
        ("only-in-b", say(N_("Only in the act {act}"), act=b)),
        ("differs", say(N_("Differs: {a} / {b}"), a=a, b=b)),
    ):
        found = [one for one in section.differences if one.kind == kind]
        if found:
            put(title, indent=1)
        for one in found:
            _difference(teller, section, one)


def _difference(teller: Teller, section: SectionDifference, one: Difference) -> None:
    put(f"• {teller.subject(section.section, one)[language()]}", indent=2, hang=2)
    lines = _pairs(teller, one) if one.terms else _apart(teller, section, one)
    for line in lines:
        put(line, indent=4, hang=2)
    told = [(teller.act(key), teller.places(key, rules)) for key, rules in ((teller.a, one.a), (teller.b, one.b))]
    if any(place for _, place in told):
        put("; ".join(f"{act}: {place}" for act, place in told if place), "dim", indent=4, hang=2)


def _pairs(teller: Teller, one: Difference) -> Iterator[str]:
    """One rule against one: the terms in which they differ, and for whom they hold."""
    a, b = one.a[0].terms, one.b[0].terms
    if "when" in a and "when" not in one.terms:
        yield f"{teller.label('when')}: {teller.term('when', a['when'])}"
    for name in one.terms:
        yield f"{teller.label(name)}: {teller.term(name, a.get(name))} / {teller.term(name, b.get(name))}"


def _apart(teller: Teller, section: SectionDifference, one: Difference) -> Iterator[str]:
    """Several rules, or rules of one act only, with all their terms."""
    named = ("standard", "para") if section.section == "documents_given" else ()
    for key, rules in ((teller.a, one.a), (teller.b, one.b)):
        told = [text for text in (teller.rule(rule, named) for rule in rules) if text]
        if one.kind == "differs":
            yield f"{teller.act(key)}: " + ("; ".join(told) or say(N_("nothing more")))
        else:
            yield from told

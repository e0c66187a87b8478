"""`eligibility show`: what an edition says about a service, readable."""

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import SERVICE, Act, Json, Language, On, Published, Region, Rules, day_of, engine_of
from eligibility.cli.output import put
from eligibility.contract import FORMS, edition_json
from eligibility.dates import day_text
from eligibility.engine import Engine
from eligibility.law.edition import Edition
from eligibility.law.vocabulary import Cite
from eligibility.law.words import N_, Text
from eligibility.reasoning.decision import Decision
from eligibility.reasoning.explanation import ready
from eligibility.reasoning.wording import alternatives, cite_text, condition_text, duration_text
from eligibility.standing import banner, status_reason


def show(
    service: Annotated[str, typer.Argument(metavar=SERVICE, help=say(N_("The service, by its id.")))],
    act: Act = None,
    region: Region = None,
    on: On = None,
    as_json: Json = False,
    published: Published = None,
    rules: Rules = None,
    lang: Language = None,
) -> None:
    engine = engine_of(rules, "direct", lang, published)
    named = {"service": service, "act": act, "region": region, "on": day_of(on)}
    case = {key: value for key, value in named.items() if value is not None}
    decision = engine.decide(case, as_if_in_force=True)
    if as_json:
        from eligibility.law.plain import plain

        print(json.dumps(edition_json(decision) | {"content": plain(decision.edition)}, ensure_ascii=False))
        return
    _print(engine, decision)


def _print(engine: Engine, decision: Decision) -> None:
    edition, act = decision.edition, decision.act
    put(engine.pack.services[edition.service].title[language()], "head")
    put(say(N_("Decree № {number} of {day}, annex {annex}"), number=act.number, day=day_text(act.adopted), annex=edition.annex))
    life = decision.life
    if life.status != "in-force":
        put((status_reason if life.answers else banner)(life, act)[language()], "bad")
    put(say(N_("Provider: {name}"), name=act.providers[edition.provider]), hang=2)
    if edition.for_whom:
        put(edition.for_whom.text[language()])
    for title, rows in _sections(engine, decision, edition):
        found = list(rows)
        if found:
            put()
            put(say(title), "head")
        for text, when, cite in found:
            _row(decision, text, when, cite)


def _row(decision: Decision, text: str, when: str | None, cite: Cite) -> None:
    put(f"• {text}", indent=1, hang=2)
    if when:
        put(say(N_("When: {condition}"), condition=condition_text(ready(decision), when)), "dim", indent=3, hang=2)
    put(cite_text(decision.edition.annex, cite)[language()], "dim", indent=3)


Row = tuple[str, str | None, Cite]


def _sections(engine: Engine, decision: Decision, edition: Edition) -> Iterator[tuple[str, Iterator[Row]]]:
    pack, tongue = engine.pack, language()
    channels, applicants = pack.facts["channel"].values or {}, pack.facts["filed_by"].values or {}
    yield N_("Who may file"), ((applicants[one.filed_by].label[tongue], one.when, one.cite) for one in edition.applicants)
    yield N_("Where to file"), ((channels[one.channel].label[tongue], one.when, one.cite) for one in edition.channels)
    yield N_("Results"), ((one.text[tongue], one.when, one.cite) for one in edition.results)
    yield N_("Documents"), _documents(engine, edition)
    yield (
        N_("Grounds to refuse to accept the documents"),
        ((one.text[tongue], one.when, one.cite) for one in edition.refuse_to_accept),
    )
    yield N_("Grounds to refuse the service"), ((one.text[tongue], one.when, one.cite) for one in edition.refuse_service)
    yield N_("Steps"), _steps(engine, edition)
    yield N_("What the text leaves open or says oddly"), ((one.text[tongue], one.when, one.cite) for one in edition.flags)


def _documents(engine: Engine, edition: Edition) -> Iterator[Row]:
    catalogue = engine.pack.documents
    for reference in edition.documents_from:
        standard = engine.pack.standards[reference.standard]
        text = say(
            N_("The documents are those of paragraph {para} of the Standard approved by № {number}; its text is not at hand."),
            para=reference.para,
            number=standard.number,
        )
        yield text, reference.when, reference.cite
    for one in edition.requirements:
        names = [one.name] if one.name else [catalogue[id].name for id in one.all_of or (one.document,) if id]
        text = "; ".join(name[language()] for name in names)
        form = FORMS[one.form]
        text += f" ({say(form)})" if form else ""
        if one.any_of:
            options = alternatives(catalogue[part if isinstance(part, str) else part.document].name for part in one.any_of)
            text += ". " + say(N_("Any one of these will do: {names}."), names=options)
        yield text, one.when, one.cite


def _steps(engine: Engine, edition: Edition) -> Iterator[Row]:
    for step in edition.steps:
        actor: Text = engine.pack.actors[step.actor]
        duration = f" ({duration_text(step.duration)[language()]})" if step.duration else ""
        yield f"{step.step}. {actor[language()]}: {step.action[language()]}{duration}", step.when, step.cite

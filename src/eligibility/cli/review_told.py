"""A review of rules on a terminal, in short, and as JSON."""

from collections.abc import Iterator
from typing import Any

from eligibility.cli.language import lang as language
from eligibility.cli.language import say, words
from eligibility.cli.output import put
from eligibility.plain.records import plain
from eligibility.review.difference_words import SECTION_TITLES
from eligibility.review.review_words import CHANGE_KINDS, EDITION_KINDS, NOT_LOOKED_AT, OUTCOMES
from eligibility.review.reviewing import RuleReview
from eligibility.review.scenario_changes import ScenarioChanges
from eligibility.review.told_changes import ToldEdition, ToldField, ToldRule, shared_name
from eligibility.words.text import N_


def tell_review(review: RuleReview) -> None:
    if review.same:
        put(say(N_("Nothing is changed.")), "good")
    for edition in review.editions:
        _tell_edition(edition)
    if review.shared:
        put(say(N_("Shared rules")), "head")
        for entry in review.shared:
            put(f"• {shared_name(entry.entry)[language()]}", indent=1, hang=2)
    if review.scenarios:
        _tell_scenarios(review.scenarios)


def _tell_edition(edition: ToldEdition) -> None:
    put(edition.service[language()], "head")
    put(edition.act[language()], "dim")
    if edition.kind != "changed":
        put(say(EDITION_KINDS[edition.kind]), indent=1)
    for rule in edition.rules:
        put(f"• {rule.title[language()]}: {rule.subject[language()]}", indent=1, hang=2)
        for line in _lines(rule):
            put(line, indent=3, hang=2)
    for field in edition.routes:
        title = say(SECTION_TITLES["route_sums"])
        put(f"• {title}, {field.label[language()]}: {_changed(field)}", indent=1, hang=2)
    put()


def _lines(rule: ToldRule) -> Iterator[str]:
    """What of a rule is changed, and who is answered otherwise."""
    when = (rule.when,) if rule.when and rule.when.before != rule.when.after else ()
    if rule.kind == "changed":
        yield from (f"{field.label[language()]}: {_changed(field)}" for field in (*when, *rule.fields))
    else:
        yield say(CHANGE_KINDS[rule.kind])
    if rule.place.before != rule.place.after and rule.kind == "changed":
        yield _changed(rule.place)
    if rule.through:
        names = "; ".join(shared_name(one)[language()] for one in rule.through)
        yield say(N_("It rests on shared rules that are changed: {names}"), names=names)
    for one in rule.conclusions:
        if not one.looked_at:
            yield say(NOT_LOOKED_AT)
        of = f"{one.of[language()]}: " if one.of else ""
        for flip in one.flips:
            person = "; ".join(fact[language()] for fact in flip.example) or say(N_("a person of whom nothing is known"))
            change = f"{of}{flip.before[language()]} → {flip.after[language()]}"
            yield say(N_("{change}: kinds of person: {n}; the plainest: {person}"), change=change, n=flip.kinds, person=person)

    if rule.unnoticed:
        yield say(N_("What could be wrong here without any scenario noticing:"))
        yield from (f"– {one[language()]}" for one in rule.unnoticed)


def _changed(field: ToldField) -> str:
    return " → ".join(one[language()] if one else "—" for one in (field.before, field.after))


def _tell_scenarios(found: ScenarioChanges) -> None:
    text = N_("Scenarios tried: {n}; coming out otherwise: {changed}")
    put(say(text, n=found.tried, changed=len(found.changed)), "bad" if found.changed else "good")
    for one in found.changed:
        put(f"• {one.scenario.place}: {one.scenario.name}: {say(OUTCOMES[one.outcome])}", indent=1, hang=2)


def review_json(review: RuleReview) -> dict[str, Any]:
    scenarios = review.scenarios and {
        "tried": review.scenarios.tried,
        "changed": [
            {
                "file": one.scenario.file,
                "line": one.scenario.line,
                "name": one.scenario.name,
                "outcome": one.outcome,
                "before": [each.said(words()) for each in one.before],
                "after": [each.said(words()) for each in one.after],
            }
            for one in review.scenarios.changed
        ],
    }
    told = plain(review._replace(scenarios=None))
    return {"same": review.same, **told, "scenarios": scenarios}

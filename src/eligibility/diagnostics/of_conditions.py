"""What can be wrong with a condition of a rule: how it is written, what it compares, whether it decides anything."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

_SPLIT = N_("split it into categories")

MISTAKES: Mapping[str, Mistake] = {
    # how it is written
    "condition-arithmetic": Mistake(
        N_("{sign} stands where nothing can be reckoned"), N_("only a number times a parameter can stand there: 40 * mrp")
    ),
    "condition-date": Mistake(N_("{sign} is no day"), N_("write a day that exists, as 2008-06-01")),
    "condition-decimal": Mistake(
        N_("{sign} is no number a condition can hold"),
        N_("write digits without spaces, and a point before at most four decimals: 20000.50"),
    ),
    "condition-language": Mistake(N_("{sign} is no word of conditions"), N_("the words are and, or, not, true and false")),
    "condition-name": Mistake(N_("a fact or a category is missing"), N_("write the name of a fact or a category")),
    "condition-quotes": Mistake(N_("{sign} has no meaning here"), N_("write values without quotes, as in status == orphan")),
    "condition-sign": Mistake(N_("{sign} is missing"), N_("add {sign}")),
    "condition-syntax": Mistake(N_("{sign} has no meaning here"), N_("see the condition language in writing-rules.md")),
    "condition-too-deep": Mistake(N_("the condition is nested too deeply"), _SPLIT),
    "condition-too-long": Mistake(N_("the condition is too long"), _SPLIT),
    "condition-unjoined": Mistake(N_("{sign} is not expected here"), N_("join conditions with 'and' or 'or'")),
    "condition-value": Mistake(N_("a value is missing"), N_("write a number, true, false or one of the fact's values")),
    "condition-window": Mistake(
        N_("{sign} is no part of a year"), N_("write the month and the day of its first and its last day: 04-01..08-31")
    ),
    # what it compares
    "compared-with-a-day": Mistake(
        N_("{fact} is of type {type} and cannot be compared with the day {value}"),
        N_("a day is compared with a fact of type date, or with filing_day"),
    ),
    "compared-with-a-fraction": Mistake(
        N_("{fact} is of type {type}, which counts whole ones, and cannot be compared with {value}"),
        N_("write a whole number, or give the fact the type number"),
    ),
    "inexact-value": Mistake(
        N_("{value} stands for several values, and a condition tells exact ones apart"),
        N_("name one of {exact}, or all of them"),
    ),
    "not-boolean": Mistake(N_("{id} is not true or false"), N_("compare it with a value")),
    "reserved-name": Mistake(N_("{id} may stand in grounds alone"), N_("use facts and categories")),
    "value-alone": Mistake(N_("{id} is a value of {fact} and stands here alone"), N_("write {fact} in [{values}]")),
    "window-of-no-day": Mistake(
        N_("{fact} is of type {type} and lies in no part of a year"),
        N_("compare filing_day or a fact of type date with it"),
    ),
    "wrong-comparison": Mistake(
        N_("{fact} is of type {type} and cannot be compared with {value} this way"),
        N_("compare it with a value of its own type"),
    ),
    # whether it decides anything
    "always-false": Mistake(N_("this condition is never true"), N_("mend the condition, or leave the rule out")),
    "always-true": Mistake(N_("this condition is always true"), N_("leave the condition out, or mend it")),
    "unreachable-rule": Mistake(
        N_("this condition holds only for facts that contradict each other"), N_("compare it with contradictions.yaml")
    ),
}

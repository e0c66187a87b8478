"""What can be wrong with a condition of a rule: how it is written, what it compares, whether it decides anything."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

_SPLIT = N_("split it into categories")

MISTAKES: Mapping[str, Mistake] = {
    # how it is written
    "condition-name": Mistake(N_("a fact or a category is missing"), N_("write the name of a fact or a category")),
    "condition-sign": Mistake(N_("{sign} is missing"), N_("add {sign}")),
    "condition-syntax": Mistake(N_("{sign} has no meaning here"), N_("see the condition language in writing-rules.md")),
    "condition-too-deep": Mistake(N_("the condition is nested too deeply"), _SPLIT),
    "condition-too-long": Mistake(N_("the condition is too long"), _SPLIT),
    "condition-unjoined": Mistake(N_("{sign} is not expected here"), N_("join conditions with 'and' or 'or'")),
    "condition-value": Mistake(N_("a value is missing"), N_("write a number, true, false or one of the fact's values")),
    # what it compares
    "inexact-value": Mistake(
        N_("{value} stands for several values, and a condition tells exact ones apart"),
        N_("name one of {exact}, or all of them"),
    ),
    "not-boolean": Mistake(N_("{id} is not true or false"), N_("compare it with a value")),
    "reserved-name": Mistake(N_("{id} may stand in grounds alone"), N_("use facts and categories")),
    "value-alone": Mistake(N_("{id} is a value of {fact} and stands here alone"), N_("write {fact} in [{values}]")),
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

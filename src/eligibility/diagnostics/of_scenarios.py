"""What can be wrong with a file of scenarios, before any of them is decided."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    "no-scenarios": Mistake(N_("there is no file of scenarios here"), N_("name a file or a folder that holds some")),
    "scenario-append": Mistake(
        N_("a scenario cannot be added at the end of this file"),
        N_("write it in another file, or put the list of scenarios last"),
    ),
    "scenario-error": Mistake(
        N_("of a case that is refused nothing is expected but the error"), N_("keep either error or the rest")
    ),
    "scenario-file": Mistake(
        N_("a file of scenarios is a list of them, or has such a list under scenarios"), N_("write for example {example}")
    ),
    "scenario-form": Mistake(N_("{key} is not written as a scenario has it"), N_("write for example {example}")),
    "scenario-name": Mistake(N_("another scenario of the file is called so too"), N_("give it another name")),
    "scenario-place": Mistake(N_("{text} is no place of an act"), N_("write for example {example}")),
}

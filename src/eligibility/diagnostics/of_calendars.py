"""What can be wrong with the working calendar, and with a term counted over it."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import ONE_OF, Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    "calendar-date": Mistake(N_("{key} is {value}, not a date"), N_("write {key}: 2018-03-08")),
    "calendar-estimated": Mistake(N_("estimated is {value}"), N_("write true, or leave it out")),
    "calendar-kind": Mistake(N_("unknown kind {kind}"), ONE_OF),
    "calendar-lacking": Mistake(
        N_("this term is counted over a working calendar, and the pack has none for {year}"),
        N_("add calendar/{year}.yaml, and the years after it in which the act is in force"),
        severity="warning",
    ),
    "calendar-malformed": Mistake(N_("this is not an entry"), N_("write {{date: …, name: {{kk: …, ru: …}}}}")),
    "calendar-missing": Mistake(
        N_("the working calendar has no data for {year}"),
        N_("add calendar/{year}.yaml to the rules; years held: {years}"),
    ),
    "calendar-name": Mistake(N_("the name is missing or not in both languages"), N_("write name: {{kk: …, ru: …}}")),
    "calendar-section": Mistake(N_("{section} is not a list"), N_("write a list, [] where there is none")),
    "calendar-swap": Mistake(
        N_("the swap with {other} has no other half"),
        N_("add {{date: {other}, for: {day}, …}} to {section} of calendar/{year}.yaml"),
    ),
    "calendar-twice": Mistake(N_("{day} stands here twice"), N_("a day is off or works, once")),
    "calendar-year": Mistake(N_("{day} is not a day of {year}"), N_("move it to its own year's file")),
    "term-invalid": Mistake(
        N_("a term of {n} {unit} cannot be counted"), N_("a term is at least 1 and ends before the year 10000")
    ),
}

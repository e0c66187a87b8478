"""`eligibility acts`: the acts that the rules hold, with their standing on a day."""

from eligibility.answer.today import title_in
from eligibility.cli.framework import supplied
from eligibility.cli.language import lang as language
from eligibility.cli.language import say
from eligibility.cli.options import JsonOption, LifeDayOption, date_of, reader
from eligibility.cli.output import print_json, put
from eligibility.engine import Engine
from eligibility.review.holdings import acts_data
from eligibility.words.days import day_text
from eligibility.words.text import N_


@supplied("engine", reader)
def acts(
    *,
    on: LifeDayOption = None,
    as_json: JsonOption = False,
    engine: Engine,
) -> None:
    day = date_of(on)
    found = acts_data(engine, day)
    if as_json:
        print_json(found)
        return
    put(say(N_("Acts on the day: {day}"), day=day_text(day)), "head")
    for entry in found:
        act = engine.acts[entry["act"]]
        put()
        put(f"{entry['act']}: {act.cited[language()]}", "head", hang=2)
        if title := title_in(act, language()):
            put(title, indent=2)
        for standing in entry["standing"]:
            annexes, reason = ", ".join(map(str, standing["annexes"])), standing["reason"][language()]
            told = say(N_("Annexes {annexes}: {reason}"), annexes=annexes, reason=reason) if annexes else reason
            put(told, "dim", indent=2, hang=2)

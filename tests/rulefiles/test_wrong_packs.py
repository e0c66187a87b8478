"""What can be wrong with a pack is told with the names and numbers it is about, and what is right is let pass."""

from pathlib import Path

import pytest

from tests.rulefiles.wrong_packs import ACT, OF_HOME, SAYS, TEXT, Files, Said, act, category, fact, found, home_care

OWN = "categories.yaml:2:9"
MORE = "facts/more.yaml:1:1"
OTHER_TYPE = "compare it with a value of its own type"
DEFINE = "define it first"
SHAPE = "a requirement names one document (or a group with its any_of) or all_of several"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        # conditions
        (category("pensionerr"), ("undefined-category", OWN, "unknown category pensionerr", DEFINE)),
        (category("age"), ("not-boolean", OWN, "age is not true or false", "compare it with a value")),
        (
            category("orphan in [true, 7]"),
            ("wrong-comparison", OWN, "orphan is of type bool and cannot be compared with 7 this way", OTHER_TYPE),
        ),
        (
            category("disability < none"),
            ("wrong-comparison", OWN, "disability is of type choice and cannot be compared with none this way", OTHER_TYPE),
        ),
        (
            category("age == true"),
            ("wrong-comparison", OWN, "age is of type years and cannot be compared with true this way", OTHER_TYPE),
        ),
        (
            category("birth_date == 2018"),
            ("wrong-comparison", OWN, "birth_date is of type date and cannot be compared with 2018 this way", OTHER_TYPE),
        ),
        (category("heating == gas"), ("undefined-fact", OWN, "unknown fact heating", DEFINE)),
        (category("disability in [none, chidl]"), ("undefined-value", OWN, "unknown value chidl", "did you mean child?")),
        (category("disability == qqq"), ("undefined-value", OWN, "unknown value qqq", DEFINE)),
        (
            category("file_incomplete"),
            ("reserved-name", OWN, "file_incomplete may stand in grounds alone", "use facts and categories"),
        ),
        (category("age >= 0"), ("always-true", OWN, "this condition is always true", "leave the condition out, or mend it")),
        (
            category("age > 130"),
            ("always-false", OWN, "this condition is never true", "mend the condition, or leave the rule out"),
        ),
        (category("income < 40 * mrp and income >= 0.5 * mrp or income == 20000.50"), None),
        (category("wedding < 2008-06-01 and birth_date < wedding and wedding <= filing_day"), None),
        (category("filing_day in 12-01..02-28 and mrp >= 2405"), None),
        (category("groups == veteran and groups == carer"), None),
        (category("age >= 0.01 * mrp"), None),
        (
            category("wedding < mrp"),
            ("wrong-comparison", OWN, "wedding is of type date and cannot be compared with mrp this way", OTHER_TYPE),
        ),
        (
            category("wedding < 2 * mrp"),
            ("wrong-comparison", OWN, "wedding is of type date and cannot be compared with 2 * mrp this way", OTHER_TYPE),
        ),
        (
            category("income < wedding"),
            ("wrong-comparison", OWN, "income is of type number and cannot be compared with wedding this way", OTHER_TYPE),
        ),
        (category("wedding < weding"), ("undefined-fact", OWN, "unknown fact weding", "did you mean wedding?")),
        (category("income < mpr"), ("undefined-parameter", OWN, "unknown parameter mpr", "did you mean mrp?")),
        (
            category("income == filing_day"),
            ("wrong-comparison", OWN, "income is of type number and cannot be compared with filing_day this way", OTHER_TYPE),
        ),
        (
            category("orphan == 2008-06-01"),
            (
                "compared-with-a-day",
                OWN,
                "orphan is of type bool and cannot be compared with the day 2008-06-01",
                "a day is compared with a fact of type date, or with filing_day",
            ),
        ),
        (
            category("filing_day >= 2024-01-01 and filing_day < 2023-01-01"),
            ("always-false", OWN, "this condition is never true", "mend the condition, or leave the rule out"),
        ),
        (
            category("filing_day in 01-01..12-31"),
            ("always-true", OWN, "this condition is always true", "leave the condition out, or mend it"),
        ),
        (
            category("wedding < filing_day and wedding > filing_day"),
            ("always-false", OWN, "this condition is never true", "mend the condition, or leave the rule out"),
        ),
        (
            category("income < 100 and income >= 0.05 * mrp"),
            ("always-false", OWN, "this condition is never true", "mend the condition, or leave the rule out"),
        ),
        # the vocabulary
        (fact("  type: bool\n"), None),
        (fact("  type: years\n  range: [0, 5]\n"), None),
        (fact("  type: months\n"), ("incomplete-fact", MORE, "the months fact heating lacks range", "add range")),
        (fact("  type: number\n"), ("incomplete-fact", MORE, "the number fact heating lacks range", "add range")),
        (
            fact(f"  type: years\n  says: {SAYS}\n"),
            ("incomplete-fact", MORE, "the years fact heating lacks range", "add range"),
        ),
        (
            fact("  type: choice\n  values: {}\n"),
            ("incomplete-fact", MORE, "the choice fact heating lacks values", "add values"),
        ),
        (
            fact(f"  type: years\n  says: {SAYS}\n  range: [6, 5]\n"),
            ("empty-range", MORE, "no value lies between 6 and 5", "give the lowest value first"),
        ),
        (
            fact(f"  type: years\n  says: {SAYS}\n  range: [0, 5]\n  since: age\n"),
            ("since-no-date", MORE, "heating is counted since age, which is no date fact", "name a fact of type date"),
        ),
        (
            category("age < 18", "file_incomplete"),
            ("name-taken", "categories.yaml:1:1", "file_incomplete has a meaning already", "give it another name"),
        ),
        (
            category("age < 18", "unsaid"),
            ("name-taken", "categories.yaml:1:1", "unsaid has a meaning already", "give it another name"),
        ),
        # citations
        (
            home_care("fee: [{fee: free, cite: '6(2)'}]"),
            ("citation-unresolved", f"{OF_HOME}:4:25", "the act has no 6(2) in its provisions", "did you mean 6(1)?"),
        ),
        (
            home_care("fee: [{fee: free, cite: ['1', '55']}]"),
            (
                "citation-unresolved",
                f"{OF_HOME}:4:31",
                "the act has no 55 in its provisions",
                "add the line to provisions.yaml with its status",
            ),
        ),
        (
            home_care("fee: [{fee: free, cite: act 8}]"),
            (
                "citation-unresolved",
                f"{OF_HOME}:4:25",
                "the act has no act 8 in its provisions",
                "add the line to provisions.yaml with its status",
            ),
        ),
        # shapes
        (
            home_care("requirements: [{document: application, all_of: [application], cite: '1'}]"),
            ("requirement-shape", f"{OF_HOME}:4:16", SHAPE, "keep either document or all_of"),
        ),
        (
            home_care("requirements: [{all_of: [application], any_of: [application], cite: '1'}]"),
            ("requirement-shape", f"{OF_HOME}:4:16", SHAPE, "keep either document or all_of"),
        ),
        (
            home_care(f"stated_terms: [{{duration: {{value: -2, unit: months}}, text: {TEXT}, cite: '1'}}]"),
            ("no-amount", f"{OF_HOME}:4:35", "-2 is no amount of time", "give the amount as the act does"),
        ),
        (
            home_care(f"steps: [{{step: 1, part_of: 1, actor: clerk, action: {TEXT}, cite: '1'}}]"),
            ("undefined-step", f"{OF_HOME}:4:28", "unknown step 1", DEFINE),
        ),
        (
            home_care(f"pauses: [{{pause: extension, text: {TEXT}, cite: '1', notice: {{value: 0, unit: hours}}}}]"),
            ("no-amount", f"{OF_HOME}:4:78", "0 is no amount of time", "give the amount as the act does"),
        ),
        # acts
        (
            act(('registered: {number: "11", day: 2018-01-20}', 'registered: {number: "11", day: 2018-01-09}')),
            (
                "act-days",
                f"{ACT}/act.yaml:6:10",
                "the days of the act are out of order",
                "an act is adopted, registered, amended, repealed, in this order",
            ),
        ),
        (
            act(("in_force:", "repeal: {number: '5', adopted: 2018-01-15, in_force: unknown}\nin_force:")),
            (
                "act-days",
                f"{ACT}/act.yaml:6:10",
                "the days of the act are out of order",
                "an act is adopted, registered, amended, repealed, in this order",
            ),
        ),
        (
            act(("days_after_publication: 10", "days_after_publication: -2000000000")),
            (
                "no-amount",
                f"{ACT}/act.yaml:8:36",
                "-2000000000 is no amount of time",
                "give the amount as the act does",
            ),
        ),
        (act(("days_after_publication: 10", "days_after_publication: 2000000000")), None),
        (act(("days_after_publication: 10", "days_after_publication: 0")), None),
        (
            act(("{days_after_publication: 10, ", "{")),
            (
                "wrong-type",
                f"{ACT}/act.yaml:8:11",
                "in_force does not have the form its place asks for",
                "see writing-rules.md for what in_force holds",
            ),
        ),
        (
            act(("10 қаңтардағы", "10 қаңтарда")),
            None,
        ),
        (
            act(("10 қаңтардағы", "11 қаңтардағы")),
            (
                "cited-otherwise",
                f"{ACT}/act.yaml:11:13",
                "the act is cited without its 2018 жылғы 10 қаңтар",
                "number and day stand in the citation as they stand in the file",
            ),
        ),
        (
            act(("№ 1 қаулысы", "№ 2 қаулысы")),
            (
                "cited-otherwise",
                f"{ACT}/act.yaml:11:13",
                "the act is cited without its № 1",
                "number and day stand in the citation as they stand in the file",
            ),
        ),
        # where files stand
        (
            {"more.yaml": "a: 1\n"},
            ("misplaced-file", "more.yaml:1:1", "no rule file belongs at this place", "see the layout in writing-rules.md"),
        ),
        (
            {"acts/act.yaml": "a: 1\n"},
            ("misplaced-file", "acts/act.yaml:1:1", "no rule file belongs at this place", "see the layout in writing-rules.md"),
        ),
        (
            {"calendar/next.yaml": "days_off: []\nworking: []\n"},
            (
                "misplaced-file",
                "calendar/next.yaml:1:1",
                "no rule file belongs at this place",
                "see the layout in writing-rules.md",
            ),
        ),
        # keys and words
        (
            home_care("stated_terms: [{cite: '1', text: {kk: а, ru: а}, duration: {unit: unstated, day: 1}}]"),
            (
                "unexpected-key",
                f"{OF_HOME}:4:77",
                "day is no key of this place",
                "this place knows: unit, value, bound, plus",
            ),
        ),
        (
            home_care("fee: [{fee: qqq, cite: '1'}]"),
            ("unknown-word", f"{OF_HOME}:4:13", "qqq is not one of free, paid", "use one of them"),
        ),
        (
            home_care("fee: [{fee: piad, cite: '1'}]"),
            ("unknown-word", f"{OF_HOME}:4:13", "piad is not one of free, paid", "did you mean paid?"),
        ),
        (home_care("fee: [{fee: free}]"), ("missing-key", f"{OF_HOME}:4:7", "cite is missing", "add it")),
        (
            {"regions.yaml": "town: {kk: қала}\nvillage: {kk: ауыл, ru: село}\n"},
            ("missing-language", "regions.yaml:1:7", "ru is missing", "add it"),
        ),
        (
            {OF_HOME: "- 1\n"},
            (
                "wrong-file",
                f"{OF_HOME}:1:3",
                "the file does not have the form its place asks for",
                "see writing-rules.md for what the file holds",
            ),
        ),
        (
            {OF_HOME: "[]\n"},
            (
                "wrong-file",
                f"{OF_HOME}:1:1",
                "the file does not have the form its place asks for",
                "see writing-rules.md for what the file holds",
            ),
        ),
        # names in shared files
        (
            {"documents/more.yaml": f"card:\n  name: {TEXT}\n  serves_as: [application, aplication]\n"},
            ("undefined-document", "documents/more.yaml:3:28", "unknown document aplication", "did you mean application?"),
        ),
    ],
)
def test_what_is_told(files: Files, said: Said | None, tmp_path: Path) -> None:
    told = [one for one in found(tmp_path, files) if one[0] != "unused-id"]  # no rule is written for what is only defined
    assert told == ([said] if said else [])

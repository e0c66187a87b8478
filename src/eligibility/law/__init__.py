"""What the law says, as frozen values: vocabulary, acts, editions, conditions, days, and the reading of rule files."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.law.calendar import Calendar as Calendar
    from eligibility.law.condition import Condition as Condition
    from eligibility.law.condition import parse as parse
    from eligibility.law.edition import Edition as Edition
    from eligibility.law.edition import Flag as Flag
    from eligibility.law.edition import Ground as Ground
    from eligibility.law.edition import Requirement as Requirement
    from eligibility.law.edition import Step as Step
    from eligibility.law.life import Life as Life
    from eligibility.law.life import life_on as life_on
    from eligibility.law.pack import EditionKey as EditionKey
    from eligibility.law.pack import Pack as Pack
    from eligibility.law.vocabulary import Act as Act
    from eligibility.law.vocabulary import Document as Document
    from eligibility.law.vocabulary import Duration as Duration
    from eligibility.law.vocabulary import Fact as Fact
    from eligibility.law.vocabulary import Service as Service
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "calendar": "Calendar",
            "condition": "Condition parse",
            "edition": "Edition Flag Ground Requirement Step",
            "life": "Life life_on",
            "pack": "EditionKey Pack",
            "vocabulary": "Act Document Duration Fact Service",
        },
    )

"""The two languages: texts, message catalogues, days and how words are joined."""

from typing import TYPE_CHECKING

from eligibility._faces import face

if TYPE_CHECKING:
    from eligibility.words.alphabet import alphabetical as alphabetical
    from eligibility.words.catalogue import Catalogue as Catalogue
    from eligibility.words.catalogue import MissingTranslation as MissingTranslation
    from eligibility.words.catalogue import in_both as in_both
    from eligibility.words.days import day_text as day_text
    from eligibility.words.text import LANGS as LANGS
    from eligibility.words.text import N_ as N_
    from eligibility.words.text import NN_ as NN_
    from eligibility.words.text import Lang as Lang
    from eligibility.words.text import Text as Text
else:
    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "alphabet": "alphabetical",
            "catalogue": "Catalogue MissingTranslation in_both",
            "days": "day_text",
            "text": "LANGS N_ NN_ Lang Text",
        },
    )

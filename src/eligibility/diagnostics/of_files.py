"""What can be wrong with a file before anybody asks what it means: bytes, YAML, JSON."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    "no-file": Mistake(N_("the file cannot be read"), N_("check its name")),
    "too-large": Mistake(N_("there are more than {limit} bytes"), N_("a case is a small file")),
    # JSON
    "duplicate-key": Mistake(N_("the key {key} stands twice"), N_("keep one of the two")),
    "json-syntax": Mistake(N_("this is not JSON"), N_("check the quotes, commas and brackets near here")),
    "not-utf8": Mistake(N_("this is not UTF-8 text"), N_("save it as UTF-8")),
    "too-deep": Mistake(N_("the data is nested too deeply or holds a number no case has"), N_("a case has few levels")),
    # YAML
    "yaml-alias": Mistake(N_("an alias repeats another part of the file"), N_("write the part out")),
    "yaml-duplicate-key": Mistake(N_("the key {key} stands here twice"), N_("keep one of the two")),
    "yaml-key": Mistake(N_("a key must be a word"), N_("write a plain word before the colon")),
    "yaml-not-utf8": Mistake(N_("the file is not UTF-8 text"), N_("save it as UTF-8")),
    "yaml-syntax": Mistake(N_("this is not YAML"), N_("check the indentation, the quotes and the brackets near here")),
    "yaml-too-deep": Mistake(N_("the file is nested too deeply"), N_("no rule file nests this far")),
    "yaml-too-large": Mistake(N_("the file has {size} bytes, more than {limit}"), N_("split the file")),
    "yaml-yes-no": Mistake(N_("{word} may be read as a boolean"), N_('write true or false, or quote it: "{word}"')),
}

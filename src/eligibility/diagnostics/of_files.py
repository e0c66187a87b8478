"""What can be wrong with a file before anybody asks what it means: bytes, YAML, JSON."""

from collections.abc import Mapping

from eligibility.diagnostics.code import Code
from eligibility.words.text import N_

CODES: Mapping[str, Code] = {
    "no-file": Code(N_("the file cannot be read"), N_("check its name")),
    "too-large": Code(N_("there are more than {limit} bytes"), N_("a case is a small file")),
    # JSON
    "duplicate-key": Code(N_("the key {key} stands twice"), N_("keep one of the two")),
    "json-syntax": Code(N_("this is not JSON"), N_("check the quotes, commas and brackets near here")),
    "not-utf8": Code(N_("this is not UTF-8 text"), N_("save it as UTF-8")),
    "too-deep": Code(N_("the data is nested too deeply or holds a number no case has"), N_("a case has few levels")),
    # YAML
    "yaml-alias": Code(N_("an alias repeats another part of the file"), N_("write the part out")),
    "yaml-duplicate-key": Code(N_("the key {key} stands here twice"), N_("keep one of the two")),
    "yaml-key": Code(N_("a key must be a word"), N_("write a plain word before the colon")),
    "yaml-not-utf8": Code(N_("the file is not UTF-8 text"), N_("save it as UTF-8")),
    "yaml-syntax": Code(N_("this is not YAML"), N_("check the indentation, the quotes and the brackets near here")),
    "yaml-too-deep": Code(N_("the file is nested too deeply"), N_("no rule file nests this far")),
    "yaml-too-large": Code(N_("the file has {size} bytes, more than {limit}"), N_("split the file")),
    "yaml-yes-no": Code(N_("{word} may be read as a boolean"), N_('write true or false, or quote it: "{word}"')),
}

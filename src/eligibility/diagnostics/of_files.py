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
    "yaml-after-quote": Mistake(
        N_("something stands behind the closing quote of a text"), N_("put the whole text in quotes, with «…» inside")
    ),
    "yaml-alias": Mistake(N_("an alias repeats another part of the file"), N_("write the part out")),
    "yaml-bracket": Mistake(
        N_("the sign {sign} stands in a text without quotes"), N_("put the text or the condition in quotes")
    ),
    "yaml-colon": Mistake(N_("a colon with a space behind it stands in a text without quotes"), N_("put the text in quotes")),
    "yaml-comma": Mistake(
        N_("a comma cuts the text here: what follows is read as a key"),
        N_('put a text that holds a comma in quotes: {{kk: "…, …", ru: "…, …"}}'),
    ),
    "yaml-duplicate-key": Mistake(N_("the key {key} stands here twice"), N_("keep one of the two")),
    "yaml-indent": Mistake(
        N_("the line does not begin where its neighbours do"),
        N_("begin all entries of a list, and all keys of a mapping, in one column"),
    ),
    "yaml-key": Mistake(N_("a key must be a word"), N_("write a plain word before the colon")),
    "yaml-no-colon": Mistake(N_("a key, a colon and a space are expected here"), N_("write key: value")),
    "yaml-not-utf8": Mistake(N_("the file is not UTF-8 text"), N_("save it as UTF-8")),
    "yaml-quote": Mistake(
        N_("the quote {sign} that opens here is not closed"), N_("close it; quotes inside a text are written as «…»")
    ),
    "yaml-sign": Mistake(N_("a text without quotes cannot begin with {sign}"), N_("put the text in quotes")),
    "yaml-space": Mistake(N_("this is a special space, such as one that does not break"), N_("type a plain space instead")),
    "yaml-syntax": Mistake(N_("this is not YAML"), N_("check the indentation, the quotes and the brackets near here")),
    "yaml-tab": Mistake(N_("a tab stands where spaces are expected"), N_("type spaces instead")),
    "yaml-too-deep": Mistake(N_("the file is nested too deeply"), N_("no rule file nests this far")),
    "yaml-too-large": Mistake(N_("the file has {size} bytes, more than {limit}"), N_("split the file")),
    "yaml-unclosed": Mistake(
        N_("the bracket {sign} that opens here is not closed"), N_("close it; a text that holds brackets stands in quotes")
    ),
    "yaml-yes-no": Mistake(N_("{word} may be read as a boolean"), N_('write true or false, or quote it: "{word}"')),
}

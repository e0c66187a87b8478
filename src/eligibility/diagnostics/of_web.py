"""What can be wrong with a request to the server, or with the server itself."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    "web-not-installed": Mistake(
        N_("the server needs a part of the program that is not installed here"), N_("install it: {command}")
    ),
    "cannot-listen": Mistake(N_("no server can listen at {address}"), N_("choose another host or port")),
    "no-such-address": Mistake(N_("there is nothing at this address"), N_("{place} lists what there is")),
    "other-method": Mistake(N_("this address takes other requests: {methods}")),
    "other-type": Mistake(
        N_("the body is not of a type that this address takes"), N_("send it with the header Content-Type: {type}")
    ),
    "too-slow": Mistake(N_("the body did not arrive within {seconds} seconds"), N_("send it again")),
    "too-many-lines": Mistake(
        N_("a batch has at most {limit} lines; this one and those behind it are not read"), N_("send them in another batch")
    ),
    # papers
    "kind-needs-office": Mistake(
        N_("such a paper is given by an office alone, and this server speaks for none"), N_("it gives: {known}")
    ),
    "not-accepted": Mistake(N_("the paper is made in no type that is accepted"), N_("one of: {known}")),
    "papers-busy": Mistake(N_("too many papers are asked for at once"), N_("ask again in {seconds} seconds")),
    "paper-not-finished": Mistake(N_("the paper was not finished"), N_("ask again in {seconds} seconds")),
    # the server itself
    "engines-disagree": Mistake(
        N_("the two engines disagree, so there is no decision"), N_("report it as a defect, with the id of the request")
    ),
    "defect": Mistake(
        N_("the program failed at this request, so there is no answer"),
        N_("report it as a defect, with the id of the request"),
    ),
}

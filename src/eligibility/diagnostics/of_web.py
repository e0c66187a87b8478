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
    "not-json-type": Mistake(N_("the body is not sent as JSON"), N_("send it with the header Content-Type: application/json")),
    "too-slow": Mistake(N_("the body did not arrive within {seconds} seconds"), N_("send it again")),
    "engines-disagree": Mistake(
        N_("the two engines disagree, so there is no decision"), N_("report it as a defect, with the id of the request")
    ),
    "defect": Mistake(
        N_("the program failed at this request, so there is no answer"),
        N_("report it as a defect, with the id of the request"),
    ),
}

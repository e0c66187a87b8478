"""What can be wrong with a request to the server, or with the server itself."""

from collections.abc import Mapping

from eligibility.diagnostics.mistake import Mistake
from eligibility.words.text import N_

MISTAKES: Mapping[str, Mistake] = {
    "web-not-installed": Mistake(
        N_("the server needs a part of the program that is not installed here"), N_("install it: {command}")
    ),
    "cannot-listen": Mistake(N_("no server can listen at {address}"), N_("choose another host or port")),
    # its settings
    "not-settings": Mistake(N_("settings are a mapping of names to values"), N_("see docs/server.md")),
    "not-a-list": Mistake(N_("this is no list of at most {limit} entries"), N_("write for example {example}")),
    "not-an-address": Mistake(N_("this is neither the address of a machine nor a network"), N_("write 10.0.0.5 or 10.0.0.0/8")),
    "not-an-origin": Mistake(
        N_("this is not the origin of a page"), N_("write scheme, name and port alone, in small letters: https://example.kz")
    ),
    "not-a-printer": Mistake(N_("this is not the name of a printer"), N_("«lpstat -e» shows the names")),
    "runtime-not-private": Mistake(
        N_("the folder {folder} cannot be used while the server runs: it must be its own and closed to others"),
        N_("give it to the server's user with the mode 700, or name another"),
    ),
    # a request
    "no-such-address": Mistake(N_("there is nothing at this address"), N_("{place} lists what there is")),
    "other-method": Mistake(N_("this address takes other requests: {methods}")),
    "other-type": Mistake(
        N_("the body is not of a type that this address takes"), N_("send it with the header Content-Type: {type}")
    ),
    "too-slow": Mistake(N_("the body did not arrive within {seconds} seconds"), N_("send it again")),
    "not-http": Mistake(N_("this is not a request of HTTP"), N_("in an address, write letters that are not Latin with %")),
    "head-too-large": Mistake(
        N_("the request's headers are more than {headers}, or have more than {limit} bytes"), N_("send fewer of them")
    ),
    "head-too-slow": Mistake(N_("the request did not begin within {seconds} seconds"), N_("send it again")),
    "too-many-requests": Mistake(
        N_("more requests came from this address than the {rate} a minute it may make"), N_("wait {seconds} seconds")
    ),
    "too-busy": Mistake(N_("too many are connected to the server"), N_("try again in a minute")),
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
    "not-printed": Mistake(
        N_("the list could not be printed here"), N_("take it along with the square code, or ask the staff")
    ),
    # the server itself
    "engines-disagree": Mistake(
        N_("the two engines disagree, so there is no decision"), N_("report it as a defect, with the id of the request")
    ),
    "defect": Mistake(
        N_("the program failed at this request, so there is no answer"),
        N_("report it as a defect, with the id of the request"),
    ),
}

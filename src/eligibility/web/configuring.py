"""The settings of a server, read from a file, the environment and the command line; all mistakes are told at once."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from ipaddress import ip_network
from pathlib import Path
from typing import Any, TypeVar

from eligibility.diagnostics.diagnostic import Place
from eligibility.diagnostics.meant import masked, mistyped
from eligibility.diagnostics.refusal import Refused, refused
from eligibility.law.pack import Pack
from eligibility.letters.statement import Office, read_office
from eligibility.plain.reading import Reading, Steps, dotted
from eligibility.plain.strictjson import parse_json
from eligibility.plain.yamlfile import MAX_BYTES, YamlFile, read_yaml
from eligibility.web.settings import LOGGED, KioskSettings, Network, Settings, private_folder

VARIABLE = "ELIGIBILITY_WEB_"
"""begins the names of the environment's own"""
OF_SERVER = tuple(one.name for one in fields(Settings))
OF_KIOSK = tuple(one.name for one in fields(KioskSettings))
STEPS: tuple[Steps, ...] = (
    *((key,) for key in OF_SERVER if key != "kiosk"),
    *(("kiosk", key) for key in OF_KIOSK),
)
VARIABLES = {VARIABLE + "_".join(map(str, steps)).upper(): steps for steps in STEPS}
NUMBERS = {"port", "workers", "rate", "idle"}
LISTS = {"proxies", "parents", "services"}
"""parted by commas in the environment"""
PORTS = (0, 65_535)
WORKERS = (1, 64)
RATES = (1, 1_000_000)
IDLES = (40, 3_600)
MAX_LIST = 500
OTHERS = stat.S_IRWXG | stat.S_IRWXO
ORIGIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[1-9][0-9]{0,4})?")
PRINTER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}")
WHOLE = re.compile(r"-?[0-9]{1,9}")

Read = TypeVar("Read")


def read_settings(
    pack: Pack, file: str | None, environment: Mapping[str, str], options: Mapping[str, str | int | None], kiosk: bool = False
) -> Settings:
    """Of what is set twice the command line's word counts, then the environment's, then the file's."""
    written = _written(file)
    data, places = written.data or {}, dict[Steps, str]()
    where = _where(written if file else None, places)
    reading = Reading(data, where)
    if reading.mapping("not-settings") is None:
        reading.check()
    data = reading.data = {**data}
    if kiosk or "kiosk" in data:
        data["kiosk"] = data.get("kiosk") or {}
    for steps, name, value in (*_of_environment(environment), *_of_options(options)):
        places[steps] = name
        if steps in STEPS:
            _put(data, steps, value)
        else:
            reading.under(*steps).report("unknown-key", **mistyped(name, VARIABLES))
    found = _SettingsReader(reading, pack, Path(file).parent if file else Path(), environment).settings()
    reading.check()
    return found


def _written(file: str | None) -> YamlFile:
    if file is None:
        return YamlFile("")
    found = read_yaml(file, _content(Path(file)))
    if found.diagnostics:
        raise Refused(found.diagnostics)
    return found


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise refused("no-file", str(path)) from None


def _where(written: YamlFile | None, places: Mapping[Steps, str]) -> Callable[[Steps], Place | str]:
    """Where something is set: an option, a variable, or a place in the file."""

    def where(steps: Steps) -> Place | str:
        named = (places[steps[:length]] for length in range(len(steps), 0, -1) if steps[:length] in places)
        return next(named, None) or (written.keys.get(steps) or written.place(steps) if written else dotted(steps))

    return where


def _of_environment(environment: Mapping[str, str]) -> Iterator[tuple[Steps, str, object]]:
    """A variable that sets nothing leads nowhere."""
    for name in sorted(environment):
        if name.startswith(VARIABLE):
            steps = VARIABLES.get(name, (name,))
            yield steps, name, _typed(str(steps[-1]), environment[name])


def _typed(key: str, text: str) -> object:
    if key in LISTS:
        return [one.strip() for one in text.split(",") if one.strip()]
    return int(text) if key in NUMBERS and WHOLE.fullmatch(text) else text


def _of_options(options: Mapping[str, str | int | None]) -> Iterator[tuple[Steps, str, object]]:
    for key, value in options.items():
        if value is not None:
            yield (key,), f"--{key}", value


def _put(data: dict[Any, Any], steps: Steps, value: object) -> None:
    """Where a kiosk is written as something that it is not, that stays to be told."""
    *above, key = steps
    if above:
        inner = data.get(above[0])
        if inner is not None and not isinstance(inner, dict):
            return
        data[above[0]] = data = {**(inner or {})}
    data[key] = value


class _SettingsReader:
    def __init__(self, reading: Reading, pack: Pack, folder: Path, environment: Mapping[str, str]) -> None:
        self._reading, self._pack, self._folder, self._environment = reading, pack, folder, environment

    def settings(self) -> Settings:
        reading = self._reading
        _strangers(reading, OF_SERVER)
        given = {
            "host": reading.at("host").text(),
            "port": _number(reading.at("port"), *PORTS),
            "workers": _number(reading.at("workers"), *WORKERS),
            "rate": _number(reading.at("rate"), *RATES),
            "proxies": _list(reading.at("proxies"), "10.0.0.5", _network),
            "office": self._office(reading.at("office")),
            "parents": _list(reading.at("parents"), "https://example.kz", _origin),
            "log": reading.at("log").word(LOGGED),
            "kiosk": self._kiosk(reading.at("kiosk")),
        }
        told: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
        return Settings(**told, runtime=self._runtime(reading.at("runtime")))

    def _kiosk(self, reading: Reading) -> KioskSettings | None:
        if reading.data is None or reading.mapping("not-settings") is None:
            return None
        _strangers(reading, OF_KIOSK)
        region = reading.at("region").id(self._pack.regions, "unknown-region", lambda: self._pack.regions)
        services = _list(reading.at("services"), next(iter(self._pack.services), "…"), self._service)
        day, years = reading.at("on").day(), self._pack.years
        if day and years and day.year not in years:
            reading.at("on").report("date-out-of-range", id=day, first=min(years), last=max(years))
        printer = reading.at("printer")
        if printer.data is not None and not (isinstance(printer.data, str) and PRINTER.fullmatch(printer.data)):
            printer.report("not-a-printer")
        idle = _number(reading.at("idle"), *IDLES)
        more = {} if idle is None else {"idle": idle}
        return KioskSettings(region, services or (), day, printer.data, **more)

    def _service(self, reading: Reading) -> str | None:
        services = self._pack.services
        return reading.id(services, "unknown-service", lambda: {id: one.title for id, one in services.items()})

    def _office(self, reading: Reading) -> Office | None:
        name = reading.text()
        if name is None:
            return None
        path = self._folder / name
        try:
            return read_office(_data(path), str(path), path.parent)
        except Refused as refused:
            reading.found.extend(refused.diagnostics)
            return None

    def _runtime(self, reading: Reading) -> Path:
        """The one that is set, or the session's or service's own, or one that lasts as long as the program."""
        name = reading.text()
        session = self._environment.get("XDG_RUNTIME_DIR", "")
        service = self._environment.get("RUNTIME_DIRECTORY", "").partition(":")[0]
        if name is None and not service and not (session and Path(session).is_dir()):
            return private_folder()
        folder = Path(name or service or Path(session, "eligibility"))
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            ours = not folder.stat().st_mode & OTHERS and os.access(folder, os.R_OK | os.W_OK | os.X_OK)
        except OSError:
            ours = False
        if not ours:
            reading.report("runtime-not-private", folder=folder)
        return folder


def _strangers(reading: Reading, known: tuple[str, ...]) -> None:
    for key in reading.data:
        if key not in known:
            reading.under(key).report("unknown-key", **mistyped(str(key), known))


def _number(reading: Reading, low: int, high: int) -> int | None:
    found = reading.data
    if found is None:
        return None
    if not isinstance(found, int) or isinstance(found, bool):
        reading.report("not-a-number", id=masked(found))
        return None
    if not low <= found <= high:
        reading.report("out-of-range", id=masked(found), low=low, high=high)
        return None
    return found


def _list(reading: Reading, example: str, one: Callable[[Reading], Read | None]) -> tuple[Read, ...] | None:
    if reading.data is None:
        return None
    entries = reading.entries("not-a-list", MAX_LIST, limit=MAX_LIST, example=example) or ()
    return tuple(found for found in map(one, entries) if found is not None)


def _network(reading: Reading) -> Network | None:
    try:
        return ip_network(reading.data if isinstance(reading.data, str) else "")
    except ValueError:
        reading.report("not-an-address")
        return None


def _origin(reading: Reading) -> str | None:
    """A scheme, a host and perhaps a port, as a browser tells where a page comes from."""
    if isinstance(reading.data, str) and ORIGIN.fullmatch(reading.data):
        return reading.data
    reading.report("not-an-origin")
    return None


def _data(path: Path) -> Any:
    if path.suffix not in (".yaml", ".yml"):
        return parse_json(_content(path), str(path))
    return _written(str(path)).data

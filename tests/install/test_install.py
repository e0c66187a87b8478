"""Every way of installing, as `make test-install` tries them. These take libraries from the registry."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.install.conftest import CASE, CHECKOUT, Machine

RETE = sys.platform == "linux" and sys.version_info < (3, 13)
needs_rete = pytest.mark.skipif(not RETE, reason="durable-rules is for Linux and Python below 3.13")
QUESTION = "1. Есть ли у Вас инвалидность?"
ASK = ("ask", "wheelchairs", "--act", "kyzylorda-2015-118", "--on", "2016-03-01")


def engine_of(machine: Machine, venv: Path) -> str:
    found = json.loads(machine.run(venv / "bin" / "eligibility", "doctor", "--json"))
    assert found["rete"] is (found["engine"] == "paired")
    return str(found["engine"])


def recipe_of_the_office() -> str:
    """What docs/operating.md tells to type where there is neither network nor compiler."""
    page = (CHECKOUT / "docs" / "operating.md").read_text(encoding="utf-8")
    section = page.partition("\n## Without network or compiler\n")[2].partition("\n## ")[0]
    _, recipe = re.findall(r"```console\n(.*?)```", section, re.DOTALL)
    return str(recipe)


def advice(said: str) -> list[str]:
    """The command in brackets at the end of a mistake."""
    found = re.search(r"\([^:()]+: (.+)\)$", said.strip())
    assert found is not None, said
    return shlex.split(found.group(1))


class TestPlainInstall:
    def test_without_a_compiler(self, without_compiler: Machine, checkout: Path) -> None:
        venv = without_compiler.venv()
        without_compiler.pip(venv, checkout)
        assert engine_of(without_compiler, venv) == "direct"
        assert QUESTION in without_compiler.run(venv / "bin" / "eligibility", *ASK, given="2\n")
        doctor = without_compiler.run(venv / "bin" / "eligibility", "doctor")
        assert "durable-rules здесь не установлен" in " ".join(doctor.split())
        assert ("durable-rules==2.0.28" in doctor) is RETE

    @needs_rete
    def test_with_one(self, with_compiler: Machine, checkout: Path) -> None:
        venv = with_compiler.venv()
        with_compiler.pip(venv, f"{checkout}[rete]")
        assert engine_of(with_compiler, venv) == "paired"
        case = with_compiler.home / "case.json"
        case.write_text(CASE)
        assert '"rete"' not in with_compiler.run(venv / "bin" / "eligibility", "check", case, "--json", "--engine", "paired")


class TestMake:
    def test_ask_without_a_compiler(self, without_compiler: Machine, checkout: Path) -> None:
        said = without_compiler.run("make", "-C", checkout, "ask", given="в\n")
        reason = "no C compiler here" if RETE else "it is for"
        assert len([line for line in said.splitlines() if "durable-rules" in line and reason in line]) == 1
        assert re.search(r"^Ready after \d+ s$", said, re.MULTILINE)
        assert "Предоставление инвалидам кресло-колясок" in said
        assert engine_of(without_compiler, checkout / ".venv") == "direct"
        assert not list((checkout / ".venv").glob("lib/*/site-packages/mypy*"))

    @needs_rete
    def test_ask_with_one(self, with_compiler: Machine, checkout: Path) -> None:
        assert "durable-rules, compiled here" in with_compiler.run("make", "-C", checkout, "ask", given="в\n")
        assert engine_of(with_compiler, checkout / ".venv") == "paired"

    def test_with_pip_alone(self, with_compiler: Machine, checkout: Path) -> None:
        """The lock file serves pip as it serves uv."""
        with_compiler.run("python3", checkout / "tools" / "setup.py", "--pip", "test")
        assert engine_of(with_compiler, checkout / ".venv") == ("paired" if RETE else "direct")
        assert not (checkout / ".venv" / "bin" / "uv").exists()
        with_compiler.run(checkout / ".venv" / "bin" / "python", "-c", "import pytest, hypothesis, typst")

    def test_where_uv_cannot_be_had(self, without_compiler: Machine, checkout: Path) -> None:
        lock = checkout / "requirements.lock"
        lock.write_text(re.sub(r"^uv==[0-9.]+", "uv==0.0.0", lock.read_text(), flags=re.MULTILINE))
        said = without_compiler.run("python3", checkout / "tools" / "setup.py", "ask")
        assert re.search(r"installer uv 0\.0\.0 …\.* failed", said)
        assert "Ready after" in said

    def test_where_python_has_no_pip(self, without_compiler: Machine, checkout: Path) -> None:
        """Only venv, that is."""
        bare = without_compiler.venv("bare")
        without_compiler.run(bare / "bin" / "python", checkout / "tools" / "setup.py", "ask")
        assert QUESTION in without_compiler.run(checkout / ".venv" / "bin" / "eligibility", *ASK, given="2\n")

    def test_an_environment_of_another_python_is_made_anew(self, without_compiler: Machine, checkout: Path) -> None:
        (checkout / ".venv" / "bin").mkdir(parents=True)
        other = checkout / ".venv" / "bin" / "python"
        other.write_text("#!/bin/sh\necho 3.9.0\n")
        other.chmod(0o755)
        without_compiler.run("python3", checkout / "tools" / "setup.py", "ask")
        assert QUESTION in without_compiler.run(checkout / ".venv" / "bin" / "eligibility", *ASK, given="2\n")


class TestWheelhouse:
    def test_installs_without_network_and_compiler(self, wheelhouse: Path, tmp_path: Path, without_compiler: Machine) -> None:
        """By the very lines of docs/operating.md."""
        office = Machine(tmp_path, without_compiler.path, online=False)
        (tmp_path / "wheels").symlink_to(wheelhouse)
        recipe = recipe_of_the_office().replace("/opt/eligibility", str(tmp_path / "opt"))
        office.run("bash", "-euc", recipe if RETE else recipe.replace("rete,", ""))
        venv = tmp_path / "opt"
        assert engine_of(office, venv) == ("paired" if RETE else "direct")
        assert set(json.loads(office.run(venv / "bin" / "eligibility", "doctor", "--json"))["missing"]) == {"pyspark"}
        case, out, people = tmp_path / "case.json", tmp_path / "list.pdf", tmp_path / "people.csv"
        case.write_text(CASE)
        office.run(venv / "bin" / "eligibility", "letter", "checklist", case, "-o", out)
        assert out.read_bytes().startswith(b"%PDF")
        office.run(venv / "bin" / "eligibility", "population", "example", people, "--service", "wheelchairs")
        decided = office.run(venv / "bin" / "eligibility", "population", "decide", people, "-o", tmp_path / "decided")
        assert "Решено строк: 3" in decided

    def test_has_sums_that_hold(self, wheelhouse: Path) -> None:
        subprocess.run([str(shutil.which("sha256sum")), "--quiet", "-c", "SHA256SUMS"], cwd=wheelhouse, check=True)
        named = (wheelhouse / "SHA256SUMS").read_text().split()[1::2]
        assert sorted(named) == sorted(one.name for one in wheelhouse.glob("*.whl"))


class TestAdvice:
    """What the program says about a part that is missing can be done as it stands."""

    def letter(self, machine: Machine, program: Path, code: int = 0) -> str:
        case = machine.home / "case.json"
        case.write_text(CASE)
        return machine.run(program, "letter", "checklist", case, "-o", machine.home / "list.pdf", code=code)

    @pytest.mark.parametrize("with_pip", [True, False], ids=["pip", "no pip"])
    def test_of_an_installed_wheel(self, with_compiler: Machine, wheelhouse: Path, with_pip: bool) -> None:
        venv = with_compiler.venv()
        (wheel,) = wheelhouse.glob("eligibility-*.whl")
        with_compiler.quickly(venv, wheel, *(["pip"] if with_pip else []))
        program = venv / "bin" / "eligibility"
        command = advice(self.letter(with_compiler, program, 2))
        assert "typst" in " ".join(command)
        if command[0] == "uv":
            command[0] = str(shutil.which("uv") or Path(sys.executable).with_name("uv"))
        with_compiler.run(*command)
        self.letter(with_compiler, program)

    @needs_rete
    def test_about_the_second_engine(self, with_compiler: Machine, wheelhouse: Path) -> None:
        venv = with_compiler.venv()
        (wheel,) = wheelhouse.glob("eligibility-*.whl")
        with_compiler.quickly(venv, wheel, "pip")
        said = with_compiler.run(venv / "bin" / "eligibility", "doctor").splitlines()
        with_compiler.run(*shlex.split(said[-1]))
        assert engine_of(with_compiler, venv) == "paired"

    def test_of_a_checkout(self, with_compiler: Machine, checkout: Path) -> None:
        with_compiler.run("python3", checkout / "tools" / "setup.py", "ask")
        program = checkout / ".venv" / "bin" / "eligibility"
        command = advice(self.letter(with_compiler, program, 2))
        assert command[-1] == str(checkout / "tools" / "setup.py")
        with_compiler.run(*command)
        self.letter(with_compiler, program)


def test_the_wheel_is_typed(with_compiler: Machine, wheelhouse: Path, tmp_path: Path) -> None:
    """mypy sees no Any in the examples of docs/embedding.md, where nothing but the wheel tells it of types."""
    venv = with_compiler.venv()
    (wheel,) = wheelhouse.glob("eligibility-*.whl")
    with_compiler.quickly(venv, wheel)
    written = re.findall(r"```python\n(.*?)```", (CHECKOUT / "docs" / "embedding.md").read_text(encoding="utf-8"), re.DOTALL)
    examples = [one for one in written if "from eligibility" in one]
    assert len(examples) > 1
    program = tmp_path / "example.py"
    mypy = [sys.executable, "-m", "mypy", "--strict", "--disallow-any-expr", "--disallow-any-explicit", "--no-incremental"]
    mypy += ["--config-file", "/dev/null", "--python-executable", str(venv / "bin" / "python"), str(program)]
    for example in examples:
        program.write_text(example)
        assert "no issues found" in with_compiler.run(*mypy)
    program.write_text(examples[0] + "\nreveal_type(engine)\nprint(answer.nothing)\n")
    told = with_compiler.run(*mypy, code=1)
    assert 'Revealed type is "eligibility.' in told
    assert 'has no attribute "nothing"' in told


DEEP = """
import yaml
from eligibility.plain.yamlfile import read_yaml
for opening in ("[", "{a: ", "- ", "? ", "[{a: ", "[a, "):
    (found,) = read_yaml("deep.yaml", (opening * (900_000 // len(opening))).encode()).diagnostics
    print(found.code, found.where)
print(yaml._yaml.get_version_string())
"""


def test_deep_nesting_is_told_alike_by_older_and_newer_libraries(with_compiler: Machine, checkout: Path) -> None:
    """libyaml 0.2.6 ends it itself, 0.2.5 does not."""
    said = {}
    for version in ("6.0.3", "6.0.4"):
        venv = with_compiler.venv(version)
        with_compiler.quickly(venv, checkout, f"PyYAML=={version}")
        *lines, library = with_compiler.run(venv / "bin" / "python", "-c", DEEP).splitlines()
        said[library] = lines
    assert set(said) == {"0.2.5", "0.2.6"}
    assert said["0.2.5"] == said["0.2.6"]
    assert {line.split()[0] for line in said["0.2.5"]} == {"yaml-too-deep"}

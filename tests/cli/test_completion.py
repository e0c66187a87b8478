"""The Tab key: what is offered, in both languages, and in each shell that is at hand."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eligibility.cli.app import COMMANDS
from eligibility.words.text import Lang
from tests.cli.running import typed

SHELLS = ("bash", "zsh", "fish")


def offered(*words: str, lang: Lang = "ru") -> dict[str, str]:
    done = typed("completion", "bash", "--", *words, lang=lang)
    assert (done.code, done.err) == (0, "")
    pairs = (line.partition("\t") for line in done.out.splitlines())
    return {value: text for value, _, text in pairs}


class TestOffers:
    def test_commands_with_their_help(self) -> None:
        assert set(offered("")) == set(COMMANDS)
        assert offered("che", lang="kk").keys() == offered("che").keys() == {"check"}
        assert offered("che", lang="kk")["check"].startswith("Өтініш")
        assert offered("che")["check"].startswith("Принять")

    def test_commands_of_a_group(self) -> None:
        assert {"lint", "schema", "coverage"} <= set(offered("rules", ""))
        assert set(offered("rules", "lint", "--j")) == {"--json"}

    @pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
    def test_every_option_of_the_help(self, command: tuple[str, ...]) -> None:
        shown = typed(*command, "--help").out.split("Параметры")[1].splitlines()
        named = {line.split(",")[0].split()[0] for line in shown if line.startswith("  --")}
        assert set(offered(*command, "--")) == named
        assert all(offered(*command, "--").values())

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (("--lang", ""), ("kk", "ru")),
            (("letter", "talon", "case.json", "--lang", ""), ("kk", "ru", "both")),
            (("letter", "ta"), ("talon",)),
            (("check", "--engine", "p"), ("paired",)),
            (("rules", "schema", "ed"), ("edition",)),
            (("show", "wheel"), ("wheelchairs",)),
            (("show", "wheelchairs", "--region", "kyz"), ("kyzylorda-region",)),
            (("show", "wheelchairs", "--act", "kyz"), ("kyzylorda-2015-118",)),
            (("diff", "wheelchairs", "kyz"), ("kyzylorda-2015-118",)),
            (("screen", "--take", "wheel"), ("wheelchairs",)),
            (("screen", "--situation", "war"), ("war-veterans",)),
            (("completion", ""), SHELLS),
        ],
        ids=str,
    )
    def test_known_values(self, words: tuple[str, ...], expected: tuple[str, ...]) -> None:
        assert tuple(offered(*words)) == expected

    @pytest.mark.parametrize(
        "words", [("check", ""), ("check", "--facts", ""), ("letter", "talon", ""), ("nonsense", "--x", "")]
    )
    def test_nothing_where_a_file_or_anything_else_may_stand(self, words: tuple[str, ...]) -> None:
        assert offered(*words) == ({} if words[0] != "nonsense" else offered(""))

    def test_services_have_their_names(self) -> None:
        assert offered("show", "wheel") == {"wheelchairs": "Предоставление инвалидам кресло-колясок"}
        assert offered("show", "wheel", lang="kk")["wheelchairs"] != offered("show", "wheel")["wheelchairs"]


BASH = """
eval "$(eligibility completion bash)"
COMP_WORDS=(eligibility {words}) COMP_CWORD={at}
_eligibility
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
COMPINIT = 'autoload -Uz compinit; compinit -u -d "$HOME/dump"; '
ZSH = """
zmodload zsh/zpty
zpty shell zsh -f
zpty -w shell 'PS1=""; {begun}eval "$(eligibility completion zsh)"; print re''ady'
while zpty -r shell line; do [[ $line == *ready* ]] && break; done
zpty -w -n shell $'eligibility {typed}\\t'
said=
repeat 120; do
  sleep 0.5
  while zpty -r -t shell line; do said+=$line; done
  [[ $said == *{expected}* ]] && break
done
print -r -- $said
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A shell that knows nothing but the program."""
    program = tmp_path / "bin" / "eligibility"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from eligibility.cli.main import main; main()" "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "HOME": str(tmp_path), "ELIGIBILITY_LANG": "ru", "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def said(shell: str, script: str, home: dict[str, str]) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    flags = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *flags, "-c", script], capture_output=True, text=True, env=home, cwd=home["HOME"], timeout=120, check=False
    )
    return done.stdout + done.stderr


class TestShells:
    def test_bash(self, home: dict[str, str]) -> None:
        assert said("bash", BASH.format(words="che", at=1), home).split() == ["check"]
        assert said("bash", BASH.format(words="check --engine ''", at=3), home).split() == ["paired", "rete", "direct"]

    def test_bash_leaves_files_to_the_shell(self, home: dict[str, str]) -> None:
        assert "-o default" in typed("completion", "bash").out
        assert said("bash", BASH.format(words="check ''", at=2), home).split() == []

    @pytest.mark.parametrize("begun", ["", COMPINIT], ids=["bare", "with compinit"])
    def test_zsh(self, home: dict[str, str], begun: str) -> None:
        expected = "show wheelchairs"
        script = ZSH.format(begun=begun, typed="show wheelch", expected=expected.replace(" ", "\\ "))
        assert expected in said("zsh", script, home)

    def test_fish(self, home: dict[str, str]) -> None:
        script = "eligibility completion fish | source; complete -C 'eligibility {words}'"
        assert said("fish", script.format(words="che"), home).startswith("check\tПринять")
        (Path(home["HOME"]) / "case.json").touch()
        assert said("fish", script.format(words="check ca"), home).startswith("case.json")


def test_an_unknown_shell_is_told_which_there_are() -> None:
    done = typed("completion", "powershell")
    assert done.code == 2
    assert "bash, zsh, fish" in done.err


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_the_same_in_both_languages(shell: str) -> None:
    assert typed("completion", shell, lang="kk").out == typed("completion", shell, lang="ru").out

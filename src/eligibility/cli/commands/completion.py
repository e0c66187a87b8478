"""`eligibility completion`: the Tab key of bash, zsh and fish."""

from typing import Annotated, Literal, get_args

import typer

from eligibility.cli.language import check_language, say
from eligibility.cli.options import TEXT, LanguageOption
from eligibility.diagnostics.meant import chosen
from eligibility.words.text import N_

Shell = Literal["bash", "zsh", "fish"]
SHELLS: tuple[Shell, ...] = get_args(Shell)
SHELL = "bash|zsh|fish"

# Each calls the very program whose name is being completed, so an environment that is not on the PATH is no trouble.
# Where nothing is offered, the shell completes names of files.
SCRIPTS: dict[Shell, str] = {
    "bash": r"""_eligibility() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("${line%%$'\t'*}")
  done < <("${COMP_WORDS[0]/#\~/$HOME}" completion bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _eligibility eligibility""",
    "zsh": r"""#compdef eligibility
_eligibility() {
  local -a lines found
  local line
  lines=("${(@f)$("${words[1]/#\~/$HOME}" completion zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  if (( $#found )); then _describe 'eligibility' found; else _files; fi
}
if [[ ${funcstack[1]} == _eligibility ]]; then
  _eligibility "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _eligibility eligibility
fi""",
    "fish": r"""function __eligibility
  set -l words (commandline -opc)
  set -l found ($words[1] completion fish -- $words[2..] (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c eligibility -f -a '(__eligibility)'""",
}


def completion(
    shell: Annotated[
        str,
        typer.Argument(metavar=SHELL, help=say(N_("The shell that is to read what is printed."))),
    ],
    words: Annotated[
        list[str] | None, typer.Argument(metavar=TEXT, help=say(N_("What has been typed so far; the shell itself says that.")))
    ] = None,
    lang: LanguageOption = None,
) -> None:
    check_language(lang)
    name = chosen(shell, SHELLS, SHELL)
    if words is None:
        print(SCRIPTS[name])
        return
    from eligibility.cli.completing import offers

    for value, text in offers(words):
        print(f"{value}\t{text}")

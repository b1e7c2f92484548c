# What bash offers behind a line: completed.bash SCRIPT WORD..., the last of which is not finished.
shopt -s extglob
source "$1"
COMP_WORDS=(mend "${@:2}")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE="${COMP_WORDS[*]}"
COMP_POINT=${#COMP_LINE}
_mend mend "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"

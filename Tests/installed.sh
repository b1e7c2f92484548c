#!/usr/bin/env bash
# Asks an installed mend: installed.sh PREFIX. The last line is "N passed, N failed".
set -uo pipefail

MEND=$1/bin/mend
tests=$(realpath "$(dirname "$0")")
. "$tests/setup.sh"
mend=$1/bin/mend
share=$1/share
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 MEND_DATA=$work/data MEND_NOW=2026-01-05T18:00:00-05:00
passed=0
failed=0

# check WHAT COMMAND...: whether it succeeds.
check() {
    local what=$1
    shift
    if "$@" >"$work/out" 2>"$work/err"; then
        passed=$((passed + 1))
    else
        echo "installed: $what" >&2
        tail -n 5 "$work/out" "$work/err" >&2
        failed=$((failed + 1))
    fi
}

says() { grep -q "$1" <("${@:2}" 2>&1); }
# Static programs find no time zone where the library with its data is left out.
check "a household in a time zone" "$mend" init --zone America/New_York
check "a person" "$mend" person add Ada --relation child --born 2022-04-03
check "a rupture" "$mend" rupture --with Ada --kind benign --at '20m ago'
check "today" says 'Monday 5 January 2026' "$mend" today
check "today as JSON" says '"kind"' "$mend" today --format json
check "due" "$mend" due
check "what is open" says Ada "$mend" open
check "the version" says '^[0-9]' "$mend" --version
check "cron starts it" says "$mend due" "$mend" cron
check "an export" "$mend" export --out "$work/www"
check "a link to it" says Ada bash -c "ln -s '$mend' '$work/mend' && '$work/mend' open"


# The manual pages are what mandoc takes without a word. It looks for other pages in the system's folders alone.
packages "$work" mandoc zsh fish
well_formed() {
    local page complaints
    for page in "$share"/man/man1/mend*.1; do
        complaints=$(mandoc -Tlint "$page" | grep -v 'referenced manual not found')
        [ -z "$complaints" ] || { echo "$complaints"; return 1; }
    done
}
manual() { man -l "$share/man/man1/$1.1" 2>/dev/null || mandoc "$share/man/man1/$1.1"; }
check "mandoc takes the manual pages" well_formed
check "a page for mend and for each verb" [ "$(ls "$share"/man/man1/mend*.1 | wc -l)" -ge 45 ]
check "the page of mend" says 'EXIT STATUS' manual mend
check "the page of a verb" says '20m ago' manual mend-rupture
check "the page of a verb below another" says 'what is given replaces' manual mend-person-edit

# Each shell is asked in its own way.
bash_offers() { bash --norc "$tests/completed.bash" "$share/bash-completion/completions/mend" "$@"; }
fish_offers() { fish --no-config -c "source '$share/fish/vendor_completions.d/mend.fish'; complete -C '$1'"; }
zsh_makes() { timeout 60 zsh -f "$tests/completed.zsh" "$share/zsh/site-functions" "$1"; }
export PATH="${mend%/*}:$PATH"
check "bash completes a verb" says '^rupture$' bash_offers rup
check "bash completes a verb below another" says '^edit$' bash_offers person e
check "bash completes an option" says '^--excited-about$' bash_offers rupture --ex
check "bash completes a choice" says '^limit-setting$' bash_offers rupture -k lim
check "bash completes a bare choice" says '^repaired$' bash_offers attempt rep
check "fish completes a verb" says '^rupture' fish_offers 'mend rup'
check "fish completes a choice" says '^limit-setting' fish_offers 'mend rupture --kind lim'
check "zsh completes a verb and a choice" says 'GOT rupture --kind limit-setting' zsh_makes $'mend rup\t--kind lim\t'

# What was installed goes as a whole, and nothing else.
touch "$share/man/man1/other.1"
check "it can be taken away" make -s -C "$tests/.." uninstall PREFIX="$1"
check "nothing of it is left" [ "$(find "$1" -type f)" = "$share/man/man1/other.1" ]

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

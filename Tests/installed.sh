#!/usr/bin/env bash
# Asks an installed mend: installed.sh PREFIX. The last line is "N passed, N failed".
set -uo pipefail

mend=$1/bin/mend
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MEND_DATA=$work/data MEND_NOW=2026-01-05T18:00:00-05:00
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
        tail -5 "$work/out" "$work/err" >&2
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

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

#!/usr/bin/env bash
# Measures mend among programs that do the same work: run.sh MEND MEND-BENCH PEERS [SERIES ...]
# PEERS is a folder with an interleaving runner: setup.sh builds the others, run.sh prints how many times as long each takes.
# Before that it exports many households, and prints time and memory.
set -euo pipefail

mend=$(realpath "$1")
bench=$(realpath "$2")
peers=$(realpath "$3")
shift 3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Where there is room in memory, so that no disk is measured.
work=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/mend-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT

echo "On $(uname -sm), $(nproc) cores, $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -1)"
export MEND_DATA=$work/family
# Three years of journal with about as many reminders of repair as the others' household has, and one with five times as many.
now=$("$bench" family "$MEND_DATA" 60 3)
"$bench" family "$work/hard" 300 3 >/dev/null
python3 "$here/households.py" "$mend" "$MEND_DATA" "$now" "$work" "${HOUSEHOLDS:-1000}"

port=${MEND_PORT:-18420}
address=$("$mend" subscription add bench --open --base-url "http://127.0.0.1:$port" | sed -n 's/^calendar //p')
rows=$work/rows
row() { printf '%s\t%s\t%s\n' "$@" >>"$rows"; }
row w1 mend "$bench w1 {data} {out} {n=500}"
row w2rss mend "$bench w2rss {data} {out} {n=1000}"
row w2atom mend "$bench w2atom {data} {out} {n=1000}"
row w3 mend "$bench w3 {data} {tree} {n=1000}"
row w3 'mend, two cores' "$bench w3 {data} {tree} {n=1000} 2"
row w4 mend "$bench w4 {n=2000}"
row w5 'mend today' "$mend today --data $MEND_DATA --now $now"
row w5 'mend due' "$mend due --data $MEND_DATA --now $now"
row w5 'mend today, hard years' "$mend today --data $work/hard --now $now"
row w5 'mend due, hard years' "$mend due --data $work/hard --now $now"
row http mend "$address $mend serve --data $MEND_DATA --now $now --listen 127.0.0.1:$port"

[ -x "${PEERS_BUILD:-${TMPDIR:-/tmp}/mend-peers}/bin/bench" ] || "$peers/setup.sh"
[ $# -gt 0 ] || set -- w1 w1-one w2rss w2atom w3 w4 w5 http
"$peers/run.sh" --project "$rows" verify "$@"

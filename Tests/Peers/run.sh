#!/usr/bin/env bash
# Measures mend among programs that do the same work: run.sh MEND-BENCH PEERS [SERIES ...]
# PEERS is a folder with an interleaving runner: setup.sh builds the others, run.sh prints how many times as long each takes.
set -euo pipefail

bench=$(realpath "$1")
peers=$(realpath "$2")
shift 2
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
row() { printf '%s\t%s\t%s\n' "$1" "$2" "$bench $3" >>"$rows"; }
row w1 mend 'w1 {data} {out} {n=500}'
row w2rss mend 'w2rss {data} {out} {n=1000}'
row w2atom mend 'w2atom {data} {out} {n=1000}'
row w3 mend 'w3 {data} {tree} {n=1000}'
row w3 'mend, two cores' 'w3 {data} {tree} {n=1000} 2'
row w4 mend 'w4 {n=2000}'

[ -x "${PEERS_BUILD:-${TMPDIR:-/tmp}/mend-peers}/bin/bench" ] || "$peers/setup.sh"
echo "On $(uname -sm), $(nproc) cores, $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -1)"
[ $# -gt 0 ] || set -- w1 w2rss w2atom w3 w4
"$peers/run.sh" --project "$rows" verify "$@"

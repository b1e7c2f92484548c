#!/usr/bin/env bash
# Builds the parsers alone, watched by libFuzzer, and feeds each with FUZZ inputs (a large one with a fiftieth).
# Usage: run.sh BUILD-FOLDER [PROBE ...]
# An input that takes longer than a second, or 200 MB, is a find as well. What broke is kept as BUILD-FOLDER/inputs/PROBE-*,
# and what was worth trying in BUILD-FOLDER/inputs/PROBE/, where the next run goes on.
set -euo pipefail

build=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
swift=${SWIFT:-swift}
inputs=${FUZZ:-10000000}

# libFuzzer without a main of its own, from the toolchain.
library=$(echo "$(dirname "$(readlink -f "$(command -v "$swift")")")"/../lib/clang/*/lib/linux/libclang_rt.fuzzer_no_main-"$(uname -m)".a)
if [ ! -e "$library" ]; then
    echo "This toolchain has no libFuzzer; make test tries fewer inputs without it." >&2
    exit 1
fi
"$swift" build --package-path "$here" --scratch-path "$build" --configuration release --product fuzz \
    -Xcc -fsanitize=fuzzer-no-link -Xlinker "$library" >"$build.log" 2>&1 || { tail -30 "$build.log" >&2; exit 1; }

# What broke is to be kept by libFuzzer, which the runtime's own tale of a crash would forestall.
export SWIFT_BACKTRACE=enable=no
# Files that are damaged are made in memory, where there is such a place.
if [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi
total=0
while read -r probe size; do
    if [ $# -gt 0 ] && [[ " $* " != *" $probe "* ]]; then continue; fi
    runs=$inputs
    length=256
    if [ "$size" = large ]; then
        runs=$((inputs / 50))
        length=16384
    fi
    log=$build/$probe.log
    if ! "$build/release/fuzz" "$probe" "$build/inputs" -runs="$runs" -max_len="$length" -timeout=1 -rss_limit_mb=200 \
        -print_final_stats=1 >"$log" 2>&1; then
        tail -60 "$log" >&2
        echo "$probe: something was found, see $log and $build/inputs/" >&2
        exit 1
    fi
    tried=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
    printf '%-12s %12s inputs, at most %s MB\n' "$probe" "$tried" "$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")"
    total=$((total + tried))
done < <("$build/release/fuzz")
echo "$total inputs, and nothing was found."

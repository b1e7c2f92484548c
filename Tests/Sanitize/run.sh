#!/usr/bin/env bash
# Runs all tests under AddressSanitizer and ThreadSanitizer, and MendXML, where memory is C's, under valgrind.
# Usage: run.sh BUILD-PREFIX [address] [thread] [memory]; all three without a name.
# Each keeps its log as BUILD-PREFIX-…/sanitize.log. The last line is "N passed, N failed".
set -euo pipefail

prefix=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
swift=${SWIFT:-swift}
[ $# -gt 0 ] || set -- address thread memory
passed=0
failed=0
# A sanitizer tells where; the runtime's own tale of a crash would take minutes.
export SWIFT_BACKTRACE=enable=no

# Swift keeps bits of its own in pointers, and a program that ends early frees nothing, so blocks that are in use look lost to
# AddressSanitizer; where memory is given back by hand, valgrind looks for them.
export ASAN_OPTIONS=detect_leaks=0
export TSAN_OPTIONS=suppressions=$here/thread.supp

# told LOG PATTERN: shows what a run has found.
told() {
    grep -a -E -A 25 "$2" "$1" | head -100 >&2 || tail -30 "$1" >&2
}

# sanitized KIND BUILD-FOLDER: builds and runs all tests with a sanitizer of the compiler.
sanitized() {
    # Optimised, since some tests live through a year in quarters of an hour, but with all assertions.
    local log=$2/sanitize.log
    local options=(--package-path "$root" --scratch-path "$2" --sanitize "$1" -Xswiftc -O -Xswiftc -assert-config -Xswiftc Debug)
    mkdir -p "$2"
    "$swift" build "${options[@]}" --build-tests >"$log" 2>&1 || { tail -30 "$log" >&2; return 1; }
    # Without XCTest, which has nothing to run and leaves blocks of its own behind; one test at a time, for all are slow, and a
    # client that waits for a server waits only so long.
    "$swift" test "${options[@]}" --skip-build --disable-xctest --no-parallel >"$log" 2>&1 || { told "$log" "ERROR: |WARNING: ThreadSanitizer|✘"; return 1; }
    # A program that a test starts may have been told off without failing the test.
    ! grep -a -q -E "(Address|Leak|Thread)Sanitizer:" "$log" || { told "$log" "Sanitizer:"; return 1; }
    grep -a "Test run with" "$log"
}

# remembered BUILD-FOLDER: drives MendXML under valgrind; a block that nothing points to is an error, as is a bad access. The
# tests themselves end valgrind, which does not follow the threads of Swift's concurrency.
remembered() {
    local log=$1/sanitize.log
    mkdir -p "$1"
    libraries || return 1
    "$swift" build --package-path "$here" --scratch-path "$1" >"$log" 2>&1 || { tail -30 "$log" >&2; return 1; }
    valgrind --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect --num-callers=40 \
        --errors-for-leak-kinds=definite,indirect "$1/debug/memory" >"$log" 2>&1 || { told "$log" "^==.* (lost in|Invalid|uninitialised)"; return 1; }
    grep -a -E "documents read|(definitely|indirectly) lost|no leaks are possible" "$log"
}

# libraries: what valgrind needs; the sanitizers come with the compiler.
libraries() {
    command -v valgrind >/dev/null && return
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    echo "sanitize: installing valgrind"
    if command -v apt-get >/dev/null; then
        "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq valgrind >/dev/null
    elif command -v dnf >/dev/null; then
        "${as_root[@]}" dnf install -y -q valgrind
    elif command -v pacman >/dev/null; then
        "${as_root[@]}" pacman -Sy --noconfirm valgrind
    fi
    command -v valgrind >/dev/null || { echo "sanitize: valgrind can't be had; install it by hand" >&2; return 1; }
}

for kind in "$@"; do
    echo "$kind:"
    case $kind in
    address) run=(sanitized address "$prefix-asan") ;;
    thread) run=(sanitized thread "$prefix-tsan") ;;
    memory) run=(remembered "$prefix-valgrind") ;;
    *) echo "sanitize: there is address, thread and memory, but no $kind" >&2; exit 64 ;;
    esac
    if "${run[@]}"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

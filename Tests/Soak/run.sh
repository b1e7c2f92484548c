#!/bin/bash
# Kills mend at any moment, fills its disk, lets many write at once, gives it bytes that nobody should have written, and looks
# for private words where they have no place; the step behind `make soak`. It prints what it did, and what was lost. The last
# line is "N passed, N failed". What failed keeps its files, and SEED repeats it.
#
#   MEND=path/to/mend [QUICK=1] [SEED=7] Tests/Soak/run.sh [part of a check's name]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
# A household in a folder of its own is the one of Tests/Cron.
export PYTHONPATH=$here/../Cron
# A killed program shall leave nothing of its memory.
ulimit -S -c 0

work=$(mktemp -d "${TMPDIR:-/tmp}/mend-soak-XXXXXX")
packages "$work" strace
within 25 python3 "$here/soak.py" "$work" "$@"

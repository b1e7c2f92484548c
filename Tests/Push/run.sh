#!/bin/bash
# Rings phones by a push service of its own on this machine, and in a real browser; the step behind `make test-push`. It
# installs what is missing. The last line is "N passed, N failed".
#
#   MEND=path/to/mend QUICK=1 Tests/Push/run.sh [part of a check's name]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
work=${TMPDIR:-/tmp}/mend-push-$(id -u)
mkdir -p -m 700 "$work"

packages "$work" ca-certificates chromium chromium-driver iproute2 python3-venv strace tzdata
environment "$work" "$here/requirements.txt"
within 12 "$work/venv/bin/python" "$here/checks.py" "$@"

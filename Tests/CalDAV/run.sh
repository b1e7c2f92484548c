#!/bin/bash
# Reads and writes lists of tasks as phones and desktops do: libraries, programs, requests as apps send them, and two clients
# and the command line at random; the step behind `make test-caldav`. It installs what is missing. The last line is
# "N passed, N failed".
#
#   MEND=path/to/mend QUICK=1 SEED=7 Tests/CalDAV/run.sh [part of a check's name]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
work=${TMPDIR:-/tmp}/mend-caldav-$(id -u)
mkdir -p -m 700 "$work"

packages "$work" ca-certificates python3-venv tzdata
# Large ones: a check is skipped where its program can't be had.
(packages "$work" thunderbird) >/dev/null || true
(packages "$work" dbus-daemon evolution-data-server gir1.2-ecal-2.0 gir1.2-edataserver-1.2 python3-gi) >/dev/null || true
environment "$work" "$here/requirements.txt"
export PATH=$work/venv/bin:$PATH
within 12 "$work/venv/bin/python" "$here/checks.py" "$@"

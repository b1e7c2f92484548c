#!/bin/bash
# Opens the page in a real browser, and its calendars and feeds in real programs; the step behind `make test-browser`. It
# installs what is missing. The last line is "N passed, N failed".
#
#   MEND=path/to/mend Tests/Browser/run.sh [--screenshots DIR] [NAME...]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
work=${TMPDIR:-/tmp}/mend-browser-$(id -u)
mkdir -p -m 700 "$work"

packages "$work" chromium chromium-driver curl firefox-esr khal newsboat python3-venv tzdata vdirsyncer zbar-tools librsvg2-bin
environment "$work" "$here/requirements.txt"
within 15 "$work/venv/bin/python" "$here/suite.py" "$@"

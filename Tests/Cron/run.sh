#!/bin/bash
# Lets mend deliver by a real cron, by mail programs and commands, through outages, faults and kills; the step behind
# `make test-cron`. It needs root, as a container has it: it installs cron where that is missing, and puts root's crontab
# back as it was. The last line is "N passed, N failed".
#
#   MEND=path/to/mend Tests/Cron/run.sh [part of a check's name]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
[ "$(id -u)" = 0 ] || fail "this needs root, for cron and for a second user; run it in a container"

work=$(mktemp -d "${TMPDIR:-/tmp}/mend-cron-XXXXXX")
restore() {
    # The check that needs root's crontab keeps it here first.
    if [ -s "$work/crontab" ]; then crontab "$work/crontab"; elif [ -e "$work/crontab" ]; then crontab -r || true; fi
    rm -rf "$work"
}
trap restore EXIT
trap 'exit 1' INT TERM

packages "$work" cron curl jq msmtp
within 20 python3 "$here/checks.py" "$work" "$@"

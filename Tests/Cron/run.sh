#!/bin/bash
# Lets mend deliver by a real cron, by mail programs and commands, through outages, faults and kills; the step behind
# `make test-cron`. It needs root, as a container has it: it installs cron where that is missing, and puts root's crontab
# back as it was. The last line is "N passed, N failed".
#
#   MEND=path/to/mend Tests/Cron/run.sh [part of a check's name]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
MEND=$(realpath "${MEND:-$here/../../.build/debug/mend}")
export MEND PYTHONDONTWRITEBYTECODE=1 DEBIAN_FRONTEND=noninteractive

fail() {
    echo "test-cron: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

[ -x "$MEND" ] || fail "$MEND is not there; build it with 'swift build', or name another one in MEND"
[ "$(id -u)" = 0 ] || fail "this needs root, for cron and for a second user; run it in a container"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is missing"

work=$(mktemp -d "${TMPDIR:-/tmp}/mend-cron-XXXXXX")
restore() {
    # The check that needs root's crontab keeps it here first.
    if [ -s "$work/crontab" ]; then crontab "$work/crontab"; elif [ -e "$work/crontab" ]; then crontab -r || true; fi
    rm -rf "$work"
}
trap restore EXIT
trap 'exit 1' INT TERM

updated=no
for package in cron curl jq msmtp; do
    if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ]; then continue; fi
    if [ $updated = no ]; then
        timeout 300 apt-get update -qq >"$work/apt.log" 2>&1 ||
            fail "apt-get update does not work: $(tail -n 1 "$work/apt.log")"
        updated=yes
    fi
    timeout 300 apt-get install -y -qq --no-install-recommends "$package" >>"$work/apt.log" 2>&1 ||
        fail "Debian's package $package can't be had: $(tail -n 1 "$work/apt.log")"
done

status=0
timeout 600 python3 "$here/checks.py" "$work" "$@" || status=$?
[ $status -ne 124 ] || fail "stopped after 10 minutes"
exit $status

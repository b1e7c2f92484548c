#!/bin/bash
# Opens the page in a real browser, and its calendars and feeds in real programs; the step behind `make test-browser`. It
# installs what is missing. The last line is "N passed, N failed".
#
#   MEND=path/to/mend Tests/Browser/run.sh [--screenshots DIR] [NAME...]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export MEND=${MEND:-$here/../../.build/debug/mend}
work=${TMPDIR:-/tmp}/mend-browser-$(id -u)
export PYTHONDONTWRITEBYTECODE=1
export DEBIAN_FRONTEND=noninteractive

fail() {
    echo "test-browser: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
[ -x "$MEND" ] || fail "$MEND is not there; build it with 'swift build', or name another one in MEND"
mkdir -p -m 700 "$work"

updated=no
for package in chromium chromium-driver curl khal newsboat python3-venv tzdata vdirsyncer zbar-tools librsvg2-bin; do
    if installed "$package"; then continue; fi
    if [ $updated = no ]; then
        timeout 300 "${as_root[@]}" apt-get update -qq >"$work/apt.log" 2>&1 || fail "apt-get update does not work: $work/apt.log"
        updated=yes
    fi
    timeout 900 "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$package" >>"$work/apt.log" 2>&1 ||
        fail "Debian's package $package can't be had: $work/apt.log"
done

python=$work/venv/bin/python
if ! cmp -s "$here/requirements.txt" "$work/venv/requirements.txt" || ! "$python" -c '' 2>/dev/null; then
    rm -rf "$work/venv"
    timeout 120 python3 -m venv "$work/venv" || fail "python3 -m venv does not work"
    while read -r package; do
        timeout 300 "$python" -m pip install --quiet --disable-pip-version-check "$package" >"$work/pip.log" 2>&1 ||
            fail "PyPI's package $package can't be had: $work/pip.log"
    done <"$here/requirements.txt"
    cp "$here/requirements.txt" "$work/venv/"
fi

status=0
timeout 900 "$python" "$here/suite.py" "$@" || status=$?
[ $status -ne 124 ] || fail "stopped after 15 minutes"
exit $status

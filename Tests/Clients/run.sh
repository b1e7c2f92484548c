#!/bin/bash
# Runs every calendar and feed program that Debian and PyPI have over Exports/ and over generated households; the step
# behind `make test-clients`. It installs what is missing. The last line is "N passed, N failed".
#
#   MEND=path/to/mend Tests/Clients/run.sh [--households 50]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export MEND=${MEND:-$here/../../.build/debug/mend}
exports=${EXPORTS:-$here/../../Exports}
work=${TMPDIR:-/tmp}/mend-clients-$(id -u)
export PYTHONDONTWRITEBYTECODE=1
export DEBIAN_FRONTEND=noninteractive

fail() {
    echo "test-clients: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

[ -x "$MEND" ] || fail "$MEND is not there; build it with 'swift build', or name another one in MEND"
mkdir -p -m 700 "$work"

updated=no
for package in gcc libc6-dev python3-venv tzdata libical-dev calcurse khal vdirsyncer newsboat libxml2-utils jing; do
    if installed "$package"; then continue; fi
    if [ $updated = no ]; then
        timeout 300 apt-get update -qq >"$work/apt.log" 2>&1 || fail "apt-get update does not work: $work/apt.log"
        updated=yes
    fi
    timeout 600 apt-get install -y -qq --no-install-recommends "$package" >>"$work/apt.log" 2>&1 ||
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

export LIBICAL_CHECK=$work/libical_check
cc -std=c11 -Wall -Wextra -Werror -O1 -o "$LIBICAL_CHECK" "$here/libical_check.c" -lical ||
    fail "libical_check.c can't be compiled with libical-dev"

status=0
timeout 1200 "$python" "$here/clients.py" --exports "$exports" "$@" || status=$?
[ $status -ne 124 ] || fail "stopped after 20 minutes"
exit $status

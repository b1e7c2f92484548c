#!/bin/bash
# Runs every calendar and feed program that Debian and PyPI have over Exports/ and over generated households; the step
# behind `make test-clients`. It installs what is missing. The last line is "N passed, N failed".
#
#   MEND=path/to/mend Tests/Clients/run.sh [--households 50]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
exports=${EXPORTS:-$here/../../Exports}
work=${TMPDIR:-/tmp}/mend-clients-$(id -u)
mkdir -p -m 700 "$work"

packages "$work" gcc libc6-dev python3-venv tzdata libical-dev calcurse khal vdirsyncer newsboat libxml2-utils jing
environment "$work" "$here/requirements.txt"

export LIBICAL_CHECK=$work/libical_check
cc -std=c11 -Wall -Wextra -Werror -O1 -o "$LIBICAL_CHECK" "$here/libical_check.c" -lical ||
    fail "libical_check.c can't be compiled with libical-dev"

within 20 "$work/venv/bin/python" "$here/clients.py" --exports "$exports" "$@"

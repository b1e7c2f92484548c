# What the run.sh of each suite needs before it starts; they source it. Sets MEND, PYTHONDONTWRITEBYTECODE and
# DEBIAN_FRONTEND, and makes the functions below.

suite=$(basename "$(dirname "${BASH_SOURCE[1]}")")
suite=${suite,,}
MEND=$(realpath -m "${MEND:-$(dirname "${BASH_SOURCE[0]}")/../.build/debug/mend}")
export MEND PYTHONDONTWRITEBYTECODE=1 DEBIAN_FRONTEND=noninteractive

# fail WORDS: ends the suite as one that failed.
fail() {
    echo "$suite: $1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

[ -x "$MEND" ] || fail "$MEND is not there; build it with 'swift build', or name another one in MEND"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is missing"

# packages FOLDER NAME...: installs those of Debian's packages that are missing; the folder keeps the log. Suites that run side
# by side wait for each other: apt would refuse.
packages() {
    local turn
    exec {turn}>"${TMPDIR:-/tmp}/mend-apt-$(id -u).lock"
    flock "$turn"
    install_missing "$@"
    exec {turn}>&-
}

install_missing() {
    local log=$1/apt.log updated=no as_root=() package
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    for package in "${@:2}"; do
        if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ]; then continue; fi
        if [ $updated = no ]; then
            timeout 300 "${as_root[@]}" apt-get update -qq >"$log" 2>&1 ||
                fail "apt-get update does not work: $(tail -n 1 "$log")"
            updated=yes
        fi
        timeout 900 "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$package" >>"$log" 2>&1 ||
            fail "Debian's package $package can't be had: $(tail -n 1 "$log")"
    done
}

# environment FOLDER REQUIREMENTS: makes FOLDER/venv with PyPI's packages, unless it is there and up to date.
environment() {
    local python=$1/venv/bin/python package
    if cmp -s "$2" "$1/venv/requirements.txt" && "$python" -c '' 2>/dev/null; then return; fi
    rm -rf "$1/venv"
    timeout 120 python3 -m venv "$1/venv" || fail "python3 -m venv does not work"
    while read -r package; do
        timeout 300 "$python" -m pip install --quiet --disable-pip-version-check "$package" >"$1/pip.log" 2>&1 ||
            fail "PyPI's package $package can't be had: $1/pip.log"
    done <"$2"
    cp "$2" "$1/venv/"
}

# within MINUTES COMMAND...: runs the suite itself, and ends with its status. What is left in the folder for temporary files
# afterwards holds no private word.
within() {
    local status=0 scratch tests
    tests=$(dirname "${BASH_SOURCE[0]}")
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/mend-scratch-XXXXXX")
    TMPDIR=$scratch timeout "$1m" "${@:2}" || status=$?
    [ $status -ne 0 ] || bash "$tests/private.sh" "$scratch" || status=1
    rm -rf "$scratch"
    [ $status -ne 124 ] || fail "stopped after $1 minutes"
    return $status
}

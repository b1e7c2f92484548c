#!/bin/bash
# Installs what `make package` wrote where there is neither a compiler nor Swift, and opens the page; the step behind
# `make test-packages`. It needs root for its chroots, and installs what is missing. The last line is "N passed, N failed".
#
#   [QUICK=1] [CHROOTS=FOLDER] Tests/Packages/run.sh STAGED CHECKOUTS DIST [CASE...]
#
# STAGED, CHECKOUTS and DIST are those of Packaging/package.sh. CHROOTS keeps the bare Debians from one run to the next, for a week.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ "$(id -u)" = 0 ] || { echo "packages: chroots need root; run it as root"; echo "0 passed, 1 failed"; exit 1; }
staged=$(realpath "$1")
checkouts=$(realpath "$2")
dist=$(realpath "$3")
shift 3
MEND=$staged/usr/bin/mend source "$here/../setup.sh"
packaging=$here/../../Packaging
exports=$(realpath "$here/../../Exports")
chroots=${CHROOTS:-${TMPDIR:-/tmp}/mend-chroots-$(id -u)}
work=$(mktemp -d "${TMPDIR:-/tmp}/mend-packages-XXXXXX")
mkdir -p -m 700 "$chroots"
packages "$work" curl debootstrap iproute2 openssl xz-utils
deb=$(echo "$dist"/mend_*_amd64.deb)
tarball=$(echo "$dist"/mend-*-linux-x86_64.tar.gz)
image=$(echo "$dist"/mend-*.oci.tar)
passed=0
failed=0
server=
root=

# check WHAT COMMAND...: whether it succeeds; what it printed is shown where it does not.
check() {
    local what=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1))
    else
        echo "FAILED $what" >&2
        tail -n 15 "$work/out" >&2
        failed=$((failed + 1))
    fi
}

says() { grep -q -- "$1" <("${@:2}" 2>&1); }
fails() { ! "$@"; }
# soon START: within two minutes.
soon() { [ $((SECONDS - $1)) -le 120 ]; }

# A network of its own, in which every port is free and nothing leads outside.
network=$work/network
touch "$network"
unshare --net="$network" ip link set lo up || fail "no network of its own can be made here"
apart() { nsenter --net="$network" "$@"; }

# base RELEASE: the path of a Debian with nothing beyond its essential packages.
base() {
    local tar=$chroots/$1.tar
    find "$tar" -mtime +7 -delete 2>/dev/null
    if [ ! -s "$tar" ]; then
        debootstrap --variant=minbase "$1" "$work/base" >"$work/debootstrap.log" 2>&1 || return 1
        tar --create --directory "$work/base" --file "$tar.new" . && mv "$tar.new" "$tar"
        rm -rf --one-file-system "$work/base"
    fi
    echo "$tar"
}

# fresh NAME [RELEASE]: a new machine at $root.
fresh() {
    local tar
    leave
    tar=$(base "${2:-bookworm}") || fail "debootstrap does not work: $(tail -n 1 "$work/debootstrap.log")"
    root=$work/root-$1
    mkdir "$root"
    tar --extract --directory "$root" --file "$tar"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    echo 127.0.0.1 localhost >"$root/etc/hosts"
    mount -t proc proc "$root/proc"
}

# end PID: ends what runs in the background, and waits until it has. A function is run by a shell of its own.
end() {
    local children
    children=$(pgrep --parent "$1")
    { kill ${children:-$1} && wait "$1"; } 2>/dev/null
}

stop() {
    [ -z "$server" ] || end "$server"
    server=
}

leave() {
    stop
    [ -n "$root" ] || return 0
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    rm -rf --one-file-system "$root"
    root=
}
trap 'leave; umount "$network"; rm -rf --one-file-system "$work"' EXIT
trap 'exit 1' INT TERM

# With the network, to install; and apart from it.
prepare() { chroot "$root" env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside() { apart chroot "$root" env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8 HOME=/root "$@"; }

install_deb() {
    cp "$1" "$root/tmp/mend.deb"
    prepare apt-get update -qq && prepare apt-get install -y -qq --no-install-recommends /tmp/mend.deb
}

# link: the one that the server has printed.
link() {
    local turn
    for turn in $(seq 100); do
        grep -o 'https\?://[^ ]*/begin/[^ ]*' "$work/serve.log" && return
        sleep 0.1
    done
    cat "$work/serve.log" >&2
    return 1
}

# first_page [CA PORT]: chooses a passphrase by the link that the server has printed, and opens the page.
first_page() {
    local address
    address=$(link) && apart python3 "$here/first_page.py" "$address" "$@"
}

# household WHAT COMMAND...: a household and its first page, by a program that is called so.
household() {
    local what=$1
    shift
    check "$what: a household" "$@" init --zone America/New_York
    check "$what: a person" "$@" person add Ada --relation child --born 2022-04-03
    check "$what: a rupture" "$@" rupture Ada benign
    "$@" serve >"$work/serve.log" 2>&1 &
    server=$!
    check "$what: the first page" first_page
    check "$what: the page is well" says 'the page answers' "$@" doctor --serve http://127.0.0.1:8420
    stop
    check "$what: the page that was stopped does not answer" fails "$@" doctor --serve http://127.0.0.1:8420
}

source "$here/deb.sh"
source "$here/others.sh"
source "$here/proxies.sh"
source "$here/booted.sh"

cases=("$@")
quick=(debian_package plain_tarball oci_image)
[ ${#cases[@]} -gt 0 ] || cases=("${quick[@]}")
[ ${#cases[@]} -gt 0 ] && [ -z "$*" ] && [ -z "${QUICK:-}" ] &&
    cases+=(same_bytes complaints upgrade taken_away newer_debian behind_nginx behind_caddy under_systemd)
for case in "${cases[@]}"; do
    began=$SECONDS
    $case
    echo "$case: $((SECONDS - began)) s"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

#!/bin/bash
# Installs what `make package` wrote where there is no compiler, and opens the page; the step behind `make test-packages`. It
# needs root for its chroots, and installs what is missing. The last line is "N passed, N failed".
#
#   Tests/Packages/run.sh DIST [NAME...]
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dist=$(realpath "$1")
shift
MEND=/bin/true source "$here/../setup.sh"
[ "$(id -u)" = 0 ] || fail "chroots need root; run it as root"
work=${TMPDIR:-/tmp}/mend-packages-$(id -u)
mkdir -p -m 700 "$work"
packages "$work" debootstrap curl umoci crun chromium xz-utils systemd
deb=$(echo "$dist"/mend_*_amd64.deb)
tarball=$(echo "$dist"/mend-*-linux-x86_64.tar.gz)
image=$(echo "$dist"/mend-*.oci.tar)
passed=0
failed=0

# check WHAT COMMAND...: whether it succeeds; what it printed is shown where it does not.
check() {
    local what=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1))
    else
        echo "FAILED $what" >&2
        tail -15 "$work/out" >&2
        failed=$((failed + 1))
    fi
}

# A Debian with nothing beyond its essential packages, kept from run to run for a week.
base=$work/bookworm.tar
find "$base" -mtime +7 -delete 2>/dev/null
[ -s "$base" ] || {
    rm -rf "$work/base"
    debootstrap --variant=minbase bookworm "$work/base" >"$work/debootstrap.log" 2>&1 ||
        fail "debootstrap does not work: $(tail -n 1 "$work/debootstrap.log")"
    tar --create --directory "$work/base" --file "$base" . && rm -rf "$work/base"
}

# fresh NAME: a new machine at $root.
fresh() {
    root=$work/root-$1
    leave
    mkdir -p "$root"
    tar --extract --directory "$root" --file "$base"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc"
}

leave() {
    [ -n "${server:-}" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
    server=
    mountpoint -q "$root/proc" && umount "$root/proc"
    rm -rf --one-file-system "$root"
}
trap 'leave' EXIT

inside() { chroot "$root" env -i PATH=/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8 "$@"; }

port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# page PORT: the first page in a browser, by the link that the server printed.
page() {
    local link
    for _ in $(seq 100); do
        link=$(grep -o 'http://[^ ]*/begin/[^ ]*' "$work/serve.log") && break
        sleep 0.2
    done
    [ -n "$link" ] || { cat "$work/serve.log"; return 1; }
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" --dump-dom "$link" 2>/dev/null |
        tee "$work/page.html" | grep -q '<form'
}

# first_page WHAT COMMAND...: a household and its first page, by a program that is called so.
first_page() {
    local what=$1 free
    shift
    free=$(port)
    check "$what: a household" "$@" init --zone America/New_York --data /srv/home
    check "$what: a person" "$@" person add Ada --relation child --born 2022-04-03 --data /srv/home
    check "$what: a rupture" "$@" rupture --with Ada --kind benign --data /srv/home
    "$@" serve --data /srv/home --listen "127.0.0.1:$free" >"$work/serve.log" 2>&1 &
    server=$!
    check "$what: the first page in a browser" page
    check "$what: the page says mend" grep -qi mend "$work/page.html"
    kill "$server" && wait "$server"
    server=
}

# Within two minutes from nothing to the first page.
soon() { [ $((SECONDS - $1)) -le 120 ]; }

debian_package() {
    fresh debian
    cp "$deb" "$root/tmp/"
    local began=$SECONDS
    inside apt-get update -qq >"$work/apt.log" 2>&1
    check "deb: apt installs it" inside env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "/tmp/$(basename "$deb")"
    check "deb: no compiler came along" bash -c "! chroot '$root' sh -c 'command -v cc || command -v swift'"
    first_page deb inside mend
    check "deb: the first page within two minutes" soon $began
    check "deb: a manual" test -e "$root/usr/share/man/man1/mend.1.gz"
    check "deb: completions" test -e "$root/usr/share/bash-completion/completions/mend"
    check "deb: a user for hosted households" inside getent passwd mend
    for unit in mend@.service mend-due@.service; do
        check "deb: $unit is well closed" systemd-analyze security --offline=true --threshold=15 --root="$root" \
            "$root/usr/lib/systemd/system/$unit"
    done
    check "deb: removed" inside dpkg --remove mend
    check "deb: the program is gone" test ! -e "$root/usr/bin/mend"
    check "deb: purged" inside dpkg --purge mend
    check "deb: the household is still there" test -s "$root/srv/home/journal.sqlite"
}

# Over an older one, with a household that is in use.
upgrade() {
    fresh upgrade
    inside apt-get update -qq >"$work/apt.log" 2>&1
    rm -rf "$work/older" && dpkg-deb --raw-extract "$deb" "$work/older"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
    dpkg-deb --root-owner-group --build "$work/older" "$root/tmp/older.deb" >/dev/null
    cp "$deb" "$root/tmp/newer.deb"
    check "upgrade: the older one" inside apt-get install -y -qq --no-install-recommends /tmp/older.deb
    check "upgrade: a household of it" inside mend init --zone Europe/London --data /var/lib/mend/anna
    check "upgrade: the newer one" inside apt-get install -y -qq --no-install-recommends /tmp/newer.deb
    check "upgrade: the household goes on" inside mend today --data /var/lib/mend/anna
}

plain_tarball() {
    fresh tarball
    local began=$SECONDS
    tar --extract --directory "$root/opt" --file "$tarball"
    check "tarball: no time zones on this machine" test ! -e "$root/usr/share/zoneinfo/America/New_York"
    first_page tarball inside "/opt/$(basename "$tarball" .tar.gz)/bin/mend"
    check "tarball: the first page within two minutes" soon $began
}

oci_image() {
    fresh image
    local began=$SECONDS bundle=$work/bundle
    rm -rf "$work/oci" "$bundle" && mkdir "$work/oci"
    tar --extract --directory "$work/oci" --file "$image"
    check "image: unpacks" umoci unpack --image "$work/oci:$(basename "$image" .oci.tar | sed 's/^mend-//')" "$bundle"
    check "image: under 120 MB" test "$(du -sm "$bundle/rootfs" | cut -f1)" -lt 120
    check "image: runs as nobody's user" grep -q '"uid": *65532' "$bundle/config.json"
    check "image: has no shell" test ! -e "$bundle/rootfs/bin/sh"
    leave
    root=$bundle/rootfs
    mkdir -p "$root/srv/home" "$root/proc"
    chown 65532:65532 "$root/srv/home" && chmod 700 "$root/srv/home"
    mount -t proc proc "$root/proc"
    first_page image chroot --userspec=65532:65532 "$root" /usr/bin/mend
    check "image: the first page within two minutes" soon $began
    mkdir -p "$root/srv/foreign" && chmod 700 "$root/srv/foreign"
    check "image: a volume of another owner is refused with what to do" bash -c \
        "! chroot --userspec=65532:65532 '$root' /usr/bin/mend serve --data /srv/foreign 2>&1 | tee /dev/stderr | grep -q Ctrl-C &&
         chroot --userspec=65532:65532 '$root' /usr/bin/mend serve --data /srv/foreign 2>&1 | grep -q 'chown 65532:65532 /srv/foreign'"
}

cases=("$@")
[ ${#cases[@]} -gt 0 ] || cases=(debian_package upgrade plain_tarball oci_image)
for case in "${cases[@]}"; do $case; done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

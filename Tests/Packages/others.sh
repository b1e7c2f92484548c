# The tarball, and the image.

# tarball_in RELEASE
tarball_in() {
    local began=$SECONDS program=/opt/$(basename "$tarball" .tar.gz)/bin/mend
    fresh tarball "$1"
    tar --extract --directory "$root/opt" --file "$tarball"
    # As where no tzdata is installed.
    rm -rf "$root/usr/share/zoneinfo"
    check "tarball, $1: libraries come along" fails says 'not found' inside sh -c "ldd $program"
    household "tarball, $1" inside "$program"
    check "tarball, $1: the demo" inside "$program" demo --out /tmp/exports
    check "tarball, $1: its calendars and feeds are those of every build" diff -r "$exports" "$root/tmp/exports"
    check "tarball, $1: the first page within two minutes" soon $began
}

plain_tarball() { tarball_in bookworm; }

newer_debian() { tarball_in trixie; }

# crun, which takes no machine on which both kinds of cgroups are mounted.
containers() {
    unshare --mount sh -c 'if mountpoint -q /sys/fs/cgroup/unified; then umount /sys/fs/cgroup/unified; fi; exec "$@"' \
        sh crun --cgroup-manager=disabled "$@"
}

# contained NAME WORD...: runs mend in a container of the image, with $volume as its volume.
contained() {
    local name=$1
    shift
    python3 "$here/container.py" "$bundle/config.json" "$bundle/image.json" "$network" "$volume" "$@" &&
        containers run --bundle "$bundle" "$name"
}

oci_image() {
    local began=$SECONDS volume=$work/volume
    bundle=$work/bundle
    packages "$work" umoci crun
    leave
    mkdir "$work/oci"
    install -d -m 700 -o 65532 -g 65532 "$volume"
    tar --extract --directory "$work/oci" --file "$image"
    check "image: unpacks" umoci unpack --image "$work/oci:$(basename "$image" .oci.tar | sed 's/^mend-//')" "$bundle"
    cp "$bundle/config.json" "$bundle/image.json"
    check "image: under 120 MB" test "$(du -sm "$bundle/rootfs" | cut -f1)" -lt 120
    check "image: no shell is in it" test ! -e "$bundle/rootfs/bin/sh"
    check "image: a household" contained init init --zone America/New_York
    check "image: a person" contained person person add Ada --relation child --born 2022-04-03
    check "image: the demo" contained demo demo --out /data/exports
    check "image: its calendars and feeds are those of every build" diff -r "$exports" "$volume/exports"
    contained page >"$work/serve.log" 2>&1 &
    server=$!
    check "image: the first page" first_page
    check "image: the page is well, as its health check asks" \
        containers exec page mend doctor --serve http://127.0.0.1:8420
    check "image: it runs as a user of its own" says '^65532$' stat --format %u "/proc/$(containers state page | python3 -c 'import json, sys; print(json.load(sys.stdin)["pid"])')"
    check "image: the first page within two minutes" soon $began
    containers kill page TERM
    wait "$server"
    server=
    check "image: it stops when it is told to" says '^Stopped' cat "$work/serve.log"
    chown -R 0:0 "$volume"
    check "image: a volume of another owner is refused" fails contained refused
    check "image: and it says what to do" says "chown -R 65532:65532 '/data'" contained refused
    (cd / && chown -R 65532:65532 "$volume")
    check "image: which is enough" contained today today
    rm -rf --one-file-system "$work/oci" "$bundle" "$volume"
}

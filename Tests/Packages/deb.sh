# The Debian package: installed, upgraded, taken away, and what Debian's own programs say of it.

debian_package() {
    local began=$SECONDS
    fresh debian
    check "deb: apt installs it" install_deb "$deb"
    check "deb: neither a compiler nor Swift came along" fails prepare sh -c 'command -v cc || command -v swift'
    household deb inside mend
    check "deb: the first page within two minutes" soon $began
    check "deb: manual pages" test -s "$root/usr/share/man/man1/mend-rupture.1.gz"
    check "deb: completions" says -rupture inside bash -c 'source /usr/share/bash-completion/completions/mend; complete -p mend; declare -F | sed s/_/-/g'
    check "deb: a user for the households of a machine" says '^mend:.*:/var/lib/mend:/usr/sbin/nologin$' \
        inside getent passwd mend
    check "deb: a folder for them that nobody can list" says '^711 mend mend$' \
        inside stat --format '%a %U %G' /var/lib/mend
    # Each of them, by the machine's user.
    check "deb: a household of the machine" inside runuser -u mend -- \
        mend init --zone Europe/London --data /var/lib/mend/anna
    check "deb: nobody else reads it" says '^700 mend$' inside stat --format '%a %U' /var/lib/mend/anna
    check "deb: removed" prepare dpkg --remove mend
    check "deb: the program is gone" test ! -e "$root/usr/bin/mend"
    check "deb: purged" prepare dpkg --purge mend
    check "deb: nothing of it is left" says '^$' inside sh -c \
        'ls -d /usr/bin/mend /usr/share/doc/mend /usr/lib/systemd/system/mend* /etc/mend 2>/dev/null; echo'
    check "deb: the household is still there" test -s "$root/root/.local/share/mend/journal.sqlite"
    check "deb: and that of the machine" test -s "$root/var/lib/mend/anna/journal.sqlite"
}

# Over an older one, with households that are in use.
upgrade() {
    fresh upgrade
    dpkg-deb --raw-extract "$deb" "$work/older"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/older" "$work/older.deb" >/dev/null
    check "upgrade: the older one" install_deb "$work/older.deb"
    check "upgrade: a household of it" inside mend init --zone Europe/London
    check "upgrade: one of the machine" inside runuser -u mend -- mend init --zone Europe/London --data /var/lib/mend/anna
    check "upgrade: the newer one" install_deb "$deb"
    check "upgrade: it is the newer one" fails says '^0.0.1$' inside dpkg-query --show --showformat '${Version}\n' mend
    check "upgrade: the household goes on" inside mend today
    check "upgrade: that of the machine, too" inside runuser -u mend -- mend today --data /var/lib/mend/anna
}

# The same build gives the same bytes, packed at another time and in another folder.
same_bytes() {
    check "bytes: packed once more" bash "$packaging/package.sh" "$staged" "$checkouts" "$work/again"
    check "bytes: they are the same" cmp "$dist/SHA256SUMS" "$work/again/SHA256SUMS"
    check "bytes: the sums are right" bash -c "cd '$dist' && sha256sum --check --strict SHA256SUMS"
    rm -rf "$work/again"
}

complaints() {
    local unit
    packages "$work" lintian systemd
    check "lintian has nothing against it" lintian --allow-root --fail-on error,warning "$deb"
    check "overrides of lintian are all needed" fails says unused-override lintian --allow-root --display-info "$deb"
    dpkg-deb --extract "$deb" "$work/extracted"
    for unit in "$work"/extracted/usr/lib/systemd/system/*.service; do
        check "${unit##*/} is well closed" systemd-analyze security --offline=true --threshold=15 --no-pager "$unit"
    done
}

# As Debian tests what is installed, upgraded and purged: no file is left, and no link is broken.
taken_away() {
    packages "$work" piuparts
    gzip -1 <"$(base bookworm)" >"$work/base.tgz"
    check "piuparts: nothing is left" piuparts --distribution bookworm --mirror 'http://deb.debian.org/debian main' \
        --basetgz "$work/base.tgz" --no-eatmydata --scriptsdir /etc/piuparts/scripts "$deb"
    rm "$work/base.tgz"
}

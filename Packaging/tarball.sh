# A folder that runs on any x86-64 Linux with glibc 2.36 or newer: what the program needs beyond glibc lies beside it.

name=mend-$version-linux-x86_64
root=$work/$name
mkdir -p "$root/bin" "$root/lib"
install -m 755 "$staged/usr/bin/mend" "$root/bin/mend"
patchelf --set-rpath '$ORIGIN/../lib' "$root/bin/mend"
for library in $(libraries "$staged/usr/bin/mend"); do
    install -m 644 "$(realpath "$library")" "$root/lib/$(basename "$library")"
    patchelf --set-rpath '$ORIGIN' "$root/lib/$(basename "$library")"
done
[ -d "$staged/usr/share" ] && cp -r "$staged/usr/share" "$root/share"
cp -r "$here/systemd" "$root/systemd"
# Time zones of its own, where a machine has none.
cp -rL /usr/share/zoneinfo "$root/share/zoneinfo" 2>/dev/null || { mkdir -p "$root/share" && cp -rL /usr/share/zoneinfo "$root/share/zoneinfo"; }
rm -rf "$root/share/zoneinfo/posix" "$root/share/zoneinfo/right"
install -m 644 "$here/../LICENSE" "$here/../CHANGELOG.md" "$root"
sed -n '/^## Install/,/^## /p' "$here/../README.md" | sed '$d' >"$root/INSTALL.md"
settle "$root"
tar --create --directory "$work" --sort=name --owner=0 --group=0 --numeric-owner --mode='u+rwX,go+rX,go-w' \
    --mtime="@$SOURCE_DATE_EPOCH" "$name" | gzip -9n >"$dist/$name.tar.gz"

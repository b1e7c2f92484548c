# A folder that runs on any x86-64 Linux with glibc 2.36 or newer: what the program needs beyond glibc lies beside it.

name=mend-$version-linux-x86_64
root=$work/$name
mkdir -p "$root/lib"
cp -a "$staged/usr/." "$root"
patchelf --set-rpath '$ORIGIN/../lib' "$root/bin/mend"
for library in $(libraries "$staged/usr/bin/mend"); do
    is_of_glibc "$library" && continue
    install -m 644 "$(realpath "$library")" "$root/lib/$(basename "$library")"
done
empty_charsets "$root/lib"
for library in "$root"/lib/*; do patchelf --set-rpath '$ORIGIN' "$library"; done
# Time zones of its own, where a machine has none.
cp -rL /usr/share/zoneinfo "$root/share/zoneinfo"
rm -rf "$root/share/zoneinfo/posix" "$root/share/zoneinfo/right"
# The user's units; the program may lie anywhere.
install -d "$root/share/systemd/user"
for unit in "$here"/systemd/user/*; do
    sed "s|/usr/bin/mend|%h/.local/bin/mend|" "$unit" >"$root/share/systemd/user/$(basename "$unit")"
done
install -m 644 "$here/../LICENSE" "$here/../CHANGELOG.md" "$here/../README.md" "$work/THIRD-PARTIES" "$root"
settle "$root"
tar --create --directory "$work" --sort=name --owner=0 --group=0 --numeric-owner --mode='u+rwX,go+rX,go-w' \
    --mtime="@$SOURCE_DATE_EPOCH" "$name" | gzip -n >"$dist/$name.tar.gz"

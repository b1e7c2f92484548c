# The Debian package: the program linked against Debian's libraries, units, manuals and completions.

debian=$work/debian
root=$debian/root
mkdir -p "$root"
cp -a "$staged/." "$root"
install -d "$root/usr/lib/systemd" "$root/usr/lib/sysusers.d" "$root/usr/share/doc/mend" "$root/DEBIAN"
cp -r "$here/systemd/system" "$here/systemd/user" "$root/usr/lib/systemd/"
install -m 644 "$here/sysusers.conf" "$root/usr/lib/sysusers.d/mend.conf"
install -m 644 "$here/copyright" "$root/usr/share/doc/mend/copyright"
gzip -9n <"$here/../CHANGELOG.md" >"$root/usr/share/doc/mend/changelog.gz"
[ -d "$root/usr/share/man" ] && find "$root/usr/share/man" -type f ! -name '*.gz' -exec gzip -9n {} +
install -d "$root/usr/share/lintian/overrides"
install -m 644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/mend"
find "$root" -type d -exec chmod 755 {} +
find "$root/usr" -type f ! -path '*/bin/*' -exec chmod 644 {} +

# dpkg-shlibdeps asks for a source package around it.
mkdir -p "$debian/debian"
printf 'Source: mend\n\nPackage: mend\nArchitecture: amd64\n' >"$debian/debian/control"
depends=$(cd "$debian" && dpkg-shlibdeps -O --ignore-missing-info root/usr/bin/mend 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
size=$(du -sk --apparent-size "$root/usr" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@DEPENDS@/$depends/" -e "s/@SIZE@/$size/" "$here/control" >"$root/DEBIAN/control"
install -m 755 "$here/postinst" "$here/prerm" "$here/postrm" "$root/DEBIAN/"
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
settle "$root"
deb=$dist/mend_${version}_amd64.deb
dpkg-deb --root-owner-group --uniform-compression -Zxz --build "$root" "$deb" >/dev/null
lintian --allow-root --fail-on error,warning "$deb"

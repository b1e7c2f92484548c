# The Debian package: the program linked against Debian's libraries, units, manual pages and completions.

root=$work/debian/mend
doc=$root/usr/share/doc/mend
mkdir -p "$root"
cp -a "$staged/." "$root"
install -d "$root/usr/lib/sysusers.d" "$root/usr/share/lintian/overrides" "$doc/examples" "$root/DEBIAN"
cp -r "$here/systemd" "$root/usr/lib/systemd"
install -m 644 "$here/sysusers.conf" "$root/usr/lib/sysusers.d/mend.conf"
install -m 644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/mend"
install -m 644 "$here/copyright" "$doc/copyright"
install -m 644 "$here"/examples/* "$doc/examples/"
gzip -9n <"$work/THIRD-PARTIES" >"$doc/THIRD-PARTIES.gz"
gzip -9n <"$here/../CHANGELOG.md" >"$doc/NEWS.gz"
# Debian's own tools read one of their form.
printf 'mend (%s) unstable; urgency=medium\n\n  * What has changed stands in NEWS.gz.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^Maintainer: //p' "$here/control")" "$(date --utc --date="@$SOURCE_DATE_EPOCH" --rfc-email)" |
    gzip -9n >"$doc/changelog.gz"
# What a shell reads itself is no program.
sed -i '1{/^#!/d}' "$root/usr/share/bash-completion/completions/mend"
find "$root/usr/share/man" -type f -exec gzip -9n {} +
find "$root" -type d -exec chmod 755 {} +
find "$root/usr" -type f ! -path '*/bin/*' -exec chmod 644 {} +

# dpkg-shlibdeps wants a source package around it.
mkdir "$work/debian/debian"
printf 'Source: mend\n\nPackage: mend\nArchitecture: amd64\n' >"$work/debian/debian/control"
depends=$(cd "$work/debian" && dpkg-shlibdeps -O mend/usr/bin/mend | sed -n 's/^shlibs:Depends=//p')
size=$(du -sk --apparent-size "$root/usr" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@DEPENDS@/$depends/" -e "s/@SIZE@/$size/" "$here/control" >"$root/DEBIAN/control"
install -m 755 "$here/postinst" "$here/prerm" "$here/postrm" "$root/DEBIAN/"
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
settle "$root"
dpkg-deb --root-owner-group --uniform-compression -Zxz --build "$root" "$dist/mend_${version}_amd64.deb" >/dev/null

# An OCI image made of nothing but the program, its libraries, certificates and time zones.

image=$work/image
rootfs=$work/rootfs
mkdir -p "$rootfs"/{usr/bin,usr/share,etc/ssl/certs,data,tmp,lib64,lib/x86_64-linux-gnu}
install -m 755 "$staged/usr/bin/mend" "$rootfs/usr/bin/mend"
for library in $(ldd "$staged/usr/bin/mend" | awk '$2 == "=>" { print $3 }') /lib/x86_64-linux-gnu/libnss_files.so.2 \
    /lib/x86_64-linux-gnu/libnss_dns.so.2 /lib/x86_64-linux-gnu/libresolv.so.2; do
    [ -e "$library" ] && install -m 755 "$(realpath "$library")" "$rootfs/lib/x86_64-linux-gnu/$(basename "$library")"
done
install -m 755 "$(realpath /lib64/ld-linux-x86-64.so.2)" "$rootfs/lib64/ld-linux-x86-64.so.2"
install -m 644 /etc/ssl/certs/ca-certificates.crt "$rootfs/etc/ssl/certs/ca-certificates.crt"
cp -rL /usr/share/zoneinfo "$rootfs/usr/share/zoneinfo"
rm -rf "$rootfs/usr/share/zoneinfo/posix" "$rootfs/usr/share/zoneinfo/right"
printf 'root:x:0:0:root:/:/nonexistent\nmend:x:65532:65532:mend:/data:/nonexistent\n' >"$rootfs/etc/passwd"
printf 'root:x:0:\nmend:x:65532:\n' >"$rootfs/etc/group"
printf 'hosts: files dns\n' >"$rootfs/etc/nsswitch.conf"
chmod 1777 "$rootfs/tmp"
chmod 700 "$rootfs/data"
settle "$rootfs"

created=$(date --utc --date="@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
layer=$work/layer.tar
tar --create --directory "$rootfs" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    --exclude=./data --file "$layer" .
tar --append --directory "$rootfs" --owner=65532 --group=65532 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    --file "$layer" ./data
umoci init --layout "$image"
umoci new --image "$image:$version"
umoci raw add-layer --image "$image:$version" --history.created="$created" --history.created_by=mend "$layer"
umoci config --image "$image:$version" --created "$created" --history.created="$created" --history.created_by=mend \
    --architecture amd64 --os linux \
    --config.user 65532:65532 --config.workingdir /data --config.volume /data --config.exposedports 8420/tcp \
    --config.env MEND_DATA=/data --config.env MEND_LISTEN=0.0.0.0:8420 --config.env PATH=/usr/bin \
    --config.env SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    --config.entrypoint mend --config.cmd serve --config.stopsignal SIGTERM \
    --config.label "org.opencontainers.image.title=mend" \
    --config.label "org.opencontainers.image.version=$version" \
    --config.label "org.opencontainers.image.licenses=MIT"
umoci gc --layout "$image"
settle "$image"
tar --create --directory "$image" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    --file "$dist/mend-$version.oci.tar" blobs index.json oci-layout

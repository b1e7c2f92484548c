# An OCI image made of nothing but the program, its libraries, certificates and time zones.

image=$work/image
rootfs=$work/rootfs
mkdir -p "$rootfs"/{usr/bin,usr/share/doc/mend,etc/ssl/certs,data,tmp,lib64,lib/x86_64-linux-gnu}
install -m 755 "$staged/usr/bin/mend" "$rootfs/usr/bin/mend"
# Names are asked for by libraries that are opened while it runs.
for library in $(libraries "$staged/usr/bin/mend") /lib/x86_64-linux-gnu/libnss_{files,dns}.so.2 \
    /lib/x86_64-linux-gnu/libresolv.so.2; do
    install -m 644 "$(realpath "$library")" "$rootfs/lib/x86_64-linux-gnu/$(basename "$library")"
done
empty_charsets "$rootfs/lib/x86_64-linux-gnu"
install -m 755 "$(realpath /lib64/ld-linux-x86-64.so.2)" "$rootfs/lib64/ld-linux-x86-64.so.2"
install -m 644 /etc/ssl/certs/ca-certificates.crt "$rootfs/etc/ssl/certs/ca-certificates.crt"
cp -rL /usr/share/zoneinfo "$rootfs/usr/share/zoneinfo"
rm -rf "$rootfs/usr/share/zoneinfo/posix" "$rootfs/usr/share/zoneinfo/right"
install -m 644 "$here/copyright" "$work/THIRD-PARTIES" "$rootfs/usr/share/doc/mend/"
printf 'root:x:0:0:root:/:/nonexistent\nmend:x:65532:65532:mend:/data:/nonexistent\n' >"$rootfs/etc/passwd"
printf 'root:x:0:\nmend:x:65532:\n' >"$rootfs/etc/group"
printf 'hosts: files dns\n' >"$rootfs/etc/nsswitch.conf"
chmod 1777 "$rootfs/tmp"
chmod 700 "$rootfs/data"
settle "$rootfs"

created=$(date --utc --date="@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
history=(--history.created="$created" --history.author=mend --history.created_by=make\ package)
layer=$work/layer.tar
entries=(--directory "$rootfs" --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --file "$layer")
tar --create "${entries[@]}" --sort=name --owner=0 --group=0 --exclude=./data .
# A new volume takes the owner over from the image.
tar --append "${entries[@]}" --owner=65532 --group=65532 ./data
umoci init --layout "$image"
umoci new --image "$image:$version"
umoci raw add-layer --image "$image:$version" "${history[@]}" "$layer"
umoci config --image "$image:$version" --created "$created" "${history[@]}" --architecture amd64 --os linux \
    --config.user 65532:65532 --config.workingdir /data --config.volume /data --config.exposedports 8420/tcp \
    --config.env MEND_DATA=/data --config.env MEND_LISTEN=0.0.0.0:8420 --config.env PATH=/usr/bin \
    --config.entrypoint /usr/bin/mend --config.cmd serve --config.stopsignal SIGTERM \
    --config.label org.opencontainers.image.title=mend \
    --config.label "org.opencontainers.image.version=$version" \
    --config.label org.opencontainers.image.licenses=MIT
umoci gc --layout "$image"
# By this name podman and docker know it once it is loaded.
sed -i "s|\"org.opencontainers.image.ref.name\":\"$version\"|&,\"io.containerd.image.name\":\"localhost/mend:$version\"|" \
    "$image/index.json"
grep -q localhost/mend "$image/index.json"
settle "$image"
tar --create --directory "$image" --sort=name --owner=0 --group=0 --numeric-owner --mode='u+rwX,go+rX,go-w' \
    --mtime="@$SOURCE_DATE_EPOCH" --file "$dist/mend-$version.oci.tar" blobs index.json oci-layout

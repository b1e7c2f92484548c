#!/usr/bin/env bash
# Writes the packages into .dist/: a Debian package, a tarball that needs nothing but glibc, an OCI image, and their sums.
# The same sources and SOURCE_DATE_EPOCH give the same bytes. STAGED is a folder with what `make install` put under /usr.
#
#   Packaging/package.sh STAGED
set -euo pipefail
export LC_ALL=C TZ=UTC
umask 022

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
staged=$(realpath "$1")
dist=$here/../.dist
: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
version=$("$staged/usr/bin/mend" --version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

source "$here/../Tests/setup.sh"
packages "$work" binutils dpkg-dev fakeroot lintian patchelf umoci ca-certificates xz-utils
rm -rf "$dist"
mkdir -p "$dist"
dist=$(realpath "$dist")

# Every file bears the one time, so that nothing of this machine's clock is in a package.
settle() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# The libraries beyond libc that a program needs, as files: what ldd names, without the kernel's and libc's own.
libraries() {
    ldd "$1" | awk '$2 == "=>" { print $3 }' | grep -vE '/(libc|libm|libdl|librt|libpthread|libresolv)\.so' | sort -u
}

source "$here/debian.sh"
source "$here/tarball.sh"
source "$here/image.sh"

(cd "$dist" && sha256sum -- *.deb *.tar.gz *.oci.tar >SHA256SUMS)
ls -l "$dist"

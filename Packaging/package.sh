#!/usr/bin/env bash
# Writes the packages: a Debian package, a tarball that needs nothing but glibc, an OCI image, and their sums. The same build and
# SOURCE_DATE_EPOCH (the last commit's time unless told) give the same bytes.
#
#   Packaging/package.sh STAGED CHECKOUTS DIST
#
# STAGED is what `make install` put under usr/, CHECKOUTS the sources of the Swift packages that are in the program, and DIST
# the folder to write to; what mend has written there before goes.
set -euo pipefail
export LC_ALL=C TZ=UTC
umask 022

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
staged=$(realpath "$1")
checkouts=$(realpath "$2")
mkdir -p "$3"
dist=$(realpath "$3")
: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
version=$("$staged/usr/bin/mend" --version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

MEND=$staged/usr/bin/mend source "$here/../Tests/setup.sh"
packages "$work" binutils dpkg-dev icu-devtools patchelf umoci ca-certificates tzdata xz-utils
rm -f "$dist"/mend_*.deb "$dist"/mend-*.tar.gz "$dist"/mend-*.oci.tar "$dist/SHA256SUMS"

# Every file bears the one time, so that nothing of this machine's clock is in a package.
settle() { find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +; }

# The libraries that a program finds on this machine, as paths under the names that it asks for. patchelf and ldd name no
# library of the kernel's.
libraries() { ldd "$1" | awk '$2 == "=>" { print $3 }' | sort -u; }

# Those of glibc, which every Linux has, and which must fit its dynamic loader.
is_of_glibc() { [[ $(basename "$1") =~ ^lib(c|m|dl|rt|pthread|resolv|util)\.so ]]; }

# The charsets that ICU knows are 30 MB, and only libxml2 would ask for them; it reads and writes UTF-8 by itself. So where the
# libraries come along, in FOLDER, they come with an ICU whose data are empty, made by ICU's own tools.
empty_charsets() {
    local library release
    for library in "$1"/libicudata.so.*; do
        [ -e "$library" ] || continue
        release=${library##*.}
        (cd "$work" && /usr/sbin/icupkg new "icudt${release}l.dat" &&
            /usr/sbin/genccode -a gcc -e "icudt$release" "icudt${release}l.dat" >/dev/null &&
            cc -shared -nostdlib -Wl,--build-id=none -Wl,-soname,"libicudata.so.$release" -o "$library" "icudt${release}l_dat.S")
    done
}

# What stands in the licenses and notices of all that is compiled in.
third_parties() {
    local file
    printf 'Parts of mend that others have written, with their licenses and notices.\n'
    (cd "$checkouts" && find . -maxdepth 2 -type f \( -iname 'license*' -o -iname 'notice*' -o -iname copying \) | sort) |
        while read -r file; do
            printf '\n==== %s ====\n\n' "${file#./}"
            cat "$checkouts/$file"
        done
}
third_parties >"$work/THIRD-PARTIES"

for part in debian tarball image; do source "$here/$part.sh"; done
(cd "$dist" && sha256sum -- *.deb *.tar.gz *.oci.tar >SHA256SUMS && ls -l)

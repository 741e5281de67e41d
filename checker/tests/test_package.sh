#!/bin/sh
# What cpack makes: the package names what it needs and holds what it should, and the program in it works.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
for tool in cpack dpkg-deb dpkg-shlibdeps file; do
    if ! command -v $tool >/dev/null 2>&1; then
        echo "skipped: no $tool"
        exit 77
    fi
done
build=$(dirname "$CLOSEWAIT")
: >"$work/err"

# has FILE PATTERN: a line of the file is the pattern.
has() {
    checks=$((checks + 1))
    grep -qxE -- "$2" "$1" || fail "$what: no line '$2'"
}

what='cpack'
cpack -G 'DEB;TGZ' -B "$work/packages" --config "$build/CPackConfig.cmake" >"$work/out" 2>&1 || fail "$what failed"
package=$(echo "$work"/packages/closewait_*.deb)

what=$(basename "$package")
dpkg-deb --field "$package" >"$work/out"
has "$work/out" 'Package: closewait'
has "$work/out" 'Depends: .*libc6.*'
has "$work/out" 'Depends: .*libclang1-[0-9]+.*'
has "$work/out" 'Depends: .*libjansson4.*'
major=$(sed -n 's/^Depends: .*libclang1-\([0-9]*\).*/\1/p' "$work/out")
has "$work/out" "Depends: .*libclang-common-$major-dev.*"

dpkg-deb --extract "$package" "$work/root"
(cd "$work/root" && find . -type f | LC_ALL=C sort) >"$work/out"
has "$work/out" './usr/bin/closewait'
has "$work/out" './usr/lib/closewait/closewait-front\.so'
has "$work/out" './usr/share/man/man1/closewait\.1'
has "$work/out" './usr/share/doc/closewait/rules/hollow-close\.md'
has "$work/out" './usr/share/doc/closewait/ci/gitlab\.yml'
(tar -tf "$work"/packages/closewait-*.tar.gz | sed 's|^[^/]*/||' | grep -v '/$') >"$work/tar"
sed 's|^\./usr/||' "$work/out" | grep -vxF -f "$work/tar" >"$work/missing"
[ ! -s "$work/missing" ] || fail "the tarball lacks $(tr '\n' ' ' <"$work/missing")"

cp -R "$SOURCE_DIR/testdata/seed" "$work/seed"
CLOSEWAIT=$work/root/usr/bin/closewait
cd "$work" || exit 2
run 1 -p seed
out '\[flag-never-set\]$'
out '\[hollow-close, likely\]$'

finish

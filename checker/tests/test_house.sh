#!/bin/sh
# What the compiler does not check: every rule has its four places, includes do not go round the floors, memory comes
# from arenas, results are kept whole. Reads SOURCE_DIR.

set -u
cd "${SOURCE_DIR:?}" || exit 2
status=0

fail() {
    echo "FAIL: $*"
    status=1
}

# forbid WHAT PATTERN FILE...: no line of the files matches, but for comments and what the build makes.
forbid() {
    what=$1 pattern=$2
    shift 2
    lines=$(grep -nE "$pattern" "$@" /dev/null | grep -vE ':[0-9]+:[[:space:]]*(/\*|\* )|"(embedded|sources_id)\.h"')
    [ -z "$lines" ] || fail "$what:
$lines"
}

names=$(sed -n 's/^RULE([a-z_]*, "\([^"]*\)".*/\1/p' rules/rules.def)
[ -n "$names" ] || fail "no rules in rules/rules.def"
[ "$names" = "$(printf '%s\n' "$names" | LC_ALL=C sort -u)" ] || fail "rules.def is not in alphabetical order"
for name in $names; do
    [ -s "rules/$name.c" ] || fail "$name has no rules/$name.c"
    [ -s "rules/$name.md" ] || fail "$name has no page, rules/$name.md"
    [ -d "testdata/$name" ] || fail "$name has no examples in testdata/$name"
done
for page in rules/[a-z]*.md; do
    name=$(basename "$page" .md)
    printf '%s\n' "$names" | grep -qx -- "$name" || fail "$page belongs to no rule of rules.def"
done

code=$(find checker rules -name '*.[ch]' ! -path 'checker/tests/*' | LC_ALL=C sort)
allocating=$(printf '%s\n' "$code" | grep -v '^checker/base/arena\.c$')
below_front=$(printf '%s\n' "$code" | grep -v '^checker/front/')
# Lists of files without blanks.
# shellcheck disable=SC2086
{
    forbid 'includes name the floor' '^#include "(\.\./|[^/"]*\.(h|def)")' $code
    forbid 'only front/ knows libclang' '#include [<"]clang-c/' $below_front
    forbid 'memory comes from arenas' '[^_a-z](malloc|calloc|realloc|free|strdup|asprintf)\(' $allocating
    forbid 'no longjmp' '[^_a-z](sig)?(longjmp|setjmp)\(' $code
}
lines=$(python3 checker/tests/packed_members.py .) || fail "results are kept without a part of them:
$lines"
exit $status

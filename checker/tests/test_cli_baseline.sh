#!/bin/sh
# The command baseline, and checks that know it. The text of the file is tested in test_baseline.c.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project
file=.closewait-baseline

run 1
cp "$work/out" "$work/reference"
run 0 baseline
silent
err '^closewait: \.closewait-baseline: 3 findings, 3 added, 0 dropped$'
[ "$(grep -vc '^#' $file)" -eq 3 ] || fail "$what: not 3 lines"
grep -v '^#' $file | LC_ALL=C sort -c || fail "$what: not sorted"
grep -qE '^"src/a\.c" unclosed-socket "leak_a" "fd" [0-9a-f]{16}:1$' $file || fail "$what: no line for a.c"

run 0
silent
err '^closewait: checked 4 files, no findings, 3 in the baseline$'
run 1 --no-baseline
same "$work/out" "$work/reference"
run 1 --isolated
same "$work/out" "$work/reference"
run 0 src/a.c
err 'no findings in what was named, 1 in the baseline$'
(cd src && "$CLOSEWAIT" -q) || fail "not known from below"
(cd / && "$CLOSEWAIT" -q -p "$work/project/build") || fail "not known from outside"
run 0 --format gitlab
no_out 'unclosed'
run 0 --show-suppressed --format sarif
[ "$(grep -c '"suppressions":\[{"kind":"external"}\]' "$work/out")" -eq 3 ] || fail "$what: not 3 are suppressed"
run 0 --show-suppressed --format json
out '"suppressed":\{"by":"baseline"\}'

# --- code moves, findings come and go ---------------------------------------------------------------------

for name in a b c; do
    {
        printf '/* moved */\nint %s_moved(void) { return 0; }\n\n' $name
        sed 's/^    /\t  /' "src/$name.c"
    } >"$work/moved.c"
    cp "$work/moved.c" "src/$name.c"
done
run 0
err ', 3 in the baseline$'
cp $file "$work/before"
run 0 baseline
err '3 findings, 0 added, 0 dropped$'
same $file "$work/before"

leaky leak_d | sed 1d >>src/tidy.c
sed 's/return 0;/return close(fd);/; s/{ return close(fd); }/{ return 0; }/' src/b.c >"$work/b.c"
cp "$work/b.c" src/b.c
run 1
out '^src/tidy\.c:'
[ "$(grep -c ': warning: ' "$work/out")" -eq 1 ] || fail "$what: not 1 finding"
err "^closewait: warning: \.closewait-baseline: 1 finding in it is there no more \(-v lists them\); .closewait baseline. drops it$"
err '1 finding \(1 certain\), 2 in the baseline$'
run 1 -v
err '^closewait: \.closewait-baseline:3: stale: unclosed-socket in src/b\.c$'
run 1 -q
[ ! -s "$work/err" ] || fail "$what: something on stderr"
run 0 src/b.c # not a full run
no_err 'no more'
run 0 --rules hollow-close
no_err 'no more'
run 0 baseline
err '3 findings, 1 added, 1 dropped$'
run 0
no_err 'no more'

# What a comment suppresses is not written.
sed 's|return 0;$|return 0; // NOLINT|' src/c.c >"$work/c.c" && cp "$work/c.c" src/c.c
run 0 baseline
err '2 findings, 0 added, 1 dropped$'

# Nothing is dropped when not everything could be checked.
printf '#include "none.h"\n' >>src/a.c
sed 's/return 0;$/return close(fd);/' src/tidy.c >"$work/tidy.c" && cp "$work/tidy.c" src/tidy.c
run 2 baseline
err 'no finding of the baseline is dropped$'
[ "$(grep -vc '^#' $file)" -eq 2 ] || fail "$what: not 2 lines"
grep -v none.h src/a.c >"$work/a.c" && cp "$work/a.c" src/a.c

# --- which file -------------------------------------------------------------------------------------------

rm $file
run 0 baseline --baseline "$work/known"
grep -q '^"project/src/' "$work/known" || fail "$what: paths do not begin beside the file"
mkdir "$work/elsewhere"
run 0 baseline --baseline "$work/elsewhere/known"
grep -q '^"src/' "$work/elsewhere/known" || fail "$what: paths do not begin in the current directory"
run 0 --baseline "$work/known"
err ', 1 in the baseline$'
run 1
mkdir ci
printf 'baseline: ci/known\nlevel: likely\n' >.closewait.yml
run 2
err "error: there is no baseline '$work/project/ci/known'; .closewait baseline. writes one$"
run 0 baseline
err '^closewait: ci/known: 1 finding, 1 added'
grep -q '^"src/' ci/known || fail "$what: paths do not begin at the configuration"
run 0
(cd src && "$CLOSEWAIT" -q) || fail "ci/known is not known from below"
run 0 doctor
out "^baseline: $work/project/ci/known$"
out '^  1 known finding$'
rm ci/known .closewait.yml
(cd src && "$CLOSEWAIT" -q baseline) || fail "no baseline from below"
[ -e src/$file ] || fail "the baseline is not with the sources"
rm src/$file
printf '<<<<<<< HEAD\n' >$file
run 2
err 'error: \.closewait-baseline:1: .*resolve it if it comes from a merge'
run 2 doctor
out 'resolve it if it comes from a merge'
run 0 baseline
err 'warning: \.closewait-baseline:1: '
run 0
# What git makes of two branches that add their findings in the same place.
if command -v git >/dev/null; then
    printf '# closewait baseline 1\n' >"$work/base"
    for name in a b c; do leaky "leak_$name" >"src/$name.c"; done
    run 0 baseline
    grep -v 'src/b\.c' $file >"$work/ours"
    grep -v 'src/a\.c' $file >"$work/theirs"
    git merge-file --union -p "$work/ours" "$work/base" "$work/theirs" >"$work/merged"
    cp $file "$work/whole"
    cp "$work/merged" $file
    run 0
    err ', [34] in the baseline$'
    run 0 baseline
    same $file "$work/whole"
fi
run 2 baseline src/a.c
err 'takes no files'
run 2 --baseline x --no-baseline
err 'exclude each other'
run 2 baseline --baseline "$work/no/such/known"
err 'error: cannot write'

finish

#!/bin/sh
# Findings that comments suppress, and comments that suppress nothing, as people see them. The grammar of the comments
# is tested in test_suppress.c.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project

# on_return NAME COMMENT: the comment stands behind the return of NAME, where its finding is.
on_return() {
    leaky "leak_$1" | sed "s|return 0;|return 0; $2|" >"src/$1.c"
}

run 1
cp "$work/out" "$work/reference"
on_return a '// NOLINT(closewait-unclosed-socket)'
on_return b '/* closewait: allow(unclosed-socket): the test leaks it */'
run 1
no_out '^src/[ab]\.c'
out '^src/c\.c:6:'
err '^closewait: checked 4 files, 1 finding \(1 certain\), 2 suppressed$'
cp "$work/out" "$work/one"
run 1 # out of the cache
same "$work/out" "$work/one"
err ', 2 suppressed$'
run 1 --no-cache -j 1
same "$work/out" "$work/one"

# --- shown all the same -----------------------------------------------------------------------------------

run 1 --show-suppressed
out '^src/a\.c:6:.* \[unclosed-socket, suppressed\]$'
out '^src/c\.c:6:.* \[unclosed-socket\]$'
err '1 finding \(1 certain\), 2 suppressed$'
run 1 --show-suppressed --format sarif
out '"suppressions":\[\{"kind":"inSource"\}\]'
out '"suppressions":\[\{"kind":"inSource","justification":"the test leaks it"\}\]'
[ "$(grep -c '"suppressions"' "$work/out")" -eq 2 ] || fail "$what: not 2 are suppressed"
run 1 --format sarif
no_out 'suppressions'
run 1 --show-suppressed --format json
out '"suppressed":\{"by":"comment","reason":"the test leaks it"\}'
for format in gitlab github; do
    run 1 --show-suppressed --format $format
    no_out 'src/[ab]\.c'
    out 'src/c\.c'
done

# --- none is left -----------------------------------------------------------------------------------------

on_return c '// NOLINT'
run 0
silent
err '^closewait: checked 4 files, no findings, 3 suppressed$'
run 0 --show-suppressed
out ', suppressed\]$'
run 0 src/c.c
err 'no findings in what was named, 1 suppressed$'

# --- what suppresses nothing ------------------------------------------------------------------------------

cat >>src/net.h <<'TEXT'
static inline int one(void) { return 1; } // NOLINT(closewait-hollow-close)
// NOLINTNEXTLINE(bugprone-x)
static inline int two(void) { return 2; } // NOLINT
TEXT
printf 'int three(void) { return one() + two(); }\n' >>src/tidy.c
run 1
out '^src/net\.h:3:46: warning: this comment suppresses nothing: there is no such finding where it stands \[unused-suppression\]$'
[ "$(grep -c ': warning: ' "$work/out")" -eq 1 ] || fail "$what: not 1 finding"
run 1 --format json
out '"rule":"unused-suppression"'
run 0 src/net.h src/a.c # files are named
run 0 --rules unclosed-socket
run 0 --rules 'unclosed-socket,unused-suppression' # its rule did not run
run 1 --rules 'hollow-close,unused-suppression'
run 0 src/a.c -- -Isrc
sed 's/hollow/unclosed/' src/net.h >"$work/net.h" && cp "$work/net.h" src/net.h
run 1
sed 's|// NOLINT(.*||' src/net.h >"$work/net.h"
cp "$work/net.h" src/net.h
run 0
on_return a '// closewait: allow(unclosed-socket)'
on_return b '// closewait: allow(unclosd-socket): typed in a hurry'
run 1
out '^src/a\.c:6:[0-9]+: warning: this comment suppresses nothing: it gives no reason'
out '^src/b\.c:6:[0-9]+: warning: .*there is no rule .unclosd-socket.; did you mean .unclosed-socket'
[ "$(grep -c '\[unclosed-socket\]' "$work/out")" -eq 2 ] || fail "$what: a wrong comment suppresses"
run 1 src/a.c # what is wrong is wrong in any run
out 'gives no reason'
no_out 'unclosd'

run 0 explain unused-suppression
out '^# unused-suppression$'
run 0 rules
out '^unused-suppression +A comment'

finish

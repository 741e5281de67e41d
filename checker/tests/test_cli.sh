#!/bin/sh
# The program as people run it: findings, exit statuses, streams, formats, the cache, determinism, facts and link.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project

# --- findings, streams, statuses --------------------------------------------------------------------------

run 1 # finds build/compile_commands.json by itself
out '^src/a\.c:3:.*: warning: |^src/a\.c:[0-9]+:[0-9]+: warning: .* \[unclosed-socket\]$'
[ "$(grep -c ': warning: ' "$work/out")" -eq 3 ] || fail "$what: not 3 findings"
err '^closewait: checked 4 files, 3 findings \(3 certain\)$'
[ "$(wc -l <"$work/err")" -eq 1 ] || fail "$what: more than one line on stderr"
cp "$work/out" "$work/reference"

run 1 check -p build
same "$work/out" "$work/reference"
run 1 -p build/compile_commands.json
same "$work/out" "$work/reference"
run 0 -p build --exit-zero
same "$work/out" "$work/reference"
run 1 -p build -q
same "$work/out" "$work/reference"
[ ! -s "$work/err" ] || fail "$what: something on stderr"
run 0 -p build --rules hollow-close
silent
err '^closewait: checked 4 files, no findings$'
run 1 -p build --rules 'unclosed-*,hollow-close'
same "$work/out" "$work/reference"
run 0 src/tidy.c -- -Isrc
silent
err '^closewait: checked 1 file, no findings$'
run 1 src/a.c src/b.c src/a.c -- -Isrc
err '^closewait: checked 2 files, 2 findings'

# Named files: the whole project is looked at, what concerns them is reported.
run 1 src/a.c
[ "$(grep -c ': warning: ' "$work/out")" -eq 1 ] || fail "$what: not 1 finding"
err '^closewait: checked 4 files, 1 finding in what was named \(1 certain\)$'
run 0 src/tidy.c
run 1 src/net.h src/b.c
run 1 src
same "$work/out" "$work/reference"

# Paths are shown below the current directory, else below the database's, else absolute.
(cd src && "$CLOSEWAIT" >"$work/out" 2>"$work/err")
out '^a\.c:[0-9]'
(cd "$work/home" 2>/dev/null || cd / && "$CLOSEWAIT" -q -p "$work/project/build" >"$work/out")
out "^$work/project/src/a\.c:[0-9]|^${work#/}/project/src/a\.c:[0-9]"

# --- formats and files ------------------------------------------------------------------------------------

run 1 --format text -o "$work/report.txt" --format "sarif:$work/report.sarif"
silent
same "$work/report.txt" "$work/reference"
grep -q '"version" *: *"2.1.0"' "$work/report.sarif" || fail "$what: no SARIF"
grep -q '"unclosed-socket"' "$work/report.sarif" || fail "$what: no finding in the SARIF"
run 1 --format sarif
same "$work/out" "$work/report.sarif"
run 1 --color always
out "$(printf '\033')"
run 1 --color auto
no_out "$(printf '\033')"
run 2 -o "$work/no/such/directory/x"
err 'error: cannot write to .*/x: No such file or directory'
if [ -c /dev/full ]; then
    run 2 -o /dev/full
    err 'error: cannot write to /dev/full: No space left on device'
    for arguments in "-p build" "-p build --format sarif" rules --help "explain hollow-close" \
        "facts src/a.c --dump ir"; do
        # A list of words.
        # shellcheck disable=SC2086
        "$CLOSEWAIT" $arguments >/dev/full 2>"$work/err"
        status=$?
        what="closewait $arguments >/dev/full"
        [ "$status" -eq 2 ] || fail "$what: exit status $status"
        err 'error: cannot write to stdout: No space left on device'
    done
fi

# Standard streams that are closed: what is opened does not become one of them.
"$CLOSEWAIT" -p build --format "sarif:$work/closed.sarif" >&- 2>&- <&-
status=$?
what='closewait with closed streams'
[ $status -eq 1 ] || fail "$what: exit status $status"
same "$work/closed.sarif" "$work/report.sarif"
"$CLOSEWAIT" -p build >&- 2>"$work/err"
status=$?
[ $status -eq 2 ] || fail "$what: findings went nowhere without a word"
err 'error: cannot write to stdout'

# --- determinism and the cache ----------------------------------------------------------------------------

for jobs in 1 4; do
    run 1 --no-cache -j $jobs
    same "$work/out" "$work/reference"
done
mkdir "$work/shuffled"
{
    printf '[\n%s,\n%s,\n' "$(entry tidy.c "")" "$(entry c.c "")"
    printf '%s,\n%s,\n%s\n]\n' "$(entry a.c -DX=2)" "$(entry b.c "")" "$(entry a.c -DX=1)"
} >"$work/shuffled/compile_commands.json"
run 1 --no-cache -p "$work/shuffled"
same "$work/out" "$work/reference"
run 1 src/c.c src/b.c src/tidy.c src/a.c
same "$work/out" "$work/reference"

run 1 --cache-dir "$work/own" --stats
err '^closewait: units: 5 parsed, 0 from the cache$'
run 1 --cache-dir "$work/own" --stats
err '^closewait: units: 0 parsed, 5 from the cache$'
same "$work/out" "$work/reference"
run 1 --cache-dir "$work/own" --stats --no-cache
err '^closewait: units: 5 parsed'
(cd / && "$CLOSEWAIT" -p "$work/project/build" --cache-dir "$work/own" --stats >"$work/out" 2>"$work/err")
what='a run in another directory'
err '^closewait: units: 0 parsed, 5 from the cache$'
printf '/* changed */\n' >>src/b.c
sleep 0.1
run 1 --cache-dir "$work/own" --stats
err '^closewait: units: 1 parsed, 4 from the cache$'
same "$work/out" "$work/reference"
printf '/* changed */\n' >>src/net.h
sleep 0.1
run 1 --cache-dir "$work/own" --stats
err '^closewait: units: 5 parsed, 0 from the cache$'
find "$work/own" -type f | while read -r file; do printf 'garbage\n' >"$file"; done
run 1 --cache-dir "$work/own" --stats
err '^closewait: units: 5 parsed, 0 from the cache$'
same "$work/out" "$work/reference"

# A cache that cannot be written: one warning, and on.
printf 'in the way\n' >"$work/file"
run 1 --cache-dir "$work/file/cache"
same "$work/out" "$work/reference"
[ "$(grep -c 'going on without the cache' "$work/err")" -eq 1 ] || fail "$what: not one warning"
run 1 --cache-dir /proc/closewait
same "$work/out" "$work/reference"
err 'warning: .*going on without the cache'
XDG_CACHE_HOME='' HOME='' run 1 --stats
same "$work/out" "$work/reference"

# --- --stats ----------------------------------------------------------------------------------------------

printf 'int unknown(int);\nint give(int fd) { return unknown(fd); }\n' >"$work/blind.c"
printf '#include <sys/socket.h>\n%s\n' "$(cat "$work/blind.c")" >"$work/blind.c"
printf 'int twice(void) { return unknown(socket(1, 1, 0)) + unknown(socket(1, 1, 0)); }\n' >>"$work/blind.c"
run 0 "$work/blind.c" --stats -v --
silent
err '^closewait: program: 1 units, 2 functions, 0 only in part$'
err '^closewait: flow: [0-9]+ walks, [0-9]+ states, [0-9]+ merged'
err '^closewait: bounds: 0 functions given up, 0 summaries cut, 0 recursions unfinished, 0 calls with too many targets, 0 places with too many facts$'
err '^closewait: blind spots: [1-9][0-9]* '
err '^closewait: +[1-9][0-9]* unknown$'
err '^closewait: time: .* s lowering$'
err '^closewait: memory: [0-9]+ bytes'

# --- facts and link ---------------------------------------------------------------------------------------

mkdir "$work/units"
for name in b c tidy; do
    run 0 facts "src/$name.c" -o "$work/units/$name.unit"
    silent
done
run 0 facts src/a.c -o "$work/units/a.unit" -- -Isrc
run 0 facts src/a.c -o "$work/units/a2.unit"
err 'is compiled in 2 ways'
run 1 link "$work"/units/*.unit
same "$work/out" "$work/reference"
err '^closewait: checked 4 files, 3 findings'
run 1 link "$work"/units/tidy.unit "$work"/units/c.unit "$work"/units/b.unit "$work"/units/b.unit "$work"/units/a.unit
same "$work/out" "$work/reference"
run 0 link "$work/units/tidy.unit" --stats
run 0 facts src/tidy.c --dump ir
out '^unit "src/tidy\.c"$'
out '^func @tidy\('
run 0 facts src/tidy.c --dump ir -o "$work/tidy.ir"
same "$work/tidy.ir" "$work/tidy.ir"
silent
run 0 facts src/tidy.c --dump summary
out '^tidy\(fd\)'
out 'closes fd'
run 2 facts src/none.c -o "$work/x"
err 'src/none\.c: there is no such file'
run 2 facts "$work/blind.c" -o "$work/x"
err 'no compile database'
[ ! -e "$work/x" ] || fail "$what: wrote a unit file"
run 2 facts src/tidy.c -o "$work/no/such/x"
err 'error: cannot write'

# Paths of a unit written by hand are kept as they are.
cat >"$work/hand.unit" <<'TEXT'
unit "lib/conn.c"
file 0 "lib/conn.c"
func @leak() int !0:3:5-7:2 {
  b0:
    %0 = call @socket(2, 1, 0) !0:4:10-4:30
    br lt %0, 0, b1, b2 !0:5:9
  b1:
    ret -1
  b2:
    ret 0 !0:6:5
}
TEXT
run 1 link "$work/hand.unit"
out '^lib/conn\.c:[0-9]+:[0-9]+: warning: .* \[unclosed-socket\]$'

# A loss behind a callee that keeps the descriptor unless it fails says where it failed.
run 1 check "$SOURCE_DIR/testdata/unclosed-socket/bad_callee_number_too_large.c" -- -D_GNU_SOURCE
out "bad_callee_number_too_large\.c:32:9: note: 'add_client' leaves here and neither keeps nor closes it, as it does otherwise\$"

finish

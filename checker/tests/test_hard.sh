#!/bin/bash
# Input that is too much, and surroundings that fail: the run ends soon, what is left is checked and reported, the
# message says what was lost and what to do, the exit status is right. What takes long is in test_front_limits_slow.sh.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
# shellcheck source=SCRIPTDIR/hard_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/hard_fixture.inc"
make_project

# --- deep nesting -----------------------------------------------------------------------------------------

cd "$work" || exit 2
levels=10000
source_around parentheses "int f(int a) { return $(repeat $levels '(')a$(repeat $levels ')'); }"
source_around statement_expressions "int f(int a) { return $(repeat 2000 '({')a;$(repeat 2000 '});') }"
source_around blocks "int f(int a) { $(repeat $levels '{')use(a);$(repeat $levels '}') return 0; }"
source_around minus "int f(int a) { return $(repeat $levels '- ')a; }"
source_around members "struct n { struct n *next; }; struct n *f(struct n *p) { return p$(repeat 2000 '->next'); }"
source_around initialiser "int a = $(repeat $levels '{')1$(repeat $levels '}');"
source_around structs "struct s { $(repeat 2000 'struct { ')int fd;$(repeat 2000 '} a;') };"
# With an error in it, all that a function uses is looked through.
source_around broken_structs "struct s { $(repeat 200 'struct { ')int fd;$(repeat 200 '} a;') };
int f(struct s *s) { return s->nothing; }"
source_around typedefs "typedef int t0; $(numbered 5000 'typedef t@ *t@1;') t5000 p;"
check_around "parentheses statement_expressions blocks minus members initialiser structs broken_structs typedefs"

# More brackets than libclang is allowed to follow: what stands behind them is lost, and that is said.
source_around brackets "int f(int a) { return $(repeat 40000 '(')a$(repeat 40000 ')'); }"
run 1 brackets.c -v --
out '^brackets\.c:4:.*\[unclosed-socket\]$'
err 'brackets\.c:[0-9]+:[0-9]+: bracket nesting level exceeded maximum of [0-9]+$'
err '1 function only in part'

# --- much of a kind ---------------------------------------------------------------------------------------

source_around branches "int f(int *a) {
    int fd = socket(AF_INET, SOCK_STREAM, 0), s = 0;
    $(numbered 5000 'if (a[@]) s += use(@);')
    return s + close(fd); }"
source_around cases "int f(int a) { int fd = socket(AF_INET, SOCK_STREAM, 0);
    switch (a) { $(numbered 3000 'case @: use(@); break;') }
    return close(fd); }"
source_around targets "struct ops { int (*run)(int); };
    $(numbered 1000 'static int t@(int fd) { return use(fd); } struct ops o@ = {.run = t@};')
    int f(struct ops *o) { return o->run(socket(AF_INET, SOCK_STREAM, 0)); }"
source_around calls "int f(int a) { return $(repeat 3000 'use(')a$(repeat 3000 ')'); }"
source_around chain "static int c0(int fd) { return close(fd); } $(numbered 2000 'static int c@1(int fd) { return c@(fd); }')
    int f(void) { int fd = socket(AF_INET, SOCK_STREAM, 0); return fd < 0 ? -1 : c2000(fd); }"
source_around states "int next(void);
    int f(void) { $(numbered 20 'int s@ = -1;') for (;;) switch (next()) {
    $(numbered 20 'case @: if (s@ < 0) s@ = socket(AF_INET, SOCK_STREAM, 0); else close(s@), s@ = -1; break;')
    default: return 0; } }"
check_around "branches cases targets calls chain states"
run 1 targets.c --stats --
err '[1-9][0-9]* calls with too many targets'
run 1 branches.c --stats --
err ' 0 functions given up'
run 1 states.c --stats -v --
err ' 1 functions given up'
err '  given up: f$'

# --- what ends the parser ---------------------------------------------------------------------------------

# Every macro is two of the one before it.
{
    printf 'int use(int);\n#define M0 use(1);\n'
    numbered 30 '#define M@1 M@ M@
'
    printf 'int f(void) { M30 return 0; }\n'
} >bomb.c
run 2 bomb.c project/src/b.c --timeout 1 -- -Iproject/src
out '^project/src/b\.c:.*\[unclosed-socket\]$'
err '^closewait: error: bomb\.c could not be analysed: .* 1 s of processor time; give it longer with --timeout, or|longer than 3 s; '
err '^closewait: checked 1 file, 1 finding .*; 1 file could not be analysed$'
printf '#include "/dev/zero"\n' >endless.c
run 2 endless.c project/src/b.c --timeout 1 -- -Iproject/src
out '^project/src/b\.c:.*\[unclosed-socket\]$'
err 'endless\.c could not be analysed: '

# --- a full disk ------------------------------------------------------------------------------------------

# run_full STATUS ARG...: as run, where no file can be written. A limit on the size of files fails as a full disk does.
run_full() {
    expected=$1
    shift
    {
        {
            (
                ulimit -f 0
                exec "$CLOSEWAIT" "$@"
            )
            echo $? >"$work/status"
        } 2>&1 >&3 </dev/null | cat >"$work/err"
    } 3>&1 | cat >"$work/out"
    status=$(cat "$work/status")
    checks=$((checks + 1))
    what="closewait $* on a full disk"
    [ "$status" -eq "$expected" ] || fail "$what: exit status $status, not $expected"
}

cd "$work/project" || exit 2
run 1
cp "$work/out" "$work/reference"
run_full 1 --cache-dir "$work/full"
same "$work/out" "$work/reference"
[ "$(grep -c 'warning: .*going on without the cache' "$work/err")" -eq 1 ] || fail "$what: not one warning"
[ -z "$(find "$work/full" -type f)" ] || fail "$what: left something in the cache"
for format in text sarif; do
    printf 'the old report\n' >"$work/report"
    run_full 2 --no-cache --format $format -o "$work/report"
    silent
    err "^closewait: error: cannot write to $work/report: File too large"
    [ ! -e "$work/report" ] || fail "$what: left a part of the report"
done
run_full 2 facts src/b.c --no-cache -o "$work/b.unit"
err "error: cannot write .*b\.unit"
[ ! -e "$work/b.unit" ] || fail "$what: left a part of the unit"
if [ -c /dev/full ]; then
    run 2 --format "sarif:/dev/full"
    err '/dev/full: No space left on device'
fi

# --- a cache that is of no use ----------------------------------------------------------------------------

# spoilt COMMAND...: what a run makes of a cache of which the command has changed each file, given as its last word.
spoilt() {
    rm -rf "$work/any/own"
    run 1 --cache-dir "$work/any/own"
    find "$work/any/own" -type f | while read -r file; do "$@" "$file"; done
    run 1 --cache-dir "$work/any/own" --stats
    same "$work/out" "$work/reference"
    what="$what behind '$*'"
}
cut_in_half() {
    head -c $(($(wc -c <"$1") / 2)) "$1" >"$1.half"
    mv "$1.half" "$1"
}
make_directory() {
    rm "$1"
    mkdir "$1"
    touch "$1/x"
}
noise() { head -c 5000 /dev/urandom >"$1"; }
# As the program of another version would have written it, of which the checksum holds for its own form.
other_version() { sed -i '1s/store [0-9]*/store 999/' "$1"; }

mkdir -m 0777 "$work/any"
for damage in 'truncate -s 0' cut_in_half noise other_version; do
    # A list of words.
    # shellcheck disable=SC2086
    spoilt $damage
    err '^closewait: units: 5 parsed, 0 from the cache$'
    no_err 'warning'
    run 1 --cache-dir "$work/any/own" --stats
    err '^closewait: units: 0 parsed, 5 from the cache$' # mended
done
spoilt make_directory
[ "$(grep -c 'going on without the cache' "$work/err")" -eq 1 ] || fail "$what: not one warning"

# Permissions, which root does not feel.
program=$CLOSEWAIT
if [ "$(id -u)" -eq 0 ]; then
    chmod 0755 "$work"
    printf '#!/bin/sh\nexec setpriv --reuid 65534 --regid 65534 --clear-groups "%s" "$@"\n' "$CLOSEWAIT" >"$work/plain"
    chmod 0755 "$work/plain"
    CLOSEWAIT=$work/plain
fi
if "$CLOSEWAIT" --version >"$work/out" 2>"$work/err"; then
    rm -rf "$work/any/own"
    spoilt chmod 0
    [ "$(grep -c 'Permission denied; going on without the cache' "$work/err")" -eq 1 ] || fail "$what: not one warning"
    mkdir "$work/sealed"
    chmod 0555 "$work/sealed"
    run 1 --cache-dir "$work/sealed"
    same "$work/out" "$work/reference"
    [ "$(grep -c 'Permission denied; going on without the cache' "$work/err")" -eq 1 ] || fail "$what: not one warning"
else
    echo 'no permissions are tried: setpriv does not work here'
fi
CLOSEWAIT=$program

# --- Ctrl-C -----------------------------------------------------------------------------------------------

# A file that never ends: its #include waits for a writer.
cd "$work" || exit 2
mkfifo wait.h
printf '#include "wait.h"\n' >wait.c
# Jobs in the background of a shell without job control ignore SIGINT, and so would closewait.
set -m
for signal in INT TERM; do
    rm -rf stuck
    "$CLOSEWAIT" -j 2 --cache-dir stuck project/src/[abc].c wait.c -- -Iproject/src >"$work/out" 2>"$work/err" </dev/null &
    pid=$!
    what="closewait, ended by SIG$signal"
    for _ in $(seq 300); do
        [ "$(find stuck -type f ! -name '*.tmp' 2>/dev/null | wc -l)" -ge 3 ] && break
        sleep 0.1
    done
    children=$(ps -o pid= --ppid "$pid")
    [ -n "$children" ] || fail "$what: no worker was at work"
    kill -$signal "-$pid" # as the terminal does, to the whole group
    wait "$pid"
    status=$?
    checks=$((checks + 1))
    [ "$status" -eq $((128 + $(kill -l $signal))) ] || fail "$what: exit status $status"
    silent
    for child in $children; do
        ! kill -0 "$child" 2>/dev/null || fail "$what: a worker lives on"
    done
    [ -z "$(find stuck -name '*.tmp')" ] || fail "$what: temporary files stayed"
    run 1 --cache-dir stuck --stats project/src/[abc].c -- -Iproject/src
    err 'units: 0 parsed, 3 from the cache'
    err '3 findings'
done

finish

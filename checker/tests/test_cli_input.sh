#!/bin/sh
# Bad input of every kind: the message says what, where and what to do; what can be checked is still checked and
# reported; the exit status is right.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project

# database TEXT: a compile database in $work/db, alone.
database() {
    mkdir -p "$work/db"
    printf '%s\n' "$1" >"$work/db/compile_commands.json"
}

# --- the command line -------------------------------------------------------------------------------------

run 2 --formt text
silent
err "^closewait: error: unknown option '--formt'; did you mean '--format'\?"
run 2 --rules holow-close
err "there is no rule 'holow-close'; did you mean 'hollow-close'\?"
run 2 explain holow-close
err "there is no rule 'holow-close'; did you mean 'hollow-close'\?"
run 2 chekc
err "error: there is no file or command 'chekc'; did you mean 'check'\?"
run 0 explain hollow-close
same "$work/out" "$SOURCE_DIR/rules/hollow-close.md"
run 0 rules
out '^hollow-close +[A-Z]'
# unused-suppression is none of rules.def.
[ "$(wc -l <"$work/out")" -eq $(($(grep -c '^RULE' "$SOURCE_DIR/rules/rules.def") + 1)) ] || fail "$what: not all rules"
run 0 --version
out '^closewait [0-9]+\.[0-9]+\.[0-9]+$'
out 'clang version [0-9]'
run 0 --help
out '^Usage: closewait '
out '^ +--format FORMAT'
run 0 facts --help
out '^ +--dump WHAT'
no_out '--rules'

# --- the compile database ---------------------------------------------------------------------------------

mkdir "$work/empty"
cd "$work/empty" || exit 2
run 2
silent
err 'error: no compile database: looked for compile_commands\.json, .*/empty'
err 'CMAKE_EXPORT_COMPILE_COMMANDS'
run 2 "$work/project/src/../../blind.c"
err 'there is no|no compile database'
run 2 -p "$work/none"
err "no file or directory '.*/none'"
run 2 -p "$work/empty"
err "no compile_commands.json in '.*/empty'"
printf -- '-DX\n' >compile_flags.txt
run 2
err 'compile_flags\.txt holds flags and names no files'
rm compile_flags.txt

database '[ {"file": "x.c", '
run 2 -p "$work/db"
silent
err 'compile_commands\.json:[0-9]+:[0-9]+: not valid JSON'
database '{}'
run 2 -p "$work/db"
err 'an array is expected'
database '[]'
run 2 -p "$work/db"
err 'it is empty'
database '[{"directory": "/", "file": "x.cc", "command": "c++ -c x.cc"}]'
run 2 -p "$work/db"
err 'names no C file that can be checked; it has 1 of C\+\+'

# Entries of no use: the others are checked and reported.
cd "$work/project" || exit 2
database "[$(entry b.c ""), $(entry gone.c ""), {\"directory\": \"/\", \"command\": \"true\"}, 7]"
run 2 -p "$work/db"
out '^src/b\.c:[0-9].*\[unclosed-socket\]$'
err 'warning: .*entry 2 \(gone\.c\): the file does not exist'
err 'warning: .*entry 4 .*: it is no object'
err '^closewait: checked 1 file, 1 finding'
database "[$(entry b.c ""), {\"directory\": \"$work/none\", \"file\": \"z.c\", \"command\": \"cc -c z.c\"}]"
run 2 -p "$work/db"
out '^src/b\.c:'
err "its directory '.*/none' does not exist"

# --- named files ------------------------------------------------------------------------------------------

run 2 src/a.c src/gone.c
out '^src/a\.c:'
err 'error: src/gone\.c could not be analysed: there is no such file'
err '; 1 file could not be analysed$'
leaky other >"$work/project/src/other.c"
run 2 src/other.c src/a.c
out '^src/a\.c:'
err 'src/other\.c could not be analysed: it is not in the compile database .*build/compile_commands\.json'
run 1 src/other.c -- -Isrc
# A source that another one includes is a part of that.
printf '#include "other.c"\n' >src/tidy.c
run 1 src/other.c
out '^src/other\.c:'
run 2 facts src/other.c -o "$work/x"
err 'src/other\.c is not in .*; give its flags behind .--.'
run 2 src -- -Isrc
err 'src could not be analysed: it is no regular file'

# --- sources ----------------------------------------------------------------------------------------------

cd "$work" || exit 2
# Not UTF-8: Latin-1 is analysed, UTF-16 cannot be.
leaky caf | sed "s/return 0;/return 0; \\/* caf$(printf '\351') *\\//" >latin1.c
run 1 latin1.c -- -Iproject/src
out '^latin1\.c:'
printf '\377\376i\000n\000t\000 \000x\000;\000\n\000' >utf16.c
run 2 utf16.c project/src/b.c -- -Iproject/src
out '^project/src/b\.c:'
err 'utf16\.c could not be analysed: '

# A header that is missing: named, with a hint; what is left is checked; not kept in the cache.
{
    printf '#include <no/such.h>\n'
    leaky here
} >header.c
run 2 header.c -- -Iproject/src
out '^header\.c:[0-9]+:[0-9]+: warning: .*\[unclosed-socket\]$'
err "^closewait: warning: header\.c:1:10: 'no/such\.h' file not found$"
err 'install the packages'
err '1 header missing'
mkdir -p late/no
printf '/* here it is */\n' >late/no/such.h
run 2 header.c --stats -- -Iproject/src -Ilate2
mv late late2
run 1 header.c --stats -- -Iproject/src -Ilate2
err 'units: 1 parsed, 0 from the cache'

# Errors in the source: the functions that they do not touch are checked.
{
    leaky here
    printf 'int broken(void) {\n    return undeclared(1) + nothing;\n}\n'
} >syntax.c
run 1 syntax.c -- -Iproject/src
out '^syntax\.c:[0-9]+:[0-9]+: warning: .*\[unclosed-socket\]$'
err '; [1-9] errors? in the sources, 1 function only in part \(-v lists them\)$'
run 1 syntax.c -v -- -Iproject/src
err '^closewait: syntax\.c:9:[0-9]+: .*undeclared'
err "^closewait: syntax\.c:8:[0-9]+: 'broken' was read only in part: "

# What the parser cannot survive, or never ends with: lost, with its reason; the others are reported.
mkfifo pipe.c
run 2 pipe.c project/src/b.c -- -Iproject/src
out '^project/src/b\.c:'
err 'pipe\.c could not be analysed: it is no regular file'
printf 'int x;\n' >secret.c
chmod 0 secret.c
if [ ! -r secret.c ]; then
    run 2 secret.c --
    err 'secret\.c could not be analysed: '
fi

# Nothing that a file's name holds reaches the terminal as it is.
name=$(printf 'odd\033[31m.c')
cp project/src/b.c "$name"
run 1 "$name" -v -- -Iproject/src
no_out "$(printf '\033')"
no_err "$(printf '\033')"
run 2 "$name.none" --
no_err "$(printf '\033')"

# --- models -----------------------------------------------------------------------------------------------

printf 'fine(x) : closes x\nbroken(x : closes\nlost(x) : closes x\n' >broken.model
run 2 project/src/b.c --models broken.model -- -Iproject/src
out '^project/src/b\.c:'
err '^closewait: error: broken\.model:2: '
run 2 project/src/b.c --models none.model -- -Iproject/src
out '^project/src/b\.c:'
err "cannot read 'none\.model': No such file"
cat >take.c <<'TEXT'
#include <sys/socket.h>
void take_it(int);
int f(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    take_it(fd);
    return 0;
}
TEXT
printf 'nothing take_it\n' >take.model
run 0 take.c --
run 1 take.c --models take.model --
out '^take\.c:'

# --- unit files -------------------------------------------------------------------------------------------

run 0 facts project/src/b.c -o b.unit -- -Iproject/src
run 2 link "$SOURCE_DIR/CMakeLists.txt" b.unit none.unit
out 'project/src/b\.c:'
err "CMakeLists\.txt could not be analysed: it is no unit file \(.*CMakeLists\.txt:[0-9]+: "
err 'closewait facts FILE -o UNIT'
err 'none\.unit could not be analysed: .*No such file'
head -c 300 b.unit >cut.unit
run 2 link cut.unit
err 'cut\.unit could not be analysed: it is no unit file'
head -c 4096 /dev/urandom >noise.unit
run 2 link noise.unit
err 'noise\.unit could not be analysed'
printf 'unit "x.c"\nfile 0 "x.c"\nfunc @f() int !0:1:1 {\n  b0:\n    jump b7\n}\n' >wild.unit
run 2 link wild.unit b.unit
err 'wild\.unit could not be analysed'
run 2 link "$work"
err 'could not be analysed: .*directory'
# A unit file that cannot be made does not stay as it was.
cp b.unit old.unit
run 2 facts utf16.c -o old.unit --
[ ! -e old.unit ] || fail "$what: the old unit file is still there"
run 2 facts take.c -o take.c --
err 'take\.c is the source file'
grep -q take_it take.c || fail "$what: the source is gone"
# A unit that misses a header says so when it is linked.
run 0 facts header.c -o header.unit -- -Iproject/src
err "'no/such\.h' file not found"
run 2 link header.unit
err "header\.c:1:10: 'no/such\.h' file not found"

# --- resource directory -----------------------------------------------------------------------------------

run 2 --resource-dir "$work" take.c --
silent
err "no resource directory of clang: no include/stddef\.h"

# --- runs that are ended ----------------------------------------------------------------------------------

# A file that never ends: its #include waits for a writer.
mkfifo wait.h
printf '#include "wait.h"\n' >wait.c

# start_stuck: begins a run that has all but wait.c in its cache, in the background as $pid.
start_stuck() {
    rm -rf stuck
    "$CLOSEWAIT" -j 2 --cache-dir stuck project/src/a.c project/src/b.c project/src/c.c wait.c -- -Iproject/src \
        >"$work/out" 2>"$work/err" &
    pid=$!
    for _ in $(seq 200); do
        [ "$(find stuck -type f ! -name '*.tmp' 2>/dev/null | wc -l)" -ge 3 ] && return
        sleep 0.1
    done
    what='a run that waits'
    fail "$what: it did not get to wait.c"
}

for signal in TERM KILL; do
    start_stuck
    children=$(ps -o pid= --ppid "$pid" 2>/dev/null)
    kill -$signal "$pid"
    wait "$pid" 2>/dev/null
    status=$?
    what="closewait, ended by SIG$signal"
    checks=$((checks + 1))
    [ "$status" -gt 128 ] || fail "$what: exit status $status"
    silent
    sleep 0.2
    for child in $children; do
        # One that nobody waits for stays as a zombie.
        case $(ps -o stat= -p "$child" 2>/dev/null) in
        '' | Z*) ;;
        *) fail "$what: a worker lives on" ;;
        esac
    done
    run 1 --cache-dir stuck --stats project/src/a.c project/src/b.c project/src/c.c -- -Iproject/src
    err 'units: 0 parsed, 3 from the cache'
    err '3 findings'
done

finish

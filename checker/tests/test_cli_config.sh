#!/bin/sh
# Configuration files as people use them: which one counts, what it changes, what the command line changes again. The
# reading itself is tested in test_config.c.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project

# config TEXT...: a line each.
config() {
    printf '%s\n' "$@" >.closewait.yml
}

run 1
cp "$work/out" "$work/reference"

# --- what it changes --------------------------------------------------------------------------------------

config 'fail-on: never'
run 0
same "$work/out" "$work/reference"
run 1 --fail-on likely
run 1 --isolated
config 'rules:' '  unclosed-socket: off'
run 0
silent
run 1 --rules unclosed-socket
same "$work/out" "$work/reference"
run 0 --format sarif
no_out '"id":"unclosed-socket"'
config 'exclude: [src/a.c, "*/b.c"]'
run 1
out '^src/c\.c'
no_out '^src/[ab]\.c'
err 'checked 4 files, 1 finding \('
run 1 --stats
err '^closewait: findings: 1, 0 more below the level, 2 in paths left out'
run 0 src/a.c
config 'include: src/b.c'
run 1
out '^src/b\.c'
no_out '^src/[ac]\.c'

seed=$SOURCE_DIR/testdata/seed
run 1 -p "$seed" --isolated --rules hollow-close
printf 'level: certain\n' >"$work/certain.yml"
run 0 -p "$seed" --config "$work/certain.yml" --rules hollow-close
run 1 -p "$seed" --config "$work/certain.yml" --rules hollow-close --level likely
printf 'rules: {hollow-close: certain}\n' >"$work/certain.yml"
run 1 -p "$seed" --config "$work/certain.yml"
out '\[flag-never-set\]$'
no_out '\[hollow-close'

# with_leak FILE: adds a leak that needs a macro and a header.
with_leak() {
    printf '#ifdef WITH_LEAK\n#include <leak.h>\nint %s_more(int fd) { LEAK }\n#endif\n' "$(basename "$1" .c)" >>"$1"
}
with_leak src/tidy.c
mkdir include
printf '#define LEAK fd = socket(AF_INET, SOCK_STREAM, 0); return fd < 0;\n' >include/leak.h
config 'extra-args: [-DWITH_LEAK, -Iinclude]'
run 1
out '^src/tidy\.c:7:.*\[unclosed-socket\]$'
run 1 src/tidy.c -- -Isrc
out '^src/tidy\.c:7:'
run 0 facts src/tidy.c --dump ir
out 'tidy_more'
run 0 --isolated src/tidy.c
config 'extra-args: [-DWITH_LEAK, -Iinclude]' 'removed-args: -DWITH_*'
run 1 # what is extra is not removed
out '^src/tidy\.c:7:'
with_leak src/b.c
sed 's|cc  -c b.c|cc -DWITH_LEAK -I../include -c b.c|' build/compile_commands.json >"$work/db"
cp "$work/db" build/compile_commands.json
config
run 1
out '^src/b\.c:10:'
config 'removed-args: -DWITH_*'
run 1
no_out '^src/b\.c:10'

cat >"$work/own.model" <<'TEXT'
leak_to(fd) : moves fd
TEXT
mkdir models
printf 'leak_to(fd) : closes fd\n' >models/own.model
config 'models: models/own.model'
run 1
(cd src && "$CLOSEWAIT" doctor >"$work/out")
what='doctor in src'
out '^models: of .* and 1 of your own$'
config 'models: none.model'
run 2
err "cannot read '$work/project/none\.model'"

# --- which one counts -------------------------------------------------------------------------------------

config 'fail-on: never'
run 0
(cd src && "$CLOSEWAIT" -q >/dev/null) || fail "not found from below"
(cd / && "$CLOSEWAIT" -q -p "$work/project/build" >/dev/null) || fail "not found from outside"
mkdir "$work/elsewhere"
printf 'level: nonsense\n' >"$work/elsewhere/.closewait.yml"
(cd "$work/elsewhere" && "$CLOSEWAIT" -q -p "$work/project/build" >/dev/null) || fail "another project's counts"
cp .closewait.yml "$work/never.yml"
printf 'exclude: b.c\n' >src/.closewait.yml
run 1 # of the directory that holds all sources
no_out '^src/b\.c'
printf 'inherit: true\nexclude: b.c\n' >src/.closewait.yml
run 0
no_out '^src/b\.c'
run 1 --isolated
run 0 --config .closewait.yml
out '^src/b\.c'
run 2 --config .closewait.yml --isolated
err 'exclude each other'
run 2 --config none.yml
err "error: cannot read '.*none\.yml': No such file or directory"
printf 'exclde: b.c\n' >src/.closewait.yml
run 2
silent
err "^closewait: error: src/\.closewait\.yml:1: unknown key 'exclde'; did you mean 'exclude'\?$"

# --- doctor -----------------------------------------------------------------------------------------------

run 2 doctor
out "^  src/\.closewait\.yml:1: unknown key 'exclde'; did you mean 'exclude'\?$"
printf 'inherit: true\nexclude: b.c\n' >src/.closewait.yml
run 0 doctor
out "^configuration: $work/project/src/\.closewait\.yml$"
out "^  searched for in '$work/project/src' and the directories above it$"
out "^  inherits from $work/project/\.closewait\.yml$"
out '^  fail-on: never \(\.closewait\.yml:1\)$'
out '^  exclude: b\.c \(src/\.closewait\.yml:2\)$'
run 0 doctor --isolated
out '^configuration: none \(--isolated\)$'
run 0 doctor --config "$work/never.yml"
out "^configuration: $work/never\.yml$"
out '^  named by --config$'

finish

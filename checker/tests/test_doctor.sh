#!/bin/sh
# The command doctor: what a check works with, what it could not do and what helps; and the models that it drafts, which
# --models reads.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project

# --- all is well ------------------------------------------------------------------------------------------

run 0 doctor
[ ! -s "$work/err" ] || fail "$what: something on stderr"
out '^closewait: [0-9]'
out '^libclang: .*clang version [0-9]+.*, /.*libclang'
out '^resource directory: /'
out "^compile database: $work/project/build/compile_commands\.json$"
out "^  searched for in '$work/project' and the directories above it; 5 units$"
out "^cache: $work/cache/closewait$"
out '^  not there yet: the first check makes it$'
out '^models: of [0-9]{3,} functions, in [0-9]+ files that come with closewait and 0 of your own$'
out '^program: 4 files analysed, 4 functions, 3 findings$'
out '^blind spots: 0, by 0 functions$'
run 0 doctor -p build
out '^  named by -p; 5 units$'
out '^  [1-9][0-9]* entries, [0-9]+ KB$'
run 1 --stats
err '^closewait: units: 0 parsed, 5 from the cache$' # what the doctor looked at need not be looked at again

# --- a cache ----------------------------------------------------------------------------------------------

run 0 doctor --no-cache
out '^cache: none \(--no-cache\)$'
touch "$(find "$work/cache" -type f | head -n 1).99-1-0.tmp"
run 0 doctor
out '^  1 file of runs that were killed, which may be removed: \*\.tmp$'
printf 'in the way\n' >"$work/file"
run 0 doctor --cache-dir "$work/file"
out "^  cannot read '$work/file': Not a directory; remove it, or name another one with --cache-dir$"
err 'going on without the cache'

# --- trouble ----------------------------------------------------------------------------------------------

mkdir "$work/empty"
cd "$work/empty" || exit 2
run 2 doctor
out '^compile database: none$'
out "^  no compile database: looked for compile_commands\.json, .* in '$work/empty' and each directory above it; make one"
out '^models: '
no_out '^program: '
cd "$work/project" || exit 2
run 2 doctor --resource-dir "$work/none"
out '^resource directory: not found$'
out "^  --resource-dir names '$work/none', which is no resource directory"
run 2 doctor --models "$work/none.model"
err "cannot read '.*none\.model'"
run 2 doctor -- -Isrc
err 'name the files'
run 2 docter
err "there is no file or command 'docter'; did you mean 'doctor'\?"
run 0 doctor --help
out '^Usage: closewait doctor '
out '^ +--models FILE'
no_out '--format'

cd "$work" || exit 2
{
    printf '#include <no/such.h>\n'
    cat project/src/a.c
    printf 'int broken(void) {\n    return undeclared(1) + nothing;\n}\n'
} >trouble.c
mkfifo pipe.c
run 2 doctor trouble.c pipe.c gone.c -- -Iproject/src
out '^compile database: none, the flags stand behind `--`; 1 file$'
out '^files that could not be analysed: 2$'
out '^  pipe\.c: it is no regular file'
out '^  gone\.c: there is no such file$'
out '^headers that are missing: 1$'
out '^  build the project first if it makes them'
out "^  trouble\.c:1:10: 'no/such\.h' file not found$"
out '^errors in the sources: [1-9]'
out '^  trouble\.c:10:[0-9]+: .*undeclared'
out '^functions that were read only in part: 1$'
out '^  trouble\.c:9:5: broken: '

# More situations than are followed: each socket may be open or not.
{
    printf '#include <sys/socket.h>\n#include <unistd.h>\nint next(void);\nint busy(int *a) {\n'
    awk 'BEGIN { for (i = 0; i < 20; i++) printf "    int s%d = -1;\n", i }'
    printf '    for (;;) switch (next()) {\n'
    awk 'BEGIN { for (i = 0; i < 20; i++)
        printf "    case %d: if (s%d < 0) s%d = socket(AF_INET, SOCK_STREAM, 0); else close(s%d), s%d = -1; break;\n", i, i, i, i, i }'
    printf '    default: return a[0];\n    }\n}\n'
} >busy.c
run 0 doctor busy.c --
out '^functions given up: 1$'
out '^  busy$'
printf 'int user(void) { int a[9] = {0}; int fd = socket(AF_INET, SOCK_STREAM, 0); a[0] = fd; return busy(a); }\n' >>busy.c
run 0 doctor busy.c --
out '^# 1 time, first at busy\.c:[0-9:]*: busy, whose body was given up or read only in part$'

# --- blind spots ------------------------------------------------------------------------------------------

cat >blind.c <<'TEXT'
#include <sys/socket.h>
struct box { int fd; };
struct loop;
int take(int), lib_close(int), lib_get_name(int, char *, int), lib_log(const char *, ...);
struct loop *lib_new_from_fd(int), *lib_loop(void);
int lib_set_fd(struct loop *, int);
void box_hand(struct box *), box_free(struct box *);
int two(int, int);
static int open_one(void) {
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    return sock;
}
int taken(void) { return take(open_one()) + take(open_one()) + take(open_one()); }
int closed(void) { int sock = open_one(); return lib_close(sock); }
int named(void) { char name[8]; int sock = open_one(); return lib_get_name(sock, name, 8); }
int set(struct loop *loop) { int sock = open_one(); return lib_set_fd(loop, sock); }
struct loop *wrapped(void) { int sock = open_one(); return lib_new_from_fd(sock); }
void boxed(void) { struct box box; box.fd = open_one(); box_hand(&box); }
void freed(struct box *box) { box->fd = open_one(); box_free(box); }
int doubled(void) { int closes = open_one(); return two(closes, closes); }
int logged(void) { int sock = open_one(); return lib_log("x", sock) + lib_log("y", sock, 1); }
int through(int (*call)(int)) { int sock = open_one(); return call(sock); }
TEXT
run 0 doctor blind.c --
out '^blind spots: [1-9][0-9]*, by 10 functions$'
out '^# 3 times, first at blind\.c:13:26: borrows, closes or keeps\?$'
out '^take\(arg1\) : escapes arg1$'
out '^lib_close\(sock\) : closes sock$'
out '^lib_get_name\(sock, name, arg3\) :$'
out '^lib_set_fd\(loop, sock\) : borrows loop -> sock$'
out '^lib_new_from_fd\(sock\) : owns ret -> sock$'
out '^box_hand\(box\) : escapes box$'
out '^box_free\(box\) : frees box$'
out '^two\("closes", closes2\) : escapes "closes"$'
out '^lib_log\(arg1, sock, \.\.\.\) :$'
out '^# 1 time, first at .*: a call through a pointer that may lead to functions that nobody has seen$'
# The most frequent stands first.
[ "$(grep -n '^take(' "$work/out" | cut -d: -f1)" -lt "$(grep -n '^two(' "$work/out" | cut -d: -f1)" ] ||
    fail "$what: the most frequent is not the first"
# What is said is a file of models as it stands.
sed -n '/^# 3 times/,$p' "$work/out" >drafts.model
run 0 doctor blind.c --models drafts.model --
out '^models: of .* and 1 of your own$'
out '^blind spots: 1, by 1 function$'
run 0 blind.c --stats --
err '^closewait: +3 take$'
err '^closewait: +take\(arg1\) : escapes arg1$'
run 1 blind.c --models drafts.model --
out '^blind\.c:15:.*\[unclosed-socket\]$'

finish

#!/bin/sh
# The hooks of .pre-commit-hooks.yaml, run by pre-commit itself in a real repository of git. Skipped where pre-commit is
# not installed (apt install pre-commit).

set -u
if ! command -v pre-commit >/dev/null 2>&1 || ! command -v git >/dev/null 2>&1; then
    echo 'skipped: no pre-commit, or no git'
    exit 77
fi
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
# shellcheck source=SCRIPTDIR/git_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/git_fixture.inc"
unset PRE_COMMIT SKIP

# The hook runs what PATH has, and --stats says what it had to parse.
mkdir "$work/bin" "$work/manifest"
cat >"$work/bin/closewait" <<TEXT
#!/bin/sh
echo "closewait \$*" >>"$work/log"
"$CLOSEWAIT" "\$@" --stats 2>"$work/stats"
status=\$?
cat "$work/stats" >>"$work/log"
grep -vE '^closewait: (units|program|flow|bounds|blind|findings|time|memory)' "$work/stats" >&2
exit \$status
TEXT
chmod +x "$work/bin/closewait"
export PATH="$work/bin:$PATH"

# A repository that has the hooks, as users name one.
cp "$SOURCE_DIR/.pre-commit-hooks.yaml" "$work/manifest"
cd "$work/manifest" || exit 2
git init -q -b main .
commit
manifest=$(git rev-parse HEAD)

make_project
make_repository_without_commit
git commit -qm 'before there was a hook'

# use_hook ID: the project's configuration.
use_hook() {
    cat >.pre-commit-config.yaml <<TEXT
repos:
- repo: $work/manifest
  rev: $manifest
  hooks:
  - id: $1
TEXT
    git add .pre-commit-config.yaml
}

# hook STATUS COMMAND...: runs the command, which runs the hook; its output is in $work/out, what closewait had to do in
# $work/log.
hook() {
    expected=$1
    shift
    : >"$work/log"
    "$@" >"$work/out" 2>&1 </dev/null
    status=$?
    cp "$work/log" "$work/err"
    checks=$((checks + 1))
    what="$*"
    [ "$status" -eq "$expected" ] || fail "$what: exit status $status, not $expected"
}

# parsed N: the hook had to parse N units, and took the others out of the cache.
parsed() {
    err "^closewait: units: $1 parsed"
}

use_hook closewait
hook 0 pre-commit install
hook 0 git commit -m 'a configuration'
out 'closewait \(changed lines\)\.*\(no files to check\)Skipped$'
[ ! -s "$work/log" ] || fail "$what: the hook ran without a C file"

# The first run parses the project, a warm one what changed.
edit src/tidy.c '1s/^/\/\/ one\n/'
git add src/tidy.c
hook 0 git commit -m 'first run'
out 'closewait \(changed lines\)\.*Passed$'
out 'checked 4 files, no findings in what was changed$'
parsed 5
edit src/b.c '1s/^/\/\/ one\n/'
git add src/b.c
hook 0 git commit -m 'warm run'
parsed 1
edit src/b.c '7s/return 0/return 1/'
git add src/b.c
hook 1 git commit -m 'a leak'
out 'closewait \(changed lines\)\.*Failed$'
out '^src/b\.c:7:5: warning: .*\[unclosed-socket\]$'
[ "$(grep -c ': warning: ' "$work/out")" -eq 1 ] || fail "$what: not one finding"
parsed 1
hook 1 git commit -m 'the same again'
parsed 0
no_err ' s linking$'
edit src/b.c 's/^    return 1;/    close(fd);\n&/'
git add src/b.c
hook 0 git commit -m 'the leak is mended'

# A header: the files that include it are parsed again; a finding that leads through it would be shown.
printf 'static inline int has_net(void) {\n    return 1;\n}\n' >>src/net.h
printf 'int use_net(void) {\n    return has_net();\n}\n' >>src/tidy.c
sleep 0.05
git add src/net.h src/tidy.c
hook 0 git commit -m 'a header'
err '^closewait check --hook .*src/net\.h'
parsed 5
edit src/net.h 's/return 1/return socket(AF_INET, SOCK_STREAM, 0) > 3/'
git add src/net.h
hook 1 git commit -m 'a header with a leak'
out '^src/net\.h:[0-9]+:[0-9]+: warning: '
git reset -q --hard

# A file that goes, along with one that stays.
cp $database "$work/database"
git rm -q src/c.c
hook 0 git commit -m 'only removed'
out '\(no files to check\)Skipped$'
edit src/tidy.c '1s/one/two/'
git add src/tidy.c
hook 0 git commit -m 'the database is older than that'
out 'c\.c\): the file does not exist'
entry=$(entry c.c "")
grep -vF "$entry" "$work/database" >$database

# Staged in part: pre-commit takes the rest away while the hook runs, and puts it back.
edit src/tidy.c '1s/two/three/'
git add src/tidy.c
printf 'int leak_unstaged(void) {\n    return socket(AF_INET, SOCK_STREAM, 0) > 3;\n}\n' >>src/tidy.c
sleep 0.05
hook 0 git commit -m 'staged in part'
out 'Unstaged files detected'
out 'no findings in what was changed$'
no_out 'not staged'
grep -q leak_unstaged src/tidy.c || fail "$what: what was not staged is gone"
git add src/tidy.c
hook 1 git commit -m 'the rest of it'
out '^src/tidy\.c:[0-9:]*: warning: '
git reset -q --hard

sleep 0.05
hook 0 pre-commit run --files src/tidy.c # so that the cache knows all as it is now

# Renamed, with the old finding in it: no line of it changed.
git mv src/a.c src/d.c
sed 's/"a\.c"/"d.c"/; s/-c a\.c/-c d.c/' $database >"$work/database"
cp "$work/database" $database
hook 0 git commit -m 'renamed'
out 'closewait \(changed lines\)\.*Passed$'
parsed 2

# By hand, over all files; between two commits, as before a push.
hook 1 pre-commit run --all-files
out '^src/d\.c:[0-9:]*: warning: '
hook 0 pre-commit run --from-ref HEAD~1 --to-ref HEAD
hook 1 pre-commit run --files src/d.c

# The whole project.
use_hook closewait-project
git commit -qnm 'another hook'
hook 1 pre-commit run --all-files
out 'closewait \(whole project\)\.*Failed$'
out '^src/d\.c:[0-9:]*: warning: '
err '^closewait check --hook$'

# Without a compile database: skipped where people work, an error where nobody looks.
use_hook closewait
git commit -qnm 'the first hook'
mv build "$work/build.away"
hook 0 pre-commit run --all-files
out 'closewait \(changed lines\)\.*Passed$'
out 'closewait: skipped: no compile database: looked for compile_commands\.json'
out 'CMAKE_EXPORT_COMPILE_COMMANDS=ON.*meson setup.*ninja.*-t compdb.*bear -- make'
CI=true hook 1 pre-commit run --all-files
out 'exit code: 2'
out 'closewait: error: no compile database'

finish

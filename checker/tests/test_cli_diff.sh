#!/bin/sh
# --diff and --hook in a real repository of git: which lines count as changed, what is said when git cannot tell, and
# that git runs nothing of the project.

set -u
if ! command -v git >/dev/null 2>&1; then
    echo 'skipped: no git'
    exit 77
fi
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
# shellcheck source=SCRIPTDIR/git_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/git_fixture.inc"
make_project
make_repository

# findings FILE...: the last run reported one in each of the files, and no other.
findings() {
    checks=$((checks + 1))
    reported=$(sed -n 's/^\([^ :]*\):[0-9:]* warning: .*/\1/p' "$work/out" | LC_ALL=C sort | tr '\n' ' ')
    expected=$(printf '%s\n' "$@" | LC_ALL=C sort | tr '\n' ' ')
    [ "$reported" = "${expected# }" ] || fail "$what: findings in '$reported', not in '$expected'"
}

# --- --diff -----------------------------------------------------------------------------------------------

run 0 --diff HEAD
silent
err '^closewait: checked 4 files, no findings in what was changed$'

# A line that a step of the finding is on; one that none is on; one of another function.
edit src/a.c '6s/return 0/return 1/'
edit src/b.c '1s/$/ \/\/ the net/'
run 1 --diff HEAD
findings src/a.c
err '^closewait: checked 4 files, 1 finding in what was changed \(1 certain\)$'
run 1 --diff HEAD src/a.c
findings src/a.c
run 0 --diff HEAD src/b.c
silent

# What is staged is a change like any other; so is what was committed since.
git add src/a.c
run 1 --diff HEAD
findings src/a.c
commit
run 0 --diff HEAD
run 1 --diff HEAD~1
findings src/a.c
(cd src && "$CLOSEWAIT" --diff HEAD~1 >"$work/out" 2>"$work/err")
what='--diff below the top'
findings a.c
mkdir "$work/elsewhere"
(cd "$work/elsewhere" && "$CLOSEWAIT" --diff HEAD~1 -p "$work/project/build" >"$work/out" 2>"$work/err")
what='--diff from elsewhere'
checks=$((checks + 1))
[ "$(grep -c ': warning: ' "$work/out")" -eq 1 ] || fail "$what: not one finding"

# What only the other side changed since is no change of ours.
git checkout -q -b other HEAD~1
edit src/c.c '3s/fd/  fd/'
commit
git checkout -q main
run 1 --diff other
findings src/a.c

# Lines that were only removed: their function is what changed.
closing='s/^    return 0;$/    close(fd);\n&/'
edit src/b.c "$closing"
edit src/c.c "$closing"
commit
run 0 --diff HEAD~1
silent
edit src/b.c '/close(fd)/d'
run 1 --diff HEAD
findings src/b.c
commit
run 1 --diff HEAD~1 src
findings src/b.c

# A file that git does not know, unless it is to be ignored.
leaky fresh >src/c.c
git rm -q --cached src/c.c
git commit -qm 'c.c is gone'
run 1 --diff HEAD
findings src/c.c
printf '/src/c.c\n' >.gitignore
run 0 --diff HEAD
silent
rm .gitignore
git reset -q --hard HEAD~1

# Renamed: only what else changed.
git mv src/a.c src/d.c
sed -i 's/"a\.c"/"d.c"/; s/-c a\.c/-c d.c/' $database
run 0 --diff HEAD
silent
edit src/d.c '6s/1/2/'
run 1 --diff HEAD
findings src/d.c
git reset -q --hard
sed -i 's/"d\.c"/"a.c"/; s/-c d\.c/-c a.c/' $database

# A name with all that git quotes.
name=$(printf 'src/q"u\\o\te caf\303\251.c')
leaky odd >"$name"
git add -A
commit
edit "$name" '6s/0/1/'
"$CLOSEWAIT" --diff HEAD "$name" -- >"$work/out" 2>"$work/err"
what='--diff with an odd name'
checks=$((checks + 1))
[ "$(grep -c ': warning: ' "$work/out")" -eq 1 ] || fail "$what: not one finding"
git reset -q --hard HEAD~1

# --- what git cannot tell ---------------------------------------------------------------------------------

run 2 --diff no-such-branch
silent
err "^closewait: error: git knows no commit 'no-such-branch' here; fetch it"
run 2 --diff --output=src/a.c
err "git knows no commit '--output=src/a\.c'"
git checkout -q --orphan lonely
commit
run 2 --diff main
err "'main' and 'HEAD' have no commit in common here; fetch more of the history"
git checkout -qf main
git branch -qD lonely
run 2 --diff HEAD --hook
err '--hook and --diff exclude each other'
mkdir "$work/plain"
leaky plain >"$work/plain/x.c"
(cd "$work/plain" && "$CLOSEWAIT" --diff HEAD x.c -- -I"$work/project/src" >"$work/out" 2>"$work/err")
what='--diff outside a repository'
checks=$((checks + 1))
err 'error: git cannot say what changed in .*/plain.: fatal: not a git repository'
mkdir "$work/no-git"
PATH=$work/no-git "$CLOSEWAIT" --diff HEAD >"$work/out" 2>"$work/err"
what='--diff without git'
err 'error: git cannot say what changed in .*: it could not be run; is it installed\?'

# --- nothing of the project is run ------------------------------------------------------------------------

# Whatever the repository or its configuration names leaves a trace when it is run.
mkdir "$work/hooks"
for hook in post-index-change pre-commit fsmonitor-watchman post-checkout; do
    printf '#!/bin/sh\necho %s >>"%s"\ncat\n' "$hook" "$work/trace" >"$work/hooks/$hook"
    chmod +x "$work/hooks/$hook"
done
printf '*.c diff=mine filter=mine\n*.h filter=mine\n' >.gitattributes
commit
cp .git/config "$work/config"
for setting in core.hooksPath="$work/hooks" core.fsmonitor="$work/hooks/fsmonitor-watchman" \
    diff.external="$work/hooks/pre-commit" diff.mine.command="$work/hooks/pre-commit" \
    diff.mine.textconv="$work/hooks/pre-commit" filter.mine.clean="$work/hooks/pre-commit" \
    filter.mine.smudge="$work/hooks/pre-commit" filter.mine.required=true core.pager="$work/hooks/pre-commit" \
    color.ui=always diff.noprefix=true diff.mnemonicPrefix=true diff.interHunkContext=10 diff.renames=false \
    diff.orderFile="$work/none" diff.relative=true core.quotePath=true; do
    git config "${setting%%=*}" "${setting#*=}"
done
edit src/a.c '6s/1/3/'
touch src/b.c src/net.h
sum=$(cksum <.git/index)
export GIT_DIFF_OPTS=-u20 GIT_EXTERNAL_DIFF="$work/hooks/pre-commit"
run 1 --diff HEAD
findings src/a.c
run 1 --hook src/a.c src/b.c
findings src/a.c src/b.c # nothing is staged: see below
unset GIT_DIFF_OPTS GIT_EXTERNAL_DIFF
[ ! -e "$work/trace" ] || fail "$what: git ran $(sort -u "$work/trace" | tr '\n' ' ')"
[ "$sum" = "$(cksum <.git/index)" ] || fail "$what: git wrote the index"
cp "$work/config" .git/config

# --- --hook, by hand --------------------------------------------------------------------------------------

git reset -q --hard
git rm -q .gitattributes
commit

# Nothing is staged: the files were named all the same, so they count as a whole. Others do not.
run 1 --hook src/a.c src/tidy.c
findings src/a.c
run 0 --hook src/tidy.c
err 'no findings in what was changed$'
run 1 --hook # the whole project
findings src/a.c src/b.c

# Staged lines, and no others.
edit src/a.c '6s/1/4/'
git add src/a.c
edit src/b.c '1s/$/ \/\/ changed/'
git add src/b.c
run 1 --hook src/a.c src/b.c
findings src/a.c
run 0 --hook src/b.c

# Partly staged: the lines are followed to where they lie now, and what is not staged does not count.
edit src/a.c '1s/^/\/\/ one\n\/\/ two\n/'
edit src/b.c '6s/0/5/'
run 1 --hook src/a.c src/b.c
findings src/a.c
err '^closewait: 2 files have changes that are not staged: they are checked as they lie there'
run 0 --hook src/b.c
git reset -q --hard

# A new file, a file that goes, one that goes unseen by the database, one that the database does not name.
leaky new >src/new.c
git add src/new.c
run 0 --hook src/new.c
err '^closewait: warning: src/new\.c could not be analysed: it is not in the compile database'
CI=true run 2 --hook src/new.c
err '^closewait: error: src/new\.c could not be analysed'
git reset -q --hard
git rm -q src/c.c
run 0 --hook src/c.c
silent
run 0 --hook src/c.c src/tidy.c
err 'entry 4 \(c\.c\): the file does not exist'
CI=true run 2 --hook src/c.c src/tidy.c
git reset -q --hard

# The commits that pre-commit names.
edit src/a.c '6s/1/6/'
commit
PRE_COMMIT_FROM_REF=HEAD~1 PRE_COMMIT_TO_REF=HEAD run 1 --hook src/a.c
findings src/a.c
edit src/tidy.c '1s/^/\/\/ x\n/'
commit
PRE_COMMIT_FROM_REF=HEAD~1 PRE_COMMIT_TO_REF=HEAD run 0 --hook src/tidy.c

# Before the first commit all that is staged is new.
rm -rf .git
make_repository_without_commit
run 1 --hook src/a.c src/b.c
findings src/a.c src/b.c

# --- without a compile database ---------------------------------------------------------------------------

mkdir -p "$work/bare/sub"
cd "$work/bare" || exit 2
git init -q .
leaky bare >sub/x.c
git add -A
run 0 --hook sub/x.c
silent
err "^closewait: skipped: no compile database: looked for compile_commands\.json, .* in '.*/bare/sub' and each directory above"
for way in 'CMake: .cmake .*-DCMAKE_EXPORT_COMPILE_COMMANDS=ON' 'Meson: .meson setup' 'ninja: .ninja .*-t compdb' \
    'Make: .bear -- make'; do
    err "$way"
done
CI=true run 2 --hook sub/x.c
err '^closewait: error: no compile database: '
run 0 --hook -p build sub/x.c
err "^closewait: skipped: there is no file or directory 'build', which -p names; .*CMake"
CI=true run 2 --hook -p build sub/x.c
printf 'no model(\n' >bad.model
cd "$work/project" || exit 2
run 2 --hook --models "$work/bare/bad.model" src/tidy.c

# --- with what else decides what is reported --------------------------------------------------------------

run 0 baseline
commit
edit src/tidy.c '$s/$/\nint fresh(void) {\n    return socket(AF_INET, SOCK_STREAM, 0) > 3;\n}/'
edit src/tidy.c '1s/^/#include <sys\/socket.h>\n/'
run 1 --diff HEAD
findings src/tidy.c
run 0 --diff HEAD --fail-on never
git add -A
run 1 --hook src/tidy.c
run 0 --hook --exit-zero src/tidy.c
edit src/tidy.c 's/ > 3;/ > 3; \/\/ closewait: allow(unclosed-socket): a test/'
run 0 --diff HEAD
err 'no findings in what was changed, 1 suppressed'
# A line that is in the baseline changes, so its finding is new.
edit src/a.c '6s/return /return 1 + /'
run 1 --diff HEAD
findings src/a.c
# The configuration: what is wrong with it is an error in hooks, too.
printf 'exclude: src/a.c\n' >.closewait.yml
run 0 --diff HEAD
printf 'exlude: src/a.c\n' >.closewait.yml
run 2 --hook src/a.c
err "\.closewait\.yml:1: unknown key 'exlude'; did you mean 'exclude'\?"

finish

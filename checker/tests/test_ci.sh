#!/bin/sh
# The files of docs/ci do what they say, as far as a machine without those services can tell: their shell steps run on a
# project, a branch of which adds a finding to one that was there before.
#
# Not run: the steps that install packages (root, network) and those that are actions of GitHub. The former name packages
# of Debian 12, which is looked at where apt is.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
# shellcheck source=SCRIPTDIR/git_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/git_fixture.inc"
for tool in git make cmake python3; do
    if ! command -v $tool >/dev/null 2>&1; then
        echo "skipped: no $tool"
        exit 77
    fi
done
ci=$SOURCE_DIR/docs/ci
steps=$SOURCE_DIR/checker/tests/ci_steps.py
python3 "$steps" "$ci/gitlab.yml" script >"$work/script"
if [ $? -eq 77 ]; then
    echo 'skipped: no python3-yaml'
    exit 77
fi
: >"$work/err"

# --- the project ------------------------------------------------------------------------------------------

mkdir "$work/bin" "$work/origin" "$work/home"
ln -s "$CLOSEWAIT" "$work/bin/closewait"
export PATH="$work/bin:$PATH" GIT_CONFIG_GLOBAL="$work/home/gitconfig"
unset CFLAGS LDFLAGS

cd "$work/origin" || exit 2
mkdir src
printf '#include <sys/socket.h>\n#include <unistd.h>\n' >src/net.h
leaky old >src/old.c
printf '#include "net.h"\nint main(void) {\n    return 0;\n}\n' >src/main.c
cat >CMakeLists.txt <<'TEXT'
cmake_minimum_required(VERSION 3.22)
project(example LANGUAGES C)
add_executable(example src/main.c src/old.c)
TEXT
printf 'all: src/main.o src/old.o\nclean:\n\trm -f src/*.o\n' >Makefile
printf '/build/\n/.cache/\n/closewait.*\n/compile_commands.json\n*.o\n' >.gitignore
git init -q -b main .
commit
git clone -q . "$work/project"
cd "$work/project" || exit 2
git checkout -q -b topic
printf 'int fresh(void) {\n    return socket(AF_INET, SOCK_STREAM, 0) > 3;\n}\n' >>src/main.c
commit

# step STATUS FILE NAME [COMMAND...]: runs a step of the CI file as that service's runner does.
step() {
    expected=$1 what="$3 of $2"
    checks=$((checks + 1))
    python3 "$steps" "$ci/$2" "$3" >"$work/script" || fail "$what: there is none"
    shift 3
    env CI=true "$@" sh -e "$work/script" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    [ "$status" -eq "$expected" ] || fail "$what: exit status $status, not $expected"
}

# holds FILE PATTERN
holds() {
    grep -q -- "$2" "$1" 2>/dev/null || fail "$what: no '$2' in $1"
}

# known_packages FILE NAME: all that the step installs are packages of Debian; a file is none.
known_packages() {
    command -v apt-cache >/dev/null 2>&1 || return
    what="$2 of $1"
    checks=$((checks + 1))
    python3 "$steps" "$ci/$1" "$2" | sed -n 's/^apt-get install -y --no-install-recommends //p' | tr ' ' '\n' |
        grep -v / >"$work/packages"
    while read -r package; do
        [ -n "$(apt-cache search --names-only "^$package\$")" ] || apt-cache show "$package" >/dev/null 2>&1 ||
            fail "$what: there is no package $package"
    done <"$work/packages"
}

# --- GitHub -----------------------------------------------------------------------------------------------

known_packages github.yml 'Install git'
step 0 github.yml 'Make the compile database'
step 0 github.yml 'Check the project'
holds closewait.txt 'src/main\.c:[0-9:]* warning: '
holds closewait.txt 'src/old\.c:[0-9:]* warning: '
holds closewait.sarif '"version" *: *"2\.1\.0"'
step 1 github.yml 'Check what the pull request changes' GITHUB_BASE_REF=main
out '^::[a-z]* .*file=src/main\.c'
no_out 'file=src/old\.c'
git checkout -q --detach main
step 0 github.yml 'Check what the pull request changes' GITHUB_BASE_REF=main
silent
git checkout -q topic

# --- GitLab -----------------------------------------------------------------------------------------------

known_packages gitlab.yml before_script
rm -rf build
step 0 gitlab.yml script
holds closewait.json '"src/main\.c"'
holds closewait.json '"src/old\.c"'
step 1 gitlab.yml script CI_MERGE_REQUEST_DIFF_BASE_SHA="$(git rev-parse main)"
out '^src/main\.c:[0-9:]* warning: '
no_out '^src/old\.c'
git checkout -q --detach main
step 0 gitlab.yml script CI_MERGE_REQUEST_DIFF_BASE_SHA="$(git rev-parse main)"
git checkout -q topic

# --- make -------------------------------------------------------------------------------------------------

# made STATUS ARGUMENT...
made() {
    expected=$1
    shift
    what="make $*"
    checks=$((checks + 1))
    make -f "$ci/closewait.mk" CLOSEWAIT=closewait "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    [ "$status" -eq "$expected" ] || fail "$what: exit status $status, not $expected"
}

if command -v bear >/dev/null 2>&1; then
    made 2 closewait # the status of make when a command fails
    out '^src/old\.c:[0-9:]* warning: '
else
    echo 'skipped: a compile database by bear, which is not installed'
    cp build/compile_commands.json .
fi
made 2 closewait-diff
out '^src/main\.c:[0-9:]* warning: '
no_out '^src/old\.c'
made 0 closewait-diff BASE=topic
made 0 closewait CLOSEWAIT_FLAGS=--exit-zero

finish

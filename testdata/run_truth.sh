#!/bin/sh
# Compiles and runs every test program: each says by its exit status whether the outcome is the one
# that its name claims.
#
# usage: [CC=cc] [CFLAGS=...] run_truth.sh [BUILD_DIR]
#
# A program is a bad_* or ok_* file or folder below testdata/RULE/, or one of the seeds. Without
# BUILD_DIR a temporary directory is used and removed.

set -u

here=$(cd "$(dirname "$0")" && pwd) || exit 2
CC=${CC:-cc}
CFLAGS=${CFLAGS:--std=c11 -Wall -Wextra -D_GNU_SOURCE}
# More than there are processors: what hangs only waits.
at_once=8

# check PROGRAM BUILD_DIR: one line about one program, 'ok NAME', 'skip NAME: reason' or 'FAIL NAME: reason'.
check() {
    program=$1
    name=${program#"$here"/}
    binary=$2/$(printf %s "${name%.c}" | tr / -)
    log=$binary.log

    libs=-lpthread
    if grep -rq '^#include <openssl/' "$program"; then
        libs="$libs -lssl -lcrypto"
    fi
    if grep -rq '^#include <gnutls/' "$program"; then
        if ! echo '#include <gnutls/gnutls.h>' | $CC -fsyntax-only -x c - 2>/dev/null; then
            echo "skip $name: it needs headers that are not installed"
            return
        fi
        libs="$libs -lgnutls"
    fi
    if [ -d "$program" ]; then
        set -- "$program"/*.c
    else
        set -- "$program"
    fi
    # CC, CFLAGS and libs are lists of words.
    # shellcheck disable=SC2086
    if ! $CC $CFLAGS -o "$binary" "$@" $libs >"$log" 2>&1; then
        echo "FAIL $name: does not compile: $(head -n 1 "$log")"
        return
    fi
    if [ -s "$log" ]; then
        echo "FAIL $name: compiles with warnings: $(head -n 1 "$log")"
        return
    fi

    timeout 5 "$binary" >"$log" 2>&1
    status=$?
    expected=0
    if [ "$name" = seed ]; then
        expected=124
    fi
    if [ "$status" -ne "$expected" ]; then
        echo "FAIL $name: exit status $status instead of $expected, last line: $(tail -n 1 "$log")"
        return
    fi
    echo "ok $name"
}

if [ "${1-}" = --check ]; then
    check "$3" "$2"
    exit 0
fi

if [ $# -gt 0 ]; then
    mkdir -p "$1" && build=$(cd "$1" && pwd) || exit 2
else
    build=$(mktemp -d) || exit 2
    trap 'rm -rf "$build"' EXIT
    trap 'exit 2' HUP INT TERM
fi
export CC CFLAGS

for program in "$here"/seed "$here"/seed-cured "$here"/*/bad_* "$here"/*/ok_*; do
    case $program in
    *.c) ;;
    *)
        [ -d "$program" ] || continue
        set -- "$program"/*.c
        [ -e "$1" ] || continue
        ;;
    esac
    [ -e "$program" ] && printf '%s\0' "$program"
done | xargs -0 -P "$at_once" -n 1 sh "$here/run_truth.sh" --check "$build" >"$build/results"

grep -e '^FAIL' -e '^skip' "$build/results" | sort
passed=$(grep -c '^ok' "$build/results")
failed=$(grep -c '^FAIL' "$build/results")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

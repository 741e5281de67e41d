#!/bin/sh
# What is stored of an older build counts only while the sources that made it are the same: each source is in the hash
# that it belongs to.
#
# Reads SOURCE_DIR.

set -u

: "${SOURCE_DIR:?}"
command -v cmake >/dev/null 2>&1 || exit 77
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
failed=0

# id NAME: the hash of that name, over the files as they are.
id() {
    cmake -DLIST="$work/list" -DOUTPUT="$work/id.h" -P "$SOURCE_DIR/checker/sources_id.cmake" || exit 2
    sed -n "s/^#define SOURCES_ID_$1 //p" "$work/id.h"
}

# changes WHAT FILE FRONT ALL: says of each hash whether a change of the file is to change it.
changes() {
    front=$(id FRONT) all=$(id ALL)
    echo "// changed" >>"$work/$2"
    [ "$front" = "$(id FRONT)" ] && seen=no || seen=yes
    [ "$seen" = "$3" ] || { echo "FAIL $1: changes the front's hash: $seen"; failed=1; }
    [ "$all" = "$(id ALL)" ] && seen=no || seen=yes
    [ "$seen" = "$4" ] || { echo "FAIL $1: changes the hash of all: $seen"; failed=1; }
}

for name in one two three four; do
    echo "int $name;" >"$work/$name"
done
printf '%s\n' "front $work/one" "front $work/two" "rest $work/three" "rest $work/four" >"$work/list"

changes "the first of the front" one yes yes
changes "the second of the front" two yes yes
changes "the first of the rest" three no yes
changes "the second of the rest" four no yes
exit "$failed"

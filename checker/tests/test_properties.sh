#!/bin/sh
# What holds of every program: each rule alone finds what it finds among all of them; the order of the files, the
# number of workers, the cache and the way by unit files change no byte; naming files selects from the whole.
#
# usage: test_properties.sh [FOLDER[/PROGRAM]...]
#
# Without names a sample of testdata is taken: all programs of several files and some others.
#
# Reads CLOSEWAIT (the program), SOURCE_DIR (default: found from here), JOBS (default: 2), EDITS (default: 1): so many
# files of a program are edited, and so many calls are taken out of each.

set -u

: "${CLOSEWAIT:?}"
SOURCE_DIR=${SOURCE_DIR:-$(cd "$(dirname "$0")/../.." && pwd)}
FLAGS="-std=c11 -D_GNU_SOURCE"
case $CLOSEWAIT in
    /*) ;;
    */*) CLOSEWAIT=$PWD/$CLOSEWAIT ;;
esac
EDITS=${EDITS:-1}
export CLOSEWAIT SOURCE_DIR EDITS
cd "$SOURCE_DIR/testdata" || exit 2

# Sets program, dir, and files: its sources, a list of words (no name here has blanks).
program_is() {
    program=$1
    dir=$2/$(printf %s "$1" | tr / -)
    if [ -d "$program" ]; then
        files=$(find "$program" -name '*.c' | LC_ALL=C sort)
    else
        files=$program
    fi
}

fail() {
    echo "FAIL $program: $*"
}

# FLAGS and files are lists of words.
# shellcheck disable=SC2086
{
    # check OUTPUT OPTION...: the findings of all files, with these options besides.
    check() {
        output=$dir/$1
        shift
        "$CLOSEWAIT" check --no-cache "$@" $files -- $FLAGS >"$output" 2>"$dir/errors"
        status=$?
        [ "$status" -le 1 ] || fail "exit status $status with '$*': $(tail -n 1 "$dir/errors")"
    }

    # same OUTPUT WHAT: the output is, byte for byte, that of the plain run.
    same() {
        cmp -s "$dir/all" "$dir/$1" && return
        fail "$2 changes the findings:"
        diff "$dir/all" "$dir/$1" | sed -n '1,12s/^/    /p'
    }

    # Over the unit files: what rules say of a program does not depend on how it was read, and that is what takes long.
    rules_are_independent() {
        : >"$dir/alone"
        while read -r rule; do
            "$CLOSEWAIT" link --rules "$rule" $units >"$dir/one" 2>"$dir/errors"
            status=$?
            [ "$status" -le 1 ] || fail "exit status $status of $rule: $(tail -n 1 "$dir/errors")"
            grep -v '^ ' "$dir/one" | grep ': warning: ' | grep -vE "\\[$rule(, [a-z]+)?\\]\$" &&
                fail "--rules $rule finds something else"
            cat "$dir/one" >>"$dir/alone"
        done <"$1"
        LC_ALL=C sort "$dir/all" >"$dir/all.sorted"
        LC_ALL=C sort "$dir/alone" >"$dir/alone.sorted"
        cmp -s "$dir/all.sorted" "$dir/alone.sorted" && return
        fail "the rules alone find another sum:"
        diff "$dir/all.sorted" "$dir/alone.sorted" | sed -n '1,12s/^/    /p'
    }

    workers_change_nothing() {
        check workers -j 1
        same workers "-j 1"
        check workers -j 3
        same workers "-j 3"
    }

    order_changes_nothing() {
        in_order=$files
        files=$(printf '%s\n' $files | LC_ALL=C sort -r)
        check order
        same order "the reverse order of the files"
        files=$in_order
    }

    # What a second run takes from the cache is what it would find anew.
    cache_changes_nothing() {
        for time in first second; do
            "$CLOSEWAIT" check --cache-dir "$dir/cache" $files -- $FLAGS >"$dir/$time" 2>"$dir/errors"
            same $time "the $time run with a cache"
        done
    }

    # edited FILE EDIT: with the file changed, what is taken from an earlier run is what would be found anew.
    edited() {
        file=$1
        cp "$file" "$dir/before_edit"
        shift
        sed "$@" "$dir/before_edit" >"$file"
        "$CLOSEWAIT" check --level possible --cache-dir "$dir/cache" $files -- $FLAGS >"$dir/all" 2>"$dir/errors"
        "$CLOSEWAIT" check --level possible --no-cache $files -- $FLAGS >"$dir/edited" 2>"$dir/errors"
        same edited "the cache, after '$*' in $file,"
        cp "$dir/before_edit" "$file"
    }

    # All that moves behind one more function, and calls taken out, one at a time.
    edits_change_nothing() {
        mkdir "$dir/copy"
        cp -r "$program" "$dir/copy/"
        files=$(find "$dir/copy" -name '*.c' | LC_ALL=C sort)
        for file in $(printf '%s\n' $files | tail -n "$EDITS"); do
            edited "$file" '1i\
\
int one_more(int v);\
int one_more(int v) { return v + 1; }'
            grep -nE '^[[:space:]]+[a-z_]+\(.*\);$' "$file" | cut -d: -f1 | tail -n "$EDITS" >"$dir/lines"
            while read -r line; do
                edited "$file" "${line}s/.*/;/"
            done <"$dir/lines"
        done
    }

    # facts for each file, and link: as a build system would do it. The IR as it is printed is a unit file too.
    units_change_nothing() {
        units=
        dumps=
        for file in $files; do
            unit=$dir/$(basename "$file" .c)
            "$CLOSEWAIT" facts "$file" -o "$unit.unit" -- $FLAGS 2>"$dir/errors" ||
                fail "no facts of $file: $(tail -n 1 "$dir/errors")"
            "$CLOSEWAIT" facts --dump ir "$file" -- $FLAGS >"$unit.ir" 2>"$dir/errors" ||
                fail "no IR of $file: $(tail -n 1 "$dir/errors")"
            units="$units $unit.unit"
            dumps="$unit.ir $dumps"
        done
        "$CLOSEWAIT" link $units >"$dir/linked" 2>"$dir/errors"
        same linked "the way by unit files"
        "$CLOSEWAIT" link $dumps >"$dir/dumped" 2>"$dir/errors"
        same dumped "the way by printed IR, linked in reverse order,"
    }

    # Each finding concerns some file, and what concerns a file is among all findings.
    files_select() {
        LC_ALL=C sort -u "$dir/all" >"$dir/all.once"
        for file in $files; do
            "$CLOSEWAIT" check --no-cache -p "$program" "$file" 2>"$dir/errors"
        done | LC_ALL=C sort -u >"$dir/selected"
        cmp -s "$dir/all.once" "$dir/selected" && return
        fail "what concerns each file is not the whole:"
        diff "$dir/all.once" "$dir/selected" | sed -n '1,12s/^/    /p'
    }
}

# check_program PROGRAM WORK: FAIL lines.
check_program() {
    program_is "$1" "$2"
    mkdir "$dir" || exit 2
    check all
    units_change_nothing
    rules_are_independent "$2/rules"
    workers_change_nothing
    order_changes_nothing
    cache_changes_nothing
    if [ -f "$program/compile_commands.json" ]; then
        files_select
    fi
    edits_change_nothing
    echo "checked $program"
}

if [ "${1-}" = --check ]; then
    check_program "$3" "$2" >"$2/$(printf %s "$3" | tr / -).lines" 2>&1
    exit 0
fi

# sample: all folders, and each twelfth of the single files.
sample() {
    for folder in */bad_*/ */ok_*/ seed/ seed-cured/; do
        [ -d "$folder" ] && echo "${folder%/}"
    done
    for file in */bad_*.c */ok_*.c; do
        echo "$file"
    done | LC_ALL=C sort | awk 'NR % 12 == 1'
}

# wanted NAMES: the programs with these names, or all in folders of these names.
wanted() {
    for name in "$@"; do
        if [ -f "$name" ] || [ -f "$name/compile_commands.json" ]; then
            echo "$name"
        else
            find "${name%.c}" "${name%.c}.c" -maxdepth 1 \( -name 'bad_*' -o -name 'ok_*' \) 2>/dev/null
        fi
    done
}

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

"$CLOSEWAIT" rules | awk '{ print $1 }' >"$work/rules"
if [ $# -gt 0 ]; then
    wanted "$@"
else
    sample
fi | LC_ALL=C sort -u >"$work/programs"
xargs -n 1 -P "${JOBS:-2}" sh "$SOURCE_DIR/checker/tests/test_properties.sh" --check "$work" <"$work/programs"
while read -r program; do
    cat "$work/$(printf %s "$program" | tr / -).lines"
done <"$work/programs" >"$work/all"

grep -v '^checked ' "$work/all"
checked=$(grep -c '^checked ' "$work/all")
failures=$(grep -c '^FAIL ' "$work/all")
echo "$checked programs, $failures failures"
[ "$failures" -eq 0 ] && [ "$checked" -gt 0 ] && [ "$checked" -eq "$(grep -c . "$work/programs")" ]

#!/bin/sh
# The test programs get exactly the findings that their comments announce.
#
# usage: test_expect.sh [-v] [FOLDER[/PROGRAM]...]
#
# A program is a bad_* or ok_* file or folder below testdata/RULE/, or a folder of testdata with a
# compile_commands.json. On the line of a finding stands
#
#     // expect: RULE          it is found (RULE, RULE when there are several)
#     // expect-missed: RULE   it should be found and is not yet: fails as soon as it is
#     // expect-wrong: RULE    it should not be found but is: fails as soon as it is not
#
# and a program that shall give none says `// expect: nothing` once. One whose findings are only possible says
# `// level: possible` once, and is checked at that level. Rules that this build does not have are
# counted as "not yet". Without names all programs are checked; -v shows the output too.
#
# Reads CLOSEWAIT (the program), SOURCE_DIR (default: found from here), CC, JOBS (default: 2).

set -u

: "${CLOSEWAIT:?}"
SOURCE_DIR=${SOURCE_DIR:-$(cd "$(dirname "$0")/../.." && pwd)}
CC=${CC:-cc}
FLAGS="-std=c11 -D_GNU_SOURCE"
export CLOSEWAIT SOURCE_DIR CC
case $CLOSEWAIT in
    /*) ;;
    */*) CLOSEWAIT=$PWD/$CLOSEWAIT ;;
esac
cd "$SOURCE_DIR/testdata" || exit 2

# sources PROGRAM: its files, one a line.
sources() {
    if [ -d "$1" ]; then
        find "$1" -name '*.[ch]' | LC_ALL=C sort
    else
        echo "$1"
    fi
}

# announced: KIND FILE LINE RULE for each comment of the files named on stdin.
announced() {
    while read -r file; do
        awk '
            match($0, /\/\/ expect(-missed|-wrong)?: /) {
                kind = substr($0, RSTART + 3, RLENGTH - 5)
                n = split(substr($0, RSTART + RLENGTH), rules, /,? +/)
                for (i = 1; i <= n; i++) print kind, FILENAME, FNR, rules[i]
            }
        ' "$file"
    done
}

# found: FILE LINE RULE for each finding of the text on stdin.
found() {
    awk '
        /^[^ ].*:[0-9]+:[0-9]+: warning: .*\[[a-z-]+(, [a-z]+)?\]$/ {
            rule = substr($0, match($0, /\[[a-z-]+(, [a-z]+)?\]$/) + 1)
            sub(/[],].*/, "", rule)
            match($0, /:[0-9]+:[0-9]+: warning: /)
            split(substr($0, RSTART + 1), at, ":")
            print substr($0, 1, RSTART - 1), at[1], rule
        }
    '
}

# compare RULES ANNOUNCED FOUND: what differs, and what is known to be so.
compare() {
    awk '
        FILENAME == ARGV[1] { exists[$1] = 1; next }
        FILENAME == ARGV[3] { findings[$1 ":" $2 ": " $3]++; count++; next }
        $4 == "nothing" { silent++; next }
        { announcements++ }
        !($4 in exists) { print "not-yet", $2 ":" $3 ": " $4; next }
        $1 == "expect" { wanted[$2 ":" $3 ": " $4]++ }
        $1 == "expect-missed" { missed[$2 ":" $3 ": " $4]++ }
        $1 == "expect-wrong" { wrong[$2 ":" $3 ": " $4]++ }
        # Says what became of each announcement of one kind: hit when it was found, else miss.
        function settle(announced, hit, miss, key, i) {
            for (key in announced)
                for (i = 0; i < announced[key]; i++) {
                    if (findings[key] > 0) {
                        findings[key]--
                        print hit, key
                    } else print miss, key
                }
        }
        END {
            settle(wanted, "found", "FAIL-missing")
            settle(missed, "FAIL-healed", "missed")
            settle(wrong, "wrong", "FAIL-gone")
            for (key in findings)
                for (i = 0; i < findings[key]; i++) print "FAIL-unexpected", key
            if (silent + announcements == 0) print "FAIL-mute -"
            if (silent > 1 || (silent && announcements)) print "FAIL-both -"
        }
    ' "$1" "$2" "$3" | LC_ALL=C sort
}

# explain PROGRAM: the lines of compare as they are shown.
explain() {
    sed -e 's/^FAIL-missing \(.*: \)\(.*\)/FAIL \1expected \2, not found/' \
        -e 's/^FAIL-unexpected \(.*: \)\(.*\)/FAIL \1unexpected \2/' \
        -e 's/^FAIL-healed \(.*: \)\(.*\)/FAIL \1healed, update it: expect-missed \2/' \
        -e 's/^FAIL-gone \(.*: \)\(.*\)/FAIL \1healed, update it: expect-wrong \2/' \
        -e "s|^FAIL-mute .*|FAIL $1: no line says what to expect|" \
        -e "s|^FAIL-both .*|FAIL $1: 'nothing' is expected along with something|"
}

# headers_are_here PROGRAM WORK: false when it includes a library's header that is not installed.
headers_are_here() {
    sources "$1" | xargs sed -n '/^#include </p' >"$2.headers.c"
    "$CC" -fsyntax-only "$2.headers.c" 2>/dev/null
}

# level PROGRAM: the option that it is checked with.
level() {
    if sources "$1" | xargs grep -qx '// level: possible'; then
        echo --level=possible
    fi
}

# run PROGRAM: the findings as text; messages on stderr.
run() {
    if [ -f "$1/compile_commands.json" ]; then
        "$CLOSEWAIT" check --no-cache -p "$1"
        return
    fi
    # FLAGS is a list of words, and no program's name has blanks.
    # shellcheck disable=SC2046,SC2086
    "$CLOSEWAIT" check --no-cache $(level "$1") $(sources "$1" | grep '\.c$') -- $FLAGS
}

# check PROGRAM WORK: lines about one program: 'ok PROGRAM', 'FAIL …' or 'skip …', and what is known of it.
check() {
    out=$2/$(printf %s "$1" | tr / -)
    run "$1" >"$out.text" 2>"$out.errors"
    status=$?
    sources "$1" | announced >"$out.announced"
    found <"$out.text" >"$out.found"
    expected=0
    [ -s "$out.found" ] && expected=1
    if [ "$status" -ne "$expected" ] && ! headers_are_here "$1" "$out"; then
        echo "skip $1: it needs headers that are not installed"
        return
    fi
    compare "$2/rules" "$out.announced" "$out.found" | explain "$1" >"$out.result"
    [ "$status" -eq "$expected" ] ||
        echo "FAIL $1: exit status $status instead of $expected: $(tail -n 1 "$out.errors")" >>"$out.result"
    if [ -n "$(level "$1")" ] && grep ': warning: ' "$out.text" | grep -qv ', possible\]$'; then
        echo "FAIL $1: a finding is more than possible" >>"$out.result"
    fi
    grep -q '^FAIL ' "$out.result" || echo "ok $1"
    cat "$out.result"
    if [ -n "${VERBOSE-}" ] || [ "$status" -gt 1 ]; then
        sed 's/^/    /' "$out.text" "$out.errors"
    fi
}

if [ "${1-}" = --check ]; then
    name=$(printf %s "$3" | tr / -)
    check "$3" "$2" >"$2/$name.lines" 2>&1
    exit 0
fi

# programs: all of them, one a line.
programs() {
    for entry in */bad_* */ok_* */compile_commands.json; do
        case $entry in
            */compile_commands.json) entry=${entry%/*} ;;
        esac
        [ -e "$entry" ] && echo "$entry"
    done | LC_ALL=C sort
}

# wanted NAMES: those of the programs on stdin that are named, or in a folder that is.
wanted() {
    [ -n "$1" ] || {
        cat
        return
    }
    while read -r program; do
        for name in $1; do
            case ${program%.c}/ in
                "${name%.c}"/*) echo "$program" ;;
            esac
        done
    done
}

VERBOSE=
if [ "${1-}" = -v ]; then
    VERBOSE=1
    shift
fi
export VERBOSE

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

"$CLOSEWAIT" rules | awk '{ print $1 }' >"$work/rules"
[ -s "$work/rules" ] || {
    echo "FAIL: '$CLOSEWAIT rules' lists none"
    exit 2
}
programs | wanted "$*" >"$work/programs"
xargs -n 1 -P "${JOBS:-2}" sh "$SOURCE_DIR/checker/tests/test_expect.sh" --check "$work" <"$work/programs"
while read -r program; do
    cat "$work/$(printf %s "$program" | tr / -).lines"
done <"$work/programs" >"$work/all"

if [ -n "$VERBOSE" ]; then
    grep -v '^found ' "$work/all"
else
    grep -v -e '^found ' -e '^ok ' "$work/all"
fi
count() {
    grep -c "^$1 " "$work/all"
}
total=$(grep -c . "$work/programs")
passed=$(count ok)
skipped=$(count skip)
failed=$((total - passed - skipped))
echo "$(count found) findings as announced, $(count missed) known to be missed, $(count wrong) known to be wrong," \
    "$(count not-yet) not yet"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

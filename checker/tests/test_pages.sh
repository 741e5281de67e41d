#!/bin/sh
# The pages of the rules are true: the example of each gives exactly one finding, of its rule, and the cure none.
# Also checks the form of the pages.
#
# Reads CLOSEWAIT (the program), SOURCE_DIR, CC. Without CLOSEWAIT only the form is checked and that the code
# compiles.

set -u

: "${SOURCE_DIR:?}"
CC=${CC:-cc}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
failed=0

fail() {
    echo "FAIL $*"
    failed=1
}

# section PAGE TITLE: the lines between the heading and the next one.
section() {
    awk -v title="## $2" '
        /^```/ { fenced = !fenced }
        !fenced && /^## / { inside = ($0 == title); next }
        inside { print }
    ' "$1"
}

# code PAGE TITLE: the first fenced block of C of the section.
code() {
    section "$1" "$2" | awk '/^```/ { if (inside) exit; inside = ($0 == "```c"); next } inside { print }'
}

check_form() {
    [ "$(sed -n 1p "$1")" = "# $2" ] || fail "$2: the first line is not '# $2'"
    if [ -z "$(sed -n 3p "$1")" ] || [ -n "$(sed -n 4p "$1")" ]; then
        fail "$2: no summary of one line"
    fi
    grep -qE '^CWE: [0-9]+$' "$1" || fail "$2: no line 'CWE: NUMBER'"
    grep -q '^Level: ' "$1" || fail "$2: no line 'Level: …'"
    for title in "What it finds" "Why it matters" Example Cure "What it does not report" "See also"; do
        [ -n "$(section "$1" "$title")" ] || fail "$2: no section '$title'"
    done
}

# headers_are_here FILE: false when the file includes a library's header that is not installed.
headers_are_here() {
    sed -n '/^#include/p' "$1" >"$work/headers.c"
    "$CC" -fsyntax-only "$work/headers.c" 2>/dev/null
}

# check_code FILE RULE COUNT: the file compiles and has COUNT findings, all of the rule.
check_code() {
    name=$(basename "$1" .c)
    "$CC" -std=gnu11 -Wall -Wextra -Werror -fsyntax-only "$1" >"$work/log" 2>&1 ||
        fail "$name: does not compile: $(head -n 1 "$work/log")"
    [ -n "${CLOSEWAIT-}" ] || return
    "$CLOSEWAIT" check "$1" -- >"$work/out" 2>"$work/log"
    status=$?
    expected=0
    [ "$3" -gt 0 ] && expected=1
    all=$(grep -c ': warning: ' "$work/out")
    own=$(grep -cE ": warning: .*\[$2(, [a-z]+)?\]$" "$work/out")
    [ "$status" -eq "$expected" ] && [ "$all" -eq "$3" ] && [ "$own" -eq "$3" ] && return
    fail "$name: $own findings of $2 and $((all - own)) others instead of $3 and 0, exit status $status"
    sed 's/^/    /' "$work/out" "$work/log"
}

check_page() {
    rule=$(basename "$1" .md)
    check_form "$1" "$rule"
    code "$1" Example >"$work/$rule.example.c"
    code "$1" Cure >"$work/$rule.cure.c"
    if ! headers_are_here "$work/$rule.example.c"; then
        echo "skip $rule: its example needs headers that are not installed"
        return
    fi
    check_code "$work/$rule.example.c" "$rule" 1
    check_code "$work/$rule.cure.c" "$rule" 0
    pages=$((pages + 1))
}

pages=0
for page in "$SOURCE_DIR"/rules/[a-z]*.md; do
    check_page "$page"
done
echo "$pages pages"
[ "$failed" -eq 0 ] && [ "$pages" -gt 0 ]

#!/bin/sh
# The SARIF that the program writes, and the golden logs of the unit tests, fit the schema and GitHub's wishes; the
# same input gives the same bytes for any number of workers.
#
# Reads CLOSEWAIT (the program) and SOURCE_DIR. Exits with 77 when there is nothing to validate with.

set -u

: "${CLOSEWAIT:?}" "${SOURCE_DIR:?}"
PYTHON=${PYTHON:-python3}
tests=$SOURCE_DIR/checker/tests
testdata=$SOURCE_DIR/testdata
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

command -v "$PYTHON" >/dev/null || {
    echo "no $PYTHON"
    exit 77
}

# report WORKERS: the log of the seed, which has findings.
report() {
    "$CLOSEWAIT" check -p "$testdata/seed" --format sarif -j "$1" >"$work/seed-$1.sarif" 2>"$work/errors"
    status=$?
    if [ "$status" -ne 1 ]; then
        echo "FAIL: -j $1 exits with $status instead of 1: $(head -n 1 "$work/errors")"
        exit 1
    fi
}

report 1
report 4
if ! cmp "$work/seed-1.sarif" "$work/seed-4.sarif"; then
    echo "FAIL: the log depends on the number of workers"
    exit 1
fi

"$PYTHON" "$tests/check_sarif.py" "$testdata/sarif/sarif-2.1.0.schema.json" "$work/seed-1.sarif" \
    "$testdata"/report/*.sarif
status=$?
[ "$status" -eq 0 ] && echo "ok"
exit "$status"

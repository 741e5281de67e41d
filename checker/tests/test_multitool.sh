#!/bin/sh
# What Microsoft's SARIF multitool says of our logs, by SARIF's rules and GitHub's. It is no part of what the tests need:
# without it the test is skipped. To have it: `npm install @microsoft/sarif-multitool`, and SARIF_MULTITOOL names the
# program Sarif.Multitool in it.
#
# Reads CLOSEWAIT (the program), TESTDATA_DIR and SARIF_MULTITOOL.

set -u

: "${CLOSEWAIT:?}" "${TESTDATA_DIR:?}"
multitool=${SARIF_MULTITOOL:-$(command -v Sarif.Multitool)} || multitool=
[ -x "$multitool" ] || {
    echo "no Sarif.Multitool: name it by SARIF_MULTITOOL"
    exit 77
}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# Not clean, on purpose: SARIF2002 wants messages as identifiers, which GitHub does not read (GH1015); 2003 wants the
# revision, and closewait does not ask git; 2005 a home page, and there is none yet; 2006 a network; 2009 numbers for
# names of rules; 2011 the lines around each place, which make a log several times as large.
known='SARIF20(02|03|05|06|09|11)'

status=0
"$CLOSEWAIT" -q --no-cache -p "$TESTDATA_DIR/seed" --format "sarif:$work/seed.sarif" >/dev/null
"$CLOSEWAIT" -q --no-cache -p "$TESTDATA_DIR/seed" --level possible --format "sarif:$work/all.sarif" >/dev/null
for log in "$work"/*.sarif; do
    "$multitool" validate "$log" --rule-kind "Sarif;Ghas" --level "Error;Warning;Note" --output "$work/judged" \
        --log ForceOverwrite >"$work/said" 2>&1
    # Its exit status says nothing: it is 0 with errors.
    grep -q '^Analysis completed successfully' "$work/said" || {
        echo "FAIL: $(basename "$log") was not judged"
        tail -n 3 "$work/said"
        status=1
    }
    grep -E ': (error|warning|note) ' "$work/said" | grep -vE "$known" && status=1
done
[ $status -eq 0 ] && echo ok
exit $status

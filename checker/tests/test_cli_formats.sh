#!/bin/sh
# The formats for machines, several at once; --fail-on; fingerprints that stay when code moves. What is in the
# formats is tested in test_report_json.c.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project
unset CI_PROJECT_DIR GITHUB_WORKSPACE

# --- several at once --------------------------------------------------------------------------------------

run 1
cp "$work/out" "$work/reference"
run 1 --format text --format "json:$work/r.json" --format "sarif:$work/r.sarif" --format "gitlab:$work/r.gitlab" \
    --format "github:$work/r.github"
same "$work/out" "$work/reference"
for format in json sarif gitlab github; do
    run 1 --format $format -j 1
    same "$work/out" "$work/r.$format"
    run 1 -q --format $format -o "$work/alone"
    silent
    same "$work/alone" "$work/r.$format"
    run 0 --format $format --rules hollow-close
    no_out 'unclosed-socket"|unclosed-socket\)'
done
run 2 --format xml
err "error: --format takes text, json, sarif, gitlab or github, not 'xml'"

[ "$(grep -c '^::error title=closewait (unclosed-socket),file=src/' "$work/r.github")" -eq 3 ] ||
    fail "not 3 annotations"
[ "$(grep -c '"check_name":"unclosed-socket"' "$work/r.gitlab")" -eq 3 ] || fail "not 3 in GitLab's"
# Paths begin at the checkout.
GITHUB_WORKSPACE=$work run 1 --format github
out 'file=project/src/a\.c,'
CI_PROJECT_DIR=$work/project/src run 1 --format gitlab
out '"path":"a\.c"'

if python3 -c 'import jsonschema' 2>/dev/null; then
    run 2 --format "json:$work/lost.json" --format text src/a.c src/none.c
    python3 - "$SOURCE_DIR/docs/findings.schema.json" "$work/r.json" "$work/lost.json" \
        "$SOURCE_DIR"/testdata/report/findings.json >"$work/out" 2>&1 <<'PYTHON' || fail "the JSON does not fit its schema"
import json, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
for path in sys.argv[2:]:
    jsonschema.Draft202012Validator(schema).validate(json.load(open(path)))
PYTHON
    checks=$((checks + 1))
else
    echo "no python module jsonschema: the schema is not tested"
fi

# --- --fail-on --------------------------------------------------------------------------------------------

run 1 --fail-on certain
run 0 --fail-on never
same "$work/out" "$work/reference"
run 0 --exit-zero
run 2 --fail-on sometimes
err "error: --fail-on takes certain, likely, possible or never, not 'sometimes'"
run 2 --fail-on never src/none.c # what could not be checked is trouble in any case
seed=$SOURCE_DIR/testdata/seed
run 1 -p "$seed" --rules hollow-close --fail-on likely
out ', likely\]$'
run 0 -p "$seed" --rules hollow-close --fail-on certain
out ', likely\]$'
run 1 -p "$seed" --rules hollow-close --fail-on possible

# --- fingerprints -----------------------------------------------------------------------------------------

# fingerprints: of each format, in the order of the report.
fingerprints() {
    for format in json sarif gitlab; do
        "$CLOSEWAIT" -q --format "$format" | grep -oE '"[a-f0-9]{16}:[0-9]+"'
    done
}
fingerprints >"$work/before"
[ "$(sort -u "$work/before" | wc -l)" -eq 3 ] || fail "not 3 fingerprints"
[ "$(wc -l <"$work/before")" -eq 9 ] || fail "not 3 fingerprints in each of 3 formats"
for name in a b c; do
    {
        printf '/* moved */\nint %s_moved(void) { return 0; }\n\n\n' $name
        sed 's/^    /\t  /' "src/$name.c"
    } >"$work/moved.c"
    cp "$work/moved.c" "src/$name.c"
done
fingerprints >"$work/after"
what="the same findings on other lines"
same "$work/after" "$work/before"
run 1
cmp -s "$work/out" "$work/reference" && fail "$what: nothing moved"
sed 's/return 0;/return 1;/' "$work/moved.c" >src/c.c
fingerprints >"$work/after"
cmp -s "$work/after" "$work/before" && fail "another line has the same fingerprint"

finish

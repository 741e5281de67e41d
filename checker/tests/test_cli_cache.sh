#!/bin/sh
# What a run remembers: when nothing changed, the next one neither reads units nor links, and says the same; whatever
# changed, it works anew.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project

# What a run says of itself, but for how long it took and what it used.
sayings() {
    sed -E '/^closewait: (time|memory|units|walks): /d' "$work/err"
}

# hit, miss: whether the last run, which had --stats, took what it reports out of the cache.
hit() {
    checks=$((checks + 1))
    no_err '^closewait: time: .* s linking$'
    err '^closewait: time: .* s reports$'
}
miss() {
    checks=$((checks + 1))
    err '^closewait: time: .* s linking$'
}

# settle: files that were changed in the moment in which they were read are not trusted.
settle() {
    sleep 0.1
}

# warm: after this the cache knows all.
warm() {
    settle
    "$CLOSEWAIT" -q "$@" >"$work/first" 2>&1
    run 1 --stats "$@"
    hit
}

# --- nothing changed --------------------------------------------------------------------------------------

run 1 --stats -v
miss
cp "$work/out" "$work/reference"
sayings >"$work/sayings"
run 1 --stats -v
hit
same "$work/out" "$work/reference"
sayings >"$work/again"
same "$work/again" "$work/sayings"
err '^closewait: units: 0 parsed, 5 from the cache$'

# Without the parser's module: nothing that is in the cache needs it, and what is not says what is missing.
parser_of=$CLOSEWAIT
cp "$CLOSEWAIT" "$work/alone"
CLOSEWAIT=$work/alone
run 1 --stats -v
hit
same "$work/out" "$work/reference"
run 2 --no-cache
err 'error: cannot load the parser: .*closewait-front\.so: .*; is closewait installed as a whole\?'
CLOSEWAIT=$parser_of

for format in text sarif; do
    run 1 --no-cache --stats --format $format
    miss
    cp "$work/out" "$work/fresh"
    run 1 --stats --format $format
    hit
    same "$work/out" "$work/fresh"
done

# What only chooses among the findings does not ask for another run; it chooses among all of them.
for arguments in '--level possible' '--level certain' src/a.c src; do
    # shellcheck disable=SC2086
    run 1 --no-cache $arguments
    cp "$work/out" "$work/fresh"
    sayings >"$work/sayings"
    # shellcheck disable=SC2086
    run 1 --stats $arguments
    hit
    same "$work/out" "$work/fresh"
    run 1 $arguments
    sayings >"$work/again"
    same "$work/again" "$work/sayings"
done
run 0 --stats --exit-zero
hit
run 0 --stats src/tidy.c src/net.h
hit
silent
run 1 --stats -j 1
hit
same "$work/out" "$work/reference"

# Other rules are another question; so is another place to show paths from.
run 0 --stats --rules hollow-close
miss
run 0 --stats --rules hollow-close
hit
run 1 --stats --rules 'unclosed-*'
miss
(cd src && "$CLOSEWAIT" --stats >"$work/out" 2>"$work/err")
what='a run in src'
out '^a\.c:[0-9]'
(cd src && "$CLOSEWAIT" --stats >"$work/out" 2>"$work/err")
hit
out '^a\.c:[0-9]'

# Written anew with the same bytes: read again, once.
touch src/b.c src/net.h
settle
run 1 --stats
hit
same "$work/out" "$work/reference"

# --- something changed ------------------------------------------------------------------------------------

# A source, though it has the same size and the same time of change as before.
touch -r src/tidy.c "$work/stamp"
sed 's/close(fd)/(fd - 10)/' src/tidy.c >"$work/other.c"
cp src/tidy.c "$work/tidy.c"
cat "$work/other.c" >src/tidy.c
touch -r "$work/stamp" src/tidy.c
[ "$(wc -c <src/tidy.c)" -eq "$(wc -c <"$work/tidy.c")" ] || fail 'the change has another size'
settle
run 1 --stats
miss
err '^closewait: units: 1 parsed, 4 from the cache$'
err '^closewait: walks: 0, and 3 from the cache$'
run 1 --stats
hit
cat "$work/tidy.c" >src/tidy.c

# A header.
warm
printf 'int close_it(int);\n' >>src/net.h
settle
run 1 --stats
miss
err '^closewait: units: 5 parsed, 0 from the cache$'
same "$work/out" "$work/reference"
warm

# A flag, a file more, a file less.
cp $database "$work/database"
sed 's/-DX=2/-DX=3/' "$work/database" >$database
run 1 --stats
miss
leaky leak_d >src/d.c
{
    sed '$d' "$work/database"
    printf ',\n%s\n]\n' "$(entry d.c "")"
} >$database
settle
run 1 --stats
miss
[ "$(grep -c ': warning: ' "$work/out")" -eq 4 ] || fail "$what: not 4 findings"
cp "$work/database" $database
run 1 --stats
hit # that of the first database is still there
same "$work/out" "$work/reference"

# A file is gone.
warm
mv src/b.c "$work/b.c"
for i in 1 2; do
    run 2 --stats
    err 'b\.c\): the file does not exist'
    miss
done
mv "$work/b.c" src/b.c

# Models: their bytes count.
printf 'leak_a()\n  ret >= 0 :  opens ret socket\n' >"$work/my.model"
run 1 --stats --models "$work/my.model"
miss
run 1 --stats --models "$work/my.model"
hit
printf '# another line\n' >>"$work/my.model"
run 1 --stats --models "$work/my.model"
miss
printf 'no model\n' >"$work/my.model"
for i in 1 2; do
    run 2 --stats --models "$work/my.model"
    miss
    err "error: $work/my\.model:1: "
done

# --- trouble is not remembered ----------------------------------------------------------------------------

printf '#include "late.h"\nint late(void) { return LATE; }\n' >src/late.c
run 2 src/late.c --stats --
err "'late\.h' file not found"
run 2 src/late.c --stats --
miss
printf '#define LATE 1\n' >src/late.h
settle
run 0 src/late.c --stats --
miss

# --- a cache that is broken, or shared --------------------------------------------------------------------

warm
find "$work/cache" -type f >"$work/entries"
[ "$(wc -l <"$work/entries")" -gt 5 ] || fail 'there are no entries'
while read -r file; do printf 'garbage\n' >"$file"; done <"$work/entries"
run 1 --stats
miss
same "$work/out" "$work/reference"
run 1 --stats
hit

# Cut short, and with a byte that is another: the checksum sees it. A directory in the way is a warning.
while read -r file; do
    size=$(wc -c <"$file")
    head -c $((size - 1)) "$file" >"$work/cut"
    cat "$work/cut" >"$file"
done <"$work/entries"
run 1 --stats
miss
same "$work/out" "$work/reference"
while read -r file; do
    sed 's/leak_a/leak_x/g' "$file" >"$work/changed"
    cat "$work/changed" >"$file"
done <"$work/entries"
run 1 --stats
miss
same "$work/out" "$work/reference"

rm -rf "$work/cache"
for i in 1 2 3; do
    "$CLOSEWAIT" -q >"$work/out.$i" 2>"$work/err.$i" &
done
wait
what='three runs at once'
for i in 1 2 3; do
    same "$work/out.$i" "$work/reference"
    [ ! -s "$work/err.$i" ] || fail "$what: something on stderr: $(cat "$work/err.$i")"
done
run 1 --stats
hit
same "$work/out" "$work/reference"
[ -z "$(find "$work/cache" -name '*.tmp')" ] || fail "$what: temporary files are left"

finish

#!/bin/sh
# What is different on a terminal: progress, and pages through a pager. Exits with 77 when no terminal can be had.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
make_project
command -v script >/dev/null || {
    echo "no script(1), which makes a terminal"
    exit 77
}
unset PAGER LESS
export TERM=xterm

# on_terminal ARG...: runs closewait with a terminal for its streams; what came there is in $work/out.
on_terminal() {
    what="closewait $* on a terminal"
    checks=$((checks + 1))
    script -qec "'$CLOSEWAIT' $*" /dev/null </dev/null | tr -d '\r' >"$work/out"
    : >"$work/err"
}
escape=$(printf '\033')

# --- progress ---------------------------------------------------------------------------------------------

on_terminal --color never
out "closewait: 5 of 5 files$escape\[K"
out "closewait: following descriptors$escape\[K"
out 'closewait: checked 4 files, 3 findings'
on_terminal --color never -q
no_out "$escape"
CI=true on_terminal --color never
no_out "$escape"
TERM=dumb on_terminal
no_out "$escape"
run 1 --no-cache
no_out "$escape"
no_err "$escape|of 5 files"

# --- the pager --------------------------------------------------------------------------------------------

run 0 explain hollow-close
cp "$work/out" "$work/page"
PAGER='sed s/^/paged:/' on_terminal explain hollow-close
out '^paged:# hollow-close$'
PAGER='sed s/^/paged:/' run 0 explain hollow-close
no_out '^paged:'
PAGER="cat" on_terminal explain hollow-close
same "$work/out" "$work/page"
PAGER='' on_terminal explain hollow-close
same "$work/out" "$work/page"
PAGER='true' on_terminal explain hollow-close # who leaves at once has seen enough
no_out '# hollow-close'
PAGER=no-such-pager on_terminal explain hollow-close
out '^# hollow-close$'
TERM=dumb PAGER='sed s/^/paged:/' on_terminal explain hollow-close
no_out '^paged:'

finish

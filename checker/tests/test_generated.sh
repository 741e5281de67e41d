#!/bin/sh
# What is made from the tables of options is as it was committed: the completions, and the options of the man page. The
# shells accept it, and bash completes by it. With UPDATE_GENERATED=1 it is written anew.
#
# Reads CLOSEWAIT (the program) and SOURCE_DIR.

set -u

: "${CLOSEWAIT:?}" "${SOURCE_DIR:?}"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
failed=0

fail() {
    echo "FAIL $*"
    failed=1
}

# compare MADE COMMITTED
compare() {
    [ -z "${UPDATE_GENERATED-}" ] || cp "$1" "$2"
    cmp -s "$1" "$2" || fail "$2 is out of date: run $0 with UPDATE_GENERATED=1
$(diff "$2" "$1" | head -n 10)"
}

# --- as committed -----------------------------------------------------------------------------------------

completions=$SOURCE_DIR/docs/completions
for shell in bash zsh fish man; do
    "$CLOSEWAIT" completion $shell >"$work/$shell" || fail "completion $shell: exit status $?"
done
compare "$work/bash" "$completions/closewait.bash"
compare "$work/zsh" "$completions/_closewait"
compare "$work/fish" "$completions/closewait.fish"
page=$SOURCE_DIR/docs/closewait.1
{
    sed '/^\.SH OPTIONS/q' "$page"
    cat "$work/man"
    sed -n '/^\.SH EXIT STATUS/,$p' "$page"
} >"$work/closewait.1"
compare "$work/closewait.1" "$page"
"$CLOSEWAIT" completion tcsh 2>"$work/err" && fail "completion tcsh: exit status 0"
grep -q "completion takes bash, zsh, fish or man, not 'tcsh'" "$work/err" || fail "$(cat "$work/err")"

# Each command has its place on the page, and each key of the configuration in its document.
for command in $(sed -n 's/^COMMAND([A-Z]*, "\([a-z]*\)".*/\1/p' "$SOURCE_DIR/checker/cli/commands.def"); do
    sed -n '/^\.SH COMMANDS/,/^\.SH OPTIONS/p' "$page" | grep -qE "^\.(B|BI) $command( |\$)" ||
        fail "$page says nothing of the command $command"
done
for key in $(sed -n 's/^KEY([A-Z_]*, "\([a-z-]*\)".*/\1/p' "$SOURCE_DIR/checker/cli/config.def"); do
    grep -q "^| \`$key\` |" "$SOURCE_DIR/docs/configuration.md" || fail "docs/configuration.md has no key $key"
done

# --- the shells -------------------------------------------------------------------------------------------

bash -n "$work/bash" || fail "bash does not read it"
! command -v zsh >/dev/null || zsh -n "$work/zsh" || fail "zsh does not read it"
! command -v fish >/dev/null || fish -n "$work/fish" || fail "fish does not read it"
! command -v mandoc >/dev/null || mandoc -Tlint -W error "$page" >&2 || fail "mandoc does not read $page"

# They ask closewait for the rules.
mkdir "$work/bin"
ln -s "$CLOSEWAIT" "$work/bin/closewait"
PATH=$work/bin:$PATH
export PATH

# completes WORD... : what bash offers for the last one, on one line.
completes() {
    bash -c '
        . "$1"
        shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        compopt() { :; }
        _closewait
        echo "${COMPREPLY[*]}"' bash "$work/bash" "$@"
}
# offers EXPECTED WORD...
offers() {
    expected=$1
    shift
    [ "$(completes "$@")" = "$expected" ] || fail "$*: '$(completes "$@")', not '$expected'"
}
offers check closewait ch
offers --exit-zero closewait --ex
offers --dump closewait facts --d
offers --diff closewait check --d
offers 'certain likely possible' closewait check --level ''
offers likely closewait --level = l
offers 'auto always' closewait --color a
offers hollow-close closewait explain hol
offers 'skipped-close,hollow-close' closewait --rules skipped-close,hol
offers 'bash' closewait completion b
offers '' closewait check src/
offers '' closewait check --models ''
offers '' closewait check x.c -- --ex

# fish, where it is there: the same.
if command -v fish >/dev/null; then
    what=$(HOME=$work fish -N -c "source $work/fish; complete -C 'closewait explain hol'" 2>/dev/null)
    case $what in hollow-close*) ;; *) fail "fish offers '$what'" ;; esac
    what=$(HOME=$work fish -N -c "source $work/fish; complete -C 'closewait check --fail-on ne'" 2>/dev/null)
    case $what in never*) ;; *) fail "fish offers '$what'" ;; esac
    what=$(HOME=$work fish -N -c "source $work/fish; complete -C 'closewait rules --st'" 2>/dev/null)
    [ -z "$what" ] || fail "fish offers '$what'"
fi

[ "$failed" -eq 0 ] && echo ok
exit $failed

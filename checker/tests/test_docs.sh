#!/bin/sh
# The commands of README.md and docs/*.md do what a new user is told: each block of `sh` is run, in a project that a user
# could have, and what stands between back quotes names options that there are. What is not run is listed here, with the
# reason.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
# shellcheck source=SCRIPTDIR/git_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/git_fixture.inc"
: >"$work/out"
: >"$work/err"

# Lines that are not run: how they begin, a tab, and why not.
cat >"$work/not-run" <<TEXT
./dev truth	measures for half a minute; the truth tests run its programs
./dev demo	builds the program anew; checker/tests/packages/bare.sh runs it in a bare system
./dev test	runs this test; .ci/run and checker/tests/packages/bare.sh run it
TEXT
for tool in cmake git pre-commit; do
    command -v $tool >/dev/null 2>&1 || printf '%s \t%s is not installed here\n' $tool $tool >>"$work/not-run"
done

# --- a project --------------------------------------------------------------------------------------------

# closewait, for which a finding is no failure of the page.
mkdir "$work/bin"
cat >"$work/bin/closewait" <<TEXT
#!/bin/sh
"$CLOSEWAIT" "\$@"
status=\$?
echo "closewait \$*: \$status" >>"$work/runs"
[ \$status -eq 1 ] || exit \$status
TEXT
chmod +x "$work/bin/closewait"
export PATH="$work/bin:$PATH"
: >"$work/runs"

# Where closewait's own repository is, for pre-commit.
mkdir "$work/manifest"
cd "$work/manifest" || exit 2
cp "$SOURCE_DIR/.pre-commit-hooks.yaml" .
git init -q -b main .
commit
git tag v0.1.0

# make_example DIRECTORY: a clone with a commit of its own.
make_example() {
    rm -rf "$work/upstream" "$1"
    mkdir "$work/upstream"
    cd "$work/upstream" || exit 2
    printf '#include <sys/socket.h>\n' >net.h
    leaky old >old.c
    printf '#include "net.h"\nint main(void) {\n    return 0;\n}\n' >main.c
    printf 'cmake_minimum_required(VERSION 3.22)\nproject(example LANGUAGES C)\nadd_executable(example main.c old.c)\n' \
        >CMakeLists.txt
    printf '/build/\n' >.gitignore
    git init -q -b main .
    commit
    git clone -q . "$1"
    cd "$1" || exit 2
    leaky new >new.c
    printf 'target_sources(example PRIVATE new.c)\n' >>CMakeLists.txt
    commit
    mkdir build
    printf '[%s, %s, %s]\n' "$(example_entry main)" "$(example_entry old)" "$(example_entry new)" \
        >build/compile_commands.json
}

example_entry() {
    printf '{"directory": "%s", "file": "%s.c", "command": "cc -c %s.c"}' "$PWD" "$1" "$1"
}

# --- blocks -----------------------------------------------------------------------------------------------

# blocks PAGE LANGUAGE DIRECTORY: writes each block to a file DIRECTORY/LINE.
blocks() {
    awk -v fence="\`\`\`$2" -v directory="$3" '
        /^```/ && file { close(file); file = ""; next }
        $0 == fence { file = sprintf("%s/%04d", directory, NR); next }
        file { print >file }
    ' "$1"
}

# drop_not_run FILE: takes the lines out that are not run.
drop_not_run() {
    while IFS= read -r line; do
        reason=$(awk -F '\t' -v line="$line" 'index(line, $1) == 1 { print $2; exit }' "$work/not-run")
        if [ -n "$reason" ]; then
            echo "not run: $line ($reason)" >&2
            echo "$line" >>"$work/dropped"
        else
            printf '%s\n' "$line"
        fi
    done <"$1" >"$1.run"
}

run_page() {
    rm -rf "$work/blocks"
    mkdir "$work/blocks"
    blocks "$1" sh "$work/blocks"
    [ -n "$(ls "$work/blocks")" ] || return
    make_example "$work/example"
    mkdir "$work/blocks/yaml"
    blocks "$1" yaml "$work/blocks/yaml"
    for file in "$work"/blocks/yaml/*; do
        [ -e "$file" ] && sed "s|https://git\.example\.org/closewait|$work/manifest|" "$file" >.pre-commit-config.yaml
    done
    for block in "$work"/blocks/0*; do
        drop_not_run "$block"
        what="$(basename "$1"), line $(basename "$block")"
        checks=$((checks + 1))
        sh -e "$block.run" >"$work/out" 2>"$work/err" </dev/null || fail "$what: exit status $?"
    done
}

: >"$work/dropped"
for page in "$SOURCE_DIR/README.md" "$SOURCE_DIR"/docs/*.md; do
    run_page "$page"
    what=$(basename "$page")
    # What looks like a command is to be in a block that is run.
    ! grep -nE '^    (\$ |\./dev|closewait |cmake |git |make |apt|sudo |pre-commit |bear )' \
        "$page" || fail "$what: commands stand in no block of sh"
done
grep -q ': 1$' "$work/runs" || fail 'no page has a command that finds something'
while IFS=$(printf '\t') read -r begin reason; do
    case $reason in *'not installed'*) continue ;; esac
    grep -qF -- "$begin" "$work/dropped" || fail "'$begin' is listed as not run, and no page has it"
done <"$work/not-run"

# --- between back quotes ----------------------------------------------------------------------------------

commands=$(sed -n 's/^COMMAND([A-Z_]*, "\([a-z]*\)".*/\1/p' "$SOURCE_DIR/checker/cli/commands.def")
developer_commands=$("$SOURCE_DIR/dev" help | sed -n 's/^  \([a-z]*\)  .*/\1/p')

# knows COMMAND OPTION
knows() {
    case $2 in
    --*) pattern="(^|[ ,])$2([ ,]|\$)" ;;
    *) pattern="^  $2[ ,]" ;;
    esac
    "$CLOSEWAIT" "$1" --help | grep -qE -- "$pattern" || fail "$what: closewait $1 has no option $2"
}

# quoted PAGE BEGIN: what stands between back quotes and begins so, without blocks.
quoted() {
    awk '/^```/ { fenced = !fenced; next } !fenced' "$1" | tr '\n' ' ' | grep -oE "\`$2( [^\`]*)?\`" | tr -d '`'
}

check_quoted() {
    # A list of words, which are no patterns.
    # shellcheck disable=SC2086
    set -f && set -- $1 && set +f
    what="\`$*\` in $(basename "$page")"
    checks=$((checks + 1))
    shift
    command=check
    for name in $commands; do
        [ "${1-}" = "$name" ] && command=$name
    done
    for word in "$@"; do
        [ "$word" = -- ] && break
        case $word in -*) knows "$command" "${word%%=*}" ;; esac
    done
}

for page in "$SOURCE_DIR/README.md" "$SOURCE_DIR"/docs/*.md "$SOURCE_DIR"/rules/*.md; do
    quoted "$page" closewait >"$work/quoted"
    while IFS= read -r line; do check_quoted "$line"; done <"$work/quoted"
    quoted "$page" './dev' >"$work/quoted"
    while read -r _ command _; do
        checks=$((checks + 1))
        echo "$developer_commands" | grep -qx -- "$command" || fail "$(basename "$page"): there is no ./dev $command"
    done <"$work/quoted"
done

# --- what is shown ----------------------------------------------------------------------------------------

# Of `<!-- output of `closewait ARGUMENT...`: begin -->`, the block below is what the command prints.
cd "$SOURCE_DIR" || exit 2
awk '/^<!-- end -->/ { exit } /^<!-- output of/ { inside = 1; next } inside && !/^```/' README.md >"$work/shown"
# A list of words; the back quotes are the page's.
# shellcheck disable=SC2016,SC2046
run 1 $(sed -n 's/^<!-- output of `closewait \(.*\)`: begin -->$/\1/p' README.md)
[ -s "$work/shown" ] || fail 'README.md shows no output'
same "$work/shown" "$work/out"

# --- editors ----------------------------------------------------------------------------------------------

# Vim finds as many places as there are warnings and notes.
if vim --version 2>/dev/null | grep -q '+quickfix'; then
    what='vim, README.md'
    checks=$((checks + 1))
    blocks README.md vim "$work"
    sed 's|-p\\ build|-p\\ testdata/seed|' "$work"/0*[0-9] >"$work/makeprg.vim"
    vim -u NONE -es -S "$work/makeprg.vim" -c make \
        -c "call writefile(map(filter(getqflist(), 'v:val.valid && v:val.col'), 'v:val.text'), '$work/places')" -c 'qa!' >/dev/null 2>&1
    "$CLOSEWAIT" check -p testdata/seed 2>/dev/null | sed -n 's/^[^ :]*:[0-9]*:[0-9]*: / /p' >"$work/expected"
    same "$work/expected" "$work/places"
else
    echo 'skipped: vim, which is not installed'
fi

finish

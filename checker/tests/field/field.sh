# ./dev field: closewait on a program that nobody here wrote, from its Debian source package; ./dev mutate: the same with
# its close() statements taken out. Sourced by dev, whose functions it uses. What they make stays in build/field: PACKAGE/
# (source and objects; remove it to begin from nothing), PACKAGE.log (stderr of the run), PACKAGE.txt and PACKAGE.sarif
# (the findings), PACKAGE.tsv (one line a finding), mutate/PACKAGE (the copy that is changed), mutate/PACKAGE.cache.

# shellcheck source=SCRIPTDIR/packages.sh
. checker/tests/field/packages.sh

field_suite=bookworm
field_mirror=http://deb.debian.org/debian
field_tools='bear dpkg-dev gcc jq libc6-dev make patch'

# field_apt COMMAND...: apt-get with package lists of its own, as /etc may have no deb-src line.
field_apt() {
    apt-get -qq -o Dir::Etc::SourceList="$field_root/apt/sources.list" -o Dir::Etc::SourceParts=- \
        -o Dir::State::Lists="$field_root/apt/lists" -o Dir::Cache="$field_root/apt/cache" \
        -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" "$@"
}

# field_fetch PACKAGE: unpacks the source package into build/field/PACKAGE/NAME-VERSION.
field_fetch() {
    mkdir -p "$field_root/apt/lists/partial" "$field_root/apt/cache/archives/partial" "$field_root/$1"
    printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
        "$field_mirror" "$field_suite" >"$field_root/apt/sources.list"
    field_apt update && (cd "$field_root/$1" && field_apt source --only-source "$1")
}

# Prints the directory of the unpacked source, or nothing.
field_source() {
    for directory in "$field_root/$1"/*/; do
        [ -d "$directory" ] && printf '%s\n' "${directory%/}" && return
    done
}

# field_prepare PACKAGE: the source is there, with a compile database.
field_prepare() {
    source=$(field_source "$1")
    [ -n "$source" ] && [ -s "$source/compile_commands.json" ] && return
    # Lists of words.
    # shellcheck disable=SC2046,SC2086
    set_up need $field_tools $(eval "printf '%s' \"\$needs_$1\"")
    rm -rf "${field_root:?}/$1"
    say "dev: fetching the source of $1"
    field_fetch "$1" >"$field_root/$1.build.log" 2>&1 && source=$(field_source "$1") &&
        say "dev: building $source" &&
        (cd "$source" && "build_$1") >>"$field_root/$1.build.log" 2>&1 && [ -s "$source/compile_commands.json" ] && return
    tail -n 30 "$field_root/$1.build.log" >&2
    say "dev: $1 could not be built; see build/field/$1.build.log"
    rm -f "${source:-$field_root}/compile_commands.json"
    return 2
}

# field_lines SOURCE: how many lines the files of the compile database have.
field_lines() {
    jq -r '.[] | if .file[:1] == "/" then .file else .directory + "/" + .file end' \
        "$1/compile_commands.json" | LC_ALL=C sort -u | tr '\n' '\0' | xargs -0 cat | wc -l
}

# field_table SARIF: fingerprint, level, rule, place, function and resource of each finding.
field_table() {
    jq -r '.runs[].results[] | .locations[0] as $at | [.partialFingerprints["closewait/v1"], .properties.level, .ruleId,
        "\($at.physicalLocation.artifactLocation.uri):\($at.physicalLocation.region.startLine)",
        $at.logicalLocations[0].name, .properties.resource] | @tsv' "$1" | LC_ALL=C sort
}

# field_compare OLD NEW: prints what is in one alone, by fingerprint.
field_compare() {
    awk -F '\t' '
        { line = $2; for (i = 3; i <= NF; i++) line = line "  " $i }
        FILENAME == ARGV[1] { old[$1] = line; next }
        $1 in old { delete old[$1]; next }
        { print "new:  " line }
        END { for (key in old) print "gone: " old[key] }' "$1" "$2" | LC_ALL=C sort
}

# field_tell BASE: what the run says of itself, out of its log.
field_tell() {
    sed -n -E 's/^closewait: (error: )?//
        /could not be analysed|only in part|left out/p
        /^(units|program|flow|bounds|blind spots|memory|checked)|^time: .* linking/p
        /^  (given up|cut): /p' "$1.log"
}

# field_run PACKAGE: checks it. 0: the findings of the run before, or there was none; 1: others; 2: could not.
field_run() {
    base=$field_root/$1
    rm -f "$base.before.tsv" "$base.sarif"
    [ ! -e "$base.tsv" ] || mv "$base.tsv" "$base.before.tsv"
    began=$(date +%s)
    (cd "$source" && "$field_program" check -p . --no-cache --stats -v --format text --format "sarif:$base.sarif") \
        >"$base.txt" 2>"$base.log"
    status=$?
    ended=$(date +%s)
    if [ $status -gt 2 ] || [ ! -s "$base.sarif" ]; then
        tail -n 30 "$base.log" >&2
        say "dev: closewait ended with status $status; see build/field/$1.log"
        return 2
    fi
    field_table "$base.sarif" >"$base.tsv"
    cat "$base.txt"
    echo "== $(basename "$source"): $(field_lines "$source") lines of C, $((ended - began)) s"
    field_tell "$base"
    [ -e "$base.before.tsv" ] || return 0
    changes=$(field_compare "$base.before.tsv" "$base.tsv")
    echo "== against the run before"
    echo "${changes:-the same findings}"
    [ -z "$changes" ]
}

# field_set_up PACKAGE: there is a program to check, and one to check it with.
field_set_up() {
    field_root=$PWD/build/field
    field_program=$PWD/build/release/closewait
    case " $field_packages " in
    *" $1 "*) ;;
    *)
        # shellcheck disable=SC2086
        printf '%s\n' $field_packages
        return 2
        ;;
    esac
    mkdir -p "$field_root"
    build && field_prepare "$1"
}

field() {
    if [ -z "$1" ]; then
        # shellcheck disable=SC2086
        printf '%s\n' $field_packages
        return
    fi
    field_set_up "$1" && field_run "$1"
}

# mutate PACKAGE [N]: what would be found if one of its close() statements were missing.
mutate() {
    field_set_up "$1" || return
    set_up need python3
    python3 checker/tests/field/mutate.py --closewait "$field_program" --source "$source" \
        --work "$field_root/mutate/$1" ${2:+"$2"}
}

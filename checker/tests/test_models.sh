#!/bin/sh
# Every function that rules/models/FAMILY.model names is called or named in testdata/models/FAMILY.c, which compiles
# against the real headers: so what is modelled exists, with as many parameters as its model says. Each function is
# modelled once. A family whose headers are not installed is only looked through for its names.
#
# SOURCE_DIR: the top of the sources; CC: the compiler, cc when absent.
set -u

models=${SOURCE_DIR:?}/rules/models
programs=$SOURCE_DIR/testdata/models
cc=${CC:-cc}
failed=0
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

complain() {
	echo "test_models: $*" >&2
	failed=1
}

# The functions that a model names, one a line.
names_of_model() {
	sed 's/#.*//' "$1" | sed -n 's/^nothing //p' | tr -s ' \t' '\n' | grep .
	sed -n 's/^\([A-Za-z_$][A-Za-z0-9_$]*\) *(.*/\1/p' "$1"
}

# The identifiers of a C file, one a line, without its comments' words.
identifiers() {
	sed -e 's,/\*.*\*/,,' -e '/^\/\*/,/\*\//d' "$1" | tr -c 'A-Za-z0-9_$' '\n' | grep '^[A-Za-z_$]'
}

# A file says `pkg-config: PACKAGE…` in a comment when its headers are not where the compiler looks.
compile() {
	packages=$(sed -n 's,^/\* pkg-config: \(.*\) \*/$,\1,p' "$1")
	flags=
	# Both lists are words on purpose.
	if [ -n "$packages" ]; then flags=$(pkg-config --cflags $packages 2>/dev/null); fi
	if "$cc" -fsyntax-only -Wall -Werror -D_GNU_SOURCE $flags "$1" 2>"$scratch/errors"; then return; fi
	missing=$(sed -n -e 's/.*fatal error: \(.*\): No such file.*/\1/p' -e "s/.*fatal error: '\(.*\)' file not found.*/\1/p" \
		"$scratch/errors")
	if [ -n "$missing" ]; then
		echo "test_models: $1 is not compiled: no $missing here"
		return
	fi
	cat "$scratch/errors" >&2
	complain "$1 does not compile"
}

check_family() {
	program=$programs/$(basename "$1" .model).c
	if [ ! -f "$program" ]; then
		complain "$1 has no $program"
		return
	fi
	names_of_model "$1" | tee -a "$scratch/all" | sort -u >"$scratch/names"
	identifiers "$program" | sort -u >"$scratch/identifiers"
	for name in $(comm -23 "$scratch/names" "$scratch/identifiers"); do
		complain "$1 models $name, which $program does not call"
	done
	compile "$program"
}

export LC_ALL=C
: >"$scratch/all"
for model in "$models"/*.model; do
	check_family "$model"
done
for name in $(sort "$scratch/all" | uniq -d); do
	complain "$name is modelled twice"
done
echo "test_models: $(wc -l <"$scratch/all") functions modelled"
exit $failed

#!/bin/bash
# Hard input that takes its time (label slow): it ends all the same, within limits of time and memory.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
# shellcheck source=SCRIPTDIR/hard_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/hard_fixture.inc"
cd "$work" || exit 2

# 10 MB of C in one file.
{
    printf '#include <sys/socket.h>\n#include <unistd.h>\nint use(int);\n'
    numbered 21000 'struct conn@ { int fd, state; struct conn@ *next; };
int conn@_open(struct conn@ *c, int port) {
	struct sockaddr_storage a = {0};
	c->fd = socket(AF_INET, SOCK_STREAM, 0);
	if (c->fd < 0) return -1;
	if (connect(c->fd, (struct sockaddr *)&a, sizeof a) < 0) {
		close(c->fd);
		c->fd = -1; /* what could not be connected is not kept, and the next one may try again */
		return -1;
	}
	c->state = port > @ ? use(port) : 0;
	return 0;
}
void conn@_close(struct conn@ *c) { if (c->fd >= 0) close(c->fd); c->fd = -1; }
'
    printf 'int lost(void) { int fd = socket(AF_INET, SOCK_STREAM, 0); return fd < 0; }\n'
} >large.c
[ "$(wc -c <large.c)" -gt 10000000 ] || fail 'large.c is not large'
run 1 large.c --no-cache --timeout 600 -- # with sanitizers, beside others
out '^large\.c:[0-9]+:[0-9]+: warning: .*\[unclosed-socket\]$'

# 10000 levels of what libclang needs more than linear time for.
levels=10000
source_around else_ifs "int f(int a) { if (a == -1) return use(0); $(numbered $levels 'else if (a == @) use(@);') return 0; }"
source_around if_blocks "int f(int a) { $(repeat $levels 'if (a) {')use(a);$(repeat $levels '}') return 0; }"
source_around deep_structs "struct s { $(repeat $levels 'struct { ')int fd;$(repeat $levels '} a;') };"
# What a walk would need gigabytes for.
source_around nested_calls "int f(int a) { return $(repeat $levels 'use(')a$(repeat $levels ')'); }"
source_around sockets "int f(void) { $(numbered 1000 'int s@ = socket(AF_INET, SOCK_STREAM, 0);')
    $(numbered 1000 'if (s@ >= 0) close(s@);') return 0; }"
source_around fields "struct s { $(numbered 1000 'int fd@;') };
    void f(struct s *s) { $(numbered 1000 's->fd@ = socket(AF_INET, SOCK_STREAM, 0);') }
    void g(struct s *s) { $(numbered 1000 'close(s->fd@);') }"
check_around "else_ifs if_blocks deep_structs nested_calls sockets fields" --stats -v
[ "$(grep -c '^closewait:   given up: [fg]$' "$work/err")" -ge 3 ] || fail "$what: not all that is too much was given up"

# Types that are nested so deeply that libclang does not come to an end: lost, and the others are reported.
source_around arrays "int a$(repeat $levels '[1]') = $(repeat $levels '{')1$(repeat $levels '}');"
source_around beside ""
run 2 arrays.c beside.c --no-cache --timeout 2 --
err 'arrays\.c could not be analysed: .*; give it longer with --timeout'
[ "$(grep -c '^beside\.c:.*\[unclosed-socket\]$' "$work/out")" -eq 2 ] || fail "$what: beside.c: not both of its losses"

finish

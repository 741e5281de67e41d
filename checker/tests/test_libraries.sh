#!/bin/sh
# Models of libraries whose headers need not be here: programs that lose the socket below a library's object, and their
# twins that do not. Losing lines say so in a comment: the rule, and nothing else is found.

set -u
# shellcheck source=SCRIPTDIR/cli_fixture.inc
. "${SOURCE_DIR:?}/checker/tests/cli_fixture.inc"
cd "$work" || exit 2

# judge FILE: what is found in the file is what its comments `/* RULE */` announce.
judge() {
    awk -v file="$1" '/\/\* [a-z]+-[a-z]+ \*\/$/ { print file ":" NR ": " $(NF - 1) }' "$1" >expected
    status=0
    [ -s expected ] && status=1
    run $status "$1" --no-cache -v --
    sed -n 's/^\([^:]*:[0-9]*\):[0-9]*: warning: .*\[\([a-z-]*\).*\]$/\1: \2/p' "$work/out" >found
    same expected found
    no_err ': error|only in part'
}

cat >gnutls.c <<'TEXT'
#include <sys/socket.h>
#include <stdint.h>
#include <unistd.h>
typedef struct session *gnutls_session_t;
int gnutls_init(gnutls_session_t *, unsigned), gnutls_handshake(gnutls_session_t);
int gnutls_set_default_priority(gnutls_session_t), gnutls_bye(gnutls_session_t, int);
void gnutls_deinit(gnutls_session_t), gnutls_transport_set_int2(gnutls_session_t, int, int);
void gnutls_transport_set_ptr(gnutls_session_t, void *);
int lends(void) {
    gnutls_session_t s;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    if (gnutls_init(&s, 2) < 0) { close(fd); return -1; }
    gnutls_set_default_priority(s);
    gnutls_transport_set_int2(s, fd, fd);
    int r = gnutls_handshake(s);
    gnutls_bye(s, 1);
    gnutls_deinit(s); /* borrowing-wrapper */
    return r;
}
int closes(void) {
    gnutls_session_t s;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    if (gnutls_init(&s, 2) < 0) { close(fd); return -1; }
    gnutls_transport_set_ptr(s, (void *)(intptr_t)fd);
    int r = gnutls_handshake(s);
    gnutls_deinit(s);
    close(fd);
    return r;
}
TEXT
judge gnutls.c

# A record of a source file would be that file's own.
printf 'typedef struct mbedtls_net_context { int fd; } mbedtls_net_context;\n' >mbedtls.h
cat >mbedtls.c <<'TEXT'
#include "mbedtls.h"
int mbedtls_net_connect(mbedtls_net_context *, const char *, const char *, int);
void mbedtls_net_init(mbedtls_net_context *), mbedtls_net_free(mbedtls_net_context *);
int mbedtls_net_send(void *, const unsigned char *, unsigned long);
int forgets(void) {
    mbedtls_net_context c;
    mbedtls_net_init(&c);
    if (mbedtls_net_connect(&c, "a", "443", 0) != 0) return -1;
    return mbedtls_net_send(&c, (const unsigned char *)"x", 1); /* unclosed-socket */
}
int frees(void) {
    mbedtls_net_context c;
    mbedtls_net_init(&c);
    int r = mbedtls_net_connect(&c, "a", "443", 0);
    if (r == 0) r = mbedtls_net_send(&c, (const unsigned char *)"x", 1);
    mbedtls_net_free(&c);
    return r;
}
TEXT
judge mbedtls.c

cat >ssh2.c <<'TEXT'
#include <sys/socket.h>
#include <unistd.h>
typedef struct session LIBSSH2_SESSION;
LIBSSH2_SESSION *libssh2_session_init_ex(void *, void *, void *, void *);
int libssh2_session_handshake(LIBSSH2_SESSION *, int), libssh2_session_free(LIBSSH2_SESSION *);
int libssh2_session_disconnect_ex(LIBSSH2_SESSION *, int, const char *, const char *);
int ssh(int closes) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    LIBSSH2_SESSION *s = libssh2_session_init_ex(0, 0, 0, 0);
    if (!s) { close(fd); return -1; }
    libssh2_session_handshake(s, fd);
    libssh2_session_disconnect_ex(s, 11, "bye", "");
    libssh2_session_free(s); /* borrowing-wrapper */
    return 0;
}
int tidy(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    LIBSSH2_SESSION *s = libssh2_session_init_ex(0, 0, 0, 0);
    if (s) {
        libssh2_session_handshake(s, fd);
        libssh2_session_free(s);
    }
    return close(fd);
}
TEXT
judge ssh2.c

cat >zlib.c <<'TEXT'
#include <sys/socket.h>
#include <unistd.h>
typedef struct gzFile_s *gzFile;
gzFile gzdopen(int, const char *);
int gzclose(gzFile), gzwrite(gzFile, const void *, unsigned);
int forgets(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    gzFile z = gzdopen(fd, "w");
    if (!z) return -1; /* unclosed-socket */
    gzwrite(z, "x", 1);
    return gzclose(z);
}
int closes(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    gzFile z = gzdopen(fd, "w");
    if (!z) return close(fd);
    gzwrite(z, "x", 1);
    return gzclose(z);
}
TEXT
judge zlib.c

cat >postgres.c <<'TEXT'
typedef struct pg_conn PGconn;
PGconn *PQconnectdb(const char *);
int PQstatus(const PGconn *), PQsocket(const PGconn *);
void PQfinish(PGconn *);
int ask(void) {
    PGconn *c = PQconnectdb("dbname=x");
    if (!c) return -1;
    if (PQstatus(c) != 0) return -1; /* unclosed-socket */
    int r = PQsocket(c);
    PQfinish(c);
    return r;
}
TEXT
judge postgres.c

cat >systemd.c <<'TEXT'
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>
typedef struct sd_event sd_event;
typedef struct sd_event_source sd_event_source;
int sd_event_add_io(sd_event *, sd_event_source **, int, uint32_t, void *, void *);
int sd_event_source_set_io_fd_own(sd_event_source *, int), sd_event_run(sd_event *, uint64_t);
sd_event_source *sd_event_source_unref(sd_event_source *);
int lends(sd_event *e) {
    sd_event_source *s;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    if (sd_event_add_io(e, &s, fd, 1, 0, 0) < 0) return close(fd);
    sd_event_run(e, 1);
    sd_event_source_unref(s); /* borrowing-wrapper */
    return 0;
}
int owns(sd_event *e) {
    sd_event_source *s;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    if (sd_event_add_io(e, &s, fd, 1, 0, 0) < 0) return close(fd);
    sd_event_source_set_io_fd_own(s, 1);
    sd_event_run(e, 1);
    sd_event_source_unref(s);
    return 0;
}
TEXT
judge systemd.c

cat >tcpd.c <<'TEXT'
#include <sys/socket.h>
#include <unistd.h>
struct request_info { int fd; char rest[1000]; };
struct request_info *request_init(struct request_info *, ...);
void sock_host(struct request_info *);
int hosts_access(struct request_info *);
int denies(int listener) {
    struct request_info r;
    int fd = accept(listener, 0, 0);
    if (fd < 0) return -1;
    request_init(&r, 2, fd, 0);
    sock_host(&r);
    if (!hosts_access(&r)) return -1; /* unclosed-socket */
    return fd;
}
int closes(int listener) {
    struct request_info r;
    int fd = accept(listener, 0, 0);
    if (fd < 0) return -1;
    request_init(&r, 2, fd, 0);
    if (!hosts_access(&r)) { close(fd); return -1; }
    return fd;
}
TEXT
judge tcpd.c

printf 'typedef struct redisContext { int err; int fd; } redisContext;\n' >hiredis.h
cat >hiredis.c <<'TEXT'
#include <unistd.h>
#include "hiredis.h"
redisContext *redisConnect(const char *, int);
void *redisCommand(redisContext *, const char *, ...);
void redisFree(redisContext *);
int redisFreeKeepFd(redisContext *);
int asks(void) {
    redisContext *c = redisConnect("localhost", 6379);
    if (!c || c->err) {
        if (c) redisFree(c);
        return -1;
    }
    int r = redisCommand(c, "PING") != 0;
    redisFree(c);
    return r;
}
int forgets(void) {
    redisContext *c = redisConnect("localhost", 6379);
    if (!c || c->err) return -1;
    if (!redisCommand(c, "PING")) return -1; /* unclosed-socket */
    redisFree(c);
    return 0;
}
int keeps(void) {
    redisContext *c = redisConnect("localhost", 6379);
    if (!c) return -1;
    int fd = redisFreeKeepFd(c);
    if (fd < 0) return -1;
    return close(fd);
}
TEXT
judge hiredis.c

finish

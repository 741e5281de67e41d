/* Of five kinds of transports the pair is closed by a method of its own. */
// expect: nothing
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct transport {
    int fd;
    void *data;
    int (*close)(struct transport *);
};

struct ends {
    int fds[2];
};

struct session {
    struct transport *transport;
    char input[];
};

static int tcp_close(struct transport *t)
{
    int rc = -1;
    if (t->fd >= 0) {
        rc = close(t->fd);
        t->fd = -1;
    }
    return rc;
}

struct transport *tcp_new(void)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (t->fd < 0) {
        free(t);
        return NULL;
    }
    t->close = tcp_close;
    return t;
}

static int udp_close(struct transport *t)
{
    int rc = -1;
    if (t->fd >= 0) {
        rc = close(t->fd);
        t->fd = -1;
    }
    return rc;
}

struct transport *udp_new(void)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (t->fd < 0) {
        free(t);
        return NULL;
    }
    t->close = udp_close;
    return t;
}

static int local_close(struct transport *t)
{
    int rc = -1;
    if (t->fd >= 0) {
        rc = close(t->fd);
        t->fd = -1;
    }
    return rc;
}

struct transport *local_new(void)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (t->fd < 0) {
        free(t);
        return NULL;
    }
    t->close = local_close;
    return t;
}

static int seq_close(struct transport *t)
{
    int rc = -1;
    if (t->fd >= 0) {
        rc = close(t->fd);
        t->fd = -1;
    }
    return rc;
}

struct transport *seq_new(void)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);
    if (t->fd < 0) {
        free(t);
        return NULL;
    }
    t->close = seq_close;
    return t;
}

static int pair_close(struct transport *t)
{
    struct ends *ends = t->data;
    int rc = close(ends->fds[0]);
    rc |= close(ends->fds[1]);
    return rc;
}

struct transport *pair_new(void)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    struct ends *ends = calloc(1, sizeof *ends);
    if (ends == NULL || socketpair(AF_UNIX, SOCK_STREAM, 0, ends->fds) < 0) {
        free(ends);
        free(t);
        return NULL;
    }
    t->fd = ends->fds[0];
    t->data = ends;
    t->close = pair_close;
    return t;
}

static void transport_free(struct transport *t)
{
    free(t->data);
    free(t);
}

static struct session *session_new(struct transport *t, size_t room)
{
    struct session *s = malloc(sizeof *s + room);
    if (s == NULL) {
        t->close(t);
        transport_free(t);
        return NULL;
    }
    s->transport = t;
    return s;
}

struct session *session_of_pair(size_t room)
{
    struct transport *t = pair_new();
    if (t == NULL)
        return NULL;
    return session_new(t, room);
}

struct session *session_of_tcp(size_t room)
{
    struct transport *t = tcp_new();
    if (t == NULL)
        return NULL;
    return session_new(t, room);
}

static void session_end(struct session *s)
{
    s->transport->close(s->transport);
    transport_free(s->transport);
    free(s);
}

/* There is no memory for that much room. */
int main(void)
{
    int before = open_descriptors();
    struct session *of_pair = session_of_pair(SIZE_MAX / 2), *of_tcp = session_of_tcp(SIZE_MAX / 2);
    if (of_pair != NULL)
        session_end(of_pair);
    if (of_tcp != NULL)
        session_end(of_tcp);
    return expect_no_leak(before);
}

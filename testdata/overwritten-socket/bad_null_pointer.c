/* Forgetting the connection is meant to make the next request connect; the old one stays open. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
};

struct session {
    struct conn *conn;
    int requests;
};

static struct conn *conn_open(int listener)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    return c;
}

static void conn_close(struct conn *c)
{
    close(c->fd);
    free(c);
}

/* Connects when there is no connection yet. */
static void session_request(struct session *s, int listener)
{
    if (s->conn == NULL)
        s->conn = conn_open(listener);
    if (s->conn == NULL)
        return;
    s->requests++;
    send(s->conn->fd, "get\n", 4, MSG_NOSIGNAL);
}

/* The next request is to go over a new connection. */
static void session_reset(struct session *s) // expect-wrong: hollow-close
{
    if (s->conn == NULL)
        return;
    send(s->conn->fd, "bye\n", 4, MSG_NOSIGNAL);
    s->conn = NULL; // expect-missed: overwritten-socket
}

static void session_end(struct session *s)
{
    if (s->conn != NULL)
        conn_close(s->conn);
    s->conn = NULL;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct session s = {.requests = 0};
    session_request(&s, listener);
    session_reset(&s);
    session_request(&s, listener);
    session_end(&s);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}

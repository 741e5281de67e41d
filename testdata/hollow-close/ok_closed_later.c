/* Closing puts the connection on a list, because its caller still walks over it; the loop reaps. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    struct conn *next;
};

struct loop {
    int listener;
    struct conn *dying;
};

static struct conn *conn_accept(struct loop *loop)
{
    struct conn *c = malloc(sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = accept(loop->listener, NULL, NULL);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    c->next = NULL;
    return c;
}

static void conn_close(struct loop *loop, struct conn *c)
{
    c->next = loop->dying;
    loop->dying = c;
}

static void loop_reap(struct loop *loop)
{
    while (loop->dying != NULL) {
        struct conn *c = loop->dying;
        loop->dying = c->next;
        close(c->fd);
        free(c);
    }
}

static void loop_turn(struct loop *loop)
{
    struct conn *c = conn_accept(loop);
    if (c != NULL) {
        send(c->fd, "bye\n", 4, MSG_NOSIGNAL);
        conn_close(loop, c);
    }
    loop_reap(loop);
}

int main(void)
{
    struct loop loop = {.listener = listen_on_loopback()};
    if (loop.listener < 0)
        return 1;
    int peer = connect_to_loopback(loop.listener);

    int before = open_descriptors();
    loop_turn(&loop);
    int failed = expect_no_leak(before);
    close(peer);
    close(loop.listener);
    return failed;
}

/* While the loop polls, what is to be closed is only noted: the numbers are in its poll set, and it closes them there. */
// expect: nothing
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { CONNS_MAX = 8 };

struct conn {
    int fd;
    int slot;
};

struct loop {
    struct pollfd set[CONNS_MAX];
    struct conn *conns[CONNS_MAX];
    int used;
    int polls;
    int some_to_close;
};

static pthread_key_t loop_key;

static struct loop *loop_current(void)
{
    return pthread_getspecific(loop_key);
}

static void loop_add(struct conn *c)
{
    struct loop *loop = loop_current();
    c->slot = loop->used++;
    loop->conns[c->slot] = c;
    loop->set[c->slot].fd = c->fd;
    loop->set[c->slot].events = POLLIN;
}

static void loop_close_noted(struct loop *loop)
{
    for (int i = 0; i < loop->used; i++)
        if (!loop->conns[i])
            close(loop->set[i].fd);
    loop->some_to_close = 0;
}

static void conn_stop(struct conn *c)
{
    struct loop *loop = loop_current();
    loop->conns[c->slot] = NULL;
    if (loop->polls)
        loop->some_to_close = 1;
    else
        close(c->fd);
    c->fd = -1;
}

static struct conn *conn_open(void)
{
    struct conn *c = malloc(sizeof *c);
    if (!c)
        abort();
    c->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (c->fd < 0)
        abort();
    loop_add(c);
    return c;
}

static void loop_turn(struct conn *leaving)
{
    struct loop *loop = loop_current();
    loop->polls = 1;
    poll(loop->set, (nfds_t)loop->used, 0);
    conn_stop(leaving);
    loop->polls = 0;
    if (loop->some_to_close)
        loop_close_noted(loop);
}

int main(void)
{
    int before = open_descriptors();
    static struct loop loop;
    pthread_key_create(&loop_key, NULL);
    pthread_setspecific(loop_key, &loop);
    struct conn *c = conn_open();
    loop_turn(c);
    free(c);
    return expect_no_leak(before);
}

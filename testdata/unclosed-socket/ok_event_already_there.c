/* The event is set up but where it is there already, with the same function and the same object: then that is where the
 * connection is. */
// expect: nothing
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

typedef void (*event_fn)(int fd, void *context);

struct event {
    event_fn fn;
    void *context;
};

enum { EVENTS = 64 };

static struct event *events;
static unsigned char asked[EVENTS / 8];
static int set = -1;

static void enable_read(int fd, event_fn fn, void *context)
{
    if (fd < 0 || fd >= EVENTS)
        abort();
    if ((asked[fd / 8] & (1 << (fd & 7))) == 0) {
        struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
        asked[fd / 8] |= (unsigned char)(1 << (fd & 7));
        if (epoll_ctl(set, EPOLL_CTL_ADD, fd, &event) < 0)
            abort();
    }
    struct event *e = events + fd;
    if (e->fn != fn || e->context != context) {
        e->fn = fn;
        e->context = context;
    }
}

struct trigger {
    int fd;
    int answers;
};

static void triggered(int fd, void *context)
{
    struct trigger *t = context;
    epoll_ctl(set, EPOLL_CTL_DEL, fd, NULL);
    close(t->fd);
    free(t);
}

static int trigger(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    struct trigger *t = malloc(sizeof *t);
    if (t == NULL)
        abort();
    t->fd = fd;
    t->answers = send(fd, "now\n", 4, MSG_NOSIGNAL) < 0 ? 0 : 1;
    enable_read(fd, triggered, t);
    return 0;
}

static void run(void)
{
    struct epoll_event event;
    if (epoll_wait(set, &event, 1, 1000) != 1)
        return;
    struct event *e = events + event.data.fd;
    e->fn(event.data.fd, e->context);
}

int main(void)
{
    int listener = listen_on_loopback();
    events = calloc(EVENTS, sizeof *events);
    set = epoll_create1(0);
    if (listener < 0 || events == NULL || set < 0)
        return 1;
    int before = open_descriptors();
    trigger(listener);
    close(accept(listener, NULL, NULL));
    run();
    int failed = expect_no_leak(before);
    close(set);
    close(listener);
    return failed;
}

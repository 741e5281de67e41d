/* What an event carries has several names: the descriptor moves from one to another. */
// expect: nothing
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

/* The number of the slot goes in front of the descriptor. */
static void tag(struct epoll_event *e, uint32_t slot)
{
    uint32_t fd = (uint32_t)e->data.fd;
    e->data.u64 = (uint64_t)slot << 32 | fd;
}

static void watch(int events, struct epoll_event *e)
{
    if (epoll_ctl(events, EPOLL_CTL_ADD, e->data.fd, e) < 0)
        e->events = 0;
    close((int)e->data.u32);
}

static void visit(int events, int listener)
{
    struct epoll_event e;
    memset(&e, 0, sizeof e);
    e.events = EPOLLIN;
    e.data.fd = connect_to_loopback(listener);
    if (e.data.fd < 0)
        return;
    tag(&e, 7);
    watch(events, &e);
}

int main(void)
{
    int listener = listen_on_loopback();
    int events = epoll_create1(0);
    if (listener < 0 || events < 0)
        return 1;

    int before = open_descriptors();
    visit(events, listener);
    int failed = expect_no_leak(before);
    close(events);
    close(listener);
    return failed;
}

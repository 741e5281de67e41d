/* One function begins to watch a socket and ends it. When it ends, and when it fails, nobody has the socket; these ways have
 * met, and who asks for a beginning that works is not of them. */
// expect: nothing
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct watched {
    int fd;
    int added;
};

struct conn {
    int number;
    struct watched sock;
};

static int set = -1;

static int watch(struct watched *s, int mode)
{
    int op;
    if (!s->added && !mode) {
        return 0;
    } else if (!s->added && mode) {
        s->added = 1;
        op = EPOLL_CTL_ADD;
    } else if (!mode) {
        op = EPOLL_CTL_DEL;
    } else {
        op = EPOLL_CTL_MOD;
    }
    struct epoll_event event = {.events = mode == 'w' ? EPOLLOUT : EPOLLIN};
    event.data.ptr = s;
    return epoll_ctl(set, op, s->fd, &event);
}

static void serve(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL) {
        close(fd);
        return;
    }
    c->sock.fd = fd;
    if (watch(&c->sock, 'r') == -1) {
        close(fd);
        free(c);
    }
}

static void run(void)
{
    struct epoll_event event;
    if (epoll_wait(set, &event, 1, 1000) != 1)
        return;
    struct watched *s = event.data.ptr;
    watch(s, 0);
    close(s->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    set = epoll_create1(0);
    if (listener < 0 || set < 0)
        return 1;
    int client = connect_to_loopback(listener);
    int before = open_descriptors();
    serve(listener);
    shutdown(client, SHUT_WR);
    run();
    int failed = expect_no_leak(before);
    close(client);
    close(set);
    close(listener);
    return failed;
}

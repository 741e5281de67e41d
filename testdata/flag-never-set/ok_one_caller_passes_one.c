/* The caller that hands its socket over says so, and the one that only lends it closes it. */
// expect: nothing
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct wrapper {
    int fd;
    int autoclose;
};

static void wrap(struct wrapper *w, int fd, int autoclose)
{
    w->fd = fd;
    w->autoclose = autoclose;
}

static void unwrap(struct wrapper *w)
{
    if (w->autoclose == 1)
        close(w->fd);
    w->fd = -1;
}

static void greet_next(int listener)
{
    struct wrapper w;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    wrap(&w, fd, 1);
    send(w.fd, "hello\n", 6, MSG_NOSIGNAL);
    unwrap(&w);
}

static void reject_next(int listener)
{
    struct wrapper w;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    wrap(&w, fd, 0);
    send(w.fd, "busy\n", 5, MSG_NOSIGNAL);
    unwrap(&w);
    close(fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    greet_next(listener);
    reject_next(listener);
    int failed = expect_no_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}

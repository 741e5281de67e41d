/* Handles are made SHARED, and the last one that shares the socket is made its OWNER. */
// expect: nothing
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum mode { BORROWER, SHARED, OWNER };

struct handle {
    int fd;
    enum mode mode;
};

static int handle_accept(struct handle *h, int listener)
{
    h->fd = accept(listener, NULL, NULL);
    if (h->fd < 0)
        return -1;
    h->mode = SHARED;
    return 0;
}

static void handle_promote(struct handle *h)
{
    h->mode = OWNER;
}

static void handle_release(struct handle *h)
{
    if (h->mode == OWNER) {
        shutdown(h->fd, SHUT_WR);
        close(h->fd);
    }
    h->fd = -1;
}

static void serve_one(int listener)
{
    struct handle h, copy;
    if (handle_accept(&h, listener) < 0)
        return;
    copy = h;
    send(copy.fd, "hello\n", 6, MSG_NOSIGNAL);
    handle_release(&copy);
    handle_promote(&h);
    handle_release(&h);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener);
    int failed = expect_no_leak(before);
    close(client);
    close(listener);
    return failed;
}

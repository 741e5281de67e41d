/* The close is for handles in mode OWNER, and handles are only ever made BORROWER or SHARED. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum mode { BORROWER, SHARED, OWNER };

struct handle {
    int fd;
    enum mode mode;
};

static int handle_accept(struct handle *h, int listener, int many)
{
    h->fd = accept(listener, NULL, NULL);
    if (h->fd < 0)
        return -1;
    h->mode = many ? SHARED : BORROWER;
    return 0;
}

static void handle_send(struct handle *h, const char *text, size_t len)
{
    int how = h->mode == SHARED ? MSG_NOSIGNAL | MSG_DONTWAIT : MSG_NOSIGNAL;
    send(h->fd, text, len, how);
}

static void handle_release(struct handle *h)
{
    if (h->mode == OWNER) { // expect: flag-never-set
        shutdown(h->fd, SHUT_WR);
        close(h->fd);
    }
    h->fd = -1;
}

static void serve_one(int listener, int many)
{
    struct handle h;
    if (handle_accept(&h, listener, many) < 0)
        return;
    handle_send(&h, "hello\n", 6);
    handle_release(&h);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener, 0);
    serve_one(listener, 1);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}

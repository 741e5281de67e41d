/* The flag is never set, and nobody misses it: each caller keeps its socket and closes it. */
// expect: nothing
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct view {
    int fd;
    int close_fd;
};

static void view_init(struct view *v, int fd)
{
    v->fd = fd;
    v->close_fd = 0;
}

static void view_fini(struct view *v)
{
    if (v->close_fd)
        close(v->fd);
    v->fd = -1;
}

static void send_hello(int fd)
{
    struct view v;
    view_init(&v, fd);
    send(v.fd, "hello\n", 6, MSG_NOSIGNAL);
    view_fini(&v);
}

static void serve_one(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    send_hello(fd);
    close(fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    int client = connect_to_loopback(listener);
    serve_one(listener);
    send_hello(client);
    close(client);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}

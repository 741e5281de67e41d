/* The transport is chosen through a table. When the greeting fails, nobody calls its close. */
#include <poll.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct transport {
    const char *name;
    int (*open)(int listener);
    int (*greet)(int fd);
    void (*close)(int fd);
};

static int tcp_open(int listener)
{
    return connect_to_loopback(listener);
}

/* Waits a moment for the banner of the server. */
static int tcp_greet(int fd)
{
    struct pollfd pfd = {.fd = fd, .events = POLLIN};
    char banner[64];
    if (poll(&pfd, 1, 10) != 1)
        return -1;
    return recv(fd, banner, sizeof banner, 0) > 0 ? 0 : -1;
}

static void tcp_close(int fd)
{
    shutdown(fd, SHUT_RDWR);
    close(fd);
}

static const struct transport tcp = {
    .name = "tcp",
    .open = tcp_open,
    .greet = tcp_greet,
    .close = tcp_close,
};

static int ping(const struct transport *t, int listener)
{
    int fd = t->open(listener);
    if (fd < 0)
        return -1;
    if (t->greet(fd) < 0)
        return -1; // expect: unclosed-socket
    t->close(fd);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    ping(&tcp, listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}

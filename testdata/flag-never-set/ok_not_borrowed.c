/* 'borrowed' is set by the constructor that borrows, and left out by the one that opens. */
// expect: nothing
#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct port {
    int fd;
    bool borrowed;
};

static void port_attach(struct port *p, int fd)
{
    *p = (struct port){.fd = fd, .borrowed = true};
}

static int port_accept(struct port *p, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    *p = (struct port){.fd = fd};
    return 0;
}

static void port_detach(struct port *p)
{
    if (!p->borrowed)
        close(p->fd);
    p->fd = -1;
}

static void serve_one(int listener)
{
    struct port p;
    if (port_accept(&p, listener) < 0)
        return;
    send(p.fd, "hello\n", 6, MSG_NOSIGNAL);
    port_detach(&p);
}

static void greet(int fd)
{
    struct port p;
    port_attach(&p, fd);
    send(p.fd, "hello\n", 6, MSG_NOSIGNAL);
    port_detach(&p);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    int client = connect_to_loopback(listener);
    serve_one(listener);
    greet(client);
    close(client);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}

/* The flag has the other sense here, and each construction says that the socket is borrowed. */
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
    port_attach(p, fd);
    return 0;
}

static void port_detach(struct port *p)
{
    if (!p->borrowed) // expect: flag-never-set
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

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener);
    int failed = expect_leak(before);
    close(client);
    close(listener);
    return failed;
}

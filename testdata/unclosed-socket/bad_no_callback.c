/* A listener without a callback accepts the connection all the same, and drops it on the floor. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct listener {
    int fd;
    void (*on_accept)(int fd, void *arg);
    void *arg;
};

static void listener_ready(struct listener *l)
{
    int fd = accept(l->fd, NULL, NULL);
    if (fd < 0)
        return;
    if (l->on_accept == NULL)
        return; // expect: unclosed-socket
    l->on_accept(fd, l->arg);
}

static void greet(int fd, void *arg)
{
    int *greeted = arg;
    if (send(fd, "hello\n", 6, MSG_NOSIGNAL) == 6)
        ++*greeted;
    close(fd);
}

int main(void)
{
    int greeted = 0;
    struct listener l = {.fd = listen_on_loopback(), .on_accept = greet, .arg = &greeted};
    if (l.fd < 0)
        return 1;
    int first = connect_to_loopback(l.fd);
    int second = connect_to_loopback(l.fd);

    int before = open_descriptors();
    listener_ready(&l);
    l.on_accept = NULL;
    listener_ready(&l);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(l.fd);
    return failed;
}

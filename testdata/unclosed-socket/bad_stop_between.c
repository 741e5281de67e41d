/* 'fd < 0' and 'stopping' leave the loop together, but only the first one has no socket. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct server {
    int listener;
    int served;
    int limit;
    int stopping;
};

static void serve(struct server *srv, int fd)
{
    send(fd, "bye\n", 4, MSG_NOSIGNAL);
    close(fd);
    if (++srv->served == srv->limit)
        srv->stopping = 1;
}

static void accept_all(struct server *srv)
{
    for (;;) {
        int fd = accept4(srv->listener, NULL, NULL, SOCK_CLOEXEC);
        if (fd < 0 || srv->stopping)
            break; // expect: unclosed-socket
        serve(srv, fd);
    }
}

int main(void)
{
    struct server srv = {.listener = listen_on_loopback(), .limit = 1};
    if (srv.listener < 0)
        return 1;
    int first = connect_to_loopback(srv.listener);
    int second = connect_to_loopback(srv.listener);

    int before = open_descriptors();
    accept_all(&srv);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(srv.listener);
    return failed;
}

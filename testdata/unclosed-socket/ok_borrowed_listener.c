/* The listening socket belongs to the caller: an error here is no reason to close it. */
// expect: nothing
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct session {
    int fd;
    char greeting[16];
};

static int session_accept(struct session *s, int *listener)
{
    s->fd = accept(*listener, NULL, NULL);
    if (s->fd == -1)
        return -1;
    if (send(s->fd, "hi\n", 3, MSG_NOSIGNAL) != 3) {
        close(s->fd);
        s->fd = -1;
        return -1;
    }
    return 0;
}

static void session_close(struct session *s)
{
    if (s->fd != -1)
        close(s->fd);
    s->fd = -1;
}

int main(void)
{
    int before = open_descriptors();
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    struct session s;
    if (session_accept(&s, &listener) == 0)
        session_close(&s);

    close(client);
    close(listener);
    return expect_no_leak(before);
}
